import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { decideCommand } from '../../electron/core/decide-command.ts';
import type { OrderStateCommand } from '../../electron/core/decide-order.ts';
import { decideScan } from '../../electron/core/decide-scan.ts';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import { orderMarkText } from '../../electron/core/scan-order-mark.ts';
import type { State } from '../../electron/core/state.ts';
import { ANN, BOB, foldEvents, LEFT, NOW_MS, RIGHT, scan, SERIAL } from './build-state.ts';
import { activated, CY, draftLine, opened, ORDER_KEY, taken, working } from './orders-build.ts';

const AT = { atMs: NOW_MS };
const NO_INVENTORY: State['rights'] = {
  scopes: ['UserAuthMethod-HardwareOATH.ReadWrite.All'],
  roles: null,
  methodsProblem: null,
  inventoryProblem: null,
};

/** Ann is done, Bob is held, Cy is open, and Dee was skipped. */
const DEE = { ...CY, id: 'f3c1a1de-0004-4a6b-9f3e-000000000004' };
const half = foldEvents([
  { kind: 'readerAttached', ...AT, readerKey: LEFT, name: 'Left scanner' },
  ...opened('activate', [
    draftLine(2, ANN, { done: { serialNumber: SERIAL, atMs: 1 } }),
    draftLine(3, BOB),
    draftLine(4, CY),
    draftLine(5, DEE, { isSkipped: true }),
  ]),
  taken(),
  scan(),
]);
const closed = foldEvents([{ kind: 'orderClosed', ...AT, orderId: 1 }], half);
const busy = working('assign', [scan()]);
/** Handed over, and opened again from a file. */
const back = foldEvents([
  ...opened(),
  { kind: 'orderHandedOver', ...AT, orderId: 1 },
  ...opened('activate', undefined, { orderId: 2 }),
]);

function answer(state: State, command: OrderStateCommand): unknown {
  const decided = decideCommand(state, command, NOW_MS);
  return decided.ok ? decided.value : decided.problem.code;
}

const order = { orderId: 1 };

describe('commands about orders', () => {
  test.each<readonly [string, State, OrderStateCommand, unknown]>([
    ['an order is taken up in front', half, { kind: 'takeOrder', ...order }, { kind: 'orderTaken', laneId: LEFT }],
    [
      'there is no reader',
      foldEvents(opened()),
      { kind: 'takeOrder', ...order },
      { kind: 'orderTaken', laneId: 'keyboard' },
    ],
    ['the order is not there', half, { kind: 'takeOrder', orderId: 9 }, 'order-gone'],
    ['it is closed', closed, { kind: 'takeOrder', ...order }, 'order-not-open'],
    [
      'its lines have not all come',
      foldEvents(opened().slice(0, 1)),
      { kind: 'takeOrder', ...order },
      'order-not-open',
    ],
    [
      'the inventory cannot be read for it',
      { ...busy, rights: NO_INVENTORY },
      { kind: 'takeOrder', ...order },
      'inventory-wanted',
    ],
    [
      'the inventory is not needed for it',
      { ...half, rights: NO_INVENTORY },
      { kind: 'takeOrder', ...order },
      { kind: 'orderTaken' },
    ],
    ['it is left', half, { kind: 'leaveOrder' }, { kind: 'orderLeft', laneId: LEFT }],
    ['nothing is worked on', foldEvents(opened()), { kind: 'leaveOrder' }, 'command-not-allowed'],
    ['an open line is chosen', half, { kind: 'chooseLine', ...order, line: 4 }, { kind: 'orderLineChosen', line: 4 }],
    ['a line is done', half, { kind: 'chooseLine', ...order, line: 2 }, 'order-line-done'],
    ['a token is with the line', half, { kind: 'chooseLine', ...order, line: 3 }, 'order-line-done'],
    ['the line was skipped', half, { kind: 'chooseLine', ...order, line: 5 }, 'order-line-skipped'],
    ['there is no such line', half, { kind: 'chooseLine', ...order, line: 9 }, 'order-line-unknown'],
    ['the line’s order is closed', closed, { kind: 'chooseLine', ...order, line: 4 }, 'order-not-open'],
    ['an open line is skipped', half, { kind: 'skipLine', ...order, line: 4 }, { kind: 'orderLineSkipped', line: 4 }],
    ['a held line is skipped', half, { kind: 'skipLine', ...order, line: 3 }, 'order-line-done'],
    ['a skipped line is skipped', half, { kind: 'skipLine', ...order, line: 5 }, 'order-line-skipped'],
    ['a line of a closed order is skipped', closed, { kind: 'skipLine', ...order, line: 4 }, 'order-not-open'],
    ['an unknown line is skipped', half, { kind: 'skipLine', ...order, line: 9 }, 'order-line-unknown'],
    ['a skipped line comes back', half, { kind: 'unskipLine', ...order, line: 5 }, { kind: 'orderLineUnskipped' }],
    ['an open line comes back', half, { kind: 'unskipLine', ...order, line: 4 }, 'command-not-allowed'],
    ['it is closed while somebody waits', half, { kind: 'closeOrder', ...order }, { kind: 'orderClosed' }],
    ['it is closed while a token is under way', busy, { kind: 'closeOrder', ...order }, 'order-busy'],
    ['it is closed twice', closed, { kind: 'closeOrder', ...order }, 'order-not-open'],
    ['it is opened again', closed, { kind: 'reopenOrder', ...order }, { kind: 'orderReopened', orderId: 1 }],
    ['it has come back from another station', back, { kind: 'reopenOrder', ...order }, 'order-here-already'],
    ['it is open already', half, { kind: 'reopenOrder', ...order }, 'command-not-allowed'],
    [
      'a page is looked at',
      half,
      { kind: 'showOrder', ...order, filter: 'open', page: 2 },
      { kind: 'orderShown', filter: 'open', page: 2 },
    ],
  ])('where %s', (_, state, command, expected) => {
    const got = answer(state, command);
    if (typeof expected === 'string') expect(got).toBe(expected);
    else expect(got).toMatchObject({ atMs: NOW_MS, ...(expected as object) });
  });

  test('none can be given at a kiosk', () => {
    const kiosk = foldEvents([{ kind: 'kioskOpened', ...AT }], half);
    expect(answer(kiosk, { kind: 'takeOrder', ...order })).toBe('command-not-allowed');
  });
});

