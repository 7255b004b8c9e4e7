import { describe, expect, test } from 'vitest';
import type { ItemState } from '../../electron/contract/item.ts';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { Event } from '../../electron/core/event.ts';
import type { OathStatus } from '../../electron/core/oath-method.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { foldEvents, itemIn, itemOf, NOW_MS, noticesOf, stateWith, openIdOf } from './build-state.ts';

function empty(atMs: number): Event {
  return { kind: 'methodRead', atMs, itemId: 1, method: null };
}

function shows(status: OathStatus, atMs = NOW_MS): Event {
  return { kind: 'methodRead', atMs, itemId: 1, method: { methodId: 'm1', serialNumber: 'GALT11420104', status } };
}

function unsureAfter(code: ProblemCode, methodId: string | null = null): State {
  const state: ItemState = { kind: 'unsure', nextReadAtMs: NOW_MS, problem: { code }, readProblem: null };
  return stateWith([itemIn('unsure', { state, methodId })], { openItemId: 1 });
}

const confirming = stateWith([itemIn('confirming')], { openItemId: 1 });

/** Reads one after the other, each 100 ms after it was due; the pauses are from one read to the next. */
const READS = [100, 1_200, 3_300, 7_400, 15_500].map((afterMs) => NOW_MS + afterMs);
const NEXT_AFTER = [1_100, 3_200, 7_300, 15_400].map((afterMs) => NOW_MS + afterMs);

describe('the pauses between reads are 1, 2, 4 and 8 seconds', () => {
  test.each([1, 2, 3, 4])('after %i empty reads of a lost answer the item is still unsure', (count) => {
    const item = itemOf(foldEvents(READS.slice(0, count).map(empty), unsureAfter('answer-lost')));
    expect(item.state).toEqual({
      kind: 'unsure',
      nextReadAtMs: NEXT_AFTER[count - 1],
      problem: { code: 'answer-lost' },
      readProblem: null,
    });
    expect(item.reads).toBe(count);
  });

  test.each([1, 2, 3, 4])('after %i empty read-backs the item is still confirming', (count) => {
    const item = itemOf(foldEvents(READS.slice(0, count).map(empty), confirming));
    expect(item.state).toEqual({ kind: 'confirming', nextReadAtMs: NEXT_AFTER[count - 1], readProblem: null });
  });
});

describe('after a lost answer', () => {
  test.each(['answer-lost', 'station-stopped'] as const)(
    '(%s) only the fifth empty read concludes: the code is asked for again, and nothing counts as a rejection',
    (code) => {
      const state = foldEvents(READS.map(empty), unsureAfter(code));
      expect(itemOf(state)).toMatchObject({
        state: { kind: 'needsCode', problem: { code } },
        rejections: 0,
        methodId: null,
      });
      expect(state.notices).toMatchObject([{ kind: 'codeWanted', problem: { code } }]);
    },
  );

  test.each(['assigned', 'failedActivation', 'available', 'unknown'] as const)(
    'a token that is %s is not concluded from one read either, but its method is remembered',
    (status) => {
      const item = itemOf(reduce(unsureAfter('answer-lost'), shows(status)));
      expect(item.state.kind).toBe('unsure');
      expect(item.methodId).toBe('m1');
    },
  );

  test('the newest read decides which method is known: one that is gone is assigned anew', () => {
    const seen = foldEvents([...READS.slice(0, 4).map(empty), shows('assigned')], unsureAfter('answer-lost'));
    expect(itemOf(seen)).toMatchObject({ state: { kind: 'needsCode' }, methodId: 'm1' });
    const gone = foldEvents([shows('assigned'), ...READS.slice(1).map(empty)], unsureAfter('answer-lost'));
    expect(itemOf(gone)).toMatchObject({ state: { kind: 'needsCode' }, methodId: null });
  });

  test.each([0, 1, 2, 3, 4])('a token that shows activated after %i empty reads is issued', (before) => {
    const state = foldEvents([...READS.slice(0, before).map(empty), shows('activated')], unsureAfter('answer-lost'));
    expect(itemOf(state).state).toEqual({ kind: 'activated' });
    expect(noticesOf(state)).toEqual(['activated']);
  });
});

