import { describe, expect, test } from 'vitest';
import { ANNA, buildBench, TOKEN } from './build-bench.ts';

describe('the main job', () => {
  test('a scanned token, a person and the displayed code make one POST and an activated token', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    expect(row.state).toEqual({ kind: 'needsCode', problem: null });
    expect(await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() })).toEqual({
      ok: true,
      value: null,
    });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.row().user?.userPrincipalName).toBe(ANNA);
    expect(bench.posts()).toBe(1);
    expect(bench.tenant.findAssignment(TOKEN)?.status).toBe('activated');
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('the read-back after the 204 is what makes it activated, and it waits for reads that lag', async () => {
    const bench = await buildBench();
    bench.tenant.setConditions({ readLagMs: 5_000 });
    const row = await bench.prepare();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('confirming');
    for (const pauseMs of [1_000, 2_000, 4_000]) {
      bench.hand.moveBy(pauseMs);
      await bench.station.idle();
    }
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.posts()).toBe(1);
  });

  test('a rejected code asks for the next one, and the next one activates without a second assignment', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: '000000' });
    await bench.station.idle();
    expect(bench.row().state).toMatchObject({ kind: 'needsCode', problem: { code: 'code-rejected' } });
    expect(bench.row().rejections).toBe(1);
    bench.hand.moveBy(30_000);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.tenant.countRequests('assignAndActivateBySerialNumber')).toBe(1);
    expect(bench.tenant.countRequests('activate')).toBe(1);
  });

  test('a code that was sent before is refused at once and nothing is sent', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: '000000' });
    await bench.station.idle();
    const again = await bench.send({ kind: 'enterCode', itemId: row.id, code: '000000' });
    expect(again).toMatchObject({ ok: false, problem: { code: 'code-already-tried' } });
    await bench.station.idle();
    expect(bench.posts()).toBe(1);
  });

  test('a code keeps its leading zeros up to the tenant', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    for (let step = 0; !bench.code().startsWith('0'); step++) {
      if (step > 500) throw new Error('no code with a leading zero in 500 steps');
      bench.hand.moveBy(30_000);
    }
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
  });

  test.each([
    ['60234567', ANNA, 'token-taken'],
    ['00040008CFA5', ANNA, 'serial-unknown'],
    [TOKEN, 'viktor.lindqvist@harbourlark.example', 'user-has-five-methods'],
  ])('token %s for %s stops with %s, and nothing else is sent', async (serialNumber, user, code) => {
    const bench = await buildBench();
    const row = await bench.prepare(serialNumber, user);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code(serialNumber) });
    await bench.station.idle();
    expect(bench.row(serialNumber).state).toMatchObject({ kind: 'stopped', problem: { code } });
    expect(bench.posts()).toBe(1);
    expect(bench.row(serialNumber).can).toEqual(['retry', 'chooseUser', 'remove']);
  });

  test('the next waiting token is opened once the open one is activated', async () => {
    const bench = await buildBench();
    const first = await bench.prepare();
    await bench.scan('8659623852751');
    expect(bench.station.snapshot().open?.serialNumber).toBe(TOKEN);
    await bench.send({ kind: 'enterCode', itemId: first.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.station.snapshot().open?.serialNumber).toBe('8659623852751');
  });
});
