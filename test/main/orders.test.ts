import { describe, expect, test } from 'vitest';
import { orderMarkText } from '../../electron/core/scan-order-mark.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { EXPECTS_TOKEN, TOKEN_HOLDER } from '../../electron/practice/practice-people.ts';
import { buildBench, TOKEN, type Bench } from './build-bench.ts';
import {
  AHEAD,
  ANNA,
  benchWithOrder,
  HELD,
  holderOf,
  lineStates,
  MISSING,
  openOrder,
  ORDER_KEY,
  OTHER_ANNA,
  said,
  SECOND,
  settle,
  SIOBHAN,
  THIRD,
} from './orders-bench.ts';

const { depot, desk } = PRACTICE_OPERATORS;

describe('an order without codes', () => {
  test('is served by scans alone: each token is assigned, read back, and the order is done', async () => {
    const bench = await benchWithOrder('assign');
    for (const serialNumber of [TOKEN, SECOND, THIRD]) await bench.scan(serialNumber);
    await settle(bench);
    expect([TOKEN, SECOND, THIRD].map((serial) => holderOf(bench, serial))).toEqual(
      [ANNA, OTHER_ANNA, SIOBHAN].map((one) => one?.id),
    );
    expect(bench.tenant.findAssignment(TOKEN)?.status).toBe('assigned');
    expect(bench.row()).toMatchObject({ goal: 'assign', state: { kind: 'assigned' } });
    expect(bench.row().orderLine).toEqual({ orderId: 1, orderName: 'Naples', line: 2, requestNumber: 'REQ-0' });
    expect(await lineStates(bench)).toEqual(['done', 'done', 'done']);
    expect(said(bench).filter((kind) => kind === 'assigned')).toHaveLength(3);
    expect(said(bench).at(-1)).toBe('orderDone');
    expect(bench.posts()).toBe(0);
    expect(bench.tenant.violations()).toEqual([]);
    const { lanes, pace } = bench.station.snapshot();
    expect(lanes[0]?.order).toMatchObject({ doneCount: 3, lineCount: 3, next: null });
    expect(pace.left).toBe(pace.most);
  });

  test.each([
    ['of somebody else', HELD, { code: 'token-taken', detail: TOKEN_HOLDER.displayName }],
    ['in no inventory', MISSING, { code: 'serial-unknown' }],
  ])(
    'stops at a token %s, and serves the person with the next one that is chosen for them',
    async (_, serial, problem) => {
      const bench = await benchWithOrder('assign');
      await bench.scan(serial);
      await settle(bench);
      expect(bench.row(serial).state).toEqual({ kind: 'stopped', problem });
      expect(bench.tenant.countRequests('assignByReference')).toBe(0);
      expect(await lineStates(bench)).toEqual(['stopped', 'open', 'open']);
      await bench.send({ kind: 'removeItem', itemId: bench.row(serial).id });
      await bench.scan(TOKEN);
      await settle(bench);
      expect(holderOf(bench, TOKEN)).toBe(ANNA?.id);
      expect(await lineStates(bench)).toEqual(['done', 'open', 'open']);
    },
  );

  test('is content with a token that its person has already', async () => {
    const bench = await benchWithOrder('assign', depot, [EXPECTS_TOKEN]);
    await bench.scan(AHEAD);
    await settle(bench);
    expect(bench.row(AHEAD).state.kind).toBe('assigned');
    expect(bench.tenant.countRequests('assignByReference')).toBe(0);
  });

  test('is not for whoever cannot read the inventory', async () => {
    const bench = await buildBench({ as: desk });
    await openOrder(bench, 'assign');
    expect(await bench.send({ kind: 'takeOrder', orderId: 1 })).toEqual({
      ok: false,
      problem: { code: 'inventory-wanted' },
    });
  });

  test('its token can be taken back, and its person is served again', async () => {
    const bench = await benchWithOrder('assign');
    await bench.scan(TOKEN);
    await settle(bench);
    const { id, can } = bench.row();
    expect(can).toContain('undo');
    await bench.send({ kind: 'planUndo', itemId: id, reason: 'wrongPerson' });
    expect(await bench.send({ kind: 'startPlan' })).toEqual({ ok: true, value: null });
    await settle(bench);
    expect(holderOf(bench, TOKEN)).toBeNull();
    expect(await lineStates(bench)).toEqual(['open', 'open', 'open']);
    expect(bench.row()).toMatchObject({ user: null, goal: 'activate', state: { kind: 'needsUser' } });
  });
});

