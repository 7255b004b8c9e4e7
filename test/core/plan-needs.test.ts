import { describe, expect, test } from 'vitest';
import type { Session } from '../../electron/contract/snapshot.ts';
import type { PlanCommand } from '../../electron/core/decide-plan.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { NOW_MS } from './build-state.ts';
import { ASKED, decide, propose, QUEUE, START, UNDO, withStage } from './plan-desk.ts';

describe('one plan at a time', () => {
  test.each(ASKED)('%j is refused while there is one, whatever its stage', (command) => {
    for (const stage of ['proposed', 'running', 'stopped'] as const) {
      expect(decide(command, withStage(stage))).toBe('plan-under-way');
    }
  });

  test.each([
    ['proposed', { kind: 'planStarted' }, 'command-not-allowed', { kind: 'planDropped', atMs: NOW_MS }],
    ['running', 'plan-under-way', 'command-not-allowed', 'plan-under-way'],
    ['stopped', 'plan-under-way', { kind: 'planResumed', atMs: NOW_MS }, { kind: 'planLeft', atMs: NOW_MS }],
  ] as const)('while it is %s: start %j, resume %j, leave %j', (stage, start, resume, leave) => {
    const state = withStage(stage);
    if (typeof start === 'string') expect(decide(START, state)).toBe(start);
    else expect(decide(START, state)).toMatchObject(start);
    expect(decide({ kind: 'resumePlan' }, state)).toEqual(resume);
    expect(decide({ kind: 'leavePlan' }, state)).toEqual(leave);
  });

  test('there is nothing to resume or to leave without one', () => {
    expect(decide({ kind: 'resumePlan' })).toBe('command-not-allowed');
    expect(decide({ kind: 'leavePlan' })).toBe('command-not-allowed');
  });
});

describe('what a plan needs', () => {
  const SESSIONS: readonly Session[] = [
    { kind: 'out', problem: null },
    { kind: 'signingIn', prompt: null },
    { kind: 'signingOut' },
  ];

  test.each(SESSIONS)('is somebody who is signed in (now: $kind), but for leaving it', (session) => {
    for (const command of ASKED) expect(decide(command, { ...QUEUE, session })).toBe('signed-out');
    expect(decide(START, { ...propose(UNDO), session })).toBe('signed-out');
    expect(decide({ kind: 'resumePlan' }, { ...withStage('stopped'), session })).toBe('signed-out');
    expect(decide({ kind: 'leavePlan' }, { ...withStage('stopped'), session })).toMatchObject({ kind: 'planLeft' });
  });

  test('is a disk that takes what is intended', () => {
    const storage: State['storage'] = { ...EMPTY_STATE.storage, problem: { code: 'storage-failing' } };
    expect(decide(START, { ...propose(UNDO), storage })).toBe('storage-failing');
    expect(decide({ kind: 'resumePlan' }, { ...withStage('stopped'), storage })).toBe('storage-failing');
  });

  test('is a desk: at a kiosk nobody takes back anything', () => {
    const commands: readonly PlanCommand[] = [...ASKED, START, { kind: 'resumePlan' }, { kind: 'leavePlan' }];
    for (const state of [QUEUE, withStage('proposed'), withStage('stopped')]) {
      for (const command of commands) {
        expect(decide(command, { ...state, kiosk: OPENED_KIOSK })).toBe('command-not-allowed');
      }
    }
  });

  test('is that it is not certain that the operator may not', () => {
    const readOnly = {
      scopes: ['UserAuthMethod-HardwareOATH.Read.All'],
      roles: null,
      methodsProblem: null,
      inventoryProblem: null,
    };
    for (const command of ASKED) {
      expect(decide(command, { ...QUEUE, rights: readOnly })).toBe('command-not-allowed');
      expect(decide(command, { ...QUEUE, rights: { ...readOnly, scopes: [] } })).toMatchObject({
        kind: 'planProposed',
      });
    }
  });
});
