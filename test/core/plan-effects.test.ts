import { describe, expect, test } from 'vitest';
import type { PlanStepState } from '../../electron/contract/plan.ts';
import type { Session } from '../../electron/contract/snapshot.ts';
import { dueEffects, nextDueAtMs } from '../../electron/core/due-effects.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import type { Plan, PlanStep } from '../../electron/core/plan.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { ANN, issuedItem, NOW_MS, planOf, SERIAL, stateWith, undoDraft } from './build-state.ts';

const LATER_MS = NOW_MS + 1_000;
const OPEN: PlanStepState = { kind: 'open' };
const SENDING: PlanStepState = { kind: 'sending' };
const WAITING: PlanStepState = { kind: 'waiting', untilMs: LATER_MS, problem: { code: 'throttled' } };
const CONFIRMING: PlanStepState = { kind: 'confirming', nextReadAtMs: LATER_MS, problem: null, readProblem: null };

function stateIn(step: Partial<PlanStep>, more: Partial<State> = {}, stage: Plan['stage'] = 'running'): State {
  const counted = { attempts: 2, reads: 3, readFailures: 1, ...step };
  return stateWith([issuedItem(1, SERIAL, ANN)], { plan: { ...planOf(undoDraft(), counted), stage }, ...more });
}

describe('what a plan is due', () => {
  test.each([
    [OPEN, { kind: 'intendTakeBack', key: 'intendTakeBack:0:2', step: 0 }],
    [SENDING, { kind: 'takeBack', key: 'takeBack:0:2', step: 0 }],
  ])('at once: %j', (state, effect) => {
    expect(dueEffects(stateIn({ state }), NOW_MS)).toEqual([effect]);
    expect(nextDueAtMs(stateIn({ state }), NOW_MS)).toBeNull();
  });

  test.each([
    [WAITING, { kind: 'intendTakeBack', key: 'intendTakeBack:0:2', step: 0 }],
    [CONFIRMING, { kind: 'readTakeBack', key: 'readTakeBack:0:2:3:1', step: 0 }],
  ])('at its time, and not a millisecond before: %j', (state, effect) => {
    const bench = stateIn({ state });
    expect(dueEffects(bench, LATER_MS - 1)).toEqual([]);
    expect(nextDueAtMs(bench, LATER_MS - 1)).toBe(LATER_MS);
    expect(dueEffects(bench, LATER_MS)).toEqual([effect]);
    expect(nextDueAtMs(bench, LATER_MS)).toBeNull();
  });

  test.each(['proposed', 'stopped'] as const)('nothing while it is %s', (stage) => {
    for (const state of [OPEN, SENDING, WAITING, CONFIRMING]) {
      expect(dueEffects(stateIn({ state }, {}, stage), LATER_MS)).toEqual([]);
      expect(nextDueAtMs(stateIn({ state }, {}, stage), NOW_MS)).toBeNull();
    }
  });

  test.each<Session>([{ kind: 'out', problem: null }, { kind: 'signingIn', prompt: null }, { kind: 'signingOut' }])(
    'nothing while nobody is signed in ($kind): it waits rather than being refused',
    (session) => {
      for (const state of [OPEN, SENDING, WAITING, CONFIRMING]) {
        const bench = stateIn({ state }, { session });
        expect(dueEffects(bench, LATER_MS).filter((effect) => 'step' in effect)).toEqual([]);
        expect(nextDueAtMs(bench, NOW_MS)).toBeNull();
      }
    },
  );

  test('nothing at a kiosk: whoever signs in there does not go on with what a desk began', () => {
    const bench = stateIn({ state: OPEN }, { kiosk: OPENED_KIOSK });
    expect(dueEffects(bench, LATER_MS).filter((effect) => 'step' in effect)).toEqual([]);
  });

  test('nothing while an event waits for the disk', () => {
    const storage = { ...EMPTY_STATE.storage, unsavedEvents: 1, problem: { code: 'storage-failing' as const } };
    expect(dueEffects(stateIn({ state: SENDING }, { storage }), LATER_MS)).toEqual([]);
  });
});
