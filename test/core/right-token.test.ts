import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  driftMs,
  findTokens,
  isBeyondChance,
  isFitForUse,
  proveToken,
  type SeededToken,
} from '../../electron/core/right-token.ts';

const NOW_MS = 1_790_000_010_000;

const NUMBERS = new Map<string, number>();

/** A code of the token's own number and the step: no two tokens ever show the same. */
function plainCode(serialNumber: string, step: number): number {
  const number = NUMBERS.get(serialNumber) ?? NUMBERS.size;
  NUMBERS.set(serialNumber, number);
  return number * 10_000 + (step % 10_000);
}

function plainToken(serialNumber: string, periodSeconds = 30): SeededToken {
  return {
    serialNumber,
    manufacturer: null,
    model: null,
    periodSeconds,
    readingCount: 1,
    shows: (step, code) => code === plainCode(serialNumber, step),
  };
}

function codeOf({ serialNumber, periodSeconds }: SeededToken, offsetSteps: number, atMs = NOW_MS): string {
  const step = Math.floor(atMs / (periodSeconds * 1000)) + offsetSteps;
  return String(plainCode(serialNumber, step)).padStart(6, '0');
}

const ALPHA = plainToken('ALPHA');
const BRAVO = plainToken('BRAVO', 60);
const TOKENS = new Map([ALPHA, BRAVO].map((token) => [token.serialNumber, token]));

describe('whether the token in the hand is the scanned one', () => {
  test.each([0, -1, 1, -40, 40])('its own code is known, %i steps off', (offsetSteps) => {
    const proof = proveToken(TOKENS, 'ALPHA', { code: codeOf(ALPHA, offsetSteps), atMs: NOW_MS });
    expect(proof).toEqual({ kind: 'match', match: { token: ALPHA, offsetSteps } });
  });

  test('more than twenty minutes off is not looked at', () => {
    expect(proveToken(TOKENS, 'ALPHA', { code: codeOf(ALPHA, 41), atMs: NOW_MS })).toEqual({ kind: 'none' });
  });

  test('the code of another token says whose it is', () => {
    const proof = proveToken(TOKENS, 'ALPHA', { code: codeOf(BRAVO, -2), atMs: NOW_MS });
    expect(proof).toEqual({ kind: 'others', matches: [{ token: BRAVO, offsetSteps: -2 }] });
  });

  test('others are looked at for ten minutes only', () => {
    expect(proveToken(TOKENS, 'ALPHA', { code: codeOf(BRAVO, 11), atMs: NOW_MS })).toEqual({ kind: 'none' });
  });

  test('a serial number that the file does not know is told apart from a wrong code', () => {
    const sighting = { code: 'nobody', atMs: NOW_MS };
    expect(proveToken(TOKENS, 'CHARLIE', sighting)).toEqual({ kind: 'notInFile' });
    expect(proveToken(TOKENS, 'ALPHA', sighting)).toEqual({ kind: 'none' });
    expect(proveToken(TOKENS, 'CHARLIE', { ...sighting, code: codeOf(ALPHA, 0) })).toMatchObject({ kind: 'others' });
  });

  test('a swapped or wrong token is never taken for the scanned one', () => {
    const tokens = Array.from({ length: 40 }, (_, place) => plainToken(`T${place}`, place % 2 === 0 ? 30 : 60));
    const map = new Map(tokens.map((token) => [token.serialNumber, token]));
    fc.assert(
      fc.property(fc.nat(39), fc.nat(39), fc.integer({ min: -10, max: 10 }), (scanned, shown, offset) => {
        const token = tokens[shown] ?? ALPHA;
        const proof = proveToken(map, `T${scanned}`, { code: codeOf(token, offset), atMs: NOW_MS });
        if (scanned === shown) expect(proof).toEqual({ kind: 'match', match: { token, offsetSteps: offset } });
        else expect(proof).toEqual({ kind: 'others', matches: [{ token, offsetSteps: offset }] });
      }),
    );
  });
});

describe('which token this is', () => {
  /** Shows the same code as ALPHA now, and another one later. */
  const DOUBLE: SeededToken = {
    ...plainToken('DOUBLE'),
    shows: (step, code) => step % 2 === 0 && code === plainCode('ALPHA', step),
  };

  test('a second code tells two tokens apart that share the first', () => {
    const evenMs = NOW_MS - (NOW_MS % 60_000);
    const first = { code: codeOf(ALPHA, 0, evenMs), atMs: evenMs };
    const second = { code: codeOf(ALPHA, 0, evenMs + 30_000), atMs: evenMs + 30_000 };
    expect(findTokens([DOUBLE, ALPHA], [first]).map(({ token }) => token)).toEqual([DOUBLE, ALPHA]);
    expect(findTokens([DOUBLE, ALPHA], [first, second]).map(({ token }) => token)).toEqual([ALPHA]);
  });

  test('both codes must fit one and the same clock', () => {
    const first = { code: codeOf(ALPHA, 3), atMs: NOW_MS };
    const second = { code: codeOf(ALPHA, -3, NOW_MS + 60_000), atMs: NOW_MS + 60_000 };
    expect(findTokens([ALPHA], [first, second])).toEqual([]);
  });

  test('the least drifted comes first', () => {
    const twin: SeededToken = {
      ...plainToken('TWIN'),
      shows: (step, code) => code === plainCode('ALPHA', step - 2),
    };
    const found = findTokens([twin, ALPHA], [{ code: codeOf(ALPHA, 0), atMs: NOW_MS }]);
    expect(found.map(({ token, offsetSteps }) => [token.serialNumber, offsetSteps])).toEqual([
      ['ALPHA', 0],
      ['TWIN', 2],
    ]);
  });

  test('nothing was seen, nothing is found', () => {
    expect(findTokens([ALPHA], [])).toEqual([]);
  });
});

describe('how much a code that fits is worth', () => {
  const box = (count: number, readingCount: number): readonly SeededToken[] =>
    Array.from({ length: count }, () => ({ ...ALPHA, readingCount }));

  // 41 steps of 30 seconds in ten minutes to either side.
  test.each([
    ['one code of a small box', 243, 1, 1, true],
    ['one code of a bigger one', 244, 1, 1, false],
    ['one code of a small box that can be read in two ways', 121, 2, 1, true],
    ['one code of a bigger one', 122, 2, 1, false],
    ['two codes of ten thousand tokens', 10_000, 2, 2, true],
  ])('%s: %i tokens, %i ways, %i codes: beyond chance %s', (_what, count, readingCount, codeCount, isBeyond) => {
    expect(isBeyondChance(box(count, readingCount), codeCount)).toBe(isBeyond);
  });

  test.each(['', '12345', '1234567', '12345x', '-00001', '１２３４５６'])('%j is no code of any token', (code) => {
    const anything: SeededToken = { ...ALPHA, shows: (_step, shown) => shown >= 0 };
    expect(findTokens([anything], [{ code, atMs: NOW_MS }])).toEqual([]);
  });
});

describe('a clock that is off', () => {
  test.each([
    [30, 0, true],
    [30, -19, true],
    [30, 20, false],
    [60, -9, true],
    [60, 10, false],
  ])('a %i-second token, %i steps: fit for use %s', (periodSeconds, offsetSteps, isFit) => {
    const match = { token: plainToken('X', periodSeconds), offsetSteps };
    expect(isFitForUse(match)).toBe(isFit);
    expect(driftMs(match)).toBe(offsetSteps * periodSeconds * 1_000);
  });
});
