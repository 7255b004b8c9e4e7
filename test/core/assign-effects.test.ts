import { describe, expect, test } from 'vitest';
import { dueEffects, nextDueAtMs } from '../../electron/core/due-effects.ts';
import type { Item, State } from '../../electron/core/state.ts';
import { ANN, itemIn, NOW_MS, planOf, stateWith, undoDraft } from './build-state.ts';
import { working } from './orders-build.ts';

function toAssign(kind: Item['state']['kind'], id = 1): Item {
  return itemIn(kind, { goal: 'assign', id, serialNumber: `2003375${id}` });
}

function due(state: State, atMs = NOW_MS): readonly string[] {
  return dueEffects(state, atMs).map(({ kind }) => kind);
}

describe('a token that only has to be assigned', () => {
  test('is begun with an intent, by a key of its own', () => {
    expect(dueEffects(stateWith([toAssign('readyToAssign')]), NOW_MS)).toEqual([
      { kind: 'startAssignment', key: 'assignment:1:0', itemId: 1, userId: ANN.id },
    ]);
  });

  test('is assigned from its intent, and never sent a code', () => {
    expect(dueEffects(stateWith([toAssign('activating')]), NOW_MS)).toEqual([
      { kind: 'assign', key: 'activate:1:0', itemId: 1 },
    ]);
  });

  test('that waits is begun again when its time has come, not before', () => {
    const state = stateWith([toAssign('waiting')]);
    expect(due(state)).toEqual([]);
    expect(nextDueAtMs(state, NOW_MS)).toBe(NOW_MS + 30_000);
    expect(due(state, NOW_MS + 30_000)).toEqual(['startAssignment']);
  });

  test.each<readonly [string, State['session']]>([
    ['nobody is signed in', { kind: 'out', problem: null }],
    ['somebody is signing in', { kind: 'signingIn', prompt: null }],
    ['somebody is signing out', { kind: 'signingOut' }],
  ])('waits while %s', (_, session) => {
    const state = stateWith([toAssign('readyToAssign')], { session, operator: null });
    expect(due(state)).not.toContain('startAssignment');
  });

  test('waits while a plan is at work on it', () => {
    const draft = undoDraft();
    const steps = draft.steps.map((step) => ({ ...step, serialNumber: '20033751' }));
    const plan = planOf({ ...draft, steps });
    expect(due(stateWith([toAssign('readyToAssign')], { plan }))).not.toContain('startAssignment');
  });

  test('waits while others are under way: four at once, the oldest first', () => {
    const six = [1, 2, 3, 4, 5, 6].map((id) => toAssign(id < 3 ? 'activating' : 'readyToAssign', id));
    const effects = dueEffects(stateWith(six), NOW_MS).map((effect) => ('itemId' in effect ? effect.itemId : 0));
    expect(effects).toEqual([1, 2, 3, 4]);
  });
});

test('a kiosk leaves the orders of the desk that it was before', () => {
  const state = working('activate');
  const { kiosk } = { kiosk: { visit: 0, person: null } };
  expect(due(state)).not.toContain('leaveOrder');
  const atKiosk: State = {
    ...state,
    kiosk: { ...kiosk, signedInAtMs: null, needsFreshSignIn: false, wasAskedAgain: false, endsWith: null },
  };
  expect(dueEffects(atKiosk, NOW_MS)).toContainEqual({ kind: 'leaveOrder', key: 'leaveOrder:left', laneId: 'left' });
});
