import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf } from '../../../electron/core/paper/file-name.ts';
import { labelOf } from '../../../electron/core/paper/label-of.ts';
import { receiptOf } from '../../../electron/core/paper/receipt-of.ts';
import { EN } from '../../../electron/core/paper/words/en.ts';
import { ANN } from '../build-state.ts';
import { annsToken, ARABIC_NAME, CHINESE_NAME, LONG_NAME, paperState, SURROUNDINGS } from './some-papers.ts';

function nameOf(displayName: string, serialNumber = 'GALT11420104'): string {
  const item = annsToken({ user: { ...ANN, displayName }, serialNumber });
  const content = receiptOf(paperState([item]), item, SURROUNDINGS);
  return content ? fileNameOf({ kind: 'receipt', content }, EN) : '';
}

test.each([
  ['Ann Example', 'Receipt 0104 Ann Example'],
  ['../../etc/passwd', 'Receipt 0104 .._.._etc_passwd'],
  ['a:b?c*d|e"f<g>h\\i', 'Receipt 0104 a_b_c_d_e_f_g_h_i'],
  ['Ann\u0000\u202e\n', 'Receipt 0104 Ann___'],
  ['Ann. . ', 'Receipt 0104 Ann'],
  [ARABIC_NAME, `Receipt 0104 ${ARABIC_NAME}`],
  [CHINESE_NAME, 'Receipt 0104 欧阳娜娜_信息技术部_'],
  [LONG_NAME, 'Receipt 0104 Wolfeschlegelsteinhausenbergerdorff-Maximi'],
])('of %j it is %j', (person, name) => {
  expect(nameOf(person)).toBe(name);
});

test('a label is called by its serial number', () => {
  const item = annsToken();
  const content = labelOf(paperState([item]), item, SURROUNDINGS);
  expect(content && fileNameOf({ kind: 'label', content }, EN)).toBe('Label GALT11420104 Ann Example');
});

test('whatever stands in it, it is one name that every system takes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 120 }), (points) => {
      const person = String.fromCodePoint(...points);
      const name = nameOf(person);
      expect(name).not.toMatch(/[/\\:*?"<>|\p{C}]|[ .]$/u);
      expect(new TextEncoder().encode(`${name}-10000.pdf`).length).toBeLessThanOrEqual(255);
    }),
  );
});
