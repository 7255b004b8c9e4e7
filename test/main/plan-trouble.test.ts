import { describe, expect, test } from 'vitest';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { ANNA, buildBench, nextTurn, TOKEN, type Bench } from './build-bench.ts';
import {
  buildPlanBench,
  carryOut,
  holderOf,
  issueTo,
  kindsFrom,
  mixUp,
  onDelete,
  planOf,
  SECOND,
  waitForPlan,
  type PlanBench,
} from './plan-bench.ts';

async function undoing(): Promise<PlanBench & { readonly start: () => Promise<void> }> {
  const built = await buildPlanBench();
  await issueTo(built.bench, TOKEN, ANNA);
  const itemId = built.bench.row().id;
  return { ...built, start: () => carryOut(built.bench, { kind: 'planUndo', itemId, reason: 'wrongPerson' }) };
}

function stepState(bench: Bench): unknown {
  return planOf(bench)?.steps[0]?.state;
}

describe('when the answer to a DELETE is lost', () => {
  test.each([
    ['the line is cut', onDelete({ kind: 'dropAnswer' })],
    ['a 500 comes', onDelete({ kind: 'fail', status: 500, acts: true })],
    ['a 503 without a time comes', onDelete({ kind: 'fail', status: 503, acts: true })],
    ['a 504 comes', onDelete({ kind: 'fail', status: 504, acts: true })],
  ] as const)('%s: what happened is read, and nothing is sent again', async (_, fault) => {
    const { bench, watched, start } = await undoing();
    bench.tenant.setConditions({ faults: [fault] });
    await start();
    expect(kindsFrom(bench, 'planStarted')).toEqual([
      'planStarted',
      'takeBackIntended',
      'takeBackLost',
      'takeBackRead',
    ]);
    expect(planOf(bench)).toBeNull();
    expect(watched.deletes()).toBe(1);
    expect(bench.row().state.kind).toBe('needsUser');
  });

  test('and it never arrived, it is sent once more after a row of reads, with an intent of its own', async () => {
    const { bench, watched, start } = await undoing();
    bench.tenant.setConditions({ faults: [onDelete({ kind: 'dropRequest' })] });
    await start();
    expect(stepState(bench)).toMatchObject({ kind: 'confirming', problem: { code: 'answer-lost' } });
    bench.hand.moveBy(14_999);
    await bench.station.idle();
    expect(watched.deletes()).toBe(1);
    await waitForPlan(bench);
    expect([watched.deletes(), watched.unintended()]).toEqual([2, 0]);
    expect(holderOf(bench, TOKEN)).toBeNull();
    expect(planOf(bench)).toBeNull();
  });

  test('three times, a person is asked, and can go on', async () => {
    const { bench, watched, start } = await undoing();
    bench.tenant.setConditions({ faults: [onDelete({ kind: 'dropRequest' }, Infinity)] });
    await start();
    await waitForPlan(bench);
    expect(stepState(bench)).toMatchObject({ kind: 'stopped', problem: { code: 'not-taken-back' } });
    expect(watched.deletes()).toBe(3);
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({ kind: 'planStopped', text: TOKEN });

    bench.tenant.setConditions({ faults: [] });
    await bench.send({ kind: 'resumePlan' });
    await waitForPlan(bench);
    expect(planOf(bench)).toBeNull();
    expect([holderOf(bench, TOKEN), watched.deletes()]).toEqual([null, 4]);
  });

  test('three times, and the plan is left, the token says that nobody knows', async () => {
    const { bench, start } = await undoing();
    bench.tenant.setConditions({ faults: [onDelete({ kind: 'dropRequest' }, Infinity)] });
    await start();
    await waitForPlan(bench);
    await bench.send({ kind: 'leavePlan' });
    expect(planOf(bench)).toBeNull();
    expect(bench.row()).toMatchObject({ state: { kind: 'stopped', problem: { code: 'not-taken-back' } } });
    expect(bench.row().user?.userPrincipalName).toBe(ANNA);
  });
});

