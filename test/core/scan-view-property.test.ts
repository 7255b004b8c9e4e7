import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import { tell, type Reading } from './scan-view-tell.ts';

const SERIAL = '20033752';
const OTHER = '60234567';
const RETAIL = ['4006381333931', ']E0'] as const;
const SECRET = 'JBSWY3DPEHPK3PXP';

describe('whatever is read, and whenever', () => {
  const label = fc.constantFrom<readonly [string, string?]>(
    [SERIAL],
    [OTHER],
    ['GALT11420104'],
    RETAIL,
    ['ASSET-0012345'],
    ['OTPC-P1'],
    [SECRET],
    ['https://example.com/help', ']Q1'],
  );
  const readings = fc.array(fc.tuple(fc.integer({ min: 1, max: 700 }), label), { maxLength: 30 }).map((drawn) => {
    let atMs = 0;
    return drawn.map(([pauseMs, [text, aimId]]): Reading => {
      atMs += pauseMs;
      return aimId === undefined ? [atMs, text] : [atMs, text, aimId];
    });
  });

  test('every label that was not in view the 600 ms before is told, or is one beside a token', () => {
    fc.assert(
      fc.property(readings, (read) => {
        const told = tell(read);
        read.forEach(([atMs, text, aimId = ']C0'], index) => {
          const isNew = !read.slice(0, index).some(([earlierMs, other]) => other === text && atMs - earlierMs <= 600);
          const { kind, ...meaning } = readScanText(text, aimId);
          const isSecret = 'problem' in meaning && meaning.problem.code === 'scan-holds-secret';
          if (kind === 'serialNumber' || isSecret) {
            expect(told.includes(`${atMs} ${text}`), `${atMs} ${text}`).toBe(isNew);
            return;
          }
          const nearSerial = read.some(
            ([otherMs, other, id = ']C0'], at) =>
              readScanText(other, id).kind === 'serialNumber' &&
              (at < index ? atMs - otherMs <= 600 : otherMs - atMs < 400),
          );
          expect(told.includes(`${atMs + 400} ${text}`), `${atMs} ${text}`).toBe(isNew && !nearSerial);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
