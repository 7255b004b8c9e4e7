import type { Session } from '../../electron/contract/snapshot.ts';
import { describe, expect, test } from 'vitest';
import { dueEffects, nextDueAtMs } from '../../electron/core/due-effects.ts';
import type { State } from '../../electron/core/state.ts';
import { EMPTY_STATE } from '../../electron/core/state.ts';
import type { Plan } from '../../electron/core/plan.ts';
import { itemIn, NOW_MS, planOf, STATES, stateWith, undoDraft } from './build-state.ts';
import { reduce } from '../../electron/core/reduce.ts';

const problem = { code: 'throttled' } as const;

function searching(query: string): State['search'] {
  return { ...EMPTY_STATE.search, query, status: 'searching', users: [], more: false, problem: null };
}

const IN: Session = { kind: 'in', name: 'Desk', userPrincipalName: 'desk@example.com' };
const NOTED = { name: IN.name, userPrincipalName: IN.userPrincipalName };
const FIXED = { kind: 'fixed', name: 'Practice' } as const;

describe('what is due', () => {
  test('is nothing on an empty bench', () => {
    expect(dueEffects(EMPTY_STATE, NOW_MS)).toEqual([]);
    expect(nextDueAtMs(EMPTY_STATE, NOW_MS)).toBeNull();
  });

  test.each(['needsUser', 'needsCode', 'activated', 'stopped'] as const)(
    'is nothing for an item that is %s',
    (kind) => {
      const state = stateWith([itemIn(kind)]);
      expect(dueEffects(state, NOW_MS + 1e9)).toEqual([]);
      expect(nextDueAtMs(state, NOW_MS)).toBeNull();
    },
  );

  test('is the POST of an item that is activating, whatever the time', () => {
    const state = stateWith([itemIn('activating', { id: 7, attempts: 4 })]);
    expect(dueEffects(state, 0)).toEqual([{ kind: 'activate', key: 'activate:7:4', itemId: 7 }]);
    expect(nextDueAtMs(state, 0)).toBeNull();
  });

  test.each([
    ['waiting', { kind: 'waiting', untilMs: NOW_MS, problem }, { kind: 'sendAgain', key: 'again:7:4', itemId: 7 }],
    [
      'unsure',
      { kind: 'unsure', nextReadAtMs: NOW_MS, problem, readProblem: null },
      { kind: 'readMethod', key: 'read:7:2:1', itemId: 7 },
    ],
    [
      'confirming',
      { kind: 'confirming', nextReadAtMs: NOW_MS, readProblem: null },
      { kind: 'readMethod', key: 'read:7:2:1', itemId: 7 },
    ],
  ] as const)('comes at its time for an item that is %s, and not a millisecond before', (_, state, effect) => {
    const bench = stateWith([itemIn('waiting', { id: 7, attempts: 4, reads: 2, readFailures: 1, state })]);
    expect(dueEffects(bench, NOW_MS - 1)).toEqual([]);
    expect(nextDueAtMs(bench, NOW_MS - 1)).toBe(NOW_MS);
    expect(dueEffects(bench, NOW_MS)).toEqual([effect]);
    expect(nextDueAtMs(bench, NOW_MS)).toBeNull();
  });

  test('is the search that was asked for, and no longer once it has been answered', () => {
    const state = { ...EMPTY_STATE, search: searching('ann') };
    expect(dueEffects(state, NOW_MS)).toEqual([
      { kind: 'searchUsers', key: 'search:words:ann', query: 'ann', by: 'words' },
    ]);
    expect(dueEffects({ ...state, search: { ...searching('ann'), status: 'found' } }, NOW_MS)).toEqual([]);
    expect(dueEffects({ ...state, search: { ...searching('ann'), status: 'failed' } }, NOW_MS)).toEqual([]);
  });

  test.each([
    ['signingIn', [{ kind: 'signIn', key: 'signIn' }]],
    ['signingOut', [{ kind: 'signOut', key: 'signOut' }]],
    ['out', []],
  ] as const)('while the session is %s is %j', (kind, effects) => {
    const session = { kind, problem: null, prompt: null };
    expect(dueEffects({ ...EMPTY_STATE, session }, NOW_MS)).toEqual(effects);
  });

  test('of a session that stands is nothing', () => {
    expect(dueEffects({ ...EMPTY_STATE, session: IN, operator: NOTED, lastUsedAtMs: NOW_MS }, NOW_MS)).toEqual([]);
    const fixed = { ...EMPTY_STATE, session: FIXED, operator: { name: 'Practice', userPrincipalName: '' } };
    expect(dueEffects(fixed, NOW_MS)).toEqual([]);
  });

  test('of a session that the journal does not know of is to note who works here, once, and that they have left', () => {
    const come: State = { ...EMPTY_STATE, session: IN, lastUsedAtMs: NOW_MS };
    expect(dueEffects(come, NOW_MS)).toEqual([{ kind: 'noteOperator', key: 'noteOperator', operator: NOTED }]);
    const noted = reduce(come, { kind: 'operatorNoted', atMs: NOW_MS, operator: NOTED });
    expect(dueEffects(noted, NOW_MS)).toEqual([]);
    const leaving: State = { ...noted, session: { kind: 'signingOut' } };
    expect(dueEffects(leaving, NOW_MS).map(({ kind }) => kind)).toEqual(['signOut']);
    const left: State = { ...noted, session: { kind: 'out', problem: null } };
    expect(dueEffects(left, NOW_MS)).toEqual([{ kind: 'noteOperator', key: 'noteOperator', operator: null }]);
  });

  test('of several items is one effect each', () => {
    const items = [
      itemIn('activating', { id: 1, attempts: 1 }),
      itemIn('unsure', { id: 2, serialNumber: '20033752' }),
      itemIn('waiting', { id: 3, serialNumber: '60234567', attempts: 2 }),
      itemIn('needsCode', { id: 4, serialNumber: '10001001' }),
    ];
    const state = stateWith(items, { search: searching('bob') });
    expect(dueEffects(state, NOW_MS).map((effect) => effect.key)).toEqual([
      'search:words:bob',
      'activate:1:1',
      'read:2:0:0',
    ]);
    expect(dueEffects(state, NOW_MS + 30_000).map((effect) => effect.key)).toEqual([
      'search:words:bob',
      'activate:1:1',
      'read:2:0:0',
      'again:3:2',
    ]);
  });

  test('while an event waits for the disk is the sign-in and the search only: they touch no token', () => {
    const state = stateWith([itemIn('activating'), itemIn('unsure', { id: 2, serialNumber: '20033752' })], {
      session: { kind: 'signingIn', prompt: null },
      search: searching('ann'),
      storage: { ...EMPTY_STATE.storage, unsavedEvents: 1, problem: { code: 'storage-failing' } },
    });
    expect(dueEffects(state, NOW_MS).map((effect) => effect.kind)).toEqual(['signIn', 'searchUsers']);
  });
});