describe('when Graph says later', () => {
  test.each([429, 503] as const)(
    '%i with a time: it is sent again at that moment, and one timer wakes it',
    async (status) => {
      const { bench, watched, start } = await undoing();
      bench.tenant.setConditions({ faults: [onDelete({ kind: 'fail', status, acts: false, retryAfterSeconds: 8 })] });
      const startedAtMs = bench.hand.clock.nowMs();
      await start();
      expect(stepState(bench)).toMatchObject({ kind: 'waiting', untilMs: startedAtMs + 8_000 });
      expect(bench.hand.timerCount()).toBe(1);
      bench.hand.moveBy(7_999);
      await bench.station.idle();
      expect(watched.deletes()).toBe(1);
      bench.hand.moveBy(1);
      await bench.station.idle();
      expect([watched.deletes(), watched.unintended()]).toEqual([2, 0]);
      expect(planOf(bench)).toBeNull();
    },
  );

  test('a 429 without a time is sent again after longer and longer pauses', async () => {
    const { bench, watched, start } = await undoing();
    bench.tenant.setConditions({ faults: [onDelete({ kind: 'fail', status: 429, acts: false }, 3)] });
    const startedAtMs = bench.hand.clock.nowMs();
    await start();
    await waitForPlan(bench);
    expect(watched.deletes()).toBe(4);
    expect(bench.hand.clock.nowMs() - startedAtMs).toBe(7_000);
  });

  test('a wait of an hour stops the plan instead', async () => {
    const { bench, start } = await undoing();
    bench.tenant.setConditions({
      faults: [onDelete({ kind: 'fail', status: 429, acts: false, retryAfterSeconds: 3_600 })],
    });
    await start();
    expect(planOf(bench)?.stage).toBe('stopped');
    expect(stepState(bench)).toMatchObject({ problem: { code: 'throttled' } });
    await bench.send({ kind: 'leavePlan' });
    expect(bench.row().state.kind).toBe('activated');
  });
});

describe('when Graph refuses', () => {
  test('the plan stops with its words, and goes on under somebody who may', async () => {
    const { bench, watched, dieAt, reopen } = await buildPlanBench();
    const swap = await mixUp(bench);
    await bench.send(swap);
    dieAt(bench.journal.kinds().length + 1);
    // The station dies once the plan is in the journal; another operator is there at the next start.
    void bench.send({ kind: 'startPlan' });
    await nextTurn();
    expect([bench.journal.kinds().at(-1), watched.deletes()]).toEqual(['planStarted', 0]);

    const reader = await reopen(PRACTICE_OPERATORS.reader);
    await waitForPlan(reader);
    expect(stepState(reader)).toMatchObject({ kind: 'stopped', problem: { code: 'not-permitted' } });
    expect(reader.station.snapshot().notices.at(-1)).toMatchObject({ kind: 'planStopped', text: TOKEN });
    expect(watched.deletes()).toBe(1);

    const desk = await reopen(PRACTICE_OPERATORS.desk);
    expect(planOf(desk)?.stage).toBe('stopped');
    await desk.send({ kind: 'resumePlan' });
    await waitForPlan(desk);
    expect(planOf(desk)).toBeNull();
    expect([holderOf(desk, TOKEN), holderOf(desk, SECOND)]).toEqual([null, null]);
    expect([watched.deletes(), watched.mostAtOnce(), watched.unintended()]).toEqual([3, 1, 0]);
  });

  test('because somebody else has taken the token back meanwhile, that is read, and it counts as taken back', async () => {
    const { bench, watched, start } = await undoing();
    // A colleague at another desk of the same tenant.
    const { hand, tenant } = bench;
    const colleague = await buildBench({ hand, tenant });
    const row = await colleague.prepare(TOKEN, ANNA);
    expect(row).toMatchObject({ state: { kind: 'stopped', problem: { code: 'token-already-active' } } });
    expect(row.can).toContain('undo');
    await carryOut(colleague, { kind: 'planUndo', itemId: row.id, reason: 'notNeeded' });
    expect(holderOf(bench, TOKEN)).toBeNull();

    await start();
    const came = ['planStarted', 'takeBackIntended', 'takeBackRefused', 'takeBackRead'];
    expect(kindsFrom(bench, 'planStarted')).toEqual(came);
    expect(bench.row().state.kind).toBe('needsUser');
    expect(watched.deletes()).toBe(2);
  });

  test('a yes that no read bears out stops the plan, and resuming it reads once more', async () => {
    const { bench, start } = await undoing();
    bench.hand.moveBy(60_000);
    bench.tenant.setConditions({ readLagMs: 40_000 });
    await start();
    await waitForPlan(bench);
    expect(stepState(bench)).toMatchObject({ kind: 'stopped', problem: { code: 'not-taken-back' } });
    bench.tenant.setConditions({ readLagMs: 0 });
    await bench.send({ kind: 'resumePlan' });
    await waitForPlan(bench);
    expect(planOf(bench)).toBeNull();
    expect(bench.row().state.kind).toBe('needsUser');
  });
});

