import { describe, expect, test } from 'vitest';
import { rawHex, rawWords } from '../../renderer/shift/raw-text.ts';
import { shiftTime } from '../../renderer/shift/shift-time.ts';

describe('what a reader sent', () => {
  test.each([
    ['', '', ''],
    ['GALT', '47414C54', 'GALT'],
    [']C0A\r\n', '5D4330410D0A', ']C0A<CR><LF>'],
    ['01\u001d21', '30311D3231', '01<GS>21'],
    ['\u0007\u007f', '077F', '<07><DEL>'],
    ['\u00e9', 'E9', '\u00e9'],
    // What a keyboard types may be no byte.
    ['\u20ac', 'E282AC', '\u20ac'],
  ])('%j is %s in bytes and %s in words', (rawText, hex, words) => {
    expect([rawHex(rawText), rawWords(rawText)]).toEqual([hex, words]);
  });
});

test('a moment has its day where that is not today', () => {
  const noonMs = new Date(2026, 10, 24, 12, 0).getTime();
  const time = shiftTime(noonMs, noonMs + 3_600_000);
  expect(time).toMatch(/12/);
  expect(time).not.toMatch(/2026/);
  expect(shiftTime(noonMs, noonMs + 24 * 3_600_000)).toMatch(/2026/);
});
