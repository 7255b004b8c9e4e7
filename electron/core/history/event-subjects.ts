import type { ItemId } from '../../contract/item.ts';
import type { OrderId } from '../../contract/work-order.ts';
import type { DurableEvent } from '../event.ts';
import { findLane } from '../lanes.ts';
import { itemOfToken } from '../plan-items.ts';
import type { TakeBack } from '../plan.ts';
import { serialKey, type State } from '../state.ts';

/** What an event is about. Several: they hang together from then on. None: it stands for itself. */
export type Subjects = readonly string[];

/** What the subjects of later events are read off. */
export type SubjectsKnown = {
  /** The visit that began last in a place. */
  readonly visits: Map<string, string>;
  /** The order that was taken up last in a place. */
  readonly tasks: Map<string, string>;
  /** The plan that began last. */
  plan: string | null;
};

type Around = {
  readonly seq: number;
  readonly before: State;
  readonly after: State;
  readonly known: SubjectsKnown;
};

type EventOf<K extends DurableEvent['kind']> = Extract<DurableEvent, { kind: K }>;
type Read<E> = (event: E, around: Around) => Subjects;

/** What each kind is about. Whoever adds a kind decides here what it hangs on: it does not compile otherwise. */
const SUBJECTS: { readonly [K in DurableEvent['kind']]: Read<EventOf<K>> } = {
  scanned: ofScan,
  scanRefused: ofNothing,
  userChosen: ofItem,
  activationIntended: ofItem,
  activationDone: ofItem,
  activationPostponed: ofItem,
  activationRefused: ofItem,
  answerLost: ofItem,
  codeExpired: ofItem,
  methodRead: ofItem,
  readFailed: ofItem,
  itemOpened: ofItem,
  itemParked: ofItem,
  itemRetried: ofItem,
  itemRemoved: ofItem,
  codeProved: ofItem,
  codeDisproved: ofItem,
  checkWanted: ofItem,
  preFlightRead: ofItem,
  itemLeft: ofItem,
  planStarted: ofNewPlan,
  takeBackIntended: ofPlan,
  takeBackDone: ofPlan,
  takeBackPostponed: ofPlan,
  takeBackRefused: ofPlan,
  takeBackLost: ofPlan,
  takeBackRead: ofPlan,
  takeBackNotRead: ofPlan,
  planResumed: ofPlan,
  planLeft: ofPlan,
  restarted: ofNothing,
  visitBegun: ofNewVisit,
  visitEnded: ofVisit,
  visitorChecked: ofVisit,
  idChecked: ofItem,
  orderOpened: (_event, { before, after }) =>
    after.orders.nextId > before.orders.nextId ? [orderSubject(before.orders.nextId)] : [],
  orderLinesAdded: ofOrder,
  orderTaken: (event, around) => {
    around.known.tasks.set(event.laneId, orderSubject(event.orderId));
    return ofOrder(event);
  },
  orderLeft: ({ laneId }, { known }) => some(known.tasks.get(laneId)),
  orderLineChosen: ofOrder,
  orderLineSkipped: ofOrder,
  orderLineUnskipped: ofOrder,
  orderClosed: ofOrder,
  orderHandedOver: ofOrder,
  orderReopened: ofOrder,
  assignmentIntended: ofItem,
  operatorNoted: ofNothing,
  paperPrinted: ofPaper,
  paperNotPrinted: ofPaper,
  shiftCompared: ofNothing,
  refusedScansCleared: ofNothing,
  shiftClosed: ofNothing,
  historyExported: ofNothing,
  inventoryImported: ofNothing,
  retentionApplied: ofNothing,
  forgotten: ofNothing,
};

/** Reads what an event is about off the state before it and after it. */
export function eventSubjects(event: DurableEvent, around: Around): Subjects {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table pairs each kind with its own event
  const read = SUBJECTS[event.kind] as Read<DurableEvent>;
  return read(event, around);
}

export const itemSubject = (id: ItemId): string => `item:${id}`;
export const orderSubject = (id: OrderId): string => `order:${id}`;

function ofNothing(): Subjects {
  return [];
}

/** A token, and the order that it is for. What hangs on a plan is told by the plan's own events. */
function ofItem({ itemId }: { readonly itemId: ItemId }, { before, after }: Around): Subjects {
  const [was, is] = [before.items.get(itemId), after.items.get(itemId)];
  const orders = [was, is].flatMap((item) => (item?.orderLine ? [orderSubject(item.orderLine.orderId)] : []));
  return [itemSubject(itemId), ...orders];
}

/** A token that was given to whoever stood there hangs on their visit. */
function ofScan(event: EventOf<'scanned'>, around: Around): Subjects {
  const { before, after, known } = around;
  const { readerKey, laneId = readerKey } = event;
  const itemId = after.bySerial.get(serialKey(event.serialNumber)) ?? 0;
  const wasGiven = before.items.get(itemId)?.user !== after.items.get(itemId)?.user;
  const visit = wasGiven && findLane(before, laneId)?.visit ? some(known.visits.get(laneId)) : [];
  return [...ofItem({ itemId }, around), ...visit];
}

function ofOrder({ orderId }: { readonly orderId: OrderId }): Subjects {
  return [orderSubject(orderId)];
}

function ofPaper({ itemId, orderId }: EventOf<'paperPrinted' | 'paperNotPrinted'>, around: Around): Subjects {
  return [
    ...(itemId === undefined ? [] : ofItem({ itemId }, around)),
    ...(orderId === undefined ? [] : [orderSubject(orderId)]),
  ];
}

/** Somebody who stood there already is sent away by it, or stays. */
function ofNewVisit({ laneId }: EventOf<'visitBegun'>, { seq, before, known }: Around): Subjects {
  const earlier = findLane(before, laneId)?.visit ? some(known.visits.get(laneId)) : [];
  known.visits.set(laneId, `visit:${seq}`);
  return [`visit:${seq}`, ...earlier];
}

function ofVisit({ laneId }: { readonly laneId: string }, { known }: Around): Subjects {
  return some(known.visits.get(laneId));
}

/** A plan that is carried out keeps the next one from beginning. */
function ofNewPlan({ plan }: EventOf<'planStarted'>, { seq, before, known }: Around): Subjects {
  const earlier = before.plan && before.plan.stage !== 'proposed' ? some(known.plan) : [];
  known.plan = `plan:${seq}`;
  const items = plan.afterwards.map(({ itemId }) => itemSubject(itemId));
  return [known.plan, ...earlier, ...items, ...tokensOf(plan.steps, before)];
}

function ofPlan(_event: DurableEvent, { before, known }: Around): Subjects {
  return [...some(known.plan), ...tokensOf(before.plan?.steps ?? [], before)];
}

function tokensOf(steps: readonly TakeBack[], state: State): Subjects {
  return steps.flatMap((step) => {
    const item = itemOfToken(state, step);
    return item ? [itemSubject(item.id)] : [];
  });
}

function some(name: string | null | undefined): Subjects {
  return name === null || name === undefined ? [] : [name];
}