describe('an order of codes', () => {
  async function sendCode(bench: Bench, serialNumber: string): Promise<void> {
    const itemId = bench.row(serialNumber).id;
    expect(await bench.send({ kind: 'enterCode', itemId, code: bench.code(serialNumber) })).toEqual({
      ok: true,
      value: null,
    });
    await bench.station.idle();
  }

  test('shows each person with their token, takes the code, and goes on to the next that was scanned', async () => {
    const bench = await benchWithOrder('activate', desk);
    await bench.scan(TOKEN);
    await bench.scan(SECOND);
    expect(bench.row(SECOND)).toMatchObject({ user: null, state: { kind: 'needsUser' } });
    await sendCode(bench, TOKEN);
    expect(bench.station.snapshot().open).toMatchObject({ serialNumber: SECOND, user: { id: OTHER_ANNA?.id } });
    await sendCode(bench, SECOND);
    expect([TOKEN, SECOND].map((serial) => bench.tenant.findAssignment(serial))).toMatchObject([
      { userId: ANNA?.id, status: 'activated' },
      { userId: OTHER_ANNA?.id, status: 'activated' },
    ]);
    expect(await lineStates(bench)).toEqual(['done', 'done', 'open']);
    expect(bench.posts()).toBe(2);
  });

  test('goes on tomorrow where it stopped today', async () => {
    const bench = await benchWithOrder('activate', desk);
    await bench.scan(TOKEN);
    await sendCode(bench, TOKEN);
    bench.hand.moveBy(20 * 3_600_000);
    const tomorrow = await bench.restart();
    expect(tomorrow.station.snapshot().lanes[0]?.order).toMatchObject({
      name: 'Naples',
      doneCount: 1,
      next: { line: 3, user: { id: OTHER_ANNA?.id } },
    });
    await tomorrow.scan(SECOND);
    expect(tomorrow.row(SECOND).user?.id).toBe(OTHER_ANNA?.id);
  });

  test('a mark of the printed sheet brings its person, and its order with it', async () => {
    const bench = await buildBench({ as: desk });
    await openOrder(bench, 'activate');
    await bench.scan(orderMarkText(ORDER_KEY, 4), ']Q1');
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({
      kind: 'lineChosen',
      userName: SIOBHAN?.displayName,
    });
    await bench.scan(TOKEN);
    expect(bench.row().user?.id).toBe(SIOBHAN?.id);
    await sendCode(bench, TOKEN);
    bench.hand.moveBy(5_000);
    await bench.scan(orderMarkText(ORDER_KEY, 4), ']Q1');
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({
      kind: 'scanRefused',
      problem: { code: 'order-line-done' },
    });
    await bench.scan(SECOND);
    expect(bench.row(SECOND).user?.id).toBe(ANNA?.id);
  });
});

test('a station that has become a kiosk gives nobody’s token to an order, today or when the journal is folded again', async () => {
  const bench = await benchWithOrder('assign');
  await bench.station.dispatch({ kind: 'kioskOpened', atMs: bench.hand.clock.nowMs() });
  await bench.station.idle();
  expect(bench.journal.kinds()).toContain('orderLeft');
  expect(bench.station.snapshot().orders).toEqual({ orders: [], shown: null, draft: null });
  const again = await bench.restart();
  await again.scan(TOKEN);
  expect(again.row()).toMatchObject({ user: null, state: { kind: 'needsUser' } });
});
