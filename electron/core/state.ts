import type { ItemId, ItemState } from '../contract/item.ts';
import type {
  GraphHealth,
  Notice,
  QueueCounts,
  QueueFilter,
  ReaderView,
  SearchView,
  Session,
  StorageHealth,
} from '../contract/snapshot.ts';
import type { User } from '../contract/user.ts';
import { PersistentMap } from './persistent-map.ts';

/** One scanned token and all that is known of it. */
export type Item = {
  readonly id: ItemId;
  readonly serialNumber: string;
  readonly scannedText: string;
  readonly readerName: string;
  readonly user: User | null;
  /** The user's method that this token became, once a read has shown it: from then on it is activated, not assigned again. */
  readonly methodId: string | null;
  readonly state: ItemState;
  /** Set aside by the operator: it is not opened by itself. */
  readonly parked: boolean;
  readonly rejections: number;
  /** Counts the intents to POST, so that each has an effect key of its own. */
  readonly attempts: number;
  /** How often in a row Graph has put this code off. */
  readonly postponements: number;
  readonly reads: number;
  readonly readFailures: number;
  readonly scannedAtMs: number;
  readonly changedAtMs: number;
};

/** The whole truth of the station, folded from the journal and from what is true only now. */
export type State = {
  readonly items: PersistentMap<ItemId, Item>;
  /** By `serialKey`. */
  readonly bySerial: PersistentMap<string, ItemId>;
  readonly nextItemId: ItemId;
  readonly openItemId: ItemId | null;
  /** The items that go on by themselves: few, while `items` may be thousands. */
  readonly busy: readonly ItemId[];
  readonly counts: QueueCounts;
  readonly notices: readonly Notice[];
  readonly nextNoticeSeq: number;
  readonly readers: readonly ReaderView[];
  readonly search: Omit<SearchView, 'users'> & { readonly users: readonly User[] };
  readonly shown: { readonly filter: QueueFilter; readonly page: number };
  readonly session: Session;
  readonly storage: StorageHealth;
  readonly graph: GraphHealth;
};

export const IDLE_SEARCH: State['search'] = { query: '', status: 'idle', users: [], more: false, problem: null };

export const EMPTY_STATE: State = {
  items: PersistentMap.empty(),
  bySerial: PersistentMap.empty(),
  nextItemId: 1,
  openItemId: null,
  busy: [],
  counts: { all: 0, needsYou: 0, working: 0, issued: 0 },
  notices: [],
  nextNoticeSeq: 1,
  readers: [],
  search: IDLE_SEARCH,
  shown: { filter: 'all', page: 0 },
  session: { kind: 'out', problem: null },
  storage: { unsavedEvents: 0, problem: null, unreadable: [], chainBrokenAtSeq: null },
  graph: { kind: 'unknown' },
};

/** Two scans of one label are one token, whatever the case of the letters. */
export function serialKey(serialNumber: string): string {
  return serialNumber.toUpperCase();
}
