import type { PreFlightView } from '../contract/pre-flight.ts';
import { hasScopeFor, SEES } from './capability-needs.ts';
import type { DurableEvent } from './event.ts';
import { methodsOfItem } from './find-method.ts';
import { putItem } from './item-table.ts';
import { isStrange } from './kiosk.ts';
import { laneOfItem } from './lanes.ts';
import type { OathMethod } from './oath-method.ts';
import type { LookAheadPart } from './graph-port.ts';
import type { PreFlightFacts } from './pre-flight-facts.ts';
import { devicesOfItem, findFindings } from './pre-flight-findings.ts';
import { filterOf } from './queue-filter.ts';
import { stop } from './reduce-activation.ts';
import type { Rights } from './rights.ts';
import type { Item, State } from './state.ts';

export type PreFlightRead = Extract<DurableEvent, { kind: 'preFlightRead' }>;

/** One look at a time for each item: its key is free again once the answer has been folded. */
export type PreFlightEffect = { readonly kind: 'preFlight'; readonly key: string; readonly itemId: number };

const PARTS: readonly LookAheadPart[] = ['account', 'roles', 'authenticators', 'inventory'];

/** What can be looked at with the permissions of the token. People at a kiosk are asked about nothing but their tokens. */
export function partsToRead(state: State): readonly LookAheadPart[] {
  const rights = knownRights(state);
  if (!rights || state.kiosk) return [];
  // The sign-in has shown that this one is refused.
  const isClosed = (part: LookAheadPart): boolean =>
    part === 'inventory' && rights.inventoryProblem?.code === 'not-permitted';
  return PARTS.filter((part) => hasScopeFor(rights.scopes, SEES[part]) && !isClosed(part));
}

/** Marks an item to be looked at, anew where it was looked at before. */
export function wantPreFlight(state: State, item: Item): State {
  if (item.user === null || item.state.kind !== 'needsCode') return state;
  return putItem(state, { ...item, preFlight: 'wanted' });
}

/**
 * Keeps what was read. A token that is the person's already is activated from here on, never assigned once more; one
 * that is active is no success of ours. What was read of somebody who was chosen before says nothing, and what comes
 * while a code is under way is too late.
 */
export function reducePreFlightRead(state: State, event: PreFlightRead, item: Item): State {
  if (item.user?.id !== event.userId || item.state.kind !== 'needsCode') return state;
  const { facts, atMs } = event;
  const mine = facts.methods && methodsOfItem(facts.methods, item);
  const seen: Item = {
    ...item,
    preFlight: facts,
    methodId: mine ? methodToActivate(mine, item) : item.methodId,
    periodSeconds: periodIn(facts, item) ?? item.periodSeconds,
  };
  const active = mine && mine.every(({ status }) => status === 'activated') ? mine[0] : undefined;
  if (active) return stop(state, { ...seen, methodId: active.methodId }, atMs, { code: 'token-already-active' });
  return putItem(state, seen);
}

/**
 * The looks that are due: at what is in hand in a lane.
 * Chosen: a queue of five hundred tokens with people to them must not ask about all of them at once.
 */
export function preFlightEffects(state: State): readonly PreFlightEffect[] {
  if (!canRead(state)) return [];
  return state.lanes.flatMap(({ openItemId }) => {
    const item = openItemId === null ? undefined : state.items.get(openItemId);
    return item && isWanted(item, state) ? [{ kind: 'preFlight', key: `preFlight:${item.id}`, itemId: item.id }] : [];
  });
}

/** Something was found that no code gets past. */
export function isHeldBack(item: Item, state: State): boolean {
  return findings(item, state).some(({ weight }) => weight === 'stops');
}

export function toPreFlight(item: Item, state: State): PreFlightView | null {
  const { preFlight } = item;
  if (preFlight === null || item.user === null || filterOf(item.state) === 'issued') return null;
  if (preFlight === 'wanted') {
    const isReading = isWanted(item, state) && canRead(state) && laneOfItem(state, item.id) !== null;
    return { isReading, findings: [], unread: [], tokens: [] };
  }
  const mine = methodsOfItem(preFlight.methods ?? [], item);
  const others = (preFlight.methods ?? []).filter((method) => !mine.includes(method));
  const tokens = others.map(({ methodId, serialNumber, status }) => ({
    methodId,
    serialNumber,
    isActive: status === 'activated',
  }));
  return { isReading: false, findings: findings(item, state), unread: preFlight.unread, tokens };
}

function findings(item: Item, state: State): ReturnType<typeof findFindings> {
  const { preFlight } = item;
  return preFlight === null || preFlight === 'wanted' ? [] : findFindings(item, preFlight, knownRights(state));
}

/** At a kiosk, whoever is there must not be looked at for what somebody else has left. */
function isWanted(item: Item, state: State): boolean {
  const isOpen = item.state.kind === 'needsCode' && item.user !== null;
  return isOpen && item.preFlight === 'wanted' && !isStrange(state, item);
}

/** Somebody is there, and it is known what may be asked in their name. */
export function canRead(state: State): boolean {
  return (state.session.kind === 'in' || state.session.kind === 'fixed') && knownRights(state) !== null;
}

export function knownRights({ rights }: State): Rights | null {
  return rights === 'wanted' ? null : rights;
}

/** With two that are not active nobody knows which of them the token is: then the service finds it by serial number. */
function methodToActivate(mine: readonly OathMethod[], { methodId }: Item): string | null {
  const waiting = mine.filter(({ status }) => status !== 'activated');
  const known = waiting.find((method) => method.methodId === methodId);
  return known?.methodId ?? (waiting.length === 1 ? (waiting[0]?.methodId ?? null) : null);
}

function periodIn(facts: PreFlightFacts, item: Item): number | null {
  return devicesOfItem(facts, item)?.find(({ periodSeconds }) => periodSeconds !== null)?.periodSeconds ?? null;
}
