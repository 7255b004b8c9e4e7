import { describe, expect, test } from 'vitest';
import { encodeBase32 } from '../../electron/io/seeds/encode-seed.ts';
import { nextTurn } from './build-bench.ts';
import {
  OPEN,
  open,
  boxOf,
  codeOf,
  settle,
  check,
  start,
  view,
  prove,
  ready,
  imported,
  rowOf,
  has,
  lock,
  createElsewhere,
  BUSY,
} from './inventory-bench.ts';

describe('creating', () => {
  test('puts what is new into the tenant in one list, tells each row and writes down the counts', async () => {
    const bench = await ready(3);
    expect(await start(bench)).toMatchObject({ stage: 'done', problem: null, counts: { new: 0, created: 3 } });
    expect(['NEW-0', 'NEW-1', 'NEW-2'].map((serial) => has(bench, serial))).toEqual([true, true, true]);
    expect(bench.tenant.countRequests('createDevices')).toBe(1);
    expect(imported(bench)).toEqual([
      { kind: 'inventoryImported', atMs: expect.any(Number), fileName: 'box.csv', createdCount: 3, refusedCount: 0 },
    ]);
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('goes in lists of fifty', async () => {
    const bench = await ready(120);
    expect((await start(bench)).counts).toMatchObject({ created: 120 });
    expect(bench.tenant.countRequests('createDevices')).toBe(3);
  });

  test('after it, only another dry run leads on, and that finds all of them there', async () => {
    const bench = await ready();
    await start(bench);
    expect(await bench.send({ kind: 'importInventory' })).toMatchObject({ problem: { code: 'inventory-out-of-date' } });
    expect((await check(bench)).counts).toMatchObject({ new: 0, there: 3 });
    expect(await start(bench)).toMatchObject({ stage: 'done' });
    expect(imported(bench)).toHaveLength(1);
  });

  test.each(['whole', 'each', 'unknown'] as const)(
    'names a duplicate and creates the others, where lists are taken in the manner of "%s"',
    async (newDeviceLists) => {
      const bench = await ready(3, { newDeviceLists });
      await createElsewhere(bench, 'NEW-1');
      expect(await start(bench)).toMatchObject({ stage: 'done', counts: { created: 2, there: 1, refused: 0 } });
      expect(rowOf(bench, 'NEW-1')).toMatchObject({ state: 'there', problem: { code: 'device-there' } });
    },
  );

  test.each(['whole', 'each', 'unknown'] as const)(
    'tells which row the service does not take, where lists are taken in the manner of "%s"',
    async (newDeviceLists) => {
      // More than the 128 characters that Entra takes.
      const long = `LONG,${encodeBase32(Buffer.alloc(100, 7))},30,Token2,C301`;
      const bench = await open({ file: boxOf(2, [long]) });
      await check(bench);
      await prove(bench, codeOf(bench, 0));
      bench.tenant.setConditions({ newDeviceLists });
      expect(await start(bench)).toMatchObject({ stage: 'done', counts: { created: 2, refused: 1 } });
      expect(rowOf(bench, 'LONG')).toMatchObject({
        state: 'refused',
        problem: { code: 'graph-refused', detail: expect.stringContaining('128') },
      });
      expect(imported(bench)).toMatchObject([{ createdCount: 2, refusedCount: 1 }]);
    },
  );

  test('waits as long as Graph asks to, and sends the same list again', async () => {
    const bench = await ready(3, { faults: [BUSY] });
    expect(await start(bench)).toMatchObject({ stage: 'sending', counts: { new: 3 } });
    bench.hand.moveBy(4_999);
    await settle();
    expect(bench.tenant.countRequests('createDevices')).toBe(1);
    bench.hand.moveBy(1);
    await settle();
    expect(view(bench)).toMatchObject({ stage: 'done', counts: { created: 3 } });
  });

  test('stops where Graph asks to wait again and again', async () => {
    const bench = await ready(3, { faults: [{ ...BUSY, times: 9 }] });
    await start(bench);
    for (let time = 0; time < 6; time++) {
      bench.hand.moveBy(5_000);
      await settle();
    }
    expect(view(bench)).toMatchObject({ stage: 'stopped', problem: { code: 'throttled' }, counts: { new: 3 } });
    expect(bench.tenant.countRequests('createDevices')).toBe(6);
  });

  test('reads what became of a list whose answer was lost, and sends it at no time again', async () => {
    const bench = await ready(3, { faults: [{ on: 'createDevices', times: 1, kind: 'dropAnswer' }] });
    expect(await start(bench)).toMatchObject({ stage: 'done', counts: { created: 3, unsure: 0 } });
    expect(bench.tenant.countRequests('createDevices')).toBe(1);
    expect(bench.tenant.countRequests('createDevice')).toBe(0);
  });

  test('leaves open what the inventory does not show, stops, and another dry run creates it', async () => {
    const bench = await ready(60, { faults: [{ on: 'createDevices', times: 1, kind: 'dropRequest' }] });
    await start(bench);
    expect(view(bench)).toMatchObject({ stage: 'sending', counts: { unsure: 50, new: 10 } });
    for (const pauseMs of [1_000, 4_000, 10_000]) {
      bench.hand.moveBy(pauseMs);
      await settle();
    }
    expect(view(bench)).toMatchObject({
      stage: 'stopped',
      problem: { code: 'inventory-out-of-date' },
      counts: { unsure: 50 },
    });
    expect(bench.tenant.countRequests('createDevices')).toBe(1);
    expect((await check(bench)).counts).toMatchObject({ new: 60 });
    expect((await start(bench)).counts).toMatchObject({ created: 60 });
  });

  test('stops at a right that is missing, and nothing is said to be refused for it', async () => {
    const bench = await open({ as: 'trainee', file: boxOf(3) });
    await check(bench);
    await prove(bench, codeOf(bench, 0));
    const denied = { on: 'createDevices', times: 1, kind: 'challenge', status: 403 } as const;
    bench.tenant.setConditions({ faults: [denied, { ...denied }] });
    expect(await start(bench)).toMatchObject({ stage: 'stopped', counts: { new: 3, refused: 0 } });
    expect(imported(bench)).toEqual([]);
  });

  test('is left after the list that is under way', async () => {
    const bench = await ready(120);
    const gate = bench.holdAnswers();
    await bench.send({ kind: 'importInventory' });
    await bench.send({ kind: 'leaveInventory' });
    expect(view(bench).stage).toBe('sending');
    gate.release();
    await settle();
    expect(view(bench)).toMatchObject({
      stage: 'stopped',
      problem: { code: 'cancelled' },
      counts: { created: 50, new: 70 },
    });
    expect(imported(bench)).toMatchObject([{ createdCount: 50 }]);
    await bench.send({ kind: 'leaveInventory' });
    expect(bench.station.snapshot().inventory).toBeNull();
  });

  test('is left at once while it waits', async () => {
    const bench = await ready(3, { faults: [BUSY] });
    await start(bench);
    await bench.send({ kind: 'leaveInventory' });
    await settle();
    expect(view(bench)).toMatchObject({ stage: 'stopped', problem: { code: 'cancelled' } });
  });

  test('stops where the desk is locked in the middle, and goes on with another dry run', async () => {
    const bench = await ready(120);
    const gate = bench.holdAnswers();
    await bench.send({ kind: 'importInventory' });
    await nextTurn();
    await lock(bench);
    gate.release();
    await settle();
    expect(view(bench)).toMatchObject({
      stage: 'stopped',
      problem: { code: 'seeds-missing' },
      counts: { created: 50, new: 70 },
    });
    expect(bench.tenant.countRequests('createDevices')).toBe(1);
    expect(await bench.send({ kind: 'checkInventory' })).toMatchObject({ problem: { code: 'signed-out' } });
    await bench.station.dispatch({ kind: 'sessionFixed', atMs: bench.hand.clock.nowMs(), name: 'Operator' });
    await bench.send(OPEN);
    expect((await check(bench)).counts).toMatchObject({ there: 50, new: 70 });
  });

  test('wants a new dry run where another file has taken the place of the first', async () => {
    const bench = await ready(3);
    await bench.send(OPEN);
    expect(view(bench).problem).toEqual({ code: 'inventory-out-of-date' });
    expect(await bench.send({ kind: 'importInventory' })).toMatchObject({ problem: { code: 'inventory-out-of-date' } });
    await bench.send({ kind: 'forgetSeeds' });
    expect(view(bench).problem).toEqual({ code: 'seeds-missing' });
    expect(await bench.send({ kind: 'importInventory' })).toMatchObject({ problem: { code: 'seeds-missing' } });
  });
});
