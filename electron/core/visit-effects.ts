import type { ReaderKey } from '../contract/reader.ts';
import { hasScopeFor, SEES } from './capability-needs.ts';
import { peopleInHand } from './people-in-hand.ts';
import type { LookAheadPart } from './graph-port.ts';
import { canRead, knownRights, partsToRead } from './pre-flight.ts';
import type { State } from './state.ts';

export type VisitEffect =
  /** Looks at whoever is served at a place, before a token is scanned. */
  | { readonly kind: 'readVisitor'; readonly key: string; readonly laneId: ReaderKey; readonly userId: string }
  | { readonly kind: 'readPhoto'; readonly key: string; readonly userId: string }
  /** Only writes that whoever a desk has left standing is served no more. */
  | { readonly kind: 'leaveVisit'; readonly key: string; readonly laneId: ReaderKey };

export function isVisitEffect(effect: { readonly kind: string }): effect is VisitEffect {
  return effect.kind === 'readVisitor' || effect.kind === 'readPhoto' || effect.kind === 'leaveVisit';
}

/** What is to be known of the people in hand. A picture that could not be read is not asked for again and again. */
export function visitEffects(state: State): readonly VisitEffect[] {
  // In the journal, too: else a token scanned at the kiosk would be given to them when it is folded again.
  if (state.kiosk) return leaveVisitEffects(state);
  if (!canRead(state)) return [];
  return [...visitorEffects(state), ...photoEffects(state)];
}

/** What can be looked at while there is no serial number to look for. */
export function partsOfVisitor(state: State): readonly LookAheadPart[] {
  return partsToRead(state).filter((part) => part !== 'inventory');
}

/** Whether whoever is signed in may see what others look like. */
export function canSeePhotos(state: State): boolean {
  return canRead(state) && hasScopeFor(knownRights(state)?.scopes ?? [], SEES.photo);
}

function leaveVisitEffects({ lanes }: State): readonly VisitEffect[] {
  return lanes.flatMap(({ laneId, visit }) =>
    visit ? [{ kind: 'leaveVisit', key: `leaveVisit:${laneId}`, laneId } as const] : [],
  );
}

function visitorEffects({ lanes }: State): readonly VisitEffect[] {
  return lanes.flatMap(({ laneId, visit }) => {
    if (visit?.preFlight !== 'wanted') return [];
    const userId = visit.user.id;
    return [{ kind: 'readVisitor', key: `visitor:${laneId}:${userId}`, laneId, userId }];
  });
}

function photoEffects(state: State): readonly VisitEffect[] {
  if (!canSeePhotos(state)) return [];
  const known = new Set(state.photos.map(({ userId }) => userId));
  const wanted = new Set(peopleInHand(state).map(({ id }) => id));
  return [...wanted]
    .filter((userId) => !known.has(userId))
    .map((userId) => ({ kind: 'readPhoto', key: `photo:${userId}`, userId }));
}