describe('after a yes', () => {
  test('the fifth empty read-back stops the item as not confirmed', () => {
    const state = foldEvents(READS.map(empty), confirming);
    expect(itemOf(state).state).toEqual({ kind: 'stopped', problem: { code: 'not-confirmed' } });
    expect(itemOf(state).changedAtMs).toBe(NOW_MS + 15_500);
    expect(noticesOf(state)).toEqual(['stopped']);
  });

  test('a read-back that shows it activated proves it, names the person and frees the hand-over', () => {
    const state = reduce(confirming, shows('activated', NOW_MS + 900));
    expect(itemOf(state)).toMatchObject({ state: { kind: 'activated' }, methodId: 'm1', changedAtMs: NOW_MS + 900 });
    expect(state.notices).toMatchObject([{ kind: 'activated', itemId: 1, userName: 'Ann Example' }]);
    expect(openIdOf(state)).toBeNull();
    expect(state.counts).toEqual({ all: 1, needsYou: 0, working: 0, issued: 1 });
  });

  test('a stranger status keeps it confirming', () => {
    expect(itemOf(reduce(confirming, shows('unknown'))).state.kind).toBe('confirming');
  });
});

type Conclusion = readonly [refusal: ProblemCode, read: OathStatus | 'nothing', state: ItemState];

const CONCLUSIONS: readonly Conclusion[] = [
  ['code-rejected', 'nothing', { kind: 'needsCode', problem: { code: 'code-rejected' } }],
  ['code-rejected', 'assigned', { kind: 'needsCode', problem: { code: 'code-rejected' } }],
  ['code-rejected', 'failedActivation', { kind: 'needsCode', problem: { code: 'code-rejected' } }],
  ['code-rejected', 'activated', { kind: 'activated' }],
  ['token-taken', 'nothing', { kind: 'stopped', problem: { code: 'token-taken' } }],
  ['token-taken', 'assigned', { kind: 'needsCode', problem: { code: 'token-already-theirs' } }],
  ['token-taken', 'failedActivation', { kind: 'needsCode', problem: { code: 'token-already-theirs' } }],
  ['token-taken', 'available', { kind: 'needsCode', problem: { code: 'token-already-theirs' } }],
  ['token-taken', 'activated', { kind: 'activated' }],
  ['graph-refused', 'nothing', { kind: 'stopped', problem: { code: 'graph-refused' } }],
  ['graph-refused', 'assigned', { kind: 'needsCode', problem: { code: 'token-already-theirs' } }],
  ['graph-refused', 'activated', { kind: 'activated' }],
  ['method-unknown', 'nothing', { kind: 'stopped', problem: { code: 'method-unknown' } }],
  ['method-unknown', 'assigned', { kind: 'needsCode', problem: { code: 'token-already-theirs' } }],
  ['token-not-activated', 'nothing', { kind: 'stopped', problem: { code: 'token-not-activated' } }],
];

describe('after a refusal one read settles the matter', () => {
  test.each(CONCLUSIONS)('%s, and the read shows %s', (code, read, expected) => {
    const event = read === 'nothing' ? empty(NOW_MS) : shows(read);
    const item = itemOf(reduce(unsureAfter(code), event));
    expect(item.state).toEqual(expected);
    expect(item.methodId).toBe(read === 'nothing' ? null : 'm1');
  });

  test.each(['method-unknown', 'token-not-activated'] as const)(
    '%s of a token that was theirs, and the read shows it no more: the next code goes by its serial number',
    (code) => {
      const state = reduce(unsureAfter(code, 'm1'), empty(NOW_MS));
      expect(itemOf(state)).toMatchObject({ methodId: null, state: { kind: 'needsCode', problem: { code } } });
      expect(noticesOf(state)).toEqual(['codeWanted']);
    },
  );

  test('a rejected code is counted and said as such', () => {
    const state = reduce(unsureAfter('code-rejected'), shows('failedActivation'));
    expect(itemOf(state).rejections).toBe(1);
    expect(noticesOf(state)).toEqual(['codeRejected']);
  });

  test('a token that is theirs already is no rejection, and keeps what Graph said', () => {
    const problem = { code: 'token-taken', detail: '409 · conflict · Taken.', requestId: 'r1' } as const;
    const before = itemIn('unsure', { state: { kind: 'unsure', nextReadAtMs: NOW_MS, problem, readProblem: null } });
    const state = reduce(stateWith([before]), shows('assigned'));
    expect(itemOf(state).state).toEqual({ kind: 'needsCode', problem: { ...problem, code: 'token-already-theirs' } });
    expect(itemOf(state).rejections).toBe(0);
    expect(noticesOf(state)).toEqual(['codeWanted']);
  });
});
