import type { QueueRow } from '../contract/item.ts';
import type { Mode, PracticeView, QueueView, SearchView, Snapshot } from '../contract/snapshot.ts';
import type { User } from '../contract/user.ts';
import { allowedActions } from './allowed-actions.ts';
import { newestFirst } from './item-table.ts';
import { filterOf } from './queue-filter.ts';
import type { Item, State } from './state.ts';

/** Chosen: three screens of rows. The window asks for the next page, so ten thousand rows cost no more than fifty. */
export const ROWS_PER_PAGE = 50;

/** What the picture needs beside the state. */
export type Surroundings = {
  readonly revision: number;
  readonly atMs: number;
  readonly mode: Mode;
  readonly practice: PracticeView | null;
};

/** The picture of a state that the window shows. */
export function toSnapshot(state: State, surroundings: Surroundings): Snapshot {
  const open = state.openItemId === null ? undefined : state.items.get(state.openItemId);
  return {
    ...surroundings,
    session: state.session,
    readers: state.readers,
    queue: toQueue(state),
    open: open ? toRow(open) : null,
    search: toSearch(state),
    notices: state.notices,
    health: { storage: state.storage, graph: state.graph },
  };
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
    else rows.push(toRow(item));
    if (rows.length === ROWS_PER_PAGE) break;
  }
  return { filter, page, pageCount, rows, counts: state.counts };
}

function toRow(item: Item): QueueRow {
  const { id, serialNumber, readerName, user, state, rejections, scannedAtMs, changedAtMs } = item;
  const scannedText = item.scannedText === serialNumber ? null : item.scannedText;
  const can = allowedActions(item);
  return { id, serialNumber, scannedText, readerName, user, state, rejections, scannedAtMs, changedAtMs, can };
}

function toSearch({ search }: State): SearchView {
  return { ...search, users: search.users.map((user) => ({ ...user, exact: isExact(user, search.query) })) };
}

function isExact(user: User, query: string): boolean {
  const wanted = query.toLowerCase();
  return [user.userPrincipalName, user.mail, user.employeeId].some((name) => name?.toLowerCase() === wanted);
}
