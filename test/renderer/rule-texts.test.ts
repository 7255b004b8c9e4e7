import { expect, test } from 'vitest';
import { SCAN_RULES } from '../../electron/core/scan-rule-table.ts';
import { readTypedText } from '../../electron/core/scan-typed-text.ts';
import texts from '../../renderer/text/en.json' with { type: 'json' };

test('every rule of the grammar has its words in the doctor', () => {
  const typed = ['123456', '\uFFFD20033752'].flatMap((text) => readTypedText(text, []).steps.map(({ rule }) => rule));
  const names = [...SCAN_RULES.map(({ name }) => name), ...typed];
  expect(names.filter((name) => !(name in texts.doctor.rule))).toEqual([]);
});
