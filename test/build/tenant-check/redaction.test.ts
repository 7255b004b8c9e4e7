import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../../build/tenant-check/report.ts';
import type { RunLog } from '../../../build/tenant-check/run-log.ts';
import { formsOf, logWith, plants, type Plants } from './secrets-any.ts';

const SOMEBODY: Plants = {
  guid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  tenantId: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
  serial: 'GALT11420104',
  code: '123456',
  token: 'eyJ',
  seed: 'JBSWY3DP',
  givenName: 'Xqanna',
  surname: 'Zvschmidt',
  domain: 'zqcontoso.example',
};

const picks = fc.array(fc.nat(1_000), { minLength: 44, maxLength: 44 });

function textOf(log: RunLog): string {
  return JSON.stringify(buildReport(log), null, 2).toLowerCase();
}

describe('what one answer tells of somebody', () => {
  test('is found in the words of an earlier one', () => {
    const [attempt] = logWith(SOMEBODY, [0]).asked[0]?.attempts ?? [];
    if (attempt?.answer.kind !== 'answered') throw new Error('there is no answer');
    const { answer } = attempt;
    const asked = [
      { ...answer, status: 404, body: { error: { code: 'x', message: 'adele has it already, says the av desk' } } },
      { ...answer, status: 200, body: { displayName: 'Adele Vance', mail: 'av@contoso.example' } },
    ].map((one) => ({ ...attempt, answer: one }));
    const log = logWith(SOMEBODY, [0]);
    const [first] = log.asked;
    if (!first) throw new Error('there is no question');
    const report = buildReport({ ...log, known: [], putBack: [], asked: [{ ...first, attempts: asked }] });
    expect(report.questions[0]?.attempts[0]?.words).toBe(
      '<name-2 in another letter case> has it already, says the <name-4> desk',
    );
  });
});

describe('the file', () => {
  test('has nothing secret and nothing of anybody in it, wherever that stood', () => {
    fc.assert(
      fc.property(plants, picks, (plant, pick) => {
        const text = textOf(logWith(plant, pick));
        const found = formsOf(plant).filter((form) => text.includes(form.toLowerCase()));
        expect(found).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('has nothing of it either where nothing was typed, and only the answers tell', () => {
    fc.assert(
      fc.property(plants, picks, (plant, pick) => {
        const text = textOf({ ...logWith(plant, pick), known: [] });
        // A code that nobody typed is any number; as any number of that length, it is hidden in words.
        const found = formsOf(plant).filter((form) => text.includes(form.toLowerCase()));
        expect(found).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('has no GUID, no address, no long number and no long run of letters and digits in it at all', () => {
    fc.assert(
      fc.property(plants, picks, (plant, pick) => {
        const text = textOf({ ...logWith(plant, pick), known: [] });
        expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}/);
        expect(text).not.toMatch(/[^\s"<>]@[^o\s"<>]/);
        expect(text).not.toMatch(/\d{6}/);
        expect(text).not.toMatch(/eyj/);
      }),
      { numRuns: 40 },
    );
  });
});
