import type { Problem } from '../contract/problem.ts';
import type { PassingEvent } from './event.ts';
import { putItem } from './item-table.ts';
import { notify } from './notices.ts';
import {
  reduceAttached,
  reduceBadge,
  reduceBenchChanged,
  reduceBenchSaved,
  reduceDetached,
  reduceDoctorOpened,
  reduceLaneShown,
  reduceLearningStarted,
  reduceLearningStopped,
  reduceReport,
  reduceTested,
  reduceTroubled,
} from './reduce-bench.ts';
import { leaveVisit, loseVisit, reduceKiosk, takeUpVisit } from './reduce-kiosk.ts';
import { reduceOrderShown } from './reduce-order.ts';
import { reducePlanShown } from './reduce-plan.ts';
import { reduceExceptionsShown } from './reduce-shift.ts';
import { reducePhotoRead, reduceVisitorRead } from './reduce-visit.ts';
import { IDLE_SEARCH, type State } from './state.ts';
import { assertNever } from './unreachable.ts';

/** What is true only while the station runs: readers, the search, health, and what the window is looking at. */
export function reducePassing(state: State, event: PassingEvent): State {
  switch (event.kind) {
    case 'readerAttached':
      return reduceAttached(state, event);
    case 'readerTroubled':
      return reduceTroubled(state, event);
    case 'readerDetached':
      return reduceDetached(state, event);
    case 'devicesSeen':
      return { ...state, devices: event.devices };
    case 'laneShown':
      return reduceLaneShown(state, event);
    case 'badgeRead':
      return reduceBadge(state, event);
    case 'doctorOpened':
      return reduceDoctorOpened(state);
    case 'doctorClosed':
      return { ...state, doctor: null };
    case 'reportSeen':
      return reduceReport(state, event);
    case 'scanTested':
      return reduceTested(state, event);
    case 'learningStarted':
      return reduceLearningStarted(state, event);
    case 'learningStopped':
      return reduceLearningStopped(state);
    case 'benchLoaded':
      return { ...state, bench: { settings: event.settings, isSaved: true, problem: event.problem } };
    case 'benchChanged':
      return reduceBenchChanged(state, event);
    case 'benchSaved':
    case 'benchNotSaved':
      return reduceBenchSaved(state, event);
    case 'usersSearched':
      if (event.query === '') return { ...state, search: IDLE_SEARCH };
      // The list of other words goes at once: nobody may be chosen from it by a key that comes a moment late.
      return { ...state, search: { ...IDLE_SEARCH, query: event.query, status: 'searching' } };
    case 'usersFound': {
      // An answer to an older question is dropped: the list must never belong to other words than those on screen.
      if (event.query !== state.search.query) return state;
      const { users, more } = event;
      return { ...state, search: { ...state.search, status: 'found', users, more, problem: null } };
    }
    case 'usersNotFound': {
      if (event.query !== state.search.query) return state;
      const { problem } = event;
      return { ...state, search: { ...state.search, status: 'failed', users: [], more: false, problem } };
    }
    case 'graphAnswered':
      return { ...state, graph: { kind: 'reachable', latencyMs: event.latencyMs } };
    case 'graphSilent': {
      const sinceMs = state.graph.kind === 'unreachable' ? state.graph.sinceMs : event.atMs;
      return { ...state, graph: { kind: 'unreachable', sinceMs, problem: event.problem } };
    }
    case 'queueShown':
      return { ...state, shown: { filter: event.filter, page: event.page } };
    case 'sessionFixed':
      return { ...state, session: { kind: 'fixed', name: event.name }, rights: 'wanted' };
    case 'signInWanted':
      return { ...state, session: { kind: 'signingIn', prompt: null } };
    case 'devicePrompted':
      return state.session.kind === 'signingIn'
        ? { ...state, session: { kind: 'signingIn', prompt: event.prompt } }
        : state;
    case 'signedIn': {
      const { name, userPrincipalName, atMs } = event;
      return {
        ...state,
        kiosk: state.kiosk && takeUpVisit(state.kiosk, event),
        lastUsedAtMs: atMs,
        rights: 'wanted',
        session: { kind: 'in', name, userPrincipalName },
      };
    }
    case 'rightsRead':
      return state.rights === 'wanted' ? { ...state, rights: event.rights } : state;
    case 'planProposed':
    case 'planDropped':
      return reducePlanShown(state, event);
    case 'kioskOpened':
    case 'selfRead':
    case 'selfNotRead':
    case 'freshSignInWanted':
      return reduceKiosk(state, event);
    case 'visitorRead':
      return reduceVisitorRead(state, event);
    case 'photoRead':
      return reducePhotoRead(state, event);
    case 'orderShown':
      return reduceOrderShown(state, event);
    case 'exceptionsShown':
      return reduceExceptionsShown(state, event);
    case 'deskUsed':
      return { ...state, lastUsedAtMs: event.atMs };
    case 'settingsRead':
      return { ...state, settings: event.view };
    case 'signOutWanted':
      return { ...state, session: { kind: 'signingOut' } };
    case 'signedOut':
      return state.kiosk ? leaveVisit(state, state.kiosk, event.problem) : leaveSession(state, event.problem);
    case 'sessionLost':
      if (state.kiosk) return loseVisit(state, state.kiosk, event);
      return state.session.kind === 'in' ? leaveSession(state, event.problem) : state;
    case 'readWanted':
      return readSoon(state, event.itemId, event.atMs);
    case 'storageFailed': {
      const { problem, unsavedEvents } = event;
      const failing = { ...state, storage: { ...state.storage, problem, unsavedEvents } };
      return state.storage.problem ? failing : notify(failing, event.atMs, 'storageFailing', { problem });
    }
    case 'storageRecovered': {
      const safe = { ...state, storage: { ...state.storage, problem: null, unsavedEvents: 0 } };
      return state.storage.problem ? notify(safe, event.atMs, 'storageSafe') : safe;
    }
    case 'journalOpened': {
      const { unreadable, chainBrokenAtSeq } = event;
      return { ...state, storage: { ...state.storage, unreadable, chainBrokenAtSeq } };
    }
    default:
      return assertNever(event);
  }
}

function leaveSession(state: State, problem: Problem | null): State {
  return { ...state, rights: null, session: { kind: 'out', problem } };
}

function readSoon(state: State, itemId: number, atMs: number): State {
  const item = state.items.get(itemId);
  if (item?.state.kind !== 'unsure' && item?.state.kind !== 'confirming') return state;
  return putItem(state, { ...item, state: { ...item.state, nextReadAtMs: atMs } });
}
