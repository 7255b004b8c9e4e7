import { beforeAll, describe, expect, test } from 'vitest';
import { ANNA, buildBench, nextTurn, TOKEN, type Bench } from './build-bench.ts';
import { BOB, carryOut, holderOf, issueTo, personIn, SECOND, THIRD, typeCode } from './plan-bench.ts';
import { compare, shiftOf, takeBehindBack, untilCompared } from './shift-bench.ts';

/** Somebody else has it, as the tenant says. */
const TAKEN = '60234567';

/** Two tokens are issued, a third one is issued and taken back, a fourth one stops, and a box is scanned. */
async function workADay(): Promise<Bench> {
  const bench = await buildBench();
  await issueTo(bench, TOKEN, ANNA);
  await issueTo(bench, SECOND, BOB);
  await issueTo(bench, THIRD, ANNA);
  await carryOut(bench, { kind: 'planUndo', itemId: bench.row(THIRD).id, reason: 'wrongPerson' });
  await bench.send({ kind: 'parkItem', itemId: bench.row(THIRD).id });
  await issueTo(bench, TAKEN, BOB);
  await bench.scan('4006381333931', ']E0');
  // The label beside it is waited for first.
  bench.hand.moveBy(10_000);
  await bench.station.idle();
  return bench;
}

describe('a shift', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await workADay();
  });

  test('counts what happened and names who worked', () => {
    const { counts, operators, sinceMs } = shiftOf(bench);
    expect(counts).toEqual({ issued: 3, assigned: 0, takenBack: 1, stopped: 1, refusedScans: 1 });
    expect(operators).toEqual([{ name: 'Operator', userPrincipalName: '' }]);
    expect(sinceMs).not.toBeNull();
  });

  test('lists what could not be issued, with the serial number, the person, the reason and the bytes', () => {
    const [scan, token] = shiftOf(bench).exceptions.rows;
    expect(scan).toMatchObject({ kind: 'scan', rawText: '4006381333931', problem: { code: 'scan-retail-code' } });
    expect(token).toMatchObject({
      kind: 'token',
      itemId: bench.row(TAKEN).id,
      serialNumber: TAKEN,
      user: { userPrincipalName: BOB },
      problem: { code: 'token-taken' },
    });
    expect(token?.rawText).toContain(TAKEN);
  });

  test('is found again after a restart', async () => {
    const before = shiftOf(bench);
    expect(shiftOf(await bench.restart())).toEqual(before);
  });
});

