import fc from 'fast-check';
import type { Problem, ProblemCode } from '../../electron/contract/problem.ts';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { OathDevice, OathMethod } from '../../electron/core/oath-method.ts';
import type { PlanDraft } from '../../electron/core/plan.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import { ANN, BOB, NOW_MS } from './build-state.ts';

/** Few items, serial numbers and people, so that random events meet each other often. `9` is never there. */
export const itemId = fc.constantFrom(1, 1, 2, 2, 3, 9);
const serialNumber = fc.constantFrom('GALT11420104', 'galt11420104', '00040008CFA5', '306EUO4-00960', '60234567');
export const user = fc.constantFrom(ANN, BOB);
export const query = fc.constantFrom('', 'ann', 'bob');
export const reader = fc.constantFrom('left', 'right', 'keyboard');

/** In no order: a clock may be set back, and a stored event may be old. */
export const atMs = fc.integer({ min: NOW_MS - 100_000_000, max: NOW_MS + 100_000_000 });

const code = fc.constantFrom<ProblemCode>(
  'code-rejected',
  'token-taken',
  'graph-refused',
  'serial-unknown',
  'not-permitted',
  'answer-lost',
  'graph-failing',
  'throttled',
);
export const problem: fc.Arbitrary<Problem> = fc.oneof(
  code.map((known) => ({ code: known })),
  fc.record({ code, detail: fc.string({ maxLength: 20 }), requestId: fc.uuid() }),
);

const status = fc.constantFrom('available', 'assigned', 'activated', 'failedActivation', 'unknown');
const methodId = fc.constantFrom('m1', 'm2');
const httpStatus = fc.constantFrom(null, 403, 404, 429, 500, 503);
const retryAfterMs = fc.constantFrom(null, 0, 5_000);

const known: fc.Arbitrary<OathMethod> = fc.record({ methodId, serialNumber: fc.option(serialNumber), status });
const method = fc.oneof(fc.constant(null), known);

const device: fc.Arbitrary<OathDevice> = fc.record({
  deviceId: methodId,
  serialNumber: fc.option(serialNumber),
  manufacturer: fc.constantFrom('Thales', null),
  model: fc.constant(null),
  periodSeconds: fc.constantFrom(30, 60, null),
  status,
  assignedTo: fc.constantFrom(null, { id: BOB.id, displayName: BOB.displayName }, { id: BOB.id, displayName: null }),
});

const drift = fc.record({ driftMs: fc.integer(), isFit: fc.boolean() });
const facts: fc.Arbitrary<PreFlightFacts> = fc.record({
  account: fc.constantFrom(null, { isGuest: true, isEnabled: true }, { isGuest: false, isEnabled: null }),
  roles: fc.constantFrom(null, [], [{ roleTemplateId: null, displayName: 'Helpdesk Administrator' }]),
  methods: fc.option(fc.array(known, { maxLength: 5 })),
  authenticatorCount: fc.constantFrom(null, 0, 5),
  devices: fc.option(fc.array(device, { maxLength: 2 })),
  unread: fc.array(fc.record({ what: fc.constantFrom('account', 'roles', 'methods', 'inventory'), problem }), {
    maxLength: 2,
  }),
});

/** Mostly of items that are not as the plan has them. */
export const anyPlan: fc.Arbitrary<PlanDraft> = fc.record({
  kind: fc.constantFrom('undo', 'replace', 'reassign', 'swap'),
  reason: fc.constantFrom('wrongPerson', 'lost', 'returned', 'swapped'),
  steps: fc.array(
    fc.record({ user: user.map(({ id, displayName }) => ({ id, displayName })), serialNumber, methodId }),
    {
      maxLength: 2,
    },
  ),
  afterwards: fc.array(fc.record({ itemId, user: fc.option(user) }), { maxLength: 2 }),
});
const step = fc.constantFrom(0, 0, 1);

const OPTIONAL: ReadonlySet<string> = new Set([
  'scanned.rawText',
  'scanned.laneId',
  'itemOpened.laneId',
  'paperPrinted.itemId',
  'paperPrinted.orderId',
  'paperPrinted.byItself',
  'paperNotPrinted.itemId',
  'paperNotPrinted.orderId',
]);

const anyLane = fc.constantFrom('left', 'right');
const orderId = fc.integer({ min: 1, max: 3 });
const line = fc.integer({ min: 2, max: 6 });
const orderLine = fc.record({
  line,
  user,
  requestNumber: fc.constantFrom('', 'REQ-1', 'REQ-2'),
  model: fc.constant(''),
  note: fc.constant(''),
  isSkipped: fc.boolean(),
  done: fc.constant(null),
});
const anyPaper = fc.constantFrom('receipt' as const, 'label' as const);

type Parts<K extends DurableEvent['kind']> = {
  [F in Exclude<keyof Extract<DurableEvent, { kind: K }>, 'kind' | 'atMs'>]: fc.Arbitrary<
    Exclude<Extract<DurableEvent, { kind: K }>[F], undefined>
  >;
};