function scanned(state: State, text: string, readerKey = LEFT): Event {
  return decideScan(
    state,
    { readerKey, atMs: NOW_MS },
    readScanText(text, ']C0', state.bench.settings.siteRules),
    text,
  );
}

describe('scanning the mark of a printed line', () => {
  const mark = orderMarkText(ORDER_KEY, 4);

  test('chooses it where it was scanned, whatever is worked on there', () => {
    const expected = { kind: 'orderLineChosen', atMs: NOW_MS, orderId: 1, line: 4, laneId: RIGHT };
    expect(scanned(half, mark, RIGHT)).toEqual(expected);
    expect(scanned(half, mark.toUpperCase(), RIGHT)).toEqual(expected);
    expect(scanned(half, `${mark}\r`, RIGHT)).toEqual(expected);
  });

  test.each<readonly [string, State, string, string]>([
    ['of nobody’s order', half, orderMarkText('ffffffff', 4), 'order-line-unknown'],
    ['of no line', half, orderMarkText(ORDER_KEY, 77), 'order-line-unknown'],
    ['of whoever is done', half, orderMarkText(ORDER_KEY, 2), 'order-line-done'],
    ['of whoever was skipped', half, orderMarkText(ORDER_KEY, 5), 'order-line-skipped'],
    ['of a closed order', closed, mark, 'order-not-open'],
    ['of an order that the inventory is missing for', { ...busy, rights: NO_INVENTORY }, mark, 'inventory-wanted'],
    ['of two open orders', foldEvents([...opened(), ...opened()]), mark, 'order-line-unknown'],
    ['that was cut off', half, 'TSO:1a2b3c4d:', 'order-line-unknown'],
  ])('%s is refused', (_, state, text, code) => {
    expect(scanned(state, text)).toMatchObject({ kind: 'scanRefused', problem: { code }, shownText: text });
  });

  test('of an order that was handed over and came back, chooses in the one that is open', () => {
    expect(scanned(back, mark)).toMatchObject({ kind: 'orderLineChosen', orderId: 2 });
  });

  test('is nothing for a kiosk', () => {
    const kiosk = foldEvents([{ kind: 'kioskOpened', ...AT }], half);
    expect(scanned(kiosk, mark)).toMatchObject({ kind: 'scanRefused', problem: { code: 'scan-work-order-line' } });
  });
});

describe('scanning a line of the site', () => {
  function lineOf(state: State, lineId: string, laneId = LEFT): Event {
    const meaning = { kind: 'workOrderLine', lineId, scannedText: lineId, aimId: null, steps: [] } as const;
    return decideScan(state, { readerKey: laneId, atMs: NOW_MS }, meaning, lineId);
  }

  test('chooses the line with this request number in the order of the place, whatever the case', () => {
    expect(lineOf(half, 'req-4')).toMatchObject({ kind: 'orderLineChosen', orderId: 1, line: 4, laneId: LEFT });
  });

  test.each([
    ['REQ-9', 'order-line-unknown'],
    ['REQ-', 'order-line-unknown'],
    ['REQ-2', 'order-line-done'],
    ['REQ-5', 'order-line-skipped'],
  ])('%s is refused with %s', (lineId, code) => {
    expect(lineOf(half, lineId)).toMatchObject({ kind: 'scanRefused', problem: { code }, shownText: lineId });
  });

  test('is refused where no order is worked on', () => {
    const refused = { kind: 'scanRefused', problem: { code: 'scan-work-order-line' } };
    expect(lineOf(half, 'REQ-4', RIGHT)).toMatchObject(refused);
    expect(lineOf(closed, 'REQ-4')).toMatchObject(refused);
  });

  test('is refused where two people stand under one request number, also once one of them is done', () => {
    const two = [draftLine(2, ANN, { requestNumber: 'REQ-7' }), draftLine(3, BOB, { requestNumber: 'req-7' })];
    const state = foldEvents([...opened('activate', two), taken(), scan(), ...activated(1, ANN, SERIAL)]);
    expect(lineOf(state, 'REQ-7')).toMatchObject({ problem: { code: 'order-line-unknown' } });
  });
});
