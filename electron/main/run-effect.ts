import type { DurableEvent, Event } from '../core/event.ts';
import { isAssignEffect } from '../core/assign-effects.ts';
import type { Effect } from '../core/due-effects.ts';
import { findMethod } from '../core/find-method.ts';
import type { GraphPort, UserId, WriteOutcome } from '../core/graph-port.ts';
import type { BenchPort, ClockPort, SignInPort } from '../core/ports.ts';
import type { Secret } from '../core/secret.ts';
import type { Item, State } from '../core/state.ts';
import { assertNever } from '../core/unreachable.ts';
import type { CodeVault, HeldCode } from './code-vault.ts';
import { targetOf } from '../core/kiosk.ts';
import { isKioskEffect } from '../core/kiosk-effects.ts';
import { isPlanEffect } from '../core/plan-effects.ts';
import { isVisitEffect } from '../core/visit-effects.ts';
import { assignCrash, runAssignEffect } from './run-assign-effect.ts';
import { findUsers } from './find-users.ts';
import { outcomeEvent } from './outcome-event.ts';
import { kioskCrash, runKioskEffect } from './run-kiosk-effect.ts';
import { planCrash, runPlanEffect } from './run-plan-effect.ts';
import { readPreFlight, readRights } from './run-reads.ts';
import { runVisitEffect, visitCrash } from './run-visit-effect.ts';

/**
 * How long after it was typed a code may still be sent.
 * Source: Entra, "Manage OATH tokens": a code of a 30-second token is to be sent within a minute of being displayed.
 * Chosen: half of that, because nobody knows how long it had been on the display.
 */
const CODE_LIFE_MS = 30_000;

export type EffectPorts = {
  readonly graph: GraphPort;
  readonly signIn: Omit<SignInPort, 'accessToken' | 'restore'>;
  /** Says what happens while an effect is still under way. */
  readonly tell: (event: Event) => void;
  /** Keeps the bench's settings and lets its readers know of them. */
  readonly bench: Pick<BenchPort, 'save'>;
  readonly clock: ClockPort;
  readonly codes: CodeVault;
};

/** Does one thing outside and tells what became of it as an event. It decides nothing and never rejects. */
export async function runEffect(effect: Effect, state: State, ports: EffectPorts): Promise<Event> {
  try {
    return await perform(effect, state, ports);
  } catch (error) {
    if (effect.kind === 'activate') ports.codes.spend(effect.itemId);
    // A bug of ours or of a library: whether a POST left is not known, so it is treated like a lost answer.
    return eventOfCrash(effect, state, error instanceof Error ? error.message : String(error), ports.clock.nowMs());
  }
}

function eventOfCrash(effect: Effect, { bench, items }: State, detail: string, atMs: number): Event {
  if (isPlanEffect(effect)) return planCrash(effect, detail, atMs);
  if (isKioskEffect(effect)) return kioskCrash(effect, detail, atMs);
  if (isVisitEffect(effect)) return visitCrash(effect, detail, atMs);
  if (isAssignEffect(effect)) return assignCrash(effect, detail, atMs);
  switch (effect.kind) {
    case 'noteOperator':
      return { kind: 'operatorNoted', atMs, operator: effect.operator };
    case 'saveBench':
      return { kind: 'benchNotSaved', atMs, settings: bench.settings, problem: { code: 'settings-not-saved', detail } };
    case 'searchUsers':
      return { kind: 'usersNotFound', atMs, query: effect.query, problem: { code: 'graph-failing', detail } };
    case 'readRights': {
      const problem = { code: 'graph-failing', detail } as const;
      const rights = { scopes: [], roles: null, methodsProblem: problem, inventoryProblem: problem };
      return { kind: 'rightsRead', atMs, rights };
    }
    case 'preFlight': {
      const unread = [{ what: 'methods', problem: { code: 'graph-failing', detail } }] as const;
      const facts = { account: null, roles: null, methods: null, authenticatorCount: null, devices: null, unread };
      const userId = items.get(effect.itemId)?.user?.id ?? '';
      return { kind: 'preFlightRead', atMs, itemId: effect.itemId, userId, facts };
    }
    case 'signIn':
    case 'signOut':
    case 'lock':
      return { kind: 'signedOut', atMs, problem: { code: 'signed-out', detail } };
    case 'activate':
      return { kind: 'answerLost', atMs, itemId: effect.itemId, problem: { code: 'answer-lost', detail } };
    case 'sendAgain':
      return { kind: 'codeExpired', atMs, itemId: effect.itemId };
    case 'readMethod': {
      const problem = { code: 'graph-failing', detail } as const;
      return { kind: 'readFailed', atMs, itemId: effect.itemId, problem, status: null, retryAfterMs: null };
    }
    default:
      return assertNever(effect);
  }
}

