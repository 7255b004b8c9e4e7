import { expect } from 'vitest';

type Bars = {
  readonly widthModules: number;
  readonly bars: readonly { readonly at: number; readonly width: number }[];
};

/** Bars and spaces by value, without the stop. Source: ISO/IEC 15417, table 1. */
const PATTERNS =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232';
const STOP = '2331112';

const START_B = 104;
const START_C = 105;
const FNC3 = 96;

/** Reads a symbol as a scanner does: widths to values, the check character, then the text. */
export function readCode128({ widthModules, bars }: Bars): { readonly text: string; readonly fnc3: boolean } {
  const widths = bars.flatMap(({ at, width }, index) => {
    const next = bars[index + 1]?.at ?? widthModules;
    return [width, next - at - width];
  });
  const signs = widths.slice(0, -1).join('');
  expect(signs.endsWith(STOP)).toBe(true);
  const values = (signs.slice(0, -STOP.length).match(/.{6}/g) ?? []).map((sign) => PATTERNS.split(' ').indexOf(sign));
  const [start = -1, ...rest] = values;
  const check = rest.pop();
  expect(check).toBe((start + rest.reduce((sum, value, index) => sum + value * (index + 1), 0)) % 103);
  const fnc3 = rest.includes(FNC3);
  const shown = rest.filter((value) => value !== FNC3);
  return { text: shown.reduce(spell(start), ''), fnc3 };
}

/** Sets B and C, and the codes that change between them. */
function spell(start: number): (text: string, value: number) => string {
  expect([START_B, START_C]).toContain(start);
  let isC = start === START_C;
  return (text, value) => {
    if (isC && value === 100) isC = false;
    else if (!isC && value === 99) isC = true;
    else return text + (isC ? String(value).padStart(2, '0') : String.fromCharCode(value + 32));
    return text;
  };
}
