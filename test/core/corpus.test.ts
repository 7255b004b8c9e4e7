import { describe, expect, test } from 'vitest';
import { readCorpus, reportBytes, runVector } from './corpus-vector.ts';
import { WRITTEN } from './corpus-write.ts';

const corpus = readCorpus();
const vectors = Object.values(corpus).flatMap((file) => file.vectors);

describe('the corpus of scanners', () => {
  test('is what its descriptions in code make: `node test/core/corpus-write.ts` brings it up to date', () => {
    expect(corpus).toEqual(WRITTEN);
  });

  test('holds at least 250 vectors, each with an id of its own, and each group names its source', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(250);
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
    expect(Object.values(corpus).filter(({ source }) => source.length < 20)).toEqual([]);
  });

  test('is written in order of time, in hexadecimal digits alone', () => {
    for (const { id, reports } of vectors) {
      expect(
        reports.map(({ atMs }) => atMs),
        id,
      ).toEqual(reports.map(({ atMs }) => atMs).toSorted((one, other) => one - other));
      for (const { hex } of reports) expect(hex, id).toMatch(/^(?:(?:[0-9A-F]{2})+(?:\*\d+)?(?: |$))*$/);
    }
  });

  test('a run of one byte stands for all of them', () => {
    expect([...reportBytes('02 30*4 0A0B')]).toEqual([2, 0x30, 0x30, 0x30, 0x30, 0x0a, 0x0b]);
  });
});

describe.each(Object.entries(corpus))('every vector of %s comes out as expected', (_name, file) => {
  test.each(file.vectors)('$id: $what', (vector) => {
    expect(runVector(vector)).toEqual(vector.expect);
  });
});