async function perform(effect: Effect, state: State, ports: EffectPorts): Promise<Event> {
  const { graph, clock, codes } = ports;
  if (isPlanEffect(effect)) return runPlanEffect(effect, state, ports);
  if (isKioskEffect(effect)) return runKioskEffect(effect, state, ports);
  if (isVisitEffect(effect)) return runVisitEffect(effect, state, ports);
  if (isAssignEffect(effect)) return runAssignEffect(effect, state, ports);
  if (effect.kind === 'noteOperator') return { kind: 'operatorNoted', atMs: clock.nowMs(), operator: effect.operator };
  if (effect.kind === 'readRights') return readRights(ports);
  if (effect.kind === 'preFlight') return readPreFlight(effect, state, ports);
  if (effect.kind === 'searchUsers') return searchUsers(effect, graph, clock);
  if (effect.kind === 'saveBench') return saveBench(state, ports);
  if (effect.kind === 'signIn') return signIn(state, ports);
  if (effect.kind === 'signOut') {
    await ports.signIn.signOut();
    return { kind: 'signedOut', atMs: clock.nowMs(), problem: null };
  }
  if (effect.kind === 'lock') {
    await ports.signIn.signOut();
    return { kind: 'signedOut', atMs: clock.nowMs(), problem: { code: 'idle-locked' } };
  }
  const item = state.items.get(effect.itemId);
  const { itemId } = effect;
  const held = codes.held(itemId);
  switch (effect.kind) {
    case 'sendAgain':
      if (!item?.user || !isFresh(held, clock)) return { kind: 'codeExpired', itemId, atMs: clock.nowMs() };
      return { kind: 'activationIntended', itemId, userId: item.user.id, atMs: clock.nowMs() };
    case 'activate': {
      const target = item ? targetOf(state, item) : null;
      // Also here: the intent may have waited for the disk.
      if (!item || target === null || !isFresh(held, clock))
        return { kind: 'codeExpired', itemId, atMs: clock.nowMs() };
      const outcome = await activate(graph, item, target, held.code);
      if (outcome.kind !== 'postponed') codes.spend(itemId);
      return outcomeEvent(outcome, itemId, clock.nowMs());
    }
    case 'readMethod':
      return readMethod(item, item ? targetOf(state, item) : null, ports, itemId);
    default:
      return assertNever(effect);
  }
}

type SearchEffect = Extract<Effect, { kind: 'searchUsers' }>;

function isFresh(held: HeldCode | null, clock: ClockPort): held is HeldCode {
  return held !== null && clock.nowMs() - held.enteredAtMs <= CODE_LIFE_MS;
}

/** One write: by serial number, or by method once a read has shown that the token is assigned to this user already. */
function activate(graph: GraphPort, item: Item, userId: string, verificationCode: Secret): Promise<WriteOutcome> {
  const { serialNumber, methodId } = item;
  const attempt = item.postponements + 1;
  const displayName = `Hardware token ${serialNumber}`;
  if (methodId !== null) return graph.activate({ userId, methodId, verificationCode, displayName, attempt });
  return graph.assignAndActivateBySerialNumber({ userId, serialNumber, verificationCode, displayName, attempt });
}

async function saveBench({ bench: { settings } }: State, { bench, clock }: EffectPorts): Promise<Event> {
  const saved = await bench.save(settings);
  const atMs = clock.nowMs();
  if (saved.ok) return { kind: 'benchSaved', atMs, settings };
  return { kind: 'benchNotSaved', atMs, settings, problem: saved.problem };
}

async function signIn({ settings }: State, { signIn: port, clock, tell }: EffectPorts): Promise<Event> {
  const isElsewhere = settings.values.signInBy.value === 'deviceCode';
  const signedIn = await (isElsewhere
    ? port.signInElsewhere((prompt) => tell({ kind: 'devicePrompted', atMs: clock.nowMs(), prompt }))
    : port.signIn());
  const atMs = clock.nowMs();
  if (!signedIn.ok) return { kind: 'signedOut', atMs, problem: signedIn.problem };
  return { kind: 'signedIn', atMs, ...signedIn.value, signedInAtMs: port.signedInAtMs() };
}

async function searchUsers({ query, by }: SearchEffect, graph: GraphPort, clock: ClockPort): Promise<Event> {
  const found = await findUsers(graph, query, by);
  const atMs = clock.nowMs();
  if (found.kind === 'failed') return { kind: 'usersNotFound', atMs, query, problem: found.problem };
  return { kind: 'usersFound', atMs, query, ...found.value };
}

async function readMethod(
  item: Item | undefined,
  target: UserId | null,
  { graph, clock }: EffectPorts,
  itemId: number,
): Promise<DurableEvent> {
  // Whoever is here could only show tokens of their own.
  if (!item || target === null) return { kind: 'itemLeft', atMs: clock.nowMs(), itemId };
  const answer = await graph.listOathMethods(target);
  const atMs = clock.nowMs();
  if (answer.kind === 'failed') {
    const { problem, status, retryAfterMs } = answer;
    return { kind: 'readFailed', atMs, itemId, problem, status, retryAfterMs };
  }
  return { kind: 'methodRead', atMs, itemId, method: findMethod(answer.value, item) };
}
