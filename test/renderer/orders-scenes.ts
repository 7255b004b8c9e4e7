import type { OrderDraftLine, OrderLineView, OrderView } from '../../electron/contract/work-order.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeLane, makeLaneBehind, makeNotice, makeReader, makeUser } from '../fakes/fake-station.ts';
import {
  LINE_FAULTS,
  makeDraft,
  makeDraftLine,
  makeLaneOrder,
  makeOrder,
  makeOrderLine,
  makeOrderPage,
  makeOrders,
} from '../fakes/make-orders.ts';
import { ago, codeRow, day } from './a-morning.ts';

const contoso = { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' } as const;

const LONG_NAME = 'Replacement of all tokens at the Überlingen research site, 2026-Q4';
const LONG_NOTE =
  'Hand over only in person, at the gate of building 7, between 9 and 11; asks for a token with a protective sleeve because the last two were lost in the workshop. Call +39 081 555 0117 first.';

const longUser = makeUser({
  id: 'max',
  displayName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen-Meersburg d.J.',
  userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt-ueberlingen@research.contoso-international.com',
});

const longLine = makeOrderLine({
  line: 50_001,
  user: longUser,
  requestNumber: 'RITM0012345678-replacement-0042',
  model: 'Thales OTP 110 with protective sleeve (TOTP, 30 s)',
  note: LONG_NOTE,
});

const TAKEN = {
  counts: { all: 500, open: 180, held: 2, stopped: 2, skipped: 4, done: 312 },
  takenBy: ['left'],
} as const;

/** A list of people and the tokens that they get. */
export const ORDER_SCENES = {
  'orders none': () => day({ mode: contoso }),
  'orders several': () => day({ mode: contoso, orders: makeOrders({ orders: someOrders() }), ...twoLanes() }),
  'orders one': () =>
    day({
      mode: contoso,
      orders: makeOrders({
        orders: [makeOrder(TAKEN)],
        shown: makeOrderPage({ pageCount: 10, lines: someLines() }),
      }),
      lanes: [makeLane({ order: makeLaneOrder({ next: makeOrderLine({ line: 4 }) }) })],
    }),
  'orders longest': () => {
    const counts = { all: 50_000, open: 49_000, held: 12, stopped: 1_004, skipped: 104, done: 880 };
    return day({
      mode: contoso,
      orders: makeOrders({
        orders: [makeOrder({ name: LONG_NAME, counts, goal: 'activate' })],
        shown: makeOrderPage({
          pageCount: 1000,
          page: 499,
          lines: [
            longLine,
            { ...longLine, line: 50_002, state: 'stopped', serialNumber: 'LAHE0000550100000042', itemId: 4 },
          ],
        }),
      }),
    });
  },
  'orders handed over': () =>
    day({
      mode: contoso,
      orders: makeOrders({
        orders: [makeOrder({ stage: 'handedOver' })],
        shown: makeOrderPage({ lines: someLines() }),
      }),
    }),
  'draft reading': () =>
    day({
      mode: contoso,
      orders: makeOrders({ draft: makeDraft({ stage: 'reading', readCount: 12_400, lines: [] }) }),
    }),
  'draft checking': () =>
    day({
      mode: contoso,
      orders: makeOrders({
        draft: makeDraft({
          stage: 'checking',
          readCount: 20,
          checkedCount: 8,
          lines: draftLines().map((line) => ({ ...line, user: null })),
        }),
      }),
    }),
  'draft ready': () =>
    day({
      mode: contoso,
      orders: makeOrders({
        draft: makeDraft({
          fileName: 'depot-naples_tokens_november-2026_final_v3 (2).xlsx',
          counts: { all: 20, usable: 18, doubtful: 4, unusable: 2, zerosOffered: 12 },
          ignoredColumns: ['Cost centre', 'Building', 'Asked for by'],
          pageCount: 3,
          lines: draftLines(),
        }),
      }),
    }),
  'draft handed over': () =>
    day({
      mode: contoso,
      orders: makeOrders({
        draft: makeDraft({
          fileName: 'naples.token-order.json',
          counts: { all: 500, usable: 500, doubtful: 0, unusable: 0, zerosOffered: 0 },
          handedOver: {
            name: 'Naples',
            goal: 'assign',
            station: 'Depot 2',
            atMs: ago(5000),
            doneCount: 312,
            skippedCount: 4,
          },
        }),
      }),
    }),
  'lane order next': () =>
    day({ ...assigned(), mode: contoso, lanes: [makeLane({ order: makeLaneOrder({ next: makeOrderLine() }) })] }),
  'lane order longest': () =>
    day({
      mode: contoso,
      lanes: [
        makeLane({ order: makeLaneOrder({ name: LONG_NAME, goal: 'activate', lineCount: 50_000, next: longLine }) }),
      ],
    }),
  'lane order code': () => {
    const open = orderRow(43, { state: { kind: 'needsCode', problem: null } });
    const order = makeLaneOrder({
      goal: 'activate',
      next: makeOrderLine({ line: 3, user: longUser, requestNumber: 'REQ-18' }),
    });
    return day({ mode: contoso, open, lanes: [makeLane({ open, order })] });
  },
  'lane order done': () =>
    day({
      ...assigned(),
      mode: contoso,
      lanes: [makeLane({ order: makeLaneOrder({ doneCount: 500, next: null }) })],
    }),
  'lane order left over': () =>
    day({ mode: contoso, lanes: [makeLane({ order: makeLaneOrder({ doneCount: 494, next: null }) })] }),
  'lane orders two': () => day({ mode: contoso, ...twoLanes() }),
} as const satisfies Record<string, () => Snapshot>;

function twoLanes(): Pick<Snapshot, 'lanes' | 'readers'> {
  const rome = makeLaneOrder({ orderId: 2, name: 'Rome', next: makeOrderLine({ user: longUser }) });
  return {
    lanes: [makeLane({ order: makeLaneOrder() }), makeLaneBehind({ order: rome })],
    readers: [makeReader(), makeReader({ readerKey: 'right', name: 'Bench right', color: 2 })],
  };
}

function someOrders(): readonly OrderView[] {
  const none = { open: 0, held: 0, stopped: 0, skipped: 0 };
  return [
    makeOrder({
      orderId: 5,
      name: LONG_NAME,
      goal: 'activate',
      counts: { ...none, all: 50_000, open: 50_000, done: 0 },
    }),
    makeOrder({ ...TAKEN, orderId: 4 }),
    makeOrder({ orderId: 3, name: 'Rome', takenBy: ['left', 'right'] }),
    makeOrder({ orderId: 2, name: 'Milan', stage: 'handedOver' }),
    makeOrder({ orderId: 1, name: 'Turin', stage: 'closed', counts: { ...none, all: 40, done: 40 } }),
  ];
}

function someLines(): readonly OrderLineView[] {
  const luca = makeUser({ id: 'luca', displayName: 'Luca Moretti', userPrincipalName: 'luca.moretti@contoso.com' });
  const states: readonly Partial<OrderLineView>[] = [
    { state: 'done', serialNumber: 'GALT11420104', doneAtMs: ago(900), itemId: 1 },
    { user: luca, state: 'held', serialNumber: '8659623852751', itemId: 2, requestNumber: '' },
    { note: LONG_NOTE },
    { user: longUser, state: 'stopped', serialNumber: '2600124809787', itemId: 3 },
    { user: luca, state: 'skipped', note: 'On leave until 1 December.' },
    { user: longUser, requestNumber: 'RITM0012345678-replacement-0042' },
    ...Array.from({ length: 20 }, () => ({ user: luca })),
  ];
  return states.map((change, index) => makeOrderLine({ line: index + 2, ...change }));
}

function draftLines(): readonly OrderDraftLine[] {
  const byId = { person: '4512', personBy: 'employeeId', name: '' } as const;
  const lost = { user: null, isUsable: false } as const;
  const changes: readonly Partial<OrderDraftLine>[] = [
    {},
    { ...byId, faults: [LINE_FAULTS.zerosMaybeLost, LINE_FAULTS.unknownPerson], ...lost },
    { name: 'A. Conti-Rossi', faults: [LINE_FAULTS.inOtherOrder, LINE_FAULTS.accountDisabled] },
    { person: '', name: '', faults: [LINE_FAULTS.personMissing], ...lost, note: LONG_NOTE },
    { faults: [LINE_FAULTS.personTwice], isUsable: false },
    { ...byId, person: '1.23E+12', faults: [LINE_FAULTS.rounded], ...lost },
    {
      user: longUser,
      person: longUser.userPrincipalName,
      name: '',
      model: longLine.model,
      note: '=HYPERLINK("x")',
      faults: [LINE_FAULTS.formula],
    },
    { ...byId, faults: [LINE_FAULTS.twoPeople], ...lost },
    { person: 'guest_fabrikam.com#EXT#@contoso.onmicrosoft.com', faults: [LINE_FAULTS.guest], isUsable: false },
    { faults: [LINE_FAULTS.notLookedUp], ...lost },
  ];
  return changes.map((change, index) => makeDraftLine({ line: index + 2, ...change }));
}

function orderRow(id: number, change: Partial<QueueRow> = {}): QueueRow {
  return codeRow(id, {
    orderLine: { orderId: 1, orderName: 'Naples', line: 2, requestNumber: 'REQ-17' },
    goal: 'assign',
    state: { kind: 'assigned' },
    ...change,
  });
}

/** The last token has gone out; its row stands in the queue. */
function assigned(): Partial<Snapshot> {
  const rows = [
    orderRow(44, { state: { kind: 'confirming', nextReadAtMs: Date.now() + 2000, readProblem: null } }),
    orderRow(43, { orderLine: { orderId: 1, orderName: LONG_NAME, line: 2, requestNumber: longLine.requestNumber } }),
  ];
  return {
    notices: [makeNotice({ seq: 70, kind: 'assigned', itemId: 43, userName: 'Paolo Ricci', atMs: ago(4) })],
    queue: { filter: 'all', page: 0, pageCount: 1, rows, counts: { all: 46, needsYou: 0, working: 1, issued: 45 } },
  };
}
