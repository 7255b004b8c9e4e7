import type { DurableEvent } from './event.ts';
import { filterOf } from './queue-filter.ts';
import type { PlanDraft, TakeBack } from './plan.ts';
import { serialKey, type Item, type State } from './state.ts';

/**
 * A plan that has begun has a hold of this item: nobody is chosen for it and no code is sent until the plan is over. An item
 * that shows one of its tokens is held whoever it is for, because that token is on its way back to the inventory.
 */
export function isHeld({ plan }: State, item: Item): boolean {
  if (!plan || plan.stage === 'proposed') return false;
  const key = serialKey(item.serialNumber);
  return (
    plan.afterwards.some(({ itemId }) => itemId === item.id) ||
    plan.steps.some(({ serialNumber }) => serialKey(serialNumber) === key)
  );
}

/** What would change what a plan counts on. */
const TOUCHES: ReadonlySet<DurableEvent['kind']> = new Set<DurableEvent['kind']>([
  'userChosen',
  'activationIntended',
  'assignmentIntended',
  'itemRetried',
  'checkWanted',
]);

/**
 * An event that was asked for a moment before a plan took hold of its item comes to nothing. A row may go, as it does where
 * the station becomes a kiosk: the plan then hands nothing over for it. And one that had no person yet is none of the plan's.
 */
export function isKeptFrom(state: State, item: Item, { kind }: DurableEvent): boolean {
  return TOUCHES.has(kind) && item.user !== null && isHeld(state, item);
}

/** The item of the queue that is this very token, whoever it is for. */
export function itemOfToken(state: State, { serialNumber }: TakeBack): Item | undefined {
  return state.items.get(state.bySerial.get(serialKey(serialNumber)) ?? 0);
}

/**
 * Whether the items still are as they were when the plan was drawn up. It looks at nothing that the journal does not keep, so
 * that a plan which began also begins when the journal is folded again.
 */
export function fitsItems(state: State, plan: PlanDraft): boolean {
  if (plan.steps.length === 0) return false;
  if (plan.steps.some((takeBack) => isWorking(itemOfToken(state, takeBack)))) return false;
  return plan.kind === 'undo' || plan.kind === 'swap' ? fitsIssued(state, plan) : fitsAwaited(state, plan);
}

/** Each step takes back what stands in the queue as this person's, and each of these tokens goes on afterwards. */
function fitsIssued(state: State, { steps, afterwards }: PlanDraft): boolean {
  return (
    steps.length === afterwards.length &&
    steps.every((takeBack, index) => {
      const item = state.items.get(afterwards[index]?.itemId ?? 0);
      return item !== undefined && item.methodId === takeBack.methodId && isOf(item, takeBack);
    })
  );
}

/** The new token still waits for this very person's code. */
function fitsAwaited(state: State, { afterwards }: PlanDraft): boolean {
  return afterwards.every(({ itemId, user }) => {
    const item = state.items.get(itemId);
    const waits = item?.state.kind === 'needsCode' || item?.state.kind === 'stopped';
    return waits && user !== null && item.user?.id === user.id;
  });
}

/** This token, as this person's. */
export function isOf(item: Item, { user, serialNumber }: TakeBack): boolean {
  return item.user?.id === user.id && serialKey(item.serialNumber) === serialKey(serialNumber);
}

function isWorking(item: Item | undefined): boolean {
  return item !== undefined && filterOf(item.state) === 'working';
}
