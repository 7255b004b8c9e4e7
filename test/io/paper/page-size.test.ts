import { expect, test } from 'vitest';
import { pageSizeOf } from '../../../electron/io/paper/page-size.ts';
import { BUILT_IN_TEMPLATES } from '../../../electron/io/paper/templates/built-in-templates.ts';

test.each([
  ['the receipt', BUILT_IN_TEMPLATES.receipt, 80, 160],
  ['the label', BUILT_IN_TEMPLATES.label, 62, 29],
  ['the manifest', BUILT_IN_TEMPLATES.manifest, 210, 297],
  ['the order sheet', BUILT_IN_TEMPLATES.orderSheet, 210, 297],
  ['the shift report', BUILT_IN_TEMPLATES.shiftReport, 210, 297],
  ['a label of a site', '@page { margin: 1mm; size: 100.5mm 50mm }', 100.5, 50],
  ['letter', '@page { size: letter; }', 215.9, 279.4],
  ['A5 on its side', '@page{size:A5 landscape}', 210, 148],
  ['a template that does not say', '<p>Receipt</p>', 210, 297],
])('%s is for its paper', (_what, template, widthMm, heightMm) => {
  expect(pageSizeOf(template)).toEqual({ widthMm, heightMm });
});