describe('when reads fail', () => {
  test('they are made again, and the plan ends', async () => {
    const { bench, watched, start } = await undoing();
    bench.tenant.setConditions({ faults: [{ on: 'listMethods', times: 3, kind: 'fail', status: 503, acts: false }] });
    await start();
    expect(stepState(bench)).toMatchObject({ kind: 'confirming', readProblem: { code: 'graph-failing' } });
    await waitForPlan(bench);
    expect([planOf(bench), watched.deletes()]).toEqual([null, 1]);
  });

  test('for a minute, a person is asked; resuming reads first, and sends nothing twice', async () => {
    const { bench, watched, start } = await undoing();
    bench.tenant.setConditions({ faults: [{ on: 'listMethods', times: Infinity, kind: 'dropRequest' }] });
    await start();
    await waitForPlan(bench);
    expect(stepState(bench)).toMatchObject({ kind: 'stopped', problem: { code: 'graph-unreachable' } });
    bench.tenant.setConditions({ faults: [] });
    await bench.send({ kind: 'resumePlan' });
    await waitForPlan(bench);
    expect([planOf(bench), watched.deletes()]).toEqual([null, 1]);
  });
});

test('while the disk is full no DELETE is sent, and the plan goes on once there is room', async () => {
  const { bench, watched } = await undoing();
  const itemId = bench.row().id;
  await bench.send({ kind: 'planUndo', itemId, reason: 'wrongPerson' });
  const disk = bench.journal.hold();
  const started = bench.send({ kind: 'startPlan' });
  await nextTurn();
  bench.journal.setFull(true);
  disk.release();
  await started;
  await bench.station.idle();
  expect([planOf(bench)?.stage, watched.deletes()]).toEqual(['running', 0]);
  bench.journal.setFull(false);
  bench.hand.moveBy(2_000);
  await bench.station.idle();
  expect([planOf(bench), watched.deletes(), watched.unintended()]).toEqual([null, 1, 0]);
});

test('a plan that nobody is signed in for waits, and goes on when somebody is', async () => {
  const { bench, watched, start } = await undoing();
  bench.tenant.setConditions({ readLagMs: 5_000 });
  await start();
  await bench.station.dispatch({ kind: 'signedOut', atMs: bench.hand.clock.nowMs(), problem: { code: 'idle-locked' } });
  bench.hand.moveBy(600_000);
  await bench.station.idle();
  expect(stepState(bench)).toMatchObject({ kind: 'confirming' });
  await bench.station.dispatch({ kind: 'sessionFixed', atMs: bench.hand.clock.nowMs(), name: 'Operator' });
  await bench.station.idle();
  expect([planOf(bench), watched.deletes()]).toEqual([null, 1]);
});

test('nothing of a plan holds more than the ids and names of people and tokens', async () => {
  const { bench, start } = await undoing();
  const code = bench.code();
  await start();
  const stored = bench.journal.stored().slice(-4);
  expect(stored.map(({ kind }) => kind)).toEqual(['planStarted', 'takeBackIntended', 'takeBackDone', 'takeBackRead']);
  const text = stored.map(({ body }) => body).join('\n');
  expect(text).not.toContain(code);
  expect(text).not.toMatch(/secret|seed|bearer|access/i);
});
