import type { ReaderKey } from '../contract/reader.ts';
import type { PassingEvent } from './event.ts';
import { addReport, addTest, OPENED_DOCTOR, startLearning, type DoctorState } from './doctor-state.ts';
import { badgeLane } from './badge-lane.ts';
import { findLane, giveWay, KEYBOARD_LANE, withLane } from './lanes.ts';
import { notify } from './notices.ts';
import { readerName } from './reader-name.ts';
import { IDLE_SEARCH, type Reader, type State } from './state.ts';

type EventOf<K extends PassingEvent['kind']> = Extract<PassingEvent, { kind: K }>;

export function reduceAttached(state: State, { readerKey, name, atMs }: EventOf<'readerAttached'>): State {
  const placed = rememberColor(withLane(state, readerKey, name), readerKey);
  const there = giveWay(withReader(placed, { readerKey, name, problem: null }));
  return notify(there, atMs, 'readerReady', { text: readerName(there, readerKey), readerKey });
}

/** A reader keeps the colour that it had first: people find it by that tomorrow, too. A file that cannot be read stays as it is. */
function rememberColor(state: State, readerKey: ReaderKey): State {
  const { settings, problem } = state.bench;
  const color = findLane(state, readerKey)?.color;
  if (problem || color === undefined || settings.readers[readerKey]) return state;
  const readers = { ...settings.readers, [readerKey]: { name: '', color } };
  return { ...state, bench: { ...state.bench, settings: { ...settings, readers }, isSaved: false } };
}

export function reduceTroubled(state: State, event: EventOf<'readerTroubled'>): State {
  const { readerKey, name, problem, atMs } = event;
  const there = withReader(withLane(state, readerKey, name), { readerKey, name, problem });
  return notify(there, atMs, 'readerTroubled', { text: readerName(there, readerKey), readerKey, problem });
}

export function reduceDetached(state: State, { readerKey, atMs }: EventOf<'readerDetached'>): State {
  const gone = state.readers.find((reader) => reader.readerKey === readerKey);
  if (!gone) return state;
  const text = readerName(state, readerKey);
  const left = giveWay({ ...state, readers: state.readers.filter((reader) => reader !== gone) });
  return notify(left, atMs, 'readerGone', { text, readerKey });
}

/** What was typed for the other lane's token says nothing about this one's. */
export function reduceLaneShown(state: State, { laneId }: EventOf<'laneShown'>): State {
  if (laneId === state.frontLaneId || !findLane(state, laneId)) return state;
  return { ...state, frontLaneId: laneId, search: IDLE_SEARCH };
}

/**
 * Finds the people with a badge's number where a hand-over wants a person or nobody is served yet; nobody is chosen by it.
 * What is no reader of the bench is meant for the place on screen.
 */
export function reduceBadge(state: State, { badgeId, readerKey, atMs }: EventOf<'badgeRead'>): State {
  const heardAt = findLane(state, readerKey) ? readerKey : (state.frontLaneId ?? KEYBOARD_LANE);
  const laneId = badgeLane(state, heardAt);
  if (laneId === null) return state;
  const searching: State = {
    ...state,
    frontLaneId: findLane(state, laneId) ? laneId : state.frontLaneId,
    search: { ...IDLE_SEARCH, by: 'employeeId', query: badgeId, status: 'searching' },
  };
  return notify(searching, atMs, 'badgeRead', { text: badgeId, readerKey });
}

export function reduceReport(state: State, { report }: EventOf<'reportSeen'>): State {
  return withDoctor(state, (doctor) => addReport(doctor, report));
}

export function reduceTested(state: State, event: EventOf<'scanTested'>): State {
  if (!state.doctor) return state;
  const { readerKey, test, atMs } = event;
  const tested = withDoctor(state, (doctor) => addTest(doctor, event, readerName(state, readerKey)));
  return notify(tested, atMs, 'scanTested', { text: test.used ?? '', problem: test.problem, readerKey });
}

export function reduceDoctorOpened(state: State): State {
  return state.doctor ? state : { ...state, doctor: OPENED_DOCTOR };
}

export function reduceLearningStarted(state: State, { means }: EventOf<'learningStarted'>): State {
  return withDoctor(state, (doctor) => startLearning(doctor, means, nextRuleId(state)));
}

export function reduceLearningStopped(state: State): State {
  return withDoctor(state, (doctor) => ({ ...doctor, learning: null }));
}

/** A change is kept at once; what the disk refuses still holds until the station stops. */
export function reduceBenchChanged(state: State, { settings }: EventOf<'benchChanged'>): State {
  const changed = { ...state, bench: { settings, isSaved: false, problem: null } };
  // The rule that was learned is one of them now.
  const isLearned = settings.siteRules.length > state.bench.settings.siteRules.length;
  return isLearned ? withDoctor(changed, (doctor) => ({ ...doctor, learning: null })) : changed;
}

/** `settings`: those that were saved. A change that came meanwhile is saved next. */
export function reduceBenchSaved(state: State, event: EventOf<'benchSaved' | 'benchNotSaved'>): State {
  if (event.settings !== state.bench.settings) return state;
  const problem = event.kind === 'benchNotSaved' ? event.problem : null;
  return { ...state, bench: { ...state.bench, isSaved: true, problem } };
}

/** Numbers are not used again: a step of an old test must not name a new rule. */
function nextRuleId(state: State): string {
  const numbers = state.bench.settings.siteRules.map(({ id }) => Number(/^site-(\d+)$/.exec(id)?.[1] ?? 0));
  return `site-${Math.max(0, ...numbers) + 1}`;
}

function withDoctor(state: State, change: (doctor: DoctorState) => DoctorState): State {
  return state.doctor ? { ...state, doctor: change(state.doctor) } : state;
}

function withReader(state: State, reader: Reader): State {
  const others = state.readers.filter((known) => known.readerKey !== reader.readerKey);
  return { ...state, readers: [...others, reader] };
}
