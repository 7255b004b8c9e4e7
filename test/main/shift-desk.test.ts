import { expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import type { MethodsRead } from '../../electron/core/compare-shift.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import type { Comparing } from '../../electron/core/to-shift.ts';
import { createShiftDesk, PEOPLE_AT_ONCE } from '../../electron/main/shift-desk.ts';
import { ANN, foldEvents, itemIn, NOW_MS, stateWith } from '../core/build-state.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { SILENT_GRAPH } from '../fakes/silent-graph.ts';
import { nextTurn } from './build-bench.ts';

/** So many people, each with a token of this shift. */
function issuedTo(count: number): State {
  const items = Array.from({ length: count }, (_, index) =>
    itemIn('confirming', {
      id: index + 1,
      serialNumber: `TOTP${index + 1}`,
      user: { ...ANN, id: `user-${index + 1}` },
    }),
  );
  return foldEvents(
    items.map(({ id }) => seen(id)),
    stateWith(items),
  );
}

function seen(itemId: number): Event {
  const method = { methodId: `m${itemId}`, serialNumber: null, status: 'activated' } as const;
  return { kind: 'methodRead', atMs: NOW_MS, itemId, method };
}

function methodsOf(userId: string): MethodsRead {
  const number = userId.slice('user-'.length);
  return { kind: 'read', value: [{ methodId: `m${number}`, serialNumber: `TOTP${number}`, status: 'activated' }] };
}

function openDesk(first: State, read: (userId: string) => MethodsRead = methodsOf) {
  let state = first;
  const asked: (readonly string[])[] = [];
  const shown: (Comparing | null)[] = [];
  const hand = createHandClock(NOW_MS);
  const dispatch = (event: Event): Promise<void> => {
    state = reduce(state, event);
    return Promise.resolve();
  };
  const desk = createShiftDesk({
    state: () => state,
    dispatch,
    refresh: () => shown.push(desk.view()),
    clock: hand.clock,
    graph: {
      ...SILENT_GRAPH,
      listOathMethodsOfMany: (userIds) => {
        asked.push(userIds);
        return Promise.resolve(userIds.map(read));
      },
    },
  });
  return { desk, asked, shown, hand, dispatch, shift: () => state.shift };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    // oxlint-disable-next-line no-await-in-loop
    await nextTurn();
  }
}

test('a long shift is read a hundred people at a time, and shows how far it has come', async () => {
  const { desk, asked, shown, shift } = openDesk(issuedTo(250));
  await desk.command({ kind: 'compareShift' });
  await settle();
  expect(asked.map(({ length }) => length)).toEqual([PEOPLE_AT_ONCE, PEOPLE_AT_ONCE, 50]);
  expect(new Set(asked.flat()).size).toBe(250);
  expect(shown.map((one) => one && `${one.doneCount}/${one.totalCount}`)).toEqual([
    '0/250',
    '100/250',
    '200/250',
    '250/250',
  ]);
  expect([desk.view(), shift().comparison?.checkedCount, shift().comparison?.differences]).toEqual([null, 250, []]);
});

test('a token that is issued while the others are read is read, too', async () => {
  const late = itemIn('confirming', { id: 9, serialNumber: 'TOTP9', user: { ...ANN, id: 'user-9' } });
  const two = issuedTo(2);
  const { desk, asked, dispatch, shift } = openDesk({ ...two, items: two.items.set(9, late) });
  await desk.command({ kind: 'compareShift' });
  await dispatch(seen(9));
  await settle();
  expect(asked).toEqual([['user-1', 'user-2'], ['user-9']]);
  expect(shift().comparison).toMatchObject({ checkedCount: 3, issuedSince: 0 });
});

test('only whoever could not be read is read again', async () => {
  let isBusy = true;
  const throttled: MethodsRead = {
    kind: 'failed',
    problem: { code: 'throttled' },
    status: 429,
    retryAfterMs: 30_000,
  };
  const { desk, asked, hand } = openDesk(issuedTo(3), (id) => (isBusy && id === 'user-2' ? throttled : methodsOf(id)));
  await desk.command({ kind: 'compareShift' });
  await settle();
  hand.moveBy(29_999);
  await settle();
  expect(asked).toHaveLength(1);
  isBusy = false;
  hand.moveBy(1);
  await settle();
  expect(asked[1]).toEqual(['user-2']);
});

test('the longest of the waits that Graph asks for is kept', async () => {
  const waits: Readonly<Record<string, number>> = { 'user-1': 10_000, 'user-2': 60_000 };
  const { desk, asked, hand } = openDesk(issuedTo(2), (id) => ({
    kind: 'failed',
    problem: { code: 'throttled' },
    status: 429,
    retryAfterMs: waits[id] ?? 0,
  }));
  await desk.command({ kind: 'compareShift' });
  await settle();
  hand.moveBy(59_999);
  await settle();
  expect(asked).toHaveLength(1);
  hand.moveBy(1);
  await settle();
  expect(asked).toHaveLength(2);
});

test('whoever is throttled for ever is unread in the end, and the others are not', async () => {
  const throttled: MethodsRead = { kind: 'failed', problem: { code: 'throttled' }, status: 429, retryAfterMs: 1_000 };
  const { desk, asked, hand, shift } = openDesk(issuedTo(2), (id) => (id === 'user-2' ? throttled : methodsOf(id)));
  await desk.command({ kind: 'compareShift' });
  for (let minute = 0; minute < 10; minute++) {
    // oxlint-disable-next-line no-await-in-loop
    await settle();
    hand.moveBy(60_000);
  }
  await settle();
  expect(asked).toHaveLength(5);
  expect(shift().comparison?.differences).toMatchObject([
    { itemId: 2, kind: 'unread', problem: { code: 'throttled' } },
  ]);
});

test.each([
  { kind: 'signedOut', atMs: NOW_MS, problem: null },
  { kind: 'sessionLost', atMs: NOW_MS, problem: { code: 'signed-out' } },
  { kind: 'shiftClosed', atMs: NOW_MS },
] as const)('nothing is read any more after $kind, also while Graph has asked to wait', async (event) => {
  const throttled: MethodsRead = { kind: 'failed', problem: { code: 'throttled' }, status: 429, retryAfterMs: 1_000 };
  const { desk, asked, hand, shift } = openDesk(issuedTo(1), () => throttled);
  await desk.command({ kind: 'compareShift' });
  await settle();
  desk.follow?.(event);
  hand.moveBy(60_000);
  await settle();
  expect([asked.length, desk.view(), shift().comparison]).toEqual([1, null, null]);
});

test('an answer that is missing is no answer', async () => {
  const { desk, hand, shift } = openDesk(issuedTo(1), () => undefined as unknown as MethodsRead);
  await desk.command({ kind: 'compareShift' });
  for (let minute = 0; minute < 10; minute++) {
    // oxlint-disable-next-line no-await-in-loop
    await settle();
    hand.moveBy(60_000);
  }
  await settle();
  expect(shift().comparison?.differences).toMatchObject([{ kind: 'unread', problem: { code: 'graph-failing' } }]);
});
