import { describe, expect, test } from 'vitest';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { ANNA, TOKEN } from './build-bench.ts';
import {
  BOB,
  buildPlanBench,
  carryOut,
  holderOf,
  issueTo,
  kindsFrom,
  mixUp,
  personIn,
  planOf,
  SECOND,
  THIRD,
  typeCode,
} from './plan-bench.ts';

const TAKEN_BACK = ['takeBackIntended', 'takeBackDone', 'takeBackRead'];

describe('undo', () => {
  test('takes the token back, and it can be handed to the right person at once', async () => {
    const { bench, watched } = await buildPlanBench();
    await issueTo(bench, TOKEN, ANNA);
    const anna = personIn(bench, TOKEN);
    expect(holderOf(bench, TOKEN)).toBe(anna);
    await carryOut(bench, { kind: 'planUndo', itemId: bench.row().id, reason: 'wrongPerson' });

    expect(planOf(bench)).toBeNull();
    expect(holderOf(bench, TOKEN)).toBeNull();
    expect(bench.row()).toMatchObject({ user: null, state: { kind: 'needsUser' }, undoUntilMs: null });
    expect(bench.station.snapshot().open?.serialNumber).toBe(TOKEN);
    expect(kindsFrom(bench, 'planStarted')).toEqual(['planStarted', ...TAKEN_BACK]);
    expect(watched.deletes()).toBe(1);

    await issueTo(bench, TOKEN, BOB);
    expect(bench.row().state.kind).toBe('activated');
    expect(holderOf(bench, TOKEN)).toBe(personIn(bench, TOKEN));
    expect(personIn(bench, TOKEN)).not.toBe(anna);
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('only shows the plan at first: nothing is sent and nothing is written, and it can be thrown away', async () => {
    const { bench, watched } = await buildPlanBench();
    await issueTo(bench, TOKEN, ANNA);
    const stored = bench.journal.kinds();
    const itemId = bench.row().id;
    expect(await bench.send({ kind: 'planUndo', itemId, reason: 'notNeeded' })).toEqual({ ok: true, value: null });
    await bench.station.idle();
    expect(planOf(bench)).toMatchObject({
      stage: 'proposed',
      steps: [{ serialNumber: TOKEN, state: { kind: 'open' } }],
    });
    await bench.send({ kind: 'leavePlan' });
    expect(planOf(bench)).toBeNull();
    expect([watched.deletes(), bench.journal.kinds()]).toEqual([0, stored]);
    expect(bench.row().state.kind).toBe('activated');
  });

  test('is refused once its time is over', async () => {
    const { bench, watched } = await buildPlanBench();
    await issueTo(bench, TOKEN, ANNA);
    const { id, undoUntilMs } = bench.row();
    expect(undoUntilMs).toBe(bench.row().changedAtMs + 15 * 60_000);
    bench.hand.moveTo(undoUntilMs ?? 0);
    const refused = await bench.send({ kind: 'planUndo', itemId: id, reason: 'wrongPerson' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'undo-too-late' } });
    expect(watched.deletes()).toBe(0);
  });
});

test('replace: the old token is taken back before the new one is issued', async () => {
  const { bench, watched } = await buildPlanBench();
  await issueTo(bench, TOKEN, ANNA);
  const { id, preFlight } = await bench.prepare(THIRD, ANNA);
  const [old] = preFlight?.tokens ?? [];
  expect(old).toMatchObject({ serialNumber: TOKEN, isActive: true });
  await carryOut(bench, { kind: 'planReplace', itemId: id, methodId: old?.methodId ?? '', reason: 'broken' });
  expect(holderOf(bench, TOKEN)).toBeNull();
  expect(bench.row(TOKEN).state).toEqual({ kind: 'stopped', problem: { code: 'token-taken-back' } });
  expect(bench.row(THIRD)).toMatchObject({ state: { kind: 'needsCode', problem: null }, preFlight: { tokens: [] } });
  await typeCode(bench, THIRD);
  expect(bench.row(THIRD).state.kind).toBe('activated');
  expect(holderOf(bench, THIRD)).toBe(personIn(bench, TOKEN));
  expect(watched.deletes()).toBe(1);
});

test('reassign: the token is taken from whoever still has it, and issued to the person who is here', async () => {
  const { bench, watched } = await buildPlanBench(PRACTICE_OPERATORS.depot);
  const lying = '60234567';
  const kofi = holderOf(bench, lying);
  const { id, can } = await bench.prepare(lying, ANNA);
  expect(can).toContain('reassign');
  expect(can).not.toContain('enterCode');
  await carryOut(bench, { kind: 'planReassign', itemId: id });
  expect(kofi).not.toBeNull();
  expect(holderOf(bench, lying)).toBeNull();
  await typeCode(bench, lying);
  expect(bench.row(lying)).toMatchObject({ state: { kind: 'activated' }, user: { userPrincipalName: ANNA } });
  expect(holderOf(bench, lying)).toBe(personIn(bench, lying));
  expect(watched.deletes()).toBe(1);
});

test('reassign is told whose token it was', async () => {
  const { bench } = await buildPlanBench(PRACTICE_OPERATORS.depot);
  const { id } = await bench.prepare('60234567', ANNA);
  await carryOut(bench, { kind: 'planReassign', itemId: id });
  const said = bench.station.snapshot().notices.find(({ kind }) => kind === 'takenBack');
  expect(said).toMatchObject({ text: '60234567', userName: 'Kofi Mensah', itemId: id });
});

describe('swap', () => {
  test('takes both tokens back, one after the other, then issues each to the right person', async () => {
    const { bench, watched } = await buildPlanBench();
    const swap = await mixUp(bench);
    const [anna, bob] = [personIn(bench, TOKEN), personIn(bench, SECOND)];
    await carryOut(bench, swap);
    expect([holderOf(bench, TOKEN), holderOf(bench, SECOND)]).toEqual([null, null]);
    expect(kindsFrom(bench, 'planStarted')).toEqual(['planStarted', ...TAKEN_BACK, ...TAKEN_BACK, 'preFlightRead']);
    expect(bench.row(TOKEN)).toMatchObject({ user: { id: bob }, state: { kind: 'needsCode' } });
    expect(bench.row(SECOND)).toMatchObject({ user: { id: anna }, state: { kind: 'needsCode' } });
    expect(bench.station.snapshot().open?.serialNumber).toBe(TOKEN);

    await typeCode(bench, TOKEN);
    expect(bench.station.snapshot().open?.serialNumber).toBe(SECOND);
    await typeCode(bench, SECOND);
    expect([holderOf(bench, TOKEN), holderOf(bench, SECOND)]).toEqual([bob, anna]);
    expect([watched.deletes(), watched.mostAtOnce(), watched.unintended()]).toEqual([2, 1, 0]);
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('waits for reads that lag behind, and sends no second call meanwhile', async () => {
    const { bench, watched } = await buildPlanBench();
    const swap = await mixUp(bench);
    bench.tenant.setConditions({ readLagMs: 5_000 });
    await carryOut(bench, swap);
    expect(planOf(bench)?.steps.map(({ state }) => state.kind)).toEqual(['confirming', 'open']);
    expect(watched.deletes()).toBe(1);
    for (const pauseMs of [1_000, 2_000, 4_000]) {
      bench.hand.moveBy(pauseMs);
      await bench.station.idle();
    }
    expect(planOf(bench)?.steps.map(({ state }) => state.kind)).toEqual(['done', 'confirming']);
    expect(watched.deletes()).toBe(2);
  });

  test('its tokens can be asked nothing while it runs, and other tokens are issued meanwhile', async () => {
    const { bench } = await buildPlanBench();
    const swap = await mixUp(bench);
    bench.tenant.setConditions({ readLagMs: 5_000 });
    await carryOut(bench, swap);
    expect([bench.row(TOKEN).can, bench.row(SECOND).can]).toEqual([[], []]);
    await bench.scan(TOKEN);
    expect(bench.station.snapshot().notices.at(-1)?.kind).toBe('scanDuplicate');
    const refused = await bench.send({ kind: 'removeItem', itemId: bench.row(TOKEN).id });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'command-not-allowed' } });
    await issueTo(bench, THIRD, ANNA);
    expect(bench.row(THIRD).state.kind).not.toBe('needsCode');
  });
});
