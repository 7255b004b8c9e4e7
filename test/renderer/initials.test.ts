import { expect, test } from 'vitest';
import { initialsOf } from '../../renderer/visit/initials.ts';

test.each([
  ['Anna Conti', 'AC'],
  ['Dr. Maximiliane von Hohenstein-Wallenrodt', 'MH'],
  ["Siobhán O'Brien", 'SO'],
  ['Robert "Bob" Okafor', 'RO'],
  ['Marta Kowalczyk (guest)', 'MK'],
  ['李娜 (Lina Li)', '李'],
  ['Ștefan', 'Ș'],
  ['zoë van der berg', 'ZB'],
  ['𝒜da Lovelace', '𝒜L'],
  ['  ', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
