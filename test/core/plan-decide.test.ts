import { describe, expect, test } from 'vitest';
import type { PlanReason } from '../../electron/contract/plan.ts';
import { decideCommand } from '../../electron/core/decide-command.ts';
import type { PlanCommand } from '../../electron/core/decide-plan.ts';
import type { Plan } from '../../electron/core/plan.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { EMPTY_STATE, type Item, type State } from '../../electron/core/state.ts';
import {
  ANN,
  BOB,
  issuedItem,
  itemIn,
  NOW_MS,
  planOf,
  SERIAL,
  stateWith,
  takeBackOf,
  undoDraft,
} from './build-state.ts';
import { ASKED, decide, LOOKED_AT, propose, QUEUE, REASSIGN, REPLACE, START, SWAP_THEM, UNDO } from './plan-desk.ts';
import { NEW, OLD, STATES, SWAP, X, Y } from './plan-scenes.ts';

const MINUTE_MS = 60_000;
describe('what is shown before anything is sent', () => {
  test.each<readonly [command: PlanCommand, plan: unknown]>([
    [UNDO, undoDraft()],
    [
      REPLACE,
      {
        kind: 'replace',
        reason: 'lost',
        steps: [{ user: { id: ANN.id, displayName: ANN.displayName }, serialNumber: OLD, methodId: 'm9' }],
        afterwards: [{ itemId: 3, user: ANN }],
      },
    ],
    [
      REASSIGN,
      {
        kind: 'reassign',
        reason: 'returned',
        // Nothing but the id is known of whoever has it.
        steps: [{ user: { id: 'kofi', displayName: 'kofi' }, serialNumber: NEW.serialNumber, methodId: 'd3' }],
        afterwards: [{ itemId: 3, user: ANN }],
      },
    ],
    [SWAP_THEM, SWAP],
  ])('%j is a plan of calls in their order', (command, plan) => {
    expect(decide(command)).toEqual({ kind: 'planProposed', atMs: NOW_MS, plan });
    expect(propose(command).plan).toMatchObject({
      stage: 'proposed',
      steps: [{ state: { kind: 'open' } }, {}].slice(0, command === SWAP_THEM ? 2 : 1),
    });
  });

  test('a token without a serial number is named by its id', () => {
    expect(decide({ ...REPLACE, methodId: 'm8' })).toMatchObject({
      plan: { steps: [{ serialNumber: 'm8', methodId: 'm8' }] },
    });
  });

  test.each<readonly [what: string, command: PlanCommand, code: string]>([
    ['an undo of a token that is not there', { ...UNDO, itemId: 9 }, 'item-gone'],
    ['an undo of a token that is not issued', { ...UNDO, itemId: 3 }, 'command-not-allowed'],
    ['a replacement of a token that she does not have', { ...REPLACE, methodId: 'm7' }, 'command-not-allowed'],
    ['a replacement for a token that is issued', { ...REPLACE, itemId: 1 }, 'command-not-allowed'],
    ['a reassignment of a token that nobody has', { ...REASSIGN, itemId: 1 }, 'command-not-allowed'],
    ['a swap with a token that is not there', { ...SWAP_THEM, otherItemId: 9 }, 'item-gone'],
    ['a swap with itself', { ...SWAP_THEM, otherItemId: 1 }, 'command-not-allowed'],
    ['a swap with a token that is not issued', { ...SWAP_THEM, otherItemId: 3 }, 'command-not-allowed'],
  ])('%s is refused', (_, command, code) => {
    expect(decide(command)).toBe(code);
  });

  test('a swap of two tokens of one person is refused', () => {
    expect(decide(SWAP_THEM, stateWith([X, { ...Y, user: ANN }]))).toBe('command-not-allowed');
  });

  test('a token that the queue is at work on is not taken back', () => {
    const working = itemIn('unsure', { id: 4, serialNumber: OLD, user: BOB });
    expect(decide(REPLACE, stateWith([LOOKED_AT, working]))).toBe('command-not-allowed');
  });

  const FITTING: Readonly<Record<'undo' | 'replace', readonly PlanReason[]>> = {
    undo: ['wrongPerson', 'wrongToken', 'notNeeded'],
    replace: ['lost', 'broken'],
  };
  const ALL: readonly PlanReason[] = [
    'wrongPerson',
    'wrongToken',
    'notNeeded',
    'lost',
    'broken',
    'returned',
    'swapped',
  ];

  test.each(ALL)('the reason %s fits its kind of plan, or is refused', (reason) => {
    const isTaken = (command: PlanCommand): boolean => decide(command) !== 'command-not-allowed';
    expect(isTaken({ kind: 'planUndo', itemId: 1, reason })).toBe(FITTING.undo.includes(reason));
    expect(isTaken({ kind: 'planReplace', itemId: 3, methodId: 'm9', reason })).toBe(FITTING.replace.includes(reason));
  });
});

