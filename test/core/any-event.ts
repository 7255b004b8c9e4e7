import fc from 'fast-check';
import type { Problem, ProblemCode } from '../../electron/contract/problem.ts';
import type { DurableEvent, Event, PassingEvent } from '../../electron/core/event.ts';
import type { OathDevice, OathMethod } from '../../electron/core/oath-method.ts';
import type { PlanDraft } from '../../electron/core/plan.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import { ANN, BOB, NOW_MS } from './build-state.ts';

/** Few items, serial numbers and people, so that random events meet each other often. `9` is never there. */
const itemId = fc.constantFrom(1, 1, 2, 2, 3, 9);
const serialNumber = fc.constantFrom('GALT11420104', 'galt11420104', '00040008CFA5', '306EUO4-00960', '60234567');
const user = fc.constantFrom(ANN, BOB);
const query = fc.constantFrom('', 'ann', 'bob');
const reader = fc.constantFrom('left', 'right', 'keyboard');

/** In no order: a clock may be set back, and a stored event may be old. */
const atMs = fc.integer({ min: NOW_MS - 100_000_000, max: NOW_MS + 100_000_000 });

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
const problem: fc.Arbitrary<Problem> = fc.oneof(
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
const anyPlan: fc.Arbitrary<PlanDraft> = fc.record({
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

const NEWER: ReadonlySet<string> = new Set(['rawText', 'laneId']);

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
};

const durableKinds = Object.keys(PARTS) as readonly DurableEvent['kind'][];

function ofKind(kind: DurableEvent['kind']): fc.Arbitrary<DurableEvent> {
  // A field of a newer version is not in every event that is stored.
  const parts = { kind: fc.constant(kind), atMs, ...PARTS[kind] };
  const requiredKeys = Object.keys(parts).filter((name) => !NEWER.has(name)) as (keyof typeof parts)[];
  return fc.record(parts, { requiredKeys }) as fc.Arbitrary<DurableEvent>;
}

export const anyDurableEvent: fc.Arbitrary<DurableEvent> = fc.oneof(...durableKinds.map(ofKind));

const anyPassingEvent: fc.Arbitrary<PassingEvent> = fc.oneof(
  fc.record({ kind: fc.constant('readWanted' as const), atMs, itemId }),
  fc.record({ kind: fc.constant('laneShown' as const), atMs, laneId: reader }),
  fc.record({ kind: fc.constant('readerAttached' as const), atMs, readerKey: reader, name: fc.constant('Scanner') }),
  fc.record({ kind: fc.constant('readerDetached' as const), atMs, readerKey: reader }),
  fc.record({ kind: fc.constant('badgeRead' as const), atMs, readerKey: reader, badgeId: fc.constant('004711') }),
  fc.record({ kind: fc.constant('usersSearched' as const), atMs, query }),
  fc.record({ kind: fc.constant('usersFound' as const), atMs, query, users: fc.constant([ANN]), more: fc.boolean() }),
  fc.record({ kind: fc.constant('usersNotFound' as const), atMs, query, problem }),
  fc.record({
    kind: fc.constant('queueShown' as const),
    atMs,
    filter: fc.constantFrom('all', 'needsYou', 'working', 'issued'),
    page: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('storageFailed' as const),
    atMs,
    problem,
    unsavedEvents: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant('storageRecovered' as const), atMs }),
  fc.record({ kind: fc.constant('graphSilent' as const), atMs, problem }),
  fc.record({ kind: fc.constant('planProposed' as const), atMs, plan: anyPlan }),
  fc.record({ kind: fc.constant('planDropped' as const), atMs }),
  fc.record({ kind: fc.constant('sessionFixed' as const), atMs, name: fc.constant('Operator') }),
  fc.record({ kind: fc.constant('signedOut' as const), atMs, problem: fc.constant(null) }),
);

/** A piece of a sensible story of one item, so that random lists get past the first steps. */
const anyStory: fc.Arbitrary<readonly Event[]> = fc
  .record({
    scanned: ofKind('scanned'),
    itemId: fc.constantFrom(1, 2),
    atMs,
    user,
    outcome: fc
      .constantFrom<DurableEvent['kind']>('activationDone', 'activationPostponed', 'activationRefused', 'answerLost')
      .chain(ofKind),
    read: ofKind('methodRead'),
    isSentAgain: fc.boolean(),
    length: fc.integer({ min: 2, max: 5 }),
  })
  .map(({ scanned, user: chosen, outcome, read, isSentAgain, length, ...of }) => {
    const intended: DurableEvent = { kind: 'activationIntended', ...of, userId: chosen.id };
    const answered = { ...outcome, itemId: of.itemId } as DurableEvent;
    const last = isSentAgain ? intended : ({ ...read, itemId: of.itemId } as DurableEvent);
    const story: readonly Event[] = [scanned, { kind: 'userChosen', ...of, user: chosen }, intended, answered, last];
    return story.slice(0, length);
  });

/** A plan for a token that was issued, and a piece of what comes of it. */
const anyPlanStory: fc.Arbitrary<readonly Event[]> = fc
  .record({
    scanned: ofKind('scanned'),
    itemId: fc.constantFrom(1, 2),
    atMs,
    user,
    isLost: fc.boolean(),
    reads: fc.array(fc.boolean(), { maxLength: 6 }),
    last: fc
      .constantFrom<DurableEvent['kind']>('planResumed', 'planLeft', 'takeBackIntended', 'restarted')
      .chain(ofKind),
    length: fc.integer({ min: 6, max: 16 }),
  })
  .map(({ scanned, user: chosen, isLost, reads, last, length, ...of }) => {
    const token = { methodId: 'm1', serialNumber: null, status: 'activated' } as const;
    const wanted = scanned.kind === 'scanned' ? scanned.serialNumber : '';
    const plan: PlanDraft = {
      kind: 'undo',
      reason: 'wrongPerson',
      steps: [{ user: { id: chosen.id, displayName: chosen.displayName }, serialNumber: wanted, methodId: 'm1' }],
      afterwards: [{ itemId: of.itemId, user: null }],
    };
    const at = { atMs: of.atMs, step: 0 };
    const story: readonly Event[] = [
      scanned,
      { kind: 'userChosen', ...of, user: chosen },
      { kind: 'activationIntended', ...of, userId: chosen.id },
      { kind: 'activationDone', ...of, requestId: null },
      { kind: 'methodRead', ...of, method: token },
      { kind: 'planStarted', atMs: of.atMs, plan },
      { kind: 'takeBackIntended', ...at },
      isLost
        ? { kind: 'takeBackLost', ...at, problem: { code: 'answer-lost' } }
        : { kind: 'takeBackDone', ...at, requestId: null },
      ...reads.map((isThere): Event => ({ kind: 'takeBackRead', ...at, isThere })),
      last,
    ];
    return story.slice(0, length);
  });

/** Any events in any order: most make no sense where they stand. */
export const anyEvents: fc.Arbitrary<readonly Event[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: anyDurableEvent.map((event) => [event]) },
      { weight: 2, arbitrary: anyPassingEvent.map((event) => [event]) },
      { weight: 4, arbitrary: anyStory },
      { weight: 3, arbitrary: anyPlanStory },
    ),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .map((pieces) => pieces.flat());
