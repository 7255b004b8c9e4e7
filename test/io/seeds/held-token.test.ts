import { expect, test } from 'vitest';
import { createScratch } from '../../../electron/core/oath-hash.ts';
import { holdToken } from '../../../electron/io/seeds/held-token.ts';
import type { SeedEntry } from '../../../electron/io/seeds/seed-entry.ts';
import { computeCode } from '../../../electron/practice/totp.ts';

const BASE32 = Uint8Array.from(Buffer.from('the one way of reading'));
const HEX = Uint8Array.from(Buffer.from('the other way of it'));

function entryOf(...seeds: readonly Uint8Array[]): SeedEntry {
  const facts = { line: 2, serialNumber: 'A1', manufacturer: null, model: null } as const;
  return { ...facts, periodSeconds: 30, hash: 'sha1', seeds: seeds.map((seed) => seed.slice()) };
}

function codeOf(secret: Uint8Array, step: number): number {
  return Number(computeCode({ secret, hash: 'sha1', periodSeconds: 30 }, step));
}

test('a seed that can be read in two ways shows the codes of both, until one is kept', () => {
  const held = holdToken(entryOf(BASE32, HEX), createScratch());
  expect([held.token.shows(7, codeOf(BASE32, 7)), held.token.shows(7, codeOf(HEX, 7))]).toEqual([true, true]);
  expect([held.token.readingCount, held.secretKey()]).toEqual([2, null]);
  expect(held.readingOf([{ step: 7, code: codeOf(HEX, 7) }])).toBe(1);
  // One code of each is no one reading's.
  const mixed = [
    { step: 7, code: codeOf(HEX, 7) },
    { step: 8, code: codeOf(BASE32, 8) },
  ];
  expect(held.readingOf(mixed)).toBeNull();
  held.keepReading(1);
  expect([held.token.shows(7, codeOf(BASE32, 7)), held.token.shows(7, codeOf(HEX, 7))]).toEqual([false, true]);
  expect([held.token.readingCount, held.secretKey()?.reveal()]).toEqual([1, 'ORUGKIDPORUGK4RAO5QXSIDPMYQGS5A']);
});

test('what is wiped is overwritten where it stood, and shows nothing any more', () => {
  const entry = entryOf(BASE32, HEX);
  const held = holdToken(entry, createScratch());
  held.token.shows(7, 0);
  held.wipe();
  for (const seed of entry.seeds) expect(new Set(seed)).toEqual(new Set([0]));
  expect([held.token.shows(7, codeOf(BASE32, 7)), held.secretKey()]).toEqual([false, null]);
});

test('the reading that was not kept is overwritten', () => {
  const entry = entryOf(BASE32, HEX);
  holdToken(entry, createScratch()).keepReading(0);
  expect(new Set(entry.seeds[1])).toEqual(new Set([0]));
});
