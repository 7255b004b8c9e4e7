import type { DurableEvent, Event } from './event.ts';
import { dropItem, putItem } from './item-table.ts';
import { closeItem, findLane, giveWay, openIn } from './lanes.ts';
import { filterOf } from './queue-filter.ts';
import {
  reduceDisproved,
  reduceDone,
  reduceExpired,
  reduceIntended,
  reduceLost,
  reducePostponed,
  reduceRefused,
  stop,
} from './reduce-activation.ts';
import { leaveNoNames } from './reduce-kiosk.ts';
import { reducePassing } from './reduce-passing.ts';
import { reducePreFlightRead, wantPreFlight } from './pre-flight.ts';
import { followOrders } from './follow-orders.ts';
import { followShift } from './follow-shift.ts';
import { isKeptFrom } from './plan-items.ts';
import { reduceOrder } from './reduce-order.ts';
import { reduceAssignmentIntended } from './reduce-assign.ts';
import { reducePaper } from './reduce-paper.ts';
import { reducePlan } from './reduce-plan.ts';
import { reduceMethodRead, reduceReadFailed } from './reduce-read.ts';
import { reduceRestarted } from './reduce-restart.ts';
import { reduceRetried } from './reduce-retried.ts';
import { reduceShift } from './reduce-shift.ts';
import { reduceVisit } from './reduce-visit.ts';
import { reduceScanned, reduceScanRefused } from './reduce-scan.ts';
import { IDLE_SEARCH, type Item, type State } from './state.ts';
import { isDurable } from './durable-events.ts';
import { assertNever } from './unreachable.ts';

/** What somebody does with a reader; what they do at the window is told by `deskUsed`. */
const USES: ReadonlySet<Event['kind']> = new Set<Event['kind']>(['scanned', 'scanRefused', 'scanTested', 'badgeRead']);

/** The next state. An event that does not fit its item's state changes nothing: it came too late. */
export function reduce(state: State, event: Event): State {
  const reduced = leaveNoNames(isDurable(event) ? reduceDurable(state, event) : reducePassing(state, event));
  const next = followShift(state, followOrders(state, reduced, event), event);
  return USES.has(event.kind) ? { ...next, lastUsedAtMs: event.atMs } : next;
}

function reduceDurable(state: State, event: DurableEvent): State {
  if (isItemEvent(event)) {
    const item = state.items.get(event.itemId);
    return !item || isKeptFrom(state, item, event) ? state : reduceItem(state, event, item);
  }
  switch (event.kind) {
    case 'scanned':
      return reduceScanned(state, event);
    case 'scanRefused':
      return reduceScanRefused(state, event);
    case 'restarted':
      return reduceRestarted(state, event.atMs);
    case 'planStarted':
    case 'takeBackIntended':
    case 'takeBackDone':
    case 'takeBackPostponed':
    case 'takeBackRefused':
    case 'takeBackLost':
    case 'takeBackRead':
    case 'takeBackNotRead':
    case 'planResumed':
    case 'planLeft':
      return reducePlan(state, event);
    case 'visitBegun':
    case 'visitEnded':
    case 'visitorChecked':
      return reduceVisit(state, event);
    case 'orderOpened':
    case 'orderLinesAdded':
    case 'orderTaken':
    case 'orderLeft':
    case 'orderLineChosen':
    case 'orderLineSkipped':
    case 'orderLineUnskipped':
    case 'orderClosed':
    case 'orderHandedOver':
    case 'orderReopened':
      return reduceOrder(state, event);
    case 'operatorNoted':
      return { ...state, operator: event.operator };
    case 'paperPrinted':
    case 'paperNotPrinted':
      return reducePaper(state, event);
    case 'shiftCompared':
    case 'refusedScansCleared':
    case 'shiftClosed':
      return reduceShift(state, event);
    case 'forgotten':
      return skipForgotten(state, event);
    // For whoever reads the journal: nothing follows from them.
    case 'historyExported':
    case 'inventoryImported':
    case 'retentionApplied':
      return state;
    default:
      return assertNever(event);
  }
}

