import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ItemId } from '../electron/contract/item.ts';
import type { Problem } from '../electron/contract/problem.ts';
import type { LaneView } from '../electron/contract/reader.ts';
import type { Snapshot } from '../electron/contract/snapshot.ts';
import { planViewAfter, type PlanParts } from './plan/plan-view.ts';

/** Where a command was given, so that its refusal is shown there. */
export type Place =
  | 'session'
  | 'queue'
  | 'person'
  | 'code'
  | 'item'
  | 'plan'
  | 'serial'
  | 'practice'
  | 'doctor'
  | 'settings'
  | 'seeds'
  | 'seek'
  | 'visit'
  | 'orders'
  | 'paper'
  | 'shift'
  | 'history'
  | 'inventory';

/** The work beside the queue. */
export type Screen = 'orders' | 'shift' | 'history';

/** One sentence for a screen reader. Each `seq` is said once. */
export type Said = { readonly seq: number; readonly text: string; readonly urgent: boolean };

/** `itemId`: `null`: no token is in hand, and whoever stands there is looked for. */
export type BadgeSearch = { readonly itemId: ItemId | null; readonly seq: number; readonly query: string };

/** What belongs to this window only: nothing in it must survive a reload, and nothing in it is ever a code. */
export type View = PlanParts & {
  readonly muted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly acrossBench: boolean;
  readonly practiceOpen: boolean;
  /** The virtual reader that scans, by its number. */
  readonly practiceReader: number;
  /** The settings fill the window. */
  readonly settingsOpen: boolean;
  /** The seeds fill the window. */
  readonly seedsOpen: boolean;
  /** Fills the window in place of the queue. */
  readonly screen: Screen | null;
  readonly dialog: 'help' | 'serial' | null;
  /** The item for which somebody else is being looked for, though it has a person. */
  readonly otherPersonFor: ItemId | null;
  /** The badge that was read last for the open item or for nobody yet, and the search that the station began with it. */
  readonly badge: BadgeSearch | null;
  /** The unfinished item whose removal has been asked for and not yet confirmed. */
  readonly removing: ItemId | null;
  /** The item that this window asked to open: only then may the focus leave the queue. */
  readonly askedToOpen: ItemId | null;
  readonly refusals: Readonly<Partial<Record<Place, Problem>>>;
  /** The newest last. */
  readonly said: readonly Said[];
  /** The `seq` of the last sentence, also where it was taken off again. */
  readonly lastSaid: number;
};

export type DeskState = { readonly snapshot: Snapshot | null; readonly view: View };

export type DeskStore = StoreApi<DeskState>;

const FIRST_VIEW: View = {
  muted: false,
  volume: 0.6,
  acrossBench: false,
  practiceOpen: true,
  practiceReader: 1,
  settingsOpen: false,
  seedsOpen: false,
  screen: null,
  dialog: null,
  otherPersonFor: null,
  badge: null,
  removing: null,
  askedToOpen: null,
  planning: null,
  isPlanAside: false,
  planFrom: null,
  refusals: {},
  said: [],
  lastSaid: 0,
};

/** Chosen: enough for one burst of scans; a screen reader has taken up older ones long ago. */
const KEPT_SAID = 12;

export function createDeskStore(): DeskStore {
  return createStore<DeskState>(() => ({ snapshot: null, view: FIRST_VIEW }));
}

/** Takes a picture, unless it is older than the one that is shown: the first answer may overtake a push. */
export function receive(store: DeskStore, snapshot: Snapshot): void {
  const shown = store.getState().snapshot;
  if (shown && snapshot.revision < shown.revision) return;
  const isAnother =
    frontOf(shown)?.laneId !== frontOf(snapshot)?.laneId ||
    shown?.open?.id !== snapshot.open?.id ||
    shown?.open?.user?.id !== snapshot.open?.user?.id ||
    frontOf(shown)?.visit?.user.id !== frontOf(snapshot)?.visit?.user.id;
  store.setState({ snapshot });
  // A refusal or a search for one token and person says nothing about the next, or about another reader's.
  if (isAnother)
    changeView(store, {
      otherPersonFor: null,
      badge: null,
      refusals: keepQueueRefusals(store.getState().view.refusals),
    });
  const plans = planViewAfter(shown, snapshot, store.getState().view);
  if (plans) changeView(store, plans);
  const badge = findBadge(shown, snapshot);
  if (badge) changeView(store, { badge, otherPersonFor: badge.itemId });
  if (shown?.doctor && !snapshot.doctor) setRefusal(store, 'doctor', null);
  if (mustLeaveSeeds(snapshot)) leaveScreens(store);
}

/** The place that the window works on. */
export function frontOf(snapshot: Snapshot | null): LaneView | null {
  return snapshot?.lanes.find(({ isFront }) => isFront) ?? null;
}

export function changeView(store: DeskStore, change: Partial<View>): void {
  store.setState((state) => ({ view: { ...state.view, ...change } }));
}

export function setRefusal(store: DeskStore, place: Place, problem: Problem | null): void {
  const { [place]: _gone, ...others } = store.getState().view.refusals;
  changeView(store, { refusals: problem ? { ...others, [place]: problem } : others });
}

/** Puts a sentence into the live region. The same text twice is two sentences. */
export function say(store: DeskStore, text: string, urgent: boolean): void {
  const { said, lastSaid } = store.getState().view;
  const seq = lastSaid + 1;
  changeView(store, { said: [...said.slice(1 - KEPT_SAID), { seq, text, urgent }], lastSaid: seq });
}

/** What has been said names people and tokens; it stands on the page, unseen, until it is taken off. */
export function forgetSaid(store: DeskStore): void {
  changeView(store, { said: [] });
}

/** A badge that was read since the last picture: it asks for a person, also where the open item has one. */
function findBadge(shown: Snapshot | null, { notices, open, search }: Snapshot): BadgeSearch | null {
  const seq = notices.findLast(({ kind }) => kind === 'badgeRead')?.seq ?? 0;
  const isNew = shown !== null && seq > (shown.notices.at(-1)?.seq ?? 0);
  return isNew ? { itemId: open?.id ?? null, seq, query: search.query } : null;
}

/** What fills the window names people and tokens. */
function leaveScreens(store: DeskStore): void {
  const { seedsOpen, screen } = store.getState().view;
  if (seedsOpen || screen) changeView(store, { seedsOpen: false, screen: null });
}

/** Whoever unlocks the desk begins at the work, and a visitor has no seeds. */
function mustLeaveSeeds({ session, kiosk }: Snapshot): boolean {
  return kiosk !== null || (session.kind === 'out' && session.problem?.code === 'idle-locked');
}

function keepQueueRefusals(refusals: View['refusals']): View['refusals'] {
  const { person: _person, code: _code, item: _item, visit: _visit, ...others } = refusals;
  return others;
}
