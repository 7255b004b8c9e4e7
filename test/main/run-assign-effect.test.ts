import { describe, expect, test } from 'vitest';
import type { OathDevice } from '../../electron/core/oath-method.ts';
import type { GraphPort, WriteOutcome } from '../../electron/core/graph-port.ts';
import { assignCrash, runAssignEffect } from '../../electron/main/run-assign-effect.ts';
import { ANN, BOB, itemIn, NOW_MS, SERIAL, stateWith } from '../core/build-state.ts';
import { createHandClock } from '../fakes/hand-clock.ts';

const { clock } = createHandClock(NOW_MS);

function device(more: Partial<OathDevice> = {}): OathDevice {
  const told = { manufacturer: null, model: null, periodSeconds: null, status: 'available', assignedTo: null } as const;
  return { deviceId: 'd1', serialNumber: SERIAL, ...told, ...more };
}

const DONE: WriteOutcome = { kind: 'done', requestId: 'r1' };

type Found = Awaited<ReturnType<GraphPort['findDevices']>>;

/** What becomes of it, and what was sent. */
async function assign(found: Found, outcome: WriteOutcome = DONE, postponements = 0) {
  const sent: unknown[] = [];
  const state = stateWith([itemIn('activating', { goal: 'assign', postponements })]);
  const graph = {
    findDevices: () => Promise.resolve(found),
    assign: (assignment: unknown) => {
      sent.push(assignment);
      return Promise.resolve(outcome);
    },
  };
  const event = await runAssignEffect({ kind: 'assign', key: 'k', itemId: 1 }, state, { graph, clock });
  return { event, sent };
}

function read(...value: readonly OathDevice[]): Found {
  return { kind: 'read', value };
}

const holder = (id: string, displayName: string | null) => ({ assignedTo: { id, displayName } });

describe('assigning a token', () => {
  test.each<readonly [string, Found]>([
    ['the only one of its serial number', read(device())],
    ['written in other letters', read(device({ serialNumber: SERIAL.toLowerCase() }))],
    ['beside others that the service found', read(device({ serialNumber: 'GALT11420105', deviceId: 'd2' }), device())],
    ['beside one without a serial number', read(device({ serialNumber: null, deviceId: 'd3' }), device())],
  ])('sends the token %s to its person', async (_, found) => {
    const { event, sent } = await assign(found);
    expect(sent).toEqual([{ userId: ANN.id, deviceId: 'd1', attempt: 1 }]);
    expect(event).toEqual({ kind: 'activationDone', atMs: NOW_MS, itemId: 1, requestId: 'r1' });
  });

  test.each<readonly [string, Found, object]>([
    ['no such token', read(), { kind: 'activationRefused', problem: { code: 'serial-unknown' } }],
    [
      'two of them',
      read(device(), device({ deviceId: 'd2' })),
      { kind: 'activationRefused', problem: { code: 'serial-twice' } },
    ],
    [
      'one of somebody else',
      read(device(holder(BOB.id, "Bob O'Brien"))),
      { kind: 'activationRefused', problem: { code: 'token-taken', detail: "Bob O'Brien" } },
    ],
    [
      'one of somebody whose name is not told',
      read(device(holder(BOB.id, null))),
      { kind: 'activationRefused', problem: { code: 'token-taken', detail: BOB.id } },
    ],
    [
      'one of nobody who is told',
      read(device(holder('', null))),
      { kind: 'activationRefused', problem: { code: 'token-taken' } },
    ],
    [
      'one of this person',
      read(device(holder(ANN.id.toUpperCase(), null))),
      { kind: 'activationDone', requestId: null },
    ],
  ])('sends nothing where there is %s', async (_, found, expected) => {
    const { event, sent } = await assign(found);
    expect(sent).toEqual([]);
    expect(event).toEqual({ atMs: NOW_MS, itemId: 1, ...expected });
  });

  test.each<readonly [string, Omit<Extract<Found, { kind: 'failed' }>, 'kind' | 'problem'>, object]>([
    ['fails', { status: 500, retryAfterMs: null }, { kind: 'activationPostponed', untilMs: NOW_MS + 4_000 }],
    ['does not arrive', { status: null, retryAfterMs: null }, { kind: 'activationPostponed', untilMs: NOW_MS + 4_000 }],
    ['is put off', { status: 429, retryAfterMs: 9_000 }, { kind: 'activationPostponed', untilMs: NOW_MS + 9_000 }],
    ['is refused', { status: 403, retryAfterMs: null }, { kind: 'activationRefused' }],
  ])('sends nothing where the read %s', async (_, failure, expected) => {
    const problem = { code: 'graph-failing' } as const;
    const { event, sent } = await assign({ kind: 'failed', problem, ...failure }, DONE, 2);
    expect(sent).toEqual([]);
    expect(event).toEqual({ atMs: NOW_MS, itemId: 1, problem, ...expected });
  });

  test('waits for somebody to come back where nobody is signed in any more', async () => {
    const problem = { code: 'signed-out' } as const;
    const failed = await assign({ kind: 'failed', problem, status: 401, retryAfterMs: null });
    expect(failed.event).toMatchObject({ kind: 'activationPostponed', untilMs: NOW_MS + 1_000, problem });
    const refused = await assign(read(device()), { kind: 'refused', problem });
    expect(refused.event).toMatchObject({ kind: 'activationPostponed', untilMs: NOW_MS + 1_000, problem });
  });

  test.each<readonly [WriteOutcome, string]>([
    [{ kind: 'postponed', problem: { code: 'throttled' }, untilMs: 7 }, 'activationPostponed'],
    [{ kind: 'refused', problem: { code: 'user-is-guest' } }, 'activationRefused'],
    [{ kind: 'lost', problem: { code: 'answer-lost' } }, 'answerLost'],
  ])('tells what became of it: %o', async (outcome, kind) => {
    const { event } = await assign(read(device()), outcome, 2);
    const { kind: _kind, ...told } = outcome;
    expect(event).toEqual({ kind, atMs: NOW_MS, itemId: 1, ...told });
  });

  test('sends nothing for a row that has gone', async () => {
    const graph = {
      findDevices: () => Promise.reject(new Error('sent')),
      assign: () => Promise.reject(new Error('sent')),
    };
    const event = await runAssignEffect({ kind: 'assign', key: 'k', itemId: 9 }, stateWith([]), { graph, clock });
    expect(event).toMatchObject({ kind: 'activationRefused', problem: { code: 'item-gone' } });
  });
});

test('an intent names the person that it is for', async () => {
  const graph = {
    findDevices: () => Promise.reject(new Error('sent')),
    assign: () => Promise.reject(new Error('sent')),
  };
  const effect = { kind: 'startAssignment', key: 'k', itemId: 1, userId: ANN.id } as const;
  const expected = { kind: 'assignmentIntended', atMs: NOW_MS, itemId: 1, userId: ANN.id };
  expect(await runAssignEffect(effect, stateWith([]), { graph, clock })).toEqual(expected);
  expect(assignCrash(effect, 'bug', NOW_MS)).toEqual(expected);
});

test('what broke on its way may have arrived', () => {
  expect(assignCrash({ kind: 'assign', key: 'k', itemId: 1 }, 'bug', NOW_MS)).toEqual({
    kind: 'answerLost',
    atMs: NOW_MS,
    itemId: 1,
    problem: { code: 'answer-lost', detail: 'bug' },
  });
  expect(assignCrash({ kind: 'leaveOrder', key: 'k', laneId: 'left' }, 'bug', NOW_MS)).toMatchObject({
    kind: 'orderLeft',
  });
});