/** A generator for every durable kind: one that is missing here does not compile. */
const PARTS: { readonly [K in DurableEvent['kind']]: Parts<K> } = {
  scanned: {
    readerKey: fc.constantFrom('left', 'right'),
    readerName: fc.constantFrom('Left scanner', 'Right scanner'),
    serialNumber,
    scannedText: fc.string({ maxLength: 30 }),
    aimId: fc.constantFrom(']C0', ']Q1', null),
    rawText: fc.string({ maxLength: 30 }),
    laneId: fc.constantFrom('left', 'right', 'keyboard'),
  },
  scanRefused: { readerKey: fc.constant('left'), problem, shownText: fc.string({ maxLength: 20 }) },
  userChosen: { itemId, user },
  activationIntended: { itemId, userId: fc.constantFrom(ANN.id, BOB.id) },
  activationDone: { itemId, requestId: fc.option(fc.uuid()) },
  activationPostponed: { itemId, untilMs: atMs, problem },
  activationRefused: { itemId, problem },
  answerLost: {
    itemId,
    problem: fc.constantFrom({ code: 'answer-lost' as const }, { code: 'graph-failing' as const }),
  },
  codeExpired: { itemId },
  methodRead: { itemId, method },
  readFailed: {
    itemId,
    problem,
    status: httpStatus,
    retryAfterMs,
  },
  itemOpened: { itemId, laneId: fc.constantFrom('left', 'right') },
  itemParked: { itemId },
  itemRetried: { itemId },
  itemRemoved: { itemId },
  codeProved: { itemId, drift },
  codeDisproved: { itemId, problem, drift: fc.option(drift) },
  checkWanted: { itemId },
  preFlightRead: { itemId, userId: fc.constantFrom(ANN.id, BOB.id), facts },
  itemLeft: { itemId },
  planStarted: { plan: anyPlan },
  takeBackIntended: { step },
  takeBackDone: { step, requestId: fc.option(fc.uuid()) },
  takeBackPostponed: { step, untilMs: atMs, problem },
  takeBackRefused: { step, problem },
  takeBackLost: { step, problem },
  takeBackRead: { step, isThere: fc.boolean() },
  takeBackNotRead: { step, problem, status: httpStatus, retryAfterMs },
  planResumed: {},
  planLeft: {},
  restarted: {},
  visitBegun: { laneId: anyLane, user },
  visitEnded: { laneId: anyLane },
  visitorChecked: { laneId: anyLane, idKind: fc.constantFrom('badge', 'passport') },
  idChecked: { itemId, idKind: fc.constantFrom('badge', 'passport') },
  orderOpened: {
    orderKey: fc.uuid(),
    name: fc.string({ maxLength: 20 }),
    goal: fc.constantFrom('assign', 'activate'),
    lineCount: fc.nat({ max: 9 }),
  },
  orderLinesAdded: { orderId, lines: fc.array(orderLine, { maxLength: 4 }) },
  orderTaken: { orderId, laneId: anyLane },
  orderLeft: { laneId: anyLane },
  orderLineChosen: { orderId, line, laneId: anyLane },
  orderLineSkipped: { orderId, line },
  orderLineUnskipped: { orderId, line },
  orderClosed: { orderId },
  orderHandedOver: { orderId },
  orderReopened: { orderId },
  assignmentIntended: { itemId, userId: fc.constantFrom(ANN.id, BOB.id) },
  operatorNoted: { operator: fc.option(fc.constant({ name: 'M. Ferri', userPrincipalName: 'm.ferri@example.com' })) },
  paperPrinted: { paper: anyPaper, itemId, orderId, to: fc.constant('Label printer'), byItself: fc.boolean() },
  paperNotPrinted: { paper: anyPaper, itemId, orderId, problem },
  shiftCompared: { checkedCount: fc.nat({ max: 9 }), differences: fc.constant([]) },
  refusedScansCleared: {},
  shiftClosed: {},
  historyExported: { format: fc.constantFrom('csv', 'json'), entryCount: fc.nat({ max: 99 }) },
  inventoryImported: {
    fileName: fc.constant('seeds.csv'),
    createdCount: fc.nat({ max: 9 }),
    refusedCount: fc.nat({ max: 9 }),
  },
  retentionApplied: { beforeMs: atMs, count: fc.nat({ max: 99 }) },
  forgotten: { itemCount: fc.nat({ max: 1 }), orderCount: fc.nat({ max: 1 }) },
};

const durableKinds = Object.keys(PARTS) as readonly DurableEvent['kind'][];

export function ofKind(kind: DurableEvent['kind']): fc.Arbitrary<DurableEvent> {
  // A field that is not in every event that is stored.
  const parts = { kind: fc.constant(kind), atMs, ...PARTS[kind] };
  const requiredKeys = Object.keys(parts).filter((name) => !OPTIONAL.has(`${kind}.${name}`)) as (keyof typeof parts)[];
  return fc.record(parts, { requiredKeys }) as fc.Arbitrary<DurableEvent>;
}

export const anyDurableEvent: fc.Arbitrary<DurableEvent> = fc.oneof(...durableKinds.map(ofKind));