test('the timer is set for the earliest of all moments that lie ahead', () => {
  const at = (id: number, untilMs: number) =>
    itemIn('waiting', { id, serialNumber: `2003375${id}`, state: { ...STATES.waiting, untilMs } });
  const state = stateWith([at(1, NOW_MS + 9_000), at(2, NOW_MS + 2_000), at(3, NOW_MS - 5)]);
  expect(nextDueAtMs(state, NOW_MS)).toBe(NOW_MS + 2_000);
});

describe('the lock', () => {
  const used = { ...EMPTY_STATE, session: IN, operator: NOTED, lastUsedAtMs: NOW_MS };

  test('is due ten minutes after the last use, and one timer waits for it', () => {
    expect(nextDueAtMs(used, NOW_MS)).toBe(NOW_MS + 600_000);
    expect(dueEffects(used, NOW_MS + 599_999)).toEqual([]);
    expect(dueEffects(used, NOW_MS + 600_000)).toEqual([{ kind: 'lock', key: 'lock' }]);
  });

  test('waits for what is under way', () => {
    const busy = stateWith([itemIn('activating', { attempts: 1 })], { session: IN, lastUsedAtMs: NOW_MS });
    expect(dueEffects(busy, NOW_MS + 700_000).map(({ kind }) => kind)).toEqual(['activate']);
  });

  test('waits for a plan that runs, and not for one that is only shown or has stopped', () => {
    const plan = planOf(undoDraft());
    const kindsIn = (stage: Plan['stage']): readonly string[] =>
      dueEffects({ ...used, plan: { ...plan, stage } }, NOW_MS + 600_000).map(({ kind }) => kind);
    expect(kindsIn('running')).toEqual(['intendTakeBack']);
    expect(kindsIn('proposed')).toEqual(['lock']);
    expect(kindsIn('stopped')).toEqual(['lock']);
  });

  test('is no matter of practice', () => {
    const fixed = { ...used, session: FIXED, operator: { name: 'Practice', userPrincipalName: '' } };
    expect([nextDueAtMs(fixed, NOW_MS), dueEffects(fixed, NOW_MS + 700_000)]).toEqual([null, []]);
  });
});
