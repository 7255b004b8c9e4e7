import type { QueueRow } from '../contract/item.ts';
import type { PreFlightView } from '../contract/pre-flight.ts';
import type { VisitView } from '../contract/visit.ts';
import { needsIdCheck, needsVisitorCheck } from './id-check.ts';
import { peopleInHand } from './people-in-hand.ts';
import { canRead, knownRights } from './pre-flight.ts';
import { findFindings } from './pre-flight-findings.ts';
import type { Item, Lane, State } from './state.ts';
import type { Visit } from './visit.ts';
import { canSeePhotos } from './visit-effects.ts';

/** A desk's visitor is nobody to whoever stands at a kiosk. */
export function toVisit(state: State, { visit }: Lane): VisitView | null {
  if (!visit || state.kiosk) return null;
  const { user, idCheck } = visit;
  return { user, idCheck, needsIdCheck: needsVisitorCheck(state, visit), preFlight: toPreFlight(state, visit) };
}

export function toIdCheck(state: State, item: Item): Pick<QueueRow, 'idCheck' | 'needsIdCheck'> {
  return { idCheck: item.idCheck, needsIdCheck: needsIdCheck(state, item) };
}

/** Of those who are here, and only while somebody is signed in who may see them. */
export function toPhotos(state: State): Readonly<Record<string, string>> {
  if (!canSeePhotos(state)) return {};
  const inHand = new Set(peopleInHand(state).map(({ id }) => id));
  return Object.fromEntries(
    state.photos.flatMap(({ userId, url }) => (url !== null && inHand.has(userId) ? [[userId, url]] : [])),
  );
}

/** What needs no serial number: of tokens that they have, none is the one that will be scanned. */
function toPreFlight(state: State, { user, preFlight }: Visit): PreFlightView | null {
  if (preFlight === null) return null;
  if (preFlight === 'wanted') return canRead(state) ? { isReading: true, findings: [], unread: [], tokens: [] } : null;
  const noToken = { user, serialNumber: '', periodSeconds: null };
  const tokens = (preFlight.methods ?? []).map(({ methodId, serialNumber, status }) => ({
    methodId,
    serialNumber,
    isActive: status === 'activated',
  }));
  const findings = findFindings(noToken, preFlight, knownRights(state));
  return { isReading: false, findings, unread: preFlight.unread, tokens };
}
