import type { ItemId, ItemState } from '../contract/item.ts';
import type { LaneColor, ReaderKey } from '../contract/reader.ts';
import type {
  GraphHealth,
  Notice,
  QueueCounts,
  QueueFilter,
  SearchView,
  Session,
  StorageHealth,
} from '../contract/snapshot.ts';
import type { Problem } from '../contract/problem.ts';
import type { TokenDrift } from '../contract/seed-file.ts';
import type { SettingsView } from '../contract/settings.ts';
import type { Operator, User } from '../contract/user.ts';
import type { IdCheck } from '../contract/visit.ts';
import type { OrderGoal, OrderId } from '../contract/work-order.ts';
import { EMPTY_BENCH, type BenchSettings } from './bench-settings.ts';
import type { DoctorState } from './doctor-state.ts';
import type { SentTimes } from './pace.ts';
import { BUILT_IN_SETTINGS } from './settings-built-in.ts';
import { NO_ORDERS, type OrdersState, type OrderTask } from './orders.ts';
import type { Plan } from './plan.ts';
import type { PreFlightFacts } from './pre-flight-facts.ts';
import type { Rights } from './rights.ts';
import { PersistentMap } from './persistent-map.ts';
import type { DeviceFacts } from './ports.ts';
import { NEW_SHIFT, type Shift } from './shift.ts';
import type { Photo, Visit } from './visit.ts';

/** One scanned token and all that is known of it. */
export type Item = {
  readonly id: ItemId;
  readonly serialNumber: string;
  readonly scannedText: string;
  readonly readerName: string;
  /** Where it is handed over, or will be. */
  readonly laneId: ReaderKey;
  /** What the reader sent, one character a byte. */
  readonly rawText: string;
  readonly user: User | null;
  /** What it is for: `assign` needs no code. */
  readonly goal: OrderGoal;
  /** The line of a work order that it is for. */
  readonly orderLine: { readonly orderId: OrderId; readonly line: number } | null;
  readonly idCheck: IdCheck | null;
  /** When its receipt left for the printer. */
  readonly receiptAtMs: number | null;
  /** Graph's `request-id` of the call that made it its person's; `null`: none was told. */
  readonly requestId: string | null;
  /** The user's method that this token became, once a read has shown it: from then on it is activated, not assigned again. */
  readonly methodId: string | null;
  readonly state: ItemState;
  /** What is known of its person and of itself before a code is sent; `wanted`: it is to be read. */
  readonly preFlight: 'wanted' | PreFlightFacts | null;
  /** How long a code stays on its display, where that has been told. */
  readonly periodSeconds: number | null;
  /** What its last code told of its clock, where its seed is in memory. */
  readonly drift: TokenDrift | null;
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

/** A reader's place at the bench. */
export type Lane = {
  readonly laneId: ReaderKey;
  /** As the device calls itself. */
  readonly name: string;
  readonly color: LaneColor;
  readonly openItemId: ItemId | null;
  /** Who is served here and has no token yet. */
  readonly visit: Visit | null;
  /** The work order that is worked on here. */
  readonly task: OrderTask | null;
};

/** A reader that is plugged in. */
export type Reader = { readonly readerKey: ReaderKey; readonly name: string; readonly problem: Problem | null };

/** What this bench has learned. `isSaved`: or cannot be, and `problem` says why. */
export type Bench = { readonly settings: BenchSettings; readonly isSaved: boolean; readonly problem: Problem | null };

/** A kiosk and the visit that is under way. */
export type Kiosk = {
  /** Counts who came: what was begun for one of them must not touch the next. */
  readonly visit: number;
  readonly person: User | null;
  /** When the person last proved who they are; `null`: the token does not tell. */
  readonly signedInAtMs: number | null;
  readonly needsFreshSignIn: boolean;
  /** `signedInAtMs` is that of a sign-in that was asked for once more. */
  readonly wasAskedAgain: boolean;
  /** Why the visit is over, where nobody asked for that. */
  readonly endsWith: Problem | null;
};

/** What is being looked for. `by`: the words that somebody typed, or the number on a badge. */
export type Search = Omit<SearchView, 'users'> & { readonly by: SearchKey; readonly users: readonly User[] };
export type SearchKey = 'words' | 'employeeId';

/** The whole truth of the station, folded from the journal and from what is true only now. */
export type State = {
  readonly items: PersistentMap<ItemId, Item>;
  /** By `serialKey`. */
  readonly bySerial: PersistentMap<string, ItemId>;
  readonly nextItemId: ItemId;
  readonly lanes: readonly Lane[];
  /** The lane that the window works on; `null` while there is none. */
  readonly frontLaneId: ReaderKey | null;
  /** The items that go on by themselves: few, while `items` may be thousands. */
  readonly busy: readonly ItemId[];
  readonly counts: QueueCounts;
  /** For the pace that the tenant takes, over all lanes. */
  readonly sentAtMs: SentTimes;
  readonly notices: readonly Notice[];
  readonly nextNoticeSeq: number;
  readonly readers: readonly Reader[];
  /** Every HID device, used or not. */
  readonly devices: readonly DeviceFacts[];
  readonly bench: Bench;
  /** `null` while the doctor is closed. */
  readonly doctor: DoctorState | null;
  readonly search: Search;
  readonly shown: { readonly filter: QueueFilter; readonly page: number };
  readonly session: Session;
  /** What the one who is signed in may do; `null`: nobody is, or it has not been found out yet. */
  readonly rights: 'wanted' | Rights | null;
  /** Shown, or carried out; never two. */
  readonly plan: Plan | null;
  /** `null`: a desk. */
  readonly kiosk: Kiosk | null;
  /** Who works here, as the journal knows it. */
  readonly operator: Operator | null;
  readonly orders: OrdersState;
  readonly shift: Shift;
  readonly photos: readonly Photo[];
  /** When anybody last did anything here, for the lock. */
  readonly lastUsedAtMs: number;
  readonly settings: SettingsView;
  readonly storage: StorageHealth;
  readonly graph: GraphHealth;
};

export const IDLE_SEARCH: Search = {
  by: 'words',
  query: '',
  status: 'idle',
  users: [],
  more: false,
  problem: null,
};

export const EMPTY_STATE: State = {
  items: PersistentMap.empty(),
  bySerial: PersistentMap.empty(),
  nextItemId: 1,
  lanes: [],
  frontLaneId: null,
  busy: [],
  counts: { all: 0, needsYou: 0, working: 0, issued: 0 },
  sentAtMs: [],
  notices: [],
  nextNoticeSeq: 1,
  readers: [],
  devices: [],
  bench: { settings: EMPTY_BENCH, isSaved: true, problem: null },
  doctor: null,
  search: IDLE_SEARCH,
  shown: { filter: 'all', page: 0 },
  session: { kind: 'out', problem: null },
  rights: null,
  plan: null,
  kiosk: null,
  operator: null,
  orders: NO_ORDERS,
  shift: NEW_SHIFT,
  photos: [],
  lastUsedAtMs: 0,
  settings: BUILT_IN_SETTINGS,
  storage: { unsavedEvents: 0, problem: null, unreadable: [], chainBrokenAtSeq: null },
  graph: { kind: 'unknown' },
};

/** Two scans of one label are one token, whatever the case of the letters. */
export function serialKey(serialNumber: string): string {
  return serialNumber.toUpperCase();
}