type PaperEvent = Extract<DurableEvent, { kind: 'paperPrinted' | 'paperNotPrinted' }>;
type ItemEvent = Exclude<Extract<DurableEvent, { itemId: number }>, PaperEvent>;

function isItemEvent(event: DurableEvent): event is ItemEvent {
  return 'itemId' in event && event.kind !== 'paperPrinted' && event.kind !== 'paperNotPrinted';
}

/** The tokens and orders of what was forgotten keep their numbers: nobody else's may change. */
function skipForgotten(state: State, { itemCount, orderCount }: Extract<DurableEvent, { kind: 'forgotten' }>): State {
  const orders = { ...state.orders, nextId: state.orders.nextId + orderCount };
  return { ...state, nextItemId: state.nextItemId + itemCount, orders };
}

function reduceItem(state: State, event: ItemEvent, item: Item): State {
  switch (event.kind) {
    case 'userChosen':
      return reduceUserChosen(state, event, item);
    case 'activationIntended':
      return reduceIntended(state, event, item);
    case 'assignmentIntended':
      return reduceAssignmentIntended(state, event, item);
    case 'idChecked':
      return reduceVisit(state, event);
    case 'activationDone':
      return reduceDone(state, event, item);
    case 'activationPostponed':
      return reducePostponed(state, event, item);
    case 'activationRefused':
      return reduceRefused(state, event, item);
    case 'answerLost':
      return reduceLost(state, event, item);
    case 'codeExpired':
      return reduceExpired(state, event, item);
    case 'methodRead':
      return reduceMethodRead(state, event, item);
    case 'readFailed':
      return reduceReadFailed(state, event, item);
    case 'itemOpened':
      return reduceOpened(state, event, item);
    case 'itemParked':
      return putItem(leaveItem(state, item), { ...item, parked: true });
    case 'itemRetried':
      return reduceRetried(state, event.atMs, item);
    case 'codeProved':
      return item.state.kind === 'needsCode' ? putItem(state, { ...item, drift: event.drift }) : state;
    case 'codeDisproved':
      return reduceDisproved(state, event, item);
    case 'checkWanted':
      return wantPreFlight(state, item);
    case 'preFlightRead':
      return reducePreFlightRead(state, event, item);
    case 'itemLeft':
      return filterOf(item.state) === 'working' ? stop(state, item, event.atMs, { code: 'not-confirmed' }) : state;
    case 'itemRemoved':
      return filterOf(item.state) === 'working' ? state : dropItem(leaveItem(state, item), item);
    default:
      return assertNever(event);
  }
}

function reduceOpened(state: State, event: Extract<ItemEvent, { kind: 'itemOpened' }>, item: Item): State {
  const laneId = event.laneId ?? item.laneId;
  return { ...openIn(state, laneId, item), frontLaneId: laneId, search: IDLE_SEARCH };
}

/** Frees the hand-over of an item, and what was searched for it in the front lane. */
function leaveItem(state: State, item: Item): State {
  const isFront = findLane(state, state.frontLaneId)?.openItemId === item.id;
  const closed = closeItem(state, item.id);
  return isFront ? giveWay({ ...closed, search: IDLE_SEARCH }) : closed;
}

function reduceUserChosen(state: State, event: Extract<ItemEvent, { kind: 'userChosen' }>, item: Item): State {
  if (filterOf(item.state) !== 'needsYou') return state;
  // Who was seen was somebody else.
  const idCheck = item.user?.id === event.user.id ? item.idCheck : null;
  const chosen: Item = { ...item, user: event.user, idCheck, rejections: 0, methodId: null, changedAtMs: event.atMs };
  const next: Item = { ...chosen, state: { kind: 'needsCode', problem: null } };
  return wantPreFlight(putItem({ ...state, search: IDLE_SEARCH }, next), next);
}
