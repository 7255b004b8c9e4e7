// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import { kioskTexts, problemTexts } from '../../renderer/problem/problem-text.ts';
import en from '../../renderer/text/en.json' with { type: 'json' };

/** Every code with nothing missing and nothing left over: this list does not compile otherwise. */
const CODES: Readonly<Record<ProblemCode, true>> = Object.fromEntries(
  Object.keys(problemTexts).map((code) => [code, true]),
) as Record<keyof typeof en.problem, true>;

const NO_LEFT_OVER: Readonly<Record<keyof typeof en.problem, true>> = CODES;

describe('the texts', () => {
  test.each(Object.keys(NO_LEFT_OVER) as ProblemCode[])('%s has a title and ends with a next step', (code) => {
    const { title, next } = problemTexts[code];
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  });

  test('what a person at a kiosk is told instead is about codes that there are, and ends the same way', () => {
    for (const [code, { title, next }] of Object.entries(kioskTexts)) {
      expect(problemTexts).toHaveProperty([code]);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(next).toMatch(/^[A-Z].*\.$/);
      // Keys, queues and rights are staff's.
      expect(`${title} ${next}`).not.toMatch(/\bF\d+\b|queue|row|Graph|tenant|doctor/);
    }
  });

  test('no setting promises what is not there yet', () => {
    expect(JSON.stringify(en.settings)).not.toMatch(/this version|for later|not built/i);
  });

  test('no sentence blames the operator or says "error"', () => {
    expect(JSON.stringify(en)).not.toMatch(/\b(error|invalid|illegal|wrong input|please)\b/i);
  });
});
