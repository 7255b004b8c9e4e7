import fc from 'fast-check';
import type { DurableEvent, Event, PassingEvent } from '../../electron/core/event.ts';
import type { PlanDraft } from '../../electron/core/plan.ts';
import { anyOrderStory } from './any-order-story.ts';
import { ANN } from './build-state.ts';
import { anyDurableEvent, anyPlan, atMs, itemId, ofKind, problem, query, reader, user } from './any-durable-event.ts';

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
      { weight: 4, arbitrary: anyOrderStory },
    ),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .map((pieces) => pieces.flat());