describe('the time to undo', () => {
  const at = (afterMs: number): unknown => decide(UNDO, QUEUE, NOW_MS + afterMs);

  test('ends a quarter of an hour after the token was issued, to the millisecond', () => {
    expect(at(15 * MINUTE_MS - 1)).toMatchObject({ kind: 'planProposed' });
    expect(at(15 * MINUTE_MS)).toBe('undo-too-late');
  });

  test('may end between the plan and its start', () => {
    const proposed = propose(UNDO);
    expect(decide(START, proposed, NOW_MS + 15 * MINUTE_MS - 1)).toMatchObject({ kind: 'planStarted' });
    expect(decide(START, proposed, NOW_MS + 15 * MINUTE_MS)).toBe('undo-too-late');
  });

  test('is what the settings say; 0 is never', () => {
    const { settings } = EMPTY_STATE;
    const within = (value: number): State => ({
      ...QUEUE,
      settings: { ...settings, values: { ...settings.values, undoMinutes: { ...settings.values.undoMinutes, value } } },
    });
    expect(decide(UNDO, within(240), NOW_MS + 239 * MINUTE_MS)).toMatchObject({ kind: 'planProposed' });
    expect(decide(UNDO, within(0))).toBe('command-not-allowed');
  });

  test('never ends for a token that was active before, and a swap knows no such time', () => {
    const active = { ...X, state: { kind: 'stopped', problem: { code: 'token-already-active' } } } as const;
    const state = stateWith([active, Y]);
    expect(decide(UNDO, state, NOW_MS + 1e9)).toMatchObject({ kind: 'planProposed' });
    expect(decide(SWAP_THEM, state, NOW_MS + 1e9)).toMatchObject({ kind: 'planProposed' });
  });
});

describe('starting', () => {
  test.each(ASKED)('what was shown by %j is what is started', (command) => {
    const proposed = propose(command);
    const started = decide(START, proposed);
    expect(started).toMatchObject({ kind: 'planStarted', atMs: NOW_MS });
    const running = reduce(proposed, started as Parameters<typeof reduce>[1]);
    expect(running.plan).toEqual({ ...proposed.plan, stage: 'running' });
  });

  test.each<readonly [what: string, command: PlanCommand, change: Item]>([
    ['the token has gone to another person', UNDO, { ...X, user: BOB }],
    ['the token has another method', UNDO, { ...X, methodId: 'm7' }],
    ['the other token has another method', SWAP_THEM, { ...Y, methodId: 'm7' }],
    [
      'the other token is no longer issued',
      SWAP_THEM,
      { ...Y, state: { kind: 'stopped', problem: { code: 'token-taken-back' } } },
    ],
    ['the code was typed', REPLACE, { ...LOOKED_AT, state: { kind: 'activating' } }],
    ['another person was chosen', REPLACE, { ...LOOKED_AT, user: BOB, preFlight: null }],
    ['it is being looked at anew', REASSIGN, { ...LOOKED_AT, preFlight: 'wanted' }],
  ])('is refused where %s since it was shown', (_, command, change) => {
    const { plan } = propose(command);
    const others = [X, Y, LOOKED_AT].filter(({ id }) => id !== change.id);
    expect(decide(START, stateWith([...others, change], { plan }))).toBe('plan-out-of-date');
  });

  test('is refused where the token has left the queue', () => {
    expect(decide(START, stateWith([Y], { plan: propose(UNDO).plan }))).toBe('plan-out-of-date');
  });

  test('is refused where there is nothing to start', () => {
    expect(decide(START)).toBe('command-not-allowed');
  });

  test('is refused where the plan is none that this station draws up', () => {
    const plan: Plan = { ...planOf({ ...undoDraft(), steps: [takeBackOf(X), takeBackOf(Y)] }), stage: 'proposed' };
    expect(decide(START, { ...QUEUE, plan })).toBe('plan-out-of-date');
    const empty: Plan = { ...planOf({ ...undoDraft(), steps: [], afterwards: [] }), stage: 'proposed' };
    expect(decide(START, { ...QUEUE, plan: empty })).toBe('plan-out-of-date');
  });
});

test('no other command is taken for one about a plan', () => {
  expect(decideCommand(QUEUE, { kind: 'searchUsers', query: 'plan' }, NOW_MS)).toMatchObject({ ok: true });
  expect(decideCommand(issuedStopped(), { kind: 'retryItem', itemId: 1 }, NOW_MS)).toMatchObject({ ok: true });
});

function issuedStopped(): State {
  return stateWith([issuedItem(1, SERIAL, ANN, { state: STATES.stopped })]);
}
