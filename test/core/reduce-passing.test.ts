import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { EMPTY_STATE } from '../../electron/core/state.ts';
import { ANN, BOB, foldEvents, itemIn, itemOf, NOW_MS, noticesOf, STATES, stateWith } from './build-state.ts';

const atMs = NOW_MS;

describe('readers', () => {
  const left: Event = { kind: 'readerAttached', atMs, readerKey: 'left', name: 'Honeywell 1900' };
  const right: Event = { kind: 'readerAttached', atMs, readerKey: 'right', name: 'Honeywell 1900' };

  test('two equal scanners are two readers, and each is greeted', () => {
    const state = foldEvents([left, right]);
    expect(state.readers).toEqual([
      { readerKey: 'left', name: 'Honeywell 1900', problem: null },
      { readerKey: 'right', name: 'Honeywell 1900', problem: null },
    ]);
    expect(state.notices).toMatchObject([
      { kind: 'readerReady', text: 'Honeywell 1900', itemId: null },
      { kind: 'readerReady', text: 'Honeywell 1900 2', itemId: null },
    ]);
  });

  test('one that is plugged in again is listed once, without its old trouble', () => {
    const problem = { code: 'reader-permission-denied' } as const;
    const state = foldEvents([{ kind: 'readerTroubled', atMs, readerKey: 'left', name: 'Reader', problem }, left]);
    expect(state.readers).toEqual([{ readerKey: 'left', name: 'Honeywell 1900', problem: null }]);
  });

  test('one that cannot be used is listed with the reason', () => {
    const problem = { code: 'reader-permission-denied', detail: 'EACCES' } as const;
    const state = foldEvents([
      left,
      { kind: 'readerTroubled', atMs, readerKey: 'left', name: 'Honeywell 1900', problem },
    ]);
    expect(state.readers).toEqual([{ readerKey: 'left', name: 'Honeywell 1900', problem }]);
  });

  test('one that is unplugged leaves the list and is named', () => {
    const state = foldEvents([left, right, { kind: 'readerDetached', atMs, readerKey: 'left' }]);
    expect(state.readers.map((reader) => reader.readerKey)).toEqual(['right']);
    expect(state.notices.at(-1)).toMatchObject({ kind: 'readerGone', text: 'Honeywell 1900' });
  });

  test('one that was never there cannot leave', () => {
    const state = foldEvents([left]);
    expect(reduce(state, { kind: 'readerDetached', atMs, readerKey: 'other' })).toBe(state);
  });
});

describe('the search for people', () => {
  const asked: Event = { kind: 'usersSearched', atMs, query: 'ann' };
  const found: Event = { kind: 'usersFound', atMs, query: 'ann', users: [ANN, BOB], more: true };

  test('is under way once asked for', () => {
    expect(foldEvents([asked]).search).toMatchObject({
      by: 'words' as const,
      query: 'ann',
      status: 'searching',
      problem: null,
    });
  });

  test('drops the list of other words at once, so that nobody is chosen from it a moment late', () => {
    const state = foldEvents([asked, found, { kind: 'usersSearched', atMs, query: 'bob' }]);
    expect(state.search).toEqual({
      by: 'words' as const,
      query: 'bob',
      status: 'searching',
      users: [],
      more: false,
      problem: null,
    });
  });

  test('gives the list that was found, in the order in which it came', () => {
    expect(foldEvents([asked, found]).search).toMatchObject({
      query: 'ann',
      status: 'found',
      users: [ANN, BOB],
      more: true,
      problem: null,
    });
  });

  test('says why it failed, with an empty list', () => {
    const problem = { code: 'graph-unreachable' } as const;
    const state = foldEvents([asked, found, asked, { kind: 'usersNotFound', atMs, query: 'ann', problem }]);
    expect(state.search).toMatchObject({ query: 'ann', status: 'failed', users: [], more: false, problem });
  });

  test('forgets an earlier failure when it is asked again', () => {
    const problem = { code: 'graph-unreachable' } as const;
    const state = foldEvents([asked, { kind: 'usersNotFound', atMs, query: 'ann', problem }, asked]);
    expect(state.search).toMatchObject({ status: 'searching', problem: null });
  });

  test.each<Event>([
    { kind: 'usersFound', atMs, query: 'an', users: [BOB], more: false },
    { kind: 'usersNotFound', atMs, query: 'an', problem: { code: 'graph-failing' } },
  ])('drops the answer to an older question ($kind)', (late) => {
    const state = foldEvents([asked]);
    expect(reduce(state, late)).toBe(state);
  });

  test('an empty query clears the list', () => {
    const state = foldEvents([asked, found, { kind: 'usersSearched', atMs, query: '' }]);
    expect(state.search).toEqual(EMPTY_STATE.search);
  });
});

