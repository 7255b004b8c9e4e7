import type { User } from '../../electron/contract/user.ts';
import type { Event } from '../../electron/core/event.ts';
import type { Search, State } from '../../electron/core/state.ts';
import { IDLE_SEARCH } from '../../electron/core/state.ts';
import type { VisitEvent } from '../../electron/core/visit-events.ts';
import type { Visit } from '../../electron/core/visit.ts';
import { ANN, BOB, lane, LEFT, NOW_MS, RIGHT, scan, stateWith } from './build-state.ts';

/** Ann, of whom nothing is known yet. */
export function visitOf(user: User = ANN, more: Partial<Visit> = {}): Visit {
  return { user, idCheck: null, preFlight: 'wanted', ...more };
}

/** Two readers, the left in front, with whoever stands at each. */
export function deskWith(left: Visit | null, right: Visit | null = null, more: Partial<State> = {}): State {
  const lanes = [
    { ...lane(LEFT), visit: left },
    { ...lane(RIGHT, null, 2), visit: right },
  ];
  const readers = lanes.map(({ laneId, name }) => ({ readerKey: laneId, name, problem: null }));
  return stateWith([], { lanes, readers, ...more });
}

/** Ann and Bob were found. */
export const FOUND: Search = { ...IDLE_SEARCH, query: 'example', status: 'found', users: [ANN, BOB] };

export function begin(user: User = ANN, laneId: string = LEFT, atMs: number = NOW_MS): VisitEvent {
  return { kind: 'visitBegun', atMs, laneId, user };
}

export function scanAt(laneId: string, serialNumber: string, atMs: number = NOW_MS): Event {
  return { ...scan(serialNumber, atMs), readerKey: laneId, readerName: `${laneId} scanner` };
}

export function visitAt(state: State, laneId: string = LEFT): Visit | null {
  return state.lanes.find((one) => one.laneId === laneId)?.visit ?? null;
}

/** Where the policy wants to know that somebody's ID was seen. */
export function requiring(state: State, idKinds: readonly string[] = ['badge', 'passport']): State {
  const { settings } = state;
  const values = {
    ...settings.values,
    requiresIdCheck: { ...settings.values.requiresIdCheck, value: true },
    idKinds: { ...settings.values.idKinds, value: idKinds },
  };
  return { ...state, settings: { ...settings, values } };
}
