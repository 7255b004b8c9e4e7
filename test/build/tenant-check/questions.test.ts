import { describe, expect, test } from 'vitest';
import { READ_QUESTIONS } from '../../../build/tenant-check/ask-reads.ts';
import { WRITE_QUESTIONS } from '../../../build/tenant-check/ask-writes.ts';
import { giveTo, type Question, type Subjects } from '../../../build/tenant-check/question.ts';

const QUESTIONS: readonly Question[] = [...READ_QUESTIONS, ...WRITE_QUESTIONS];

/** Only what a question says that it needs. */
function subjectsOf({ needs }: Question): Subjects {
  return Object.fromEntries(needs.map((name) => [name, name === 'nextPage' ? '/directory/next' : `the-${name}`]));
}

describe('the table of questions', () => {
  test('names each once, in words that a file can be searched for', () => {
    const ids = QUESTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  });

  test.each(READ_QUESTIONS.map((question) => [question.id, question] as const))(
    '%s reads, and needs no more than it says',
    (_id, question) => {
      const steps = question.steps(giveTo(question, subjectsOf(question)));
      expect(steps.length).toBeGreaterThan(0);
      for (const { request } of steps) {
        const items = request.path === '/$batch' ? JSON.stringify(request.body) : '';
        expect(items).not.toMatch(/"method":"(?!GET)/);
        if (items === '') expect(request).toMatchObject({ method: 'GET', body: null });
      }
    },
  );

  test.each(WRITE_QUESTIONS.map((question) => [question.id, question] as const))(
    '%s writes, and needs no more than it says',
    (_id, question) => {
      for (const isActive of [true, false]) {
        const steps = question.steps(giveTo(question, subjectsOf(question)), isActive);
        expect(steps.length).toBeGreaterThan(0);
        for (const step of steps) {
          const request = step.request('123456');
          expect(request.method).not.toBe('GET');
          expect(request.path).toMatch(/^\/(users\/the-[a-zA-Z]+|me)\/authentication\/hardwareOathMethods/);
          // A code is asked for exactly where one is sent.
          expect(JSON.stringify(request.body).includes('123456')).toBe(step.code !== null);
        }
      }
    },
  );

  test('a write that touches the test token says to whom, so that it can be read back', () => {
    for (const { token, to, needs } of WRITE_QUESTIONS) {
      expect(token === 'none').toBe(to === null);
      if (to !== null) expect(needs).toEqual(expect.arrayContaining([to, 'testToken']));
    }
  });

  test('a write that cannot act has a serial number that is made up, and a wrong code', () => {
    for (const question of WRITE_QUESTIONS.filter(({ to }) => to === null)) {
      const steps = question.steps(giveTo(question, subjectsOf(question)), false);
      expect(steps.map(({ code, request }) => [code, request('000000').body])).toEqual([
        ['wrong', expect.objectContaining({ serialNumber: 'the-unknownSerial' })],
      ]);
    }
  });
});