describe('the session', () => {
  const problem = { code: 'signed-out', detail: 'called off' } as const;
  const signedIn: Event = { kind: 'signedIn', atMs, name: 'Desk', userPrincipalName: 'desk@example.com' };

  test('nobody is signed in at first', () => {
    expect(EMPTY_STATE.session).toEqual({ kind: 'out', problem: null });
  });

  test('goes in and out one step after the other', () => {
    const steps: readonly Event[] = [
      { kind: 'signInWanted', atMs },
      signedIn,
      { kind: 'signOutWanted', atMs },
      { kind: 'signedOut', atMs, problem: null },
    ];
    expect([1, 2, 3, 4].map((count) => foldEvents(steps.slice(0, count)).session)).toEqual([
      { kind: 'signingIn', prompt: null },
      { kind: 'in', name: 'Desk', userPrincipalName: 'desk@example.com' },
      { kind: 'signingOut' },
      { kind: 'out', problem: null },
    ]);
  });

  test('a sign-in that fails says why, and a new one forgets it', () => {
    const failed = foldEvents([
      { kind: 'signInWanted', atMs },
      { kind: 'signedOut', atMs, problem },
    ]);
    expect(failed.session).toEqual({ kind: 'out', problem });
    expect(foldEvents([{ kind: 'signInWanted', atMs }], failed).session).toEqual({ kind: 'signingIn', prompt: null });
  });

  test('that a call finds lost is over, and says why', () => {
    const state = foldEvents([signedIn, { kind: 'sessionLost', atMs, problem }]);
    expect(state.session).toEqual({ kind: 'out', problem });
  });

  test.each<readonly [what: string, events: readonly Event[]]>([
    ['is fixed', [{ kind: 'sessionFixed', atMs, name: 'Practice' }]],
    ['is being opened', [{ kind: 'signInWanted', atMs }]],
    ['is being closed', [signedIn, { kind: 'signOutWanted', atMs }]],
    ['is over already', [signedIn, { kind: 'signedOut', atMs, problem: null }]],
  ])('a call that is refused late changes nothing where the session %s', (_, events) => {
    const state = foldEvents(events);
    expect(reduce(state, { kind: 'sessionLost', atMs, problem })).toBe(state);
  });

  test('touches no item and no search', () => {
    const search = {
      by: 'words' as const,
      query: 'ann',
      status: 'found' as const,
      users: [ANN],
      more: false,
      problem: null,
    };
    const before = stateWith([itemIn('activating')], { search, openItemId: 1 });
    const after = foldEvents([signedIn, { kind: 'sessionLost', atMs, problem }], before);
    expect({ ...after, session: before.session }).toEqual({ ...before, lastUsedAtMs: atMs });
  });
});

describe('the health of Graph', () => {
  const silent = (silentAtMs: number): Event => ({
    kind: 'graphSilent',
    atMs: silentAtMs,
    problem: { code: 'graph-unreachable', detail: String(silentAtMs - NOW_MS) },
  });

  test('is unknown at first and reachable after an answer', () => {
    expect(EMPTY_STATE.graph).toEqual({ kind: 'unknown' });
    expect(foldEvents([{ kind: 'graphAnswered', atMs, latencyMs: 84 }]).graph).toEqual({
      kind: 'reachable',
      latencyMs: 84,
    });
  });

  test('silence counts from its beginning and keeps the newest reason', () => {
    expect(foldEvents([silent(NOW_MS), silent(NOW_MS + 9_000)]).graph).toEqual({
      kind: 'unreachable',
      sinceMs: NOW_MS,
      problem: { code: 'graph-unreachable', detail: '9000' },
    });
  });

  test('an answer ends the silence, and the next silence counts anew', () => {
    const answered: Event = { kind: 'graphAnswered', atMs: NOW_MS + 10_000, latencyMs: 120 };
    const state = foldEvents([silent(NOW_MS), answered, silent(NOW_MS + 20_000)]);
    expect(state.graph).toMatchObject({ kind: 'unreachable', sinceMs: NOW_MS + 20_000 });
  });
});

describe('the disk', () => {
  const failed = (unsavedEvents: number): Event => ({
    kind: 'storageFailed',
    atMs,
    problem: { code: 'storage-failing', detail: `${unsavedEvents} wait` },
    unsavedEvents,
  });

  test('shows how much waits for it and why, and says so once', () => {
    const state = foldEvents([failed(1), failed(4)]);
    expect(state.storage).toMatchObject({ unsavedEvents: 4, problem: { code: 'storage-failing', detail: '4 wait' } });
    expect(noticesOf(state)).toEqual(['storageFailing']);
  });

  test('is safe again, said once', () => {
    const recovered: Event = { kind: 'storageRecovered', atMs };
    const state = foldEvents([failed(1), recovered, recovered]);
    expect(state.storage).toMatchObject({ unsavedEvents: 0, problem: null });
    expect(noticesOf(state)).toEqual(['storageFailing', 'storageSafe']);
  });

  test('its trouble and its recovery leave the list of unreadable events alone', () => {
    const unreadable = [{ seq: 3, reason: 'not JSON' }];
    const opened: Event = { kind: 'journalOpened', atMs, unreadable, chainBrokenAtSeq: 3 };
    const state = foldEvents([opened, failed(1), { kind: 'storageRecovered', atMs }]);
    expect(state.storage).toEqual({ unsavedEvents: 0, problem: null, unreadable, chainBrokenAtSeq: 3 });
  });
});

test('the window may look at another page of the queue', () => {
  const state = foldEvents([{ kind: 'queueShown', atMs, filter: 'working', page: 3 }]);
  expect(state.shown).toEqual({ filter: 'working', page: 3 });
});

describe('a read that is wanted now', () => {
  test.each(['unsure', 'confirming'] as const)('makes the next read of an item that is %s due at once', (kind) => {
    const before = itemIn(kind, { reads: 3, state: { ...STATES[kind], nextReadAtMs: NOW_MS + 60_000 } });
    const state = reduce(stateWith([before]), { kind: 'readWanted', atMs: NOW_MS + 5, itemId: 1 });
    expect(itemOf(state)).toEqual({ ...before, state: { ...before.state, nextReadAtMs: NOW_MS + 5 } });
  });
});
