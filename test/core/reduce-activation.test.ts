import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { ANN, BOB, foldEvents, itemIn, itemOf, NOW_MS, noticesOf, stateWith, openIdOf } from './build-state.ts';

const AT_MS = NOW_MS + 5_000;
const of1 = { atMs: AT_MS, itemId: 1 };
const intended = { kind: 'activationIntended', ...of1, userId: ANN.id } as const;
const activating = stateWith([itemIn('activating', { attempts: 3, reads: 2, readFailures: 1 })], { openItemId: 1 });

function refused(code: ProblemCode): Event {
  return { kind: 'activationRefused', ...of1, problem: { code, detail: '400 · badRequest · No.', requestId: 'r1' } };
}

describe('the intent to activate', () => {
  test.each(['needsCode', 'waiting'] as const)(
    'from %s counts as one more attempt and forgets earlier reads',
    (kind) => {
      const before = itemIn(kind, { attempts: 1, reads: 4, readFailures: 2, parked: true });
      expect(itemOf(reduce(stateWith([before]), intended))).toEqual({
        ...before,
        state: { kind: 'activating' },
        attempts: 2,
        reads: 0,
        readFailures: 0,
        parked: false,
        changedAtMs: AT_MS,
      });
    },
  );

  test('keeps the method that was seen and the rejections so far', () => {
    const before = itemIn('needsCode', { methodId: 'm1', rejections: 2 });
    const after = itemOf(reduce(stateWith([before]), intended));
    expect(after).toMatchObject({ methodId: 'm1', rejections: 2, user: ANN });
  });
});

describe('the person that a code was typed for', () => {
  test.each(['needsCode', 'waiting'] as const)('is the only one who gets it, while the item is %s', (kind) => {
    const state = stateWith([itemIn(kind, { user: BOB })]);
    expect(reduce(state, intended)).toBe(state);
    expect(itemOf(reduce(state, { ...intended, userId: BOB.id })).state.kind).toBe('activating');
  });
});

describe('how often in a row Graph has put a code off', () => {
  const later: Event = { kind: 'activationPostponed', ...of1, untilMs: AT_MS, problem: { code: 'throttled' } };
  const waiting = foldEvents([intended, later], stateWith([itemIn('needsCode', { postponements: 9 })]));

  test('is counted while the same code is sent again', () => {
    expect(itemOf(waiting).postponements).toBe(1);
    expect(itemOf(foldEvents([intended, later, intended], waiting)).postponements).toBe(2);
  });

  test('begins anew with the next code', () => {
    expect(itemOf(foldEvents([{ kind: 'codeExpired', ...of1 }, intended], waiting)).postponements).toBe(0);
  });
});

describe('the answer to an activation', () => {
  test('yes: the item is confirming and is read at once', () => {
    const item = itemOf(reduce(activating, { kind: 'activationDone', ...of1, requestId: 'r1' }));
    expect(item.state).toEqual({ kind: 'confirming', nextReadAtMs: AT_MS, readProblem: null });
    expect(item.changedAtMs).toBe(AT_MS);
  });

  test('yes is not "issued" before a read has proved it', () => {
    const state = reduce(activating, { kind: 'activationDone', ...of1, requestId: null });
    expect(state.counts).toEqual({ all: 1, needsYou: 0, working: 1, issued: 0 });
    expect(noticesOf(state)).toEqual([]);
  });

  test('later: the item waits until the time that Graph named, and says why', () => {
    const problem = { code: 'throttled', detail: '429' } as const;
    const state = reduce(activating, { kind: 'activationPostponed', ...of1, untilMs: AT_MS + 17_000, problem });
    expect(itemOf(state).state).toEqual({ kind: 'waiting', untilMs: AT_MS + 17_000, problem });
    expect(itemOf(state).attempts).toBe(3);
    expect(state.notices).toMatchObject([{ kind: 'waiting', itemId: 1, userName: 'Ann Example', problem }]);
  });

  test('lost: the item is unsure and is read at once, with a fresh row of reads', () => {
    const problem = { code: 'answer-lost', detail: 'socket hang up' } as const;
    const state = reduce(activating, { kind: 'answerLost', ...of1, problem });
    expect(itemOf(state)).toMatchObject({
      state: { kind: 'unsure', nextReadAtMs: AT_MS, problem, readProblem: null },
      reads: 0,
      readFailures: 0,
      attempts: 3,
      changedAtMs: AT_MS,
    });
    expect(state.notices).toMatchObject([{ kind: 'unsure', itemId: 1, problem }]);
  });

  test.each(['graph-unreachable', 'graph-failing', 'throttled'] as const)(
    'lost in the words of %s: what counts is that nobody knows, and one empty read settles nothing',
    (code) => {
      const lost: Event = { kind: 'answerLost', ...of1, problem: { code, detail: 'ECONNRESET', requestId: 'r1' } };
      const state = foldEvents([lost, { kind: 'methodRead', ...of1, method: null }], activating);
      const problem = { code: 'answer-lost', detail: 'ECONNRESET', requestId: 'r1' };
      expect(itemOf(state).state).toEqual({ kind: 'unsure', nextReadAtMs: AT_MS + 1_000, problem, readProblem: null });
    },
  );

  test.each(['code-rejected', 'token-taken', 'graph-refused', 'method-unknown', 'token-not-activated'] as const)(
    'refused as %s: the methods are read before anything is concluded',
    (code) => {
      const state = reduce(activating, refused(code));
      expect(itemOf(state).state).toEqual({
        kind: 'unsure',
        nextReadAtMs: AT_MS,
        problem: { code, detail: '400 · badRequest · No.', requestId: 'r1' },
        readProblem: null,
      });
      expect(itemOf(state)).toMatchObject({ reads: 0, readFailures: 0, rejections: 0 });
      expect(noticesOf(state)).toEqual([]);
    },
  );

  test.each([
    'serial-unknown',
    'token-already-theirs',
    'user-has-five-methods',
    'user-is-guest',
    'user-unknown',
    'not-permitted',
    'signed-out',
    'blocked-by-policy',
    'fresh-sign-in-wanted',
    'proxy-sign-in-wanted',
    'throttled',
    'graph-unreachable',
  ] as const)('refused as %s: the item stops and keeps what Graph said, word by word', (code) => {
    const state = reduce(activating, refused(code));
    const problem = { code, detail: '400 · badRequest · No.', requestId: 'r1' };
    expect(itemOf(state).state).toEqual({ kind: 'stopped', problem });
    expect(itemOf(state).changedAtMs).toBe(AT_MS);
    expect(state.notices).toMatchObject([{ kind: 'stopped', itemId: 1, problem }]);
    expect(openIdOf(state)).toBe(1);
  });

  test.each(['activating', 'waiting'] as const)(
    'a code that got too old while %s is asked for again, without blame',
    (kind) => {
      const state = reduce(stateWith([itemIn(kind, { rejections: 1 })]), { kind: 'codeExpired', ...of1 });
      expect(itemOf(state).state).toEqual({ kind: 'needsCode', problem: { code: 'code-too-old' } });
      expect(itemOf(state).rejections).toBe(1);
      expect(state.notices).toMatchObject([{ kind: 'codeWanted', problem: { code: 'code-too-old' } }]);
    },
  );
});

describe('one item of several', () => {
  test('an answer touches its own item only', () => {
    const other = itemIn('activating', { id: 2, serialNumber: '20033752' });
    const state = stateWith([itemIn('activating'), other]);
    const next = reduce(state, { kind: 'activationDone', ...of1, requestId: null });
    expect(next.items.get(2)).toBe(other);
  });
});
