import fc from 'fast-check';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { OathMethod } from '../../electron/core/oath-method.ts';
import { ANN, BOB, NOW_MS } from './build-state.ts';

const atMs = fc.integer({ min: NOW_MS - 1_000, max: NOW_MS + 1_000 });
const laneId = fc.constantFrom('left', 'right');
const itemId = fc.constantFrom(1, 1, 2, 3);
const serialNumber = fc.constantFrom('GALT11420104', '00040008CFA5', '60234567');
const orderId = fc.constantFrom(1, 1, 1, 2);
const line = fc.constantFrom(2, 3);
const person = fc.constantFrom(ANN, BOB);

const PROBLEM = { code: 'serial-unknown' } as const;

const METHOD: OathMethod = { methodId: 'm1', serialNumber: null, status: 'assigned' };

/** An order of Ann and Bob that a place takes up. */
const opened: fc.Arbitrary<readonly Event[]> = fc
  .record({ atMs, orderId, laneId, goal: fc.constantFrom('assign', 'activate') })
  .map(({ atMs: at, orderId: id, laneId: lane, goal }) => [
    { kind: 'orderOpened', atMs: at, orderKey: `key-${id}`, name: 'Naples', goal, lineCount: 2 },
    {
      kind: 'orderLinesAdded',
      atMs: at,
      orderId: id,
      lines: [ANN, BOB].map((user, place) => ({
        line: place + 2,
        user,
        requestNumber: `REQ-${place}`,
        model: '',
        note: '',
        isSkipped: false,
        done: null,
      })),
    },
    { kind: 'orderTaken', atMs: at, orderId: id, laneId: lane },
  ]);

/** A token that is scanned where an order may be worked on, and a piece of what comes of it. */
const served: fc.Arbitrary<readonly Event[]> = fc
  .record({
    atMs,
    laneId,
    itemId,
    serialNumber,
    userId: person.map(({ id }) => id),
    status: fc.constantFrom<OathMethod['status']>('assigned', 'activated'),
    outcome: fc.constantFrom('done', 'lost', 'refused'),
    length: fc.integer({ min: 1, max: 6 }),
  })
  .chain((story) => fc.boolean().map((isAssigned) => ({ ...story, isAssigned })))
  .map(({ atMs: at, laneId: lane, serialNumber: text, length, isAssigned, outcome, status, userId, itemId: id }) => {
    const of = { atMs: at, itemId: id };
    const scanned: DurableEvent = {
      kind: 'scanned',
      atMs: at,
      readerKey: lane,
      readerName: `${lane} scanner`,
      serialNumber: text,
      scannedText: text,
      aimId: ']C0',
    };
    const story: readonly Event[] = [
      scanned,
      // Whoever the token is for, one of the two fits.
      ...(isAssigned ? [ANN.id, BOB.id] : []).map((one): Event => ({ kind: 'assignmentIntended', ...of, userId: one })),
      { kind: 'activationIntended', ...of, userId },
      ...(outcome === 'done' ? [{ kind: 'activationDone', ...of, requestId: null } as const] : []),
      ...(outcome === 'lost' ? [{ kind: 'answerLost', ...of, problem: { code: 'answer-lost' } } as const] : []),
      ...(outcome === 'refused' ? [{ kind: 'activationRefused', ...of, problem: PROBLEM } as const] : []),
      { kind: 'methodRead', ...of, method: { ...METHOD, status } },
    ];
    return story.slice(0, length);
  });

const worked: fc.Arbitrary<readonly Event[]> = fc
  .record({ atMs, orderId, line, laneId, itemId, user: person })
  .chain(({ atMs: at, orderId: order, line: number, laneId: lane, itemId: item, user }) =>
    fc.constantFrom<Event>(
      { kind: 'orderLineChosen', atMs: at, orderId: order, line: number, laneId: lane },
      { kind: 'orderLineSkipped', atMs: at, orderId: order, line: number },
      { kind: 'orderLineUnskipped', atMs: at, orderId: order, line: number },
      { kind: 'orderTaken', atMs: at, orderId: order, laneId: lane },
      { kind: 'orderHandedOver', atMs: at, orderId: order },
      { kind: 'orderReopened', atMs: at, orderId: order },
      { kind: 'itemOpened', atMs: at, itemId: item, laneId: lane },
      { kind: 'itemParked', atMs: at, itemId: item },
      { kind: 'itemRetried', atMs: at, itemId: item },
      { kind: 'itemRemoved', atMs: at, itemId: item },
      { kind: 'userChosen', atMs: at, itemId: item, user },
      { kind: 'activationRefused', atMs: at, itemId: item, problem: PROBLEM },
      { kind: 'restarted', atMs: at },
    ),
  )
  .map((event) => [event]);

/** Pieces of a day with orders: random events alone hardly ever get a token to a person of one. */
export const anyOrderStory: fc.Arbitrary<readonly Event[]> = fc.oneof(
  opened,
  fc.tuple(opened, served, served).map((pieces) => pieces.flat()),
  { weight: 3, arbitrary: served },
  { weight: 3, arbitrary: worked },
);