describe('comparing a shift', () => {
  test('finds nothing where all is as it should be, and leaves out what was taken back', async () => {
    const bench = await workADay();
    const writes = bench.posts();
    expect(await compare(bench)).toMatchObject({ checkedCount: 2, issuedSince: 0, differences: [] });
    expect(bench.tenant.violations()).toEqual([]);
    expect(bench.posts()).toBe(writes);
    expect(bench.station.snapshot().notices.at(-1)?.kind).toBe('shiftCompared');
  });

  test('finds a token that was taken from its person behind the station’s back', async () => {
    const bench = await workADay();
    await takeBehindBack(bench, TOKEN);
    const { differences } = await compare(bench);
    expect(differences).toEqual([
      {
        itemId: bench.row(TOKEN).id,
        kind: 'missing',
        serialNumber: TOKEN,
        userName: bench.row(TOKEN).user?.displayName,
        problem: null,
      },
    ]);
    expect(shiftOf(await bench.restart()).comparison.result?.differences).toEqual(differences);
  });

  test('finds it also where its row was cleared away', async () => {
    const bench = await workADay();
    await takeBehindBack(bench, TOKEN);
    await bench.send({ kind: 'removeItem', itemId: bench.row(TOKEN).id });
    const { checkedCount, differences } = await compare(bench);
    expect([checkedCount, differences.map(({ serialNumber }) => serialNumber)]).toEqual([2, [TOKEN]]);
  });

  test('asks for each person once', async () => {
    const bench = await buildBench();
    await issueTo(bench, TOKEN, ANNA);
    await issueTo(bench, SECOND, ANNA);
    const before = bench.tenant.countRequests('listMethods');
    expect((await compare(bench)).checkedCount).toBe(2);
    expect(bench.tenant.countRequests('listMethods') - before).toBe(1);
  });

  test('waits as long as Graph asks to, and then reads again what it did not get', async () => {
    const bench = await workADay();
    bench.tenant.setConditions({
      faults: [{ on: 'listMethods', kind: 'fail', status: 429, acts: false, retryAfterSeconds: 40, times: 1 }],
    });
    const before = bench.tenant.countRequests('listMethods');
    const beganMs = bench.hand.clock.nowMs();
    expect(await compare(bench)).toMatchObject({ checkedCount: 2, differences: [] });
    expect(bench.hand.clock.nowMs() - beganMs).toBeGreaterThanOrEqual(40_000);
    // Both people, and the one of them once more.
    expect(bench.tenant.countRequests('listMethods') - before).toBe(3);
  });

  test('says which it could not read, and why', async () => {
    const bench = await workADay();
    bench.tenant.setConditions({
      faults: [{ on: 'batch', kind: 'fail', status: 500, acts: false, times: Infinity }],
    });
    const { differences } = await compare(bench);
    expect(differences.map(({ kind, problem }) => [kind, problem?.code])).toEqual([
      ['unread', 'graph-failing'],
      ['unread', 'graph-failing'],
    ]);
  });

  test('shows how far it is, and is refused a second time meanwhile', async () => {
    const bench = await workADay();
    const held = bench.holdAnswers();
    expect((await bench.send({ kind: 'compareShift' })).ok).toBe(true);
    expect(shiftOf(bench).comparison).toMatchObject({ isRunning: true, doneCount: 0, totalCount: 2 });
    expect(await bench.send({ kind: 'compareShift' })).toEqual({ ok: false, problem: { code: 'shift-busy' } });
    held.release();
    await untilCompared(bench);
    expect(shiftOf(bench).comparison).toMatchObject({ isRunning: false, result: { checkedCount: 2 } });
  });

  test('is refused while a token is under way', async () => {
    const bench = await workADay();
    await bench.prepare('GALT11420105', ANNA);
    const held = bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: bench.row('GALT11420105').id, code: bench.code('GALT11420105') });
    expect(await bench.send({ kind: 'compareShift' })).toEqual({ ok: false, problem: { code: 'shift-busy' } });
    expect(await bench.send({ kind: 'closeShift' })).toEqual({ ok: false, problem: { code: 'shift-busy' } });
    held.release();
    await bench.station.idle();
  });

  test.each([
    ['the shift is closed meanwhile', { kind: 'closeShift' }, null],
    ['nobody is signed in any more', null, { kind: 'signedOut', problem: null }],
  ] as const)('comes to nothing where %s', async (_, command, event) => {
    const bench = await workADay();
    const held = bench.holdAnswers();
    await bench.send({ kind: 'compareShift' });
    if (command) await bench.send(command);
    if (event) await bench.station.dispatch({ ...event, atMs: bench.hand.clock.nowMs() });
    expect(shiftOf(bench).comparison.isRunning).toBe(false);
    held.release();
    for (let turn = 0; turn < 20; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await nextTurn();
    }
    expect(shiftOf(bench).comparison.result).toBeNull();
    expect(bench.journal.kinds()).not.toContain('shiftCompared');
  });

  test('is refused where nobody is signed in', async () => {
    const bench = await workADay();
    await bench.station.dispatch({ kind: 'signedOut', atMs: bench.hand.clock.nowMs(), problem: null });
    expect(await bench.send({ kind: 'compareShift' })).toEqual({ ok: false, problem: { code: 'signed-out' } });
  });

  test('says what was issued after it, and leaves it to the next one', async () => {
    const bench = await workADay();
    await compare(bench);
    await issueTo(bench, 'GALT11420105', ANNA);
    expect(shiftOf(bench).comparison.result).toMatchObject({ checkedCount: 2, issuedSince: 1 });
    expect(await compare(bench)).toMatchObject({ checkedCount: 3, issuedSince: 0 });
  });
});

describe('scanning a token again that had stopped', () => {
  test('tries it once more, to success, and it leaves the exceptions', async () => {
    const bench = await workADay();
    await takeBehindBack(bench, TAKEN);
    await bench.scan(TAKEN);
    expect(bench.row(TAKEN).state).toEqual({ kind: 'needsCode', problem: null });
    expect(bench.station.snapshot().open?.serialNumber).toBe(TAKEN);
    await typeCode(bench, TAKEN);
    expect(bench.row(TAKEN).state.kind).toBe('activated');
    expect(holderOf(bench, TAKEN)).toBe(personIn(bench, TAKEN));
    expect(shiftOf(bench).exceptions.rows.map(({ kind }) => kind)).toEqual(['scan']);
    expect((await compare(bench)).checkedCount).toBe(3);
  });
});

describe('closing a shift', () => {
  test('begins the next one, with what still waits', async () => {
    const bench = await workADay();
    await compare(bench);
    expect(await bench.send({ kind: 'closeShift' })).toEqual({ ok: true, value: null });
    expect(shiftOf(bench)).toMatchObject({
      sinceMs: null,
      counts: { issued: 0, refusedScans: 0 },
      operators: [{ name: 'Operator' }],
      exceptions: { count: 1, rows: [{ serialNumber: TAKEN }] },
      comparison: { result: null },
    });
    expect(await compare(bench)).toMatchObject({ checkedCount: 0, differences: [] });
  });
});
