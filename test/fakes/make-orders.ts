import type {
  LaneOrderView,
  LineFault,
  OrderDraftLine,
  OrderDraftView,
  OrderLineView,
  OrderPageView,
  OrdersView,
  OrderView,
} from '../../electron/contract/work-order.ts';
import { makeUser } from './fake-station.ts';

/** An order of twenty people; five have their token. */
export function makeOrder(change: Partial<OrderView> = {}): OrderView {
  return {
    orderId: 1,
    name: 'Naples',
    goal: 'assign',
    stage: 'open',
    openedAtMs: Date.now(),
    counts: { all: 20, open: 12, held: 1, stopped: 1, skipped: 1, done: 5 },
    takenBy: [],
    ...change,
  };
}

export function makeOrders(change: Partial<OrdersView> = {}): OrdersView {
  return { orders: [makeOrder()], shown: null, draft: null, ...change };
}

/** A person who has no token yet. */
export function makeOrderLine(change: Partial<OrderLineView> = {}): OrderLineView {
  return {
    line: 2,
    user: makeUser(),
    requestNumber: 'REQ-17',
    model: 'OTP 110',
    note: '',
    state: 'open',
    itemId: null,
    serialNumber: null,
    doneAtMs: null,
    ...change,
  };
}

export function makeOrderPage(change: Partial<OrderPageView> = {}): OrderPageView {
  return { orderId: 1, filter: 'all', page: 0, pageCount: 1, lines: [makeOrderLine()], ...change };
}

/** What a place works on; Anna Conti is next. */
export function makeLaneOrder(change: Partial<LaneOrderView> = {}): LaneOrderView {
  return {
    orderId: 1,
    name: 'Naples',
    goal: 'assign',
    doneCount: 12,
    lineCount: 500,
    next: makeOrderLine(),
    ...change,
  };
}

/** A person whom the tenant found. */
export function makeDraftLine(change: Partial<OrderDraftLine> = {}): OrderDraftLine {
  const user = makeUser();
  return {
    line: 2,
    person: user.userPrincipalName,
    personBy: 'userPrincipalName',
    name: user.displayName,
    requestNumber: 'REQ-17',
    model: 'OTP 110',
    note: '',
    faults: [],
    user,
    isUsable: true,
    ...change,
  };
}

/** A list that was read and looked up without anything to look at. */
export function makeDraft(change: Partial<OrderDraftView> = {}): OrderDraftView {
  return {
    fileName: 'naples-november.csv',
    stage: 'ready',
    readCount: 20,
    checkedCount: 20,
    counts: { all: 20, usable: 20, doubtful: 0, unusable: 0, zerosOffered: 0 },
    ignoredColumns: [],
    handedOver: null,
    onlyFaults: false,
    page: 0,
    pageCount: 1,
    lines: [makeDraftLine()],
    ...change,
  };
}

/** One of every kind, so that a new one without words is seen. */
export const LINE_FAULTS: Readonly<{ [Kind in LineFault['kind']]: Extract<LineFault, { readonly kind: Kind }> }> = {
  personMissing: { kind: 'personMissing' },
  personTwice: { kind: 'personTwice', firstLine: 4 },
  rounded: { kind: 'rounded' },
  zerosMaybeLost: { kind: 'zerosMaybeLost', suggestion: '004512' },
  formula: { kind: 'formula' },
  unknownPerson: { kind: 'unknownPerson' },
  twoPeople: { kind: 'twoPeople' },
  guest: { kind: 'guest' },
  accountDisabled: { kind: 'accountDisabled' },
  inOtherOrder: { kind: 'inOtherOrder', orderName: 'Rome' },
  notLookedUp: { kind: 'notLookedUp', problem: { code: 'graph-unreachable' } },
};
