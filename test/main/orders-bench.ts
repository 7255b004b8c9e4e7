import { expect } from 'vitest';
import type { OrderGoal, OrderLineState } from '../../electron/contract/work-order.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { PRACTICE_PEOPLE } from '../../electron/practice/practice-people.ts';
import type { Caller } from '../../electron/practice/tenant-data.ts';
import { buildBench, type Bench } from './build-bench.ts';

const { depot } = PRACTICE_OPERATORS;

export const ORDER_KEY = '1a2b3c4d-0000-4000-8000-000000000001';
export const SECOND = 'GALT11420105';
export const THIRD = 'GALT11420112';
/** Of somebody else, of the person of `AHEAD` already, and in no inventory. */
export const HELD = '60234567';
export const AHEAD = 'VES0052663';
export const MISSING = '00040008CFA5';

/** The people of the order, in its lines 2, 3 and 4. */
export const [ANNA, OTHER_ANNA, SIOBHAN] = PRACTICE_PEOPLE;

/** The people of an order, as the order desk gives them to the journal. */
export async function openOrder(
  bench: Bench,
  goal: OrderGoal,
  people: readonly (typeof ANNA)[] = [ANNA, OTHER_ANNA, SIOBHAN],
): Promise<void> {
  const atMs = bench.hand.clock.nowMs();
  const lines = people.flatMap((person, at) => {
    if (!person) return [];
    const { id, displayName, userPrincipalName, mail, department, jobTitle, employeeId } = person;
    const user = { id, displayName, userPrincipalName, mail, department, jobTitle, employeeId };
    return [{ line: at + 2, user, requestNumber: `REQ-${at}`, model: '', note: '', isSkipped: false, done: null }];
  });
  const lineCount = lines.length;
  await bench.station.dispatch({ kind: 'orderOpened', atMs, orderKey: ORDER_KEY, name: 'Naples', goal, lineCount });
  await bench.station.dispatch({ kind: 'orderLinesAdded', atMs, orderId: 1, lines });
}

async function takeOrder(bench: Bench): Promise<void> {
  expect(await bench.send({ kind: 'takeOrder', orderId: 1 })).toEqual({ ok: true, value: null });
  await bench.station.idle();
}

export async function benchWithOrder(
  goal: OrderGoal,
  as: Caller = depot,
  people?: readonly (typeof ANNA)[],
): Promise<Bench> {
  const bench = await buildBench({ as });
  await openOrder(bench, goal, people);
  await takeOrder(bench);
  return bench;
}

/** Moves the clock from pause to pause until nothing waits any more. */
export async function settle(bench: Bench): Promise<void> {
  await bench.station.idle();
  for (let turn = 0; turn < 40 && bench.hand.timerCount() > 0; turn++) {
    bench.hand.moveBy(5_000);
    await bench.station.idle();
  }
}

export function holderOf(bench: Bench, serialNumber: string): string | null {
  return bench.tenant.findAssignment(serialNumber)?.userId ?? null;
}

export async function lineStates(bench: Bench): Promise<readonly OrderLineState[]> {
  await bench.send({ kind: 'showOrder', orderId: 1, filter: 'all', page: 0 });
  return bench.station.snapshot().orders.shown?.lines.map(({ state }) => state) ?? [];
}

export function said(bench: Bench): readonly string[] {
  return bench.station.snapshot().notices.map(({ kind }) => kind);
}
