import { describe, expect, test } from 'vitest';
import type { PlanEffect } from '../../electron/core/plan-effects.ts';
import type { MethodCall, ReadOutcome, WriteOutcome } from '../../electron/core/graph-port.ts';
import type { OathMethod } from '../../electron/core/oath-method.ts';
import { planCrash, runPlanEffect, type PlanPorts } from '../../electron/main/run-plan-effect.ts';
import { ANN, NOW_MS, planOf, SERIAL, stateWith, undoDraft } from '../core/build-state.ts';
import { createHandClock } from '../fakes/hand-clock.ts';

const state = stateWith([], { plan: planOf(undoDraft(), { state: { kind: 'sending' }, postponements: 2 }) });
const at = { atMs: NOW_MS, step: 0 };
const problem = { code: 'graph-failing', detail: '500' } as const;

type Asked = { readonly deleted: readonly MethodCall[]; readonly listed: readonly string[] };

async function run(
  kind: PlanEffect['kind'],
  answers: { readonly write?: WriteOutcome; readonly read?: ReadOutcome<readonly OathMethod[]> } = {},
  step = 0,
): Promise<Asked & { readonly event: unknown }> {
  const deleted: MethodCall[] = [];
  const listed: string[] = [];
  const graph: PlanPorts['graph'] = {
    unassign: (call) => {
      deleted.push(call);
      return Promise.resolve(answers.write ?? { kind: 'done', requestId: 'r1' });
    },
    listOathMethods: (userId) => {
      listed.push(userId);
      return Promise.resolve(answers.read ?? { kind: 'read', value: [] });
    },
  };
  const ports = { graph, clock: createHandClock(NOW_MS).clock };
  return { event: await runPlanEffect({ kind, key: 'k', step }, state, ports), deleted, listed };
}

function method(methodId: string, serialNumber: string | null = SERIAL): OathMethod {
  return { methodId, serialNumber, status: 'activated' };
}

describe('what a plan does outside', () => {
  test('the intent is an event and nothing else', async () => {
    expect(await run('intendTakeBack')).toEqual({
      event: { kind: 'takeBackIntended', ...at },
      deleted: [],
      listed: [],
    });
  });

  test.each<readonly [WriteOutcome, object]>([
    [
      { kind: 'done', requestId: 'r1' },
      { kind: 'takeBackDone', ...at, requestId: 'r1' },
    ],
    [
      { kind: 'postponed', problem, untilMs: NOW_MS + 1 },
      { kind: 'takeBackPostponed', ...at, problem, untilMs: NOW_MS + 1 },
    ],
    [
      { kind: 'refused', problem },
      { kind: 'takeBackRefused', ...at, problem },
    ],
    [
      { kind: 'lost', problem },
      { kind: 'takeBackLost', ...at, problem },
    ],
  ])('a DELETE that is answered %j is one call, and its event', async (write, event) => {
    const call = { userId: ANN.id, methodId: 'm1', attempt: 3 };
    expect(await run('takeBack', { write })).toEqual({ event, deleted: [call], listed: [] });
  });

  test.each<readonly [what: string, methods: readonly OathMethod[], isThere: boolean]>([
    ['nothing', [], false],
    ['the token', [method('m9'), method('m1')], true],
    ['the token without its serial number', [method('m1', null)], true],
    ['a twin of its serial number', [method('m9')], false],
  ])('a read that shows %s', async (_, value, isThere) => {
    const { event, listed, deleted } = await run('readTakeBack', { read: { kind: 'read', value } });
    expect(event).toEqual({ kind: 'takeBackRead', ...at, isThere });
    expect([listed, deleted]).toEqual([[ANN.id], []]);
  });

  test('a read that fails says why', async () => {
    const read = { kind: 'failed', problem, status: 500, retryAfterMs: 2_000 } as const;
    const { event } = await run('readTakeBack', { read });
    expect(event).toEqual({ kind: 'takeBackNotRead', ...at, problem, status: 500, retryAfterMs: 2_000 });
  });

  test('a step that is not there calls nobody', async () => {
    for (const kind of ['intendTakeBack', 'takeBack', 'readTakeBack'] as const) {
      const { deleted, listed } = await run(kind, {}, 7);
      expect([deleted, listed]).toEqual([[], []]);
    }
  });
});

test('after a bug a DELETE counts as lost, and a read is made again', () => {
  const crash = (kind: PlanEffect['kind']): unknown => planCrash({ kind, key: 'k', step: 0 }, 'boom', NOW_MS);
  expect(crash('takeBack')).toEqual({ kind: 'takeBackLost', ...at, problem: { code: 'answer-lost', detail: 'boom' } });
  const failed = { code: 'graph-failing', detail: 'boom' };
  expect(crash('readTakeBack')).toEqual({
    kind: 'takeBackNotRead',
    ...at,
    problem: failed,
    status: null,
    retryAfterMs: null,
  });
});
