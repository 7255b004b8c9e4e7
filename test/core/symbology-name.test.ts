import { expect, test } from 'vitest';
import { symbologyOf } from '../../electron/core/symbology-name.ts';

test.each([
  [']C0', 'code128'],
  [']C1', 'code128'],
  [']A1', 'code39'],
  [']Q1', 'qr'],
  [']d2', 'dataMatrix'],
  [']E0', 'eanUpc'],
  [']I1', 'itf'],
  [']e0', 'dataBar'],
  [']L0', 'pdf417'],
  [']z0', 'aztec'],
  [']G0', 'code93'],
  [']F0', 'codabar'],
  [']M0', 'other'],
  [']X0', 'other'],
  [']', 'other'],
  ['', 'other'],
])('%s is %s', (aimId, name) => {
  expect(symbologyOf(aimId)).toBe(name);
});

test('a reader that does not say leaves it open', () => {
  expect(symbologyOf(null)).toBeNull();
});
