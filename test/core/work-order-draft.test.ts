import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectoryUser, PersonKey } from '../../electron/core/graph-port.ts';
import { readWorkOrderSheet } from '../../electron/core/work-order.ts';
import {
  createDraft,
  judgeDraft,
  linesOfDraft,
  pageOfDraft,
  withAnswers,
  withoutFailures,
  withoutOthers,
  type JudgedDraft,
  type OrderDraft,
  type PeopleRead,
} from '../../electron/core/work-order-draft.ts';

const NO_OTHERS: ReadonlyMap<string, string> = new Map();

function draftOf(...rows: readonly (readonly [upn: string, employeeId: string])[]): OrderDraft {
  const cells = [['upn', 'employee id'], ...rows];
  const sheet = readWorkOrderSheet(cells.map((row, index) => ({ line: index + 1, cells: row })));
  if (!sheet.ok) throw new Error(sheet.problem.code);
  return createDraft(sheet.value);
}

function person(id: string, account: Partial<DirectoryUser['account']> = {}): DirectoryUser {
  const names = { displayName: id, userPrincipalName: `${id}@x`, mail: null, department: null, jobTitle: null };
  return { user: { id, ...names, employeeId: null }, account: { isGuest: false, isEnabled: true, ...account } };
}

function read(...people: readonly DirectoryUser[]): PeopleRead {
  return { kind: 'read', value: people };
}

const FAILED = { kind: 'failed', problem: { code: 'graph-unreachable' }, status: null, retryAfterMs: null } as const;

/** Answers everybody, as often as somebody is asked about. */
function answerAll(draft: OrderDraft, answer: (key: PersonKey) => PeopleRead): OrderDraft {
  const { nextKeys } = judgeDraft(draft, NO_OTHERS);
  if (nextKeys.length === 0) return draft;
  return answerAll(
    withAnswers(
      draft,
      nextKeys.map((key) => [key, answer(key)]),
    ),
    answer,
  );
}

function kinds({ verdicts }: JudgedDraft): readonly string[] {
  return verdicts.map(({ isUsable, faults }) => [isUsable ? 'ok' : 'no', ...faults.map(({ kind }) => kind)].join(' '));
}

describe('a draft', () => {
  test('asks about each person once, at most so many at a time, and counts nothing before', () => {
    const draft = draftOf(...Array.from({ length: 600 }, (_, index) => [`p${index % 300}@x`, ''] as const));
    const judged = judgeDraft(draft, NO_OTHERS);
    expect(judged.nextKeys).toHaveLength(260);
    expect(judged).toMatchObject({ checkedCount: 0, counts: { all: 600, usable: 0, doubtful: 0, unusable: 0 } });
  });

  test('the same person by sign-in name and by employee id is there twice, whichever answer comes first', () => {
    const draft = draftOf(['ann@x', ''], ['', '1'], ['bob@x', '']);
    const asked = judgeDraft(draft, NO_OTHERS).nextKeys;
    const of = ({ value }: PersonKey): PeopleRead => read(person(value === 'bob@x' ? 'b' : 'A'));
    for (const order of [asked, asked.toReversed()]) {
      const answered = order.reduce((known, key) => withAnswers(known, [[key, of(key)]]), draft);
      expect(kinds(judgeDraft(answered, NO_OTHERS))).toEqual(['ok', 'no personTwice', 'ok']);
    }
  });

  test('a second line counts as the second, even if the first cannot be served', () => {
    const draft = answerAll(draftOf(['ann@x', ''], ['ann@x', '']), () => read(person('a', { isGuest: true })));
    expect(kinds(judgeDraft(draft, NO_OTHERS))).toEqual(['no guest', 'no personTwice guest']);
  });

  test('an object id in the other case of its letters is the same person', () => {
    const draft = answerAll(draftOf(['ann@x', ''], ['', '1']), ({ by }) =>
      read(person(by === 'employeeId' ? 'AbC' : 'aBc')),
    );
    expect(kinds(judgeDraft(draft, NO_OTHERS))).toEqual(['ok', 'no personTwice']);
    expect(judgeDraft(draft, new Map([['abc', 'Monday']])).verdicts[0]?.faults).toEqual([
      { kind: 'inOtherOrder', orderName: 'Monday' },
    ]);
  });

  test('where the line is silent, all who are left have failed, and only those are asked about again', () => {
    const draft = withAnswers(draftOf(['ann@x', ''], ['bob@x', ''], ['cy@x', '']), [
      [{ by: 'userPrincipalName', value: 'ann@x' }, read(person('a'))],
    ]);
    const silent = withoutOthers(draft, FAILED);
    expect(kinds(judgeDraft(silent, NO_OTHERS))).toEqual(['ok', 'no notLookedUp', 'no notLookedUp']);
    expect(judgeDraft(withoutFailures(silent), NO_OTHERS).nextKeys.map(({ value }) => value)).toEqual([
      'bob@x',
      'cy@x',
    ]);
  });

  test('becomes an order of those who can be served, and nobody twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('', 'a@x', 'A@x', 'b@x', 'c@x'), fc.constantFrom('', '1', '2', '1E+9')), {
          minLength: 1,
        }),
        fc.dictionary(
          fc.constantFrom('a@x', 'b@x', 'c@x', '1', '2'),
          fc.oneof(
            fc.constant(FAILED),
            fc
              .array(
                fc
                  .tuple(fc.constantFrom('u1', 'u2', 'u3'), fc.boolean())
                  .map(([id, isGuest]) => person(id, { isGuest })),
                { maxLength: 2 },
              )
              .map((people) => read(...people)),
          ),
        ),
        (rows, tenant) => {
          const sheet = readWorkOrderSheet(
            [['upn', 'employee id'], ...rows].map((cells, index) => ({ line: index + 1, cells })),
          );
          if (!sheet.ok) return;
          const draft = answerAll(createDraft(sheet.value), ({ value }) => tenant[value.toLowerCase()] ?? read());
          const judged = judgeDraft(draft, NO_OTHERS);
          const lines = linesOfDraft(judged);
          expect(new Set(lines.map(({ user }) => user.id)).size).toBe(lines.length);
          expect(judged.checkedCount).toBe(judged.counts.all);
          expect(judged.counts.usable + judged.counts.unusable).toBe(judged.counts.all);
          expect(lines).toHaveLength(judged.counts.usable);
          // Whoever is left out is told why.
          for (const { isUsable, faults } of judged.verdicts) expect(isUsable || faults.length > 0).toBe(true);
        },
      ),
    );
  });

  test('has one page where it has no faults to show', () => {
    const judged = judgeDraft(draftOf(['ann@x', '']), NO_OTHERS);
    expect(pageOfDraft(judged, { page: 3, onlyFaults: true })).toMatchObject({ page: 0, pageCount: 1, lines: [] });
  });
});
