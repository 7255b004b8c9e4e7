import type { HistoryEntry, HistoryKind } from '../../contract/history.ts';
import type { User } from '../../contract/user.ts';
import type { DurableEvent } from '../event.ts';
import { parseEvent } from '../parse-event.ts';
import type { StoredEvent } from '../ports.ts';
import { reduce } from '../reduce.ts';
import { EMPTY_STATE, serialKey } from '../state.ts';
import { entryParts } from './entry-parts.ts';
import type { HistoryKnown } from './history-known.ts';

/** An entry, and who is found by it beside the one that it names. */
export type WalkedEntry = { readonly entry: HistoryEntry; readonly people: readonly User[] };

/**
 * Reads stored events in their order, each once, and gives what each of them says. The station's own fold runs beside it,
 * so that a number means the same token here and there.
 */
export function createHistoryWalk(): (stored: StoredEvent) => WalkedEntry {
  const known: HistoryKnown = {
    state: EMPTY_STATE,
    operator: null,
    steps: [],
    items: new Map(),
    orders: new Map(),
    readerNames: new Map(),
  };
  return (stored) => {
    const event = parseEvent(stored.body);
    return event.ok ? walk(known, stored, event.value) : unreadable(stored, event.problem.detail ?? '', known);
  };
}

function walk(known: HistoryKnown, stored: StoredEvent, event: DurableEvent): WalkedEntry {
  const before = known.state;
  const after = reduce(before, event);
  learn(known, event, before.orders.nextId);
  const { people = [], ...parts } = entryParts(event, { before, after, known });
  known.state = after;
  remember(known, event);
  known.operator = operatorAfter(known, stored, event);
  return { entry: { ...blank(stored, event.kind), operator: known.operator, ...parts }, people };
}

/** What the event itself tells, for its own words and those after it. */
function learn({ readerNames, orders }: HistoryKnown, event: DurableEvent, nextOrderId: number): void {
  if (event.kind === 'scanned') readerNames.set(event.readerKey, event.readerName);
  if (event.kind === 'orderOpened') orders.set(nextOrderId, { name: event.name, people: new Map() });
  if (event.kind !== 'orderLinesAdded') return;
  const { people } = orders.get(event.orderId) ?? { people: new Map<number, User>() };
  for (const { line, user } of event.lines) people.set(line, user);
}

/** The station drops what is done; what comes late still names it here. */
function remember(known: HistoryKnown, event: DurableEvent): void {
  const { items, bySerial, plan } = known.state;
  const id = event.kind === 'scanned' ? bySerial.get(serialKey(event.serialNumber)) : 'itemId' in event && event.itemId;
  const item = id ? items.get(id) : undefined;
  if (item) known.items.set(item.id, item);
  if (event.kind === 'planStarted' && plan) known.steps = plan.steps;
}

function operatorAfter(
  { operator }: HistoryKnown,
  { kind }: StoredEvent,
  event: DurableEvent,
): HistoryKnown['operator'] {
  if (event.kind === 'operatorNoted') return event.operator;
  // Whoever came here then has been forgotten; it must not look as if the one before them had gone on.
  if (event.kind === 'restarted' || kind === 'operatorNoted') return null;
  return operator;
}

function unreadable(stored: StoredEvent, reason: string, { operator }: HistoryKnown): WalkedEntry {
  return { entry: { ...blank(stored, 'unreadable'), operator, note: reason }, people: [] };
}

function blank({ seq, atMs }: StoredEvent, kind: HistoryKind): HistoryEntry {
  return {
    seq,
    atMs,
    kind,
    operator: null,
    serialNumber: null,
    userName: null,
    userPrincipalName: null,
    readerName: null,
    orderName: null,
    detail: null,
    note: null,
    number: null,
    requestId: null,
    problem: null,
  };
}
