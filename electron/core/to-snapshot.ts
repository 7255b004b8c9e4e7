import type { Platform } from '../contract/doctor.ts';
import type { HistoryView } from '../contract/history.ts';
import type { InventoryView } from '../contract/inventory.ts';
import type { QueueRow } from '../contract/item.ts';
import type { PaperView } from '../contract/paper.ts';
import type { LaneView, ReaderView } from '../contract/reader.ts';
import type { Mode, Pace, PracticeView, QueueView, SearchView, Snapshot } from '../contract/snapshot.ts';
import type { SeedFileView } from '../contract/seed-file.ts';
import type { User } from '../contract/user.ts';
import type { OrderDraftView } from '../contract/work-order.ts';
import { allowedActions } from './allowed-actions.ts';
import { newestFirst } from './item-table.ts';
import { findLane, frontItem } from './lanes.ts';
import { toCapabilities } from './capabilities.ts';
import { isStrange, toKiosk } from './kiosk.ts';
import { toLaneOrder, toOrderLineRef, toOrders } from './to-orders.ts';
import { toPlan } from './to-plan.ts';
import { toPreFlight } from './pre-flight.ts';
import { undoUntilMs } from './undo-time.ts';
import { filterOf } from './queue-filter.ts';
import { MOST_ACTIVATIONS, paceFreeAtMs, paceLeft } from './pace.ts';
import { readerName } from './reader-name.ts';
import type { Item, Lane, State } from './state.ts';
import { toDoctor } from './to-doctor.ts';
import { NEW_SHIFT } from './shift.ts';
import { toShift, type Comparing } from './to-shift.ts';
import { toIdCheck, toPhotos, toVisit } from './to-visit.ts';

/** Chosen: three screens of rows. The window asks for the next page, so ten thousand rows cost no more than fifty. */
export const ROWS_PER_PAGE = 50;

/** What the picture needs beside the state. */
export type Surroundings = {
  readonly revision: number;
  readonly atMs: number;
  readonly mode: Mode;
  readonly practice: PracticeView | null;
  readonly seeds: SeedFileView | null;
  readonly draft: OrderDraftView | null;
  readonly comparing: Comparing | null;
  readonly inventory: InventoryView | null;
  readonly paper: PaperView;
  readonly history: HistoryView | null;
};

/** The picture of a state that the window shows. `platform` says whose words the doctor's help is in. */
export function toSnapshot(
  state: State,
  platform: Platform,
  { draft, comparing, ...surroundings }: Surroundings,
): Snapshot {
  const open = frontItem(state);
  return {
    ...surroundings,
    session: state.session,
    readers: state.readers.map((reader) => toReader(state, reader)),
    queue: toQueue(state),
    lanes: toLanes(state),
    open: open && toRow(state, open),
    search: toSearch(state),
    notices: state.notices,
    health: { storage: state.storage, graph: state.graph },
    settings: state.settings,
    capabilities: toCapabilities(state),
    photos: toPhotos(state),
    orders: toOrders(state, draft),
    // What staff have done is no visitor's to see.
    shift: toShift(state.kiosk ? { ...state, shift: NEW_SHIFT } : state, comparing),
    plan: toPlan(state),
    kiosk: toKiosk(state),
    pace: toPace(state, surroundings.atMs),
    doctor: toDoctor(state, platform),
  };
}

function toPace({ sentAtMs }: State, nowMs: number): Pace {
  return { left: paceLeft(sentAtMs, nowMs), most: MOST_ACTIVATIONS, freeAtMs: paceFreeAtMs(sentAtMs, nowMs) };
}

function toReader(state: State, { readerKey, problem }: State['readers'][number]): ReaderView {
  return { readerKey, name: readerName(state, readerKey), color: colorOf(state, findLane(state, readerKey)), problem };
}

/** The places of the readers that can be used, of those that were pulled with a token in hand, and the front one. */
function toLanes(state: State): readonly LaneView[] {
  const { frontLaneId, readers } = state;
  return state.lanes.flatMap((lane) => {
    const { laneId, openItemId } = lane;
    const isPlugged = readers.some(({ readerKey, problem }) => readerKey === laneId && problem === null);
    const isFront = laneId === frontLaneId;
    if (!isPlugged && openItemId === null && !isFront && !lane.visit && !lane.task) return [];
    const item = openItemId === null ? undefined : state.items.get(openItemId);
    const name = readerName(state, laneId);
    const held = {
      open: item ? toRow(state, item) : null,
      visit: toVisit(state, lane),
      order: toLaneOrder(state, lane),
    };
    return [{ laneId, name, color: colorOf(state, lane), isPlugged, isFront, ...held }];
  });
}

function colorOf(state: State, lane: Lane | null): LaneView['color'] {
  return state.bench.settings.readers[lane?.laneId ?? '']?.color ?? lane?.color ?? 1;
}

function toQueue(state: State): QueueView {
  const { filter } = state.shown;
  const pageCount = Math.max(1, Math.ceil(state.counts[filter] / ROWS_PER_PAGE));
  const page = Math.min(state.shown.page, pageCount - 1);
  const rows: QueueRow[] = [];
  let toSkip = page * ROWS_PER_PAGE;
  for (const item of newestFirst(state)) {
    if (filter !== 'all' && filterOf(item.state) !== filter) continue;
    if (toSkip > 0) toSkip--;
    else rows.push(toRow(state, item));
    if (rows.length === ROWS_PER_PAGE) break;
  }
  return { filter, page, pageCount, rows, counts: state.counts };
}

function toRow(state: State, item: Item): QueueRow {
  const { id, serialNumber, readerName: scannedBy, laneId, user, rejections, periodSeconds } = item;
  const scannedText = item.scannedText === serialNumber ? null : item.scannedText;
  const can = allowedActions(item, state);
  // Whoever has left a kiosk is named no more, also while the answer to their code is still on its way.
  const isLeft = isStrange(state, item);
  return {
    id,
    serialNumber,
    scannedText,
    readerName: scannedBy,
    laneId,
    user: isLeft ? null : user,
    state: item.state,
    rejections,
    scannedAtMs: item.scannedAtMs,
    changedAtMs: item.changedAtMs,
    can,
    preFlight: isLeft ? null : toPreFlight(item, state),
    periodSeconds,
    drift: item.drift,
    goal: item.goal,
    orderLine: toOrderLineRef(state, item),
    ...toIdCheck(state, item),
    receiptAtMs: item.receiptAtMs,
    undoUntilMs: can.includes('undo') ? undoUntilMs(state, item) : null,
  };
}

function toSearch({ search }: State): SearchView {
  const { by: _by, ...shown } = search;
  return { ...shown, users: search.users.map((user) => ({ ...user, exact: isExact(user, search.query) })) };
}

function isExact(user: User, query: string): boolean {
  const wanted = query.toLowerCase();
  return [user.userPrincipalName, user.mail, user.employeeId, user.id].some((name) => name?.toLowerCase() === wanted);
}
