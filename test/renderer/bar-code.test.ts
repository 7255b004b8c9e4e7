import { describe, expect, test } from 'vitest';
import { drawCode128 } from '../../renderer/doctor/draw-code-128.ts';
import { readCode128 } from '../fakes/read-code-128.ts';

describe('a drawn bar code', () => {
  test.each(['TS:PARK', 'TS:RETRY', 'TS:READ', 'PAP131', 'A^B', '^FNC3'])('%s is read as it was meant', (text) => {
    expect(readCode128(drawCode128(text, false))).toEqual({ text, fnc3: false });
  });

  test.each(['PAP131', 'TERMID131.', '690A', '12345678', 'A^B', '^FNC1'])(
    '%s for the scanner itself has FNC3',
    (text) => {
      expect(readCode128(drawCode128(text, true))).toEqual({ text, fnc3: true });
    },
  );

  test('is as wide as its last bar', () => {
    const { widthModules, bars } = drawCode128('TS:PARK', false);
    const last = bars.at(-1);
    expect((last?.at ?? 0) + (last?.width ?? 0)).toBe(widthModules);
    expect(bars[0]?.at).toBe(0);
  });
});
