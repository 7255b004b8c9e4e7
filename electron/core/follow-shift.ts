import type { ItemId, ItemState } from '../contract/item.ts';
import type { ShiftCounts } from '../contract/shift.ts';
import type { Operator } from '../contract/user.ts';
import { isDurable } from './durable-events.ts';
import type { DurableEvent, Event } from './event.ts';
import { newestFirst } from './item-table.ts';
import { putNewest, without } from './ordered-map.ts';
import { itemOfToken } from './plan-items.ts';
import type { Shift } from './shift.ts';
import { serialKey, type Item, type State } from './state.ts';

/** Chosen: a page of ten at a time would take fifty looks; whoever has more has a scanner that sees the wrong code. */
const MOST_REFUSED_SCANS = 500;

/** The station does these by itself, or somebody looks back on a shift: no shift begins with them. */
const OPENS_NO_SHIFT: ReadonlySet<DurableEvent['kind']> = new Set<DurableEvent['kind']>([
  'restarted',
  'forgotten',
  'retentionApplied',
  'historyExported',
  'paperPrinted',
  'paperNotPrinted',
  'shiftCompared',
  'refusedScansCleared',
  'shiftClosed',
]);

/** What was scanned is no token and could be none, or it was refused for another reason than its label. */
const NO_TOKENS = /^(?:order|visit|kiosk)-|^scan-(?:badge-not-wanted|command-not-possible|work-order-line)$/;

const COUNTED_AS: Partial<Record<ItemState['kind'], 'issued' | 'assigned'>> = {
  activated: 'issued',
  assigned: 'assigned',
};

/** Counts what has happened, and keeps what was issued and what could not be. It costs the same however long the queue is. */
export function followShift(before: State, after: State, event: Event): State {
  // What came too late to change anything begins no shift either.
  if (before === after || !isDurable(event)) return after;
  let shift = begin(after.shift, event);
  for (const id of touchedItems(before, after, event)) {
    shift = followItem(shift, id, before.items.get(id), after.items.get(id));
  }
  shift = followEvent(shift, before, after, event);
  return shift === after.shift ? after : { ...after, shift };
}

function begin(shift: Shift, event: DurableEvent): Shift {
  if (shift.sinceMs !== null || OPENS_NO_SHIFT.has(event.kind)) return shift;
  if (event.kind === 'operatorNoted' && event.operator === null) return shift;
  return { ...shift, sinceMs: event.atMs };
}

/** The items that an event may have changed: those it names, those of the plan, or, at a start, all. */
function touchedItems(before: State, after: State, event: DurableEvent): readonly ItemId[] {
  if (before.items === after.items) return [];
  if ('itemId' in event && event.itemId !== undefined) return [event.itemId];
  if (event.kind === 'scanned') return [after.bySerial.get(serialKey(event.serialNumber)) ?? 0];
  if (event.kind === 'restarted') return Array.from(newestFirst(before), ({ id }) => id);
  const { plan } = before;
  if (!plan) return [];
  const ofSteps = plan.steps.flatMap((step) => itemOfToken(before, step)?.id ?? []);
  return [...new Set([...ofSteps, ...plan.afterwards.map(({ itemId }) => itemId)])];
}

function followItem(shift: Shift, id: ItemId, was: Item | undefined, is: Item | undefined): Shift {
  const stops = is?.state.kind === 'stopped';
  const counted = is && is.state.kind !== was?.state.kind ? is.state.kind : null;
  // A token that stops for another reason, such as being taken back, has stopped anew.
  if (is && stops && (counted || is.changedAtMs !== was?.changedAtMs)) {
    const listed = { ...shift, stopped: putNewest(shift.stopped, id, is.changedAtMs) };
    return counted ? add(listed, 'stopped') : listed;
  }
  const left = stops ? shift : leaveStopped(shift, id);
  const name = counted && COUNTED_AS[counted];
  return is && name ? issue(add(left, name), is) : left;
}

function leaveStopped(shift: Shift, id: ItemId): Shift {
  const stopped = without(shift.stopped, id);
  return stopped === shift.stopped ? shift : { ...shift, stopped };
}

function issue(shift: Shift, { id, serialNumber, user, methodId, goal, changedAtMs }: Item): Shift {
  if (!user) return shift;
  const token = { itemId: id, serialNumber, user, methodId, goal, atMs: changedAtMs };
  const { comparison } = shift;
  return {
    ...shift,
    issued: putNewest(shift.issued, serialKey(serialNumber), token),
    comparison: comparison && { ...comparison, issuedSince: comparison.issuedSince + 1 },
  };
}

function followEvent(shift: Shift, before: State, after: State, event: DurableEvent): Shift {
  if (event.kind === 'operatorNoted' && event.operator) {
    return { ...shift, operators: addOperator(shift.operators, event.operator) };
  }
  if (event.kind === 'scanRefused' && !NO_TOKENS.test(event.problem.code)) {
    return keepRefused(add(shift, 'refusedScans'), event);
  }
  const isTakenBack = event.kind === 'takeBackRead' && !event.isThere && before.plan !== after.plan;
  return isTakenBack ? takeBack(shift, before, event.step) : shift;
}

function addOperator(known: readonly Operator[], { name, userPrincipalName }: Operator): readonly Operator[] {
  const isKnown = known.some((one) => one.name === name && one.userPrincipalName === userPrincipalName);
  return isKnown ? known : [...known, { name, userPrincipalName }];
}

function keepRefused(shift: Shift, event: Extract<DurableEvent, { kind: 'scanRefused' }>): Shift {
  const { atMs, readerKey, problem, shownText } = event;
  const scan = { seq: shift.counts.refusedScans, atMs, readerKey, problem, rawText: shownText };
  return { ...shift, refusedScans: [...shift.refusedScans.slice(1 - MOST_REFUSED_SCANS), scan] };
}

/** One step of a plan is done: whoever had the token does not have it any more. */
function takeBack(shift: Shift, { plan }: State, index: number): Shift {
  const step = plan?.steps[index];
  if (!step) return shift;
  const counted = add(shift, 'takenBack');
  const key = serialKey(step.serialNumber);
  const isTheirs = shift.issued.links.get(key)?.value.user.id === step.user.id;
  return isTheirs ? { ...counted, issued: without(shift.issued, key) } : counted;
}

function add(shift: Shift, name: keyof ShiftCounts): Shift {
  return { ...shift, counts: { ...shift.counts, [name]: shift.counts[name] + 1 } };
}
