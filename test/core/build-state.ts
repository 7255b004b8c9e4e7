import type { ItemState } from '../../electron/contract/item.ts';
import type { User } from '../../electron/contract/user.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import { putItem } from '../../electron/core/item-table.ts';
import { operatorOf } from '../../electron/core/operator.ts';
import { frontItem } from '../../electron/core/lanes.ts';
import { toNewPlan, type Plan, type PlanDraft, type PlanStep, type TakeBack } from '../../electron/core/plan.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { EMPTY_STATE, type Item, type Lane, type State } from '../../electron/core/state.ts';

/** A fixed moment, so that every expected time can be written by hand. */
export const NOW_MS = 1_790_000_000_000;

/** Source: Thales OTP 110, as printed in Microsoft's documents. */
export const SERIAL = 'GALT11420104';

export const ANN: User = {
  id: 'f3c1a1de-0001-4a6b-9f3e-000000000001',
  displayName: 'Ann Example',
  userPrincipalName: 'ann@example.com',
  mail: 'ann.example@example.com',
  department: 'Finance',
  jobTitle: 'Controller',
  employeeId: '004711',
};

export const BOB: User = {
  id: 'f3c1a1de-0002-4a6b-9f3e-000000000002',
  displayName: "Bob O'Brien",
  userPrincipalName: 'bob@example.com',
  mail: null,
  department: null,
  jobTitle: null,
  employeeId: null,
};

type StateKind = ItemState['kind'];

/** One state of each kind. `unsure` is the one after a lost answer. */
export const STATES: { readonly [K in StateKind]: Extract<ItemState, { kind: K }> } = {
  needsUser: { kind: 'needsUser' },
  needsCode: { kind: 'needsCode', problem: null },
  activating: { kind: 'activating' },
  waiting: { kind: 'waiting', untilMs: NOW_MS + 30_000, problem: { code: 'throttled' } },
  unsure: { kind: 'unsure', nextReadAtMs: NOW_MS, problem: { code: 'answer-lost' }, readProblem: null },
  confirming: { kind: 'confirming', nextReadAtMs: NOW_MS, readProblem: null },
  activated: { kind: 'activated' },
  stopped: { kind: 'stopped', problem: { code: 'serial-unknown' } },
  readyToAssign: { kind: 'readyToAssign' },
  assigned: { kind: 'assigned' },
};

/** Those of a token that is activated; one that is only assigned has `readyToAssign` and `assigned`, too. */
export const STATE_KINDS: readonly StateKind[] = [
  'needsUser',
  'needsCode',
  'activating',
  'waiting',
  'unsure',
  'confirming',
  'activated',
  'stopped',
];

/** An item that has just been scanned; `more` says what is different about it. */
export function scannedItem(more: Partial<Item> = {}): Item {
  return {
    id: 1,
    serialNumber: SERIAL,
    scannedText: SERIAL,
    readerName: 'Left scanner',
    laneId: LEFT,
    rawText: SERIAL,
    user: null,
    goal: 'activate',
    orderLine: null,
    idCheck: null,
    receiptAtMs: null,
    requestId: null,
    methodId: null,
    state: STATES.needsUser,
    preFlight: null,
    periodSeconds: null,
    drift: null,
    parked: false,
    rejections: 0,
    attempts: 0,
    postponements: 0,
    reads: 0,
    readFailures: 0,
    scannedAtMs: NOW_MS,
    changedAtMs: NOW_MS,
    ...more,
  };
}

/** An item of Ann's in a state of this kind (of nobody's where no user is chosen yet). */
export function itemIn(kind: StateKind, more: Partial<Item> = {}): Item {
  return scannedItem({ user: kind === 'needsUser' ? null : ANN, state: STATES[kind], ...more });
}

/** A token that was issued to this person at `NOW_MS`. */
export function issuedItem(id: number, serialNumber: string, user: User, more: Partial<Item> = {}): Item {
  return itemIn('activated', { id, serialNumber, scannedText: serialNumber, user, methodId: `m${id}`, ...more });
}

/** Item 1 back from Ann, as a plan has it. */
export function undoDraft(): PlanDraft {
  return {
    kind: 'undo',
    reason: 'wrongPerson',
    steps: [takeBackOf(issuedItem(1, SERIAL, ANN))],
    afterwards: [{ itemId: 1, user: null }],
  };
}

export function takeBackOf({ user, serialNumber, methodId }: Item): TakeBack {
  return { user: { id: user?.id ?? '', displayName: user?.displayName ?? '' }, serialNumber, methodId: methodId ?? '' };
}

/** Running, and nothing of it done yet. `more` is what is different about its steps. */
export function planOf(draft: PlanDraft, ...more: readonly Partial<PlanStep>[]): Plan {
  const plan = toNewPlan(draft, 'running');
  return { ...plan, steps: plan.steps.map((step, index) => ({ ...step, ...more[index] })) };
}

/** The reader's place that tests scan in, unless they say otherwise. */
export const LEFT = 'left';
export const RIGHT = 'right';

export function lane(laneId: string, openItemId: number | null = null, color: Lane['color'] = 1): Lane {
  return { laneId, name: `${laneId} scanner`, color, openItemId, visit: null, task: null };
}

/** `openItemId`: what is in hand in the left lane, which stands in front. */
export function stateWith(
  items: readonly Item[],
  { openItemId = null, ...more }: Partial<State> & { readonly openItemId?: number | null } = {},
): State {
  const filled = items.reduce((state, item) => putItem(state, item), EMPTY_STATE);
  const nextItemId = Math.max(0, ...items.map((item) => item.id)) + 1;
  const session: State['session'] = { kind: 'fixed', name: 'Operator' };
  const state = { ...filled, nextItemId, session, lanes: [lane(LEFT, openItemId)], frontLaneId: LEFT, ...more };
  // The journal knows who works here, unless a test says otherwise.
  return { ...state, operator: more.operator ?? operatorOf(state.session, null) };
}

/** What is in hand in the front lane. */
export function openIdOf(state: State): number | null {
  return frontItem(state)?.id ?? null;
}

export function foldEvents(events: readonly Event[], from: State = EMPTY_STATE): State {
  return events.reduce((state, event) => reduce(state, event), from);
}

export function scan(serialNumber: string = SERIAL, atMs: number = NOW_MS): Extract<DurableEvent, { kind: 'scanned' }> {
  return {
    kind: 'scanned',
    atMs,
    readerKey: LEFT,
    readerName: 'Left scanner',
    serialNumber,
    scannedText: serialNumber,
    aimId: ']C0',
  };
}

/** The item, which must be there. */
export function itemOf(state: State, id = 1): Item {
  const item = state.items.get(id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

/** Every item, read one by one and not through the code under test. */
export function itemsOf(state: State): readonly Item[] {
  const ids = Array.from({ length: state.nextItemId - 1 }, (_, index) => index + 1);
  return ids.flatMap((id) => state.items.get(id) ?? []);
}

export function noticesOf(state: State): readonly string[] {
  return state.notices.map((notice) => notice.kind);
}
