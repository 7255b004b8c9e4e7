import { describe, expect, test } from 'vitest';
import { PRACTICE_OPERATORS, PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';
import { computeCode } from '../../electron/practice/totp.ts';
import { buildBench, TOKEN } from './build-bench.ts';
import { MISSING, open, boxOf, codeOf, settle, check, start, view, prove, rowOf, has } from './inventory-bench.ts';

describe('the dry run', () => {
  test('names what the tenant does not have, and sends nothing', async () => {
    const bench = await open();
    const { stage, counts, rows, isProved } = await check(bench);
    expect([stage, isProved]).toEqual(['ready', false]);
    expect(counts).toEqual({ new: 1, there: PRACTICE_TOKENS.length - 1, twice: 0, created: 0, refused: 0, unsure: 0 });
    expect(rows.filter(({ state }) => state === 'new')).toEqual([
      {
        serialNumber: MISSING,
        manufacturer: 'SafeNet',
        model: 'eToken PASS',
        periodSeconds: 30,
        state: 'new',
        problem: null,
      },
    ]);
    expect(bench.tenant.countRequests('createDevice') + bench.tenant.countRequests('createDevices')).toBe(0);
    expect(has(bench, MISSING)).toBe(false);
  });

  test('reads every page of a big inventory, and tells how far it is', async () => {
    const bench = await open();
    bench.tenant.setConditions({ devicePageSize: 3 });
    expect((await check(bench)).counts).toMatchObject({ new: 1, there: PRACTICE_TOKENS.length - 1 });
    const told = bench.published.flatMap(({ inventory }) =>
      inventory?.stage === 'reading' ? inventory.doneCount : [],
    );
    expect(told).toEqual(expect.arrayContaining([3, 6, 9]));
  });

  test('finds a serial number in other letters, and one that the tenant has twice', async () => {
    const more = ['galt11420104,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,30,,'];
    const bench = await open({ file: boxOf(1, more) });
    await check(bench);
    expect(rowOf(bench, 'galt11420104')).toMatchObject({ state: 'there', manufacturer: 'Unknown', model: 'Unknown' });
  });

  test('waits where Graph asks to, and goes on by itself after a cut line', async () => {
    const bench = await open();
    bench.tenant.setConditions({
      faults: [
        { on: 'listDevices', times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 7 },
        { on: 'listDevices', times: 1, kind: 'dropRequest' },
      ],
    });
    expect((await check(bench)).stage).toBe('reading');
    bench.hand.moveBy(6_999);
    await settle();
    expect(bench.tenant.countRequests('listDevices')).toBe(2);
    bench.hand.moveBy(1);
    await settle();
    bench.hand.moveBy(2_000);
    await settle();
    expect(view(bench).stage).toBe('ready');
  });

  test('that cannot be read stops and says why', async () => {
    const bench = await open({ as: 'trainee' });
    bench.tenant.setConditions({ faults: [{ on: 'listDevices', times: 9, kind: 'dropRequest' }] });
    await bench.send({ kind: 'checkInventory' });
    for (const pauseMs of [0, 1_000, 2_000, 4_000, 8_000]) {
      bench.hand.moveBy(pauseMs);
      await settle();
    }
    expect(view(bench)).toMatchObject({ stage: 'stopped', problem: { code: 'graph-unreachable' } });
  });

  test('is refused without the permission, without seeds and while another is under way', async () => {
    const clerk = await open({ as: 'depot' });
    expect(await clerk.send({ kind: 'checkInventory' })).toMatchObject({ problem: { code: 'import-not-permitted' } });
    const bare = await buildBench({ as: PRACTICE_OPERATORS.trainee });
    expect(await bare.send({ kind: 'checkInventory' })).toMatchObject({ problem: { code: 'seeds-missing' } });
    const bench = await open();
    const gate = bench.holdAnswers();
    await bench.send({ kind: 'checkInventory' });
    expect(await bench.send({ kind: 'checkInventory' })).toMatchObject({ problem: { code: 'command-not-allowed' } });
    gate.release();
  });

  test('that is left while it is read shows nothing afterwards', async () => {
    const bench = await open();
    const gate = bench.holdAnswers();
    await bench.send({ kind: 'checkInventory' });
    await bench.send({ kind: 'leaveInventory' });
    gate.release();
    await settle();
    expect(bench.station.snapshot().inventory).toBeNull();
  });

  test('shows a page, or only what is to be looked at', async () => {
    const bench = await open({ file: boxOf(120) });
    expect(await check(bench)).toMatchObject({ page: 0, pageCount: 3 });
    await bench.send({ kind: 'showInventory', page: 2, onlyTroubled: false });
    expect(view(bench).rows.map(({ serialNumber }) => serialNumber)).toHaveLength(20);
    await bench.send({ kind: 'showInventory', page: 0, onlyTroubled: true });
    expect(view(bench)).toMatchObject({ rows: [], pageCount: 1, onlyTroubled: true });
  });
});

describe('the proof by one physical token', () => {
  test('is wanted before anything is sent', async () => {
    const bench = await open({ file: boxOf(3) });
    await check(bench);
    expect(await bench.send({ kind: 'importInventory' })).toMatchObject({ problem: { code: 'seed-not-proved' } });
    expect(bench.tenant.countRequests('createDevices')).toBe(0);
  });

  test('a wrong code proves nothing and loses nothing', async () => {
    const bench = await open({ file: boxOf(3) });
    await check(bench);
    expect(await prove(bench, '000000')).toMatchObject({ problem: { code: 'code-of-no-token' } });
    expect(await prove(bench, '12345')).toMatchObject({ problem: { code: 'code-not-six-digits' } });
    expect(view(bench)).toMatchObject({ stage: 'ready', isProved: false, wantsNextCode: false, counts: { new: 3 } });
    expect(await prove(bench, codeOf(bench, 2))).toMatchObject({ ok: true });
    expect(view(bench).isProved).toBe(true);
  });

  test('of a big box takes a second code of the same token, and not the same one again', async () => {
    const bench = await open({ file: boxOf(600) });
    await check(bench);
    expect(await prove(bench, codeOf(bench, 77))).toMatchObject({ ok: true });
    expect(view(bench)).toMatchObject({ isProved: false, wantsNextCode: true });
    expect(await prove(bench, codeOf(bench, 77))).toMatchObject({ problem: { code: 'code-already-tried' } });
    bench.hand.moveBy(30_000);
    expect(await prove(bench, codeOf(bench, 77))).toMatchObject({ ok: true });
    expect(view(bench)).toMatchObject({ isProved: true, wantsNextCode: false });
  });

  test('by a hand-over counts as well', async () => {
    const bench = await open();
    const { id: itemId } = await bench.prepare(TOKEN);
    await bench.send({ kind: 'enterCode', itemId, code: bench.code(TOKEN) });
    await check(bench);
    expect(view(bench).isProved).toBe(true);
  });

  test('tells how a file of doubtful seeds is written, so that the right ones are sent', async () => {
    const seed = '2345672345672345672345672345672A';
    const bench = await open({
      file: () => ({ name: 'doubtful.csv', bytes: Buffer.from(`serial,seed\n8659623852799,${seed}\n`) }),
    });
    await check(bench);
    const key = { secret: Buffer.from(seed, 'hex'), hash: 'sha1', periodSeconds: 30 } as const;
    await prove(bench, computeCode(key, Math.floor(bench.hand.clock.nowMs() / 30_000)));
    expect(bench.station.snapshot().seeds).toMatchObject({ encoding: 'hex', isProved: true });
    expect((await start(bench)).counts).toMatchObject({ created: 1 });
    // The token that was created is the one on the bench: its code activates it.
    bench.hand.moveBy(30_000);
    const { id: itemId } = await bench.prepare('8659623852799');
    await bench.send({
      kind: 'enterCode',
      itemId,
      code: computeCode(key, Math.floor(bench.hand.clock.nowMs() / 30_000)),
    });
    await bench.station.idle();
    expect(bench.row('8659623852799').state.kind).toBe('activated');
  });
});
