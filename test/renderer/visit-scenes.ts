import type { LaneView } from '../../electron/contract/reader.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { VisitView } from '../../electron/contract/visit.ts';
import { makeLane, makeLaneBehind, makeReader, makeSettings, makeUser } from '../fakes/fake-station.ts';
import { makeFinding, makeOwnedToken, makePreFlight } from '../fakes/make-plan.ts';
import { ago, codeRow, day, namesakes } from './a-morning.ts';
import { SOME_PHOTO } from './some-photo.ts';

const long = makeUser({
  id: 'max',
  displayName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen',
  userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt-ueberlingen@research.contoso-international.com',
  department: 'Corporate Research and Development, Materials',
});

/** Anna Conti, of whom nothing has to be said. */
export function makeVisit(change: Partial<VisitView> = {}): VisitView {
  return { user: makeUser(), idCheck: null, needsIdCheck: false, preFlight: makePreFlight(), ...change };
}

function at(visit: VisitView, change: Partial<Snapshot> = {}, lane: Partial<LaneView> = {}): Snapshot {
  return day({ lanes: [makeLane({ visit, ...lane })], photos: { anna: SOME_PHOTO }, ...change });
}

const STRICT = makeSettings(
  {},
  {
    requiresIdCheck: { value: true, source: 'policy', canChange: false },
    idKinds: {
      value: ['badge', 'identityCard', 'passport', 'drivingLicence', 'Hausausweis der Liegenschaft', 'Besucherkarte'],
      source: 'policy',
      canChange: false,
    },
  },
);

/** People who come to the desk. */
export const VISIT_SCENES = {
  'visit search': () => day({ search: namesakes() }),
  'visit id due': () =>
    at(makeVisit({ needsIdCheck: true, preFlight: makePreFlight({ tokens: [makeOwnedToken()] }) }), {
      settings: STRICT,
    }),
  'visit scan due': () =>
    at(
      makeVisit({
        idCheck: { idKind: 'badge', atMs: ago(12) },
        preFlight: makePreFlight({
          findings: [makeFinding('adminTarget', 'warns', 'Exchange Administrator')],
          tokens: [makeOwnedToken(), makeOwnedToken({ methodId: 'old-2', serialNumber: 'VES0052649' })],
        }),
      }),
    ),
  'visit reading': () => at(makeVisit({ user: long, preFlight: makePreFlight({ isReading: true }) })),
  'visit stopped': () => at(makeVisit({ preFlight: makePreFlight({ findings: [makeFinding('guest', 'stops')] }) })),
  'visit five': () =>
    at(
      makeVisit({
        user: long,
        preFlight: makePreFlight({
          findings: [makeFinding('fiveMethods', 'stops')],
          tokens: Array.from({ length: 5 }, (_, index) =>
            makeOwnedToken({ methodId: `old-${index}`, serialNumber: `GALT1140001${index}` }),
          ),
          unread: [{ what: 'roles', problem: { code: 'not-permitted' } }],
        }),
      }),
    ),
  'visit at one of two': () => {
    const lanes = [
      makeLane({ visit: makeVisit() }),
      makeLaneBehind({ visit: makeVisit({ user: long }), isPlugged: false }),
    ];
    const readers = [makeReader(), makeReader({ readerKey: 'right', name: 'Bench right', color: 2 })];
    return day({ lanes, readers, photos: { anna: SOME_PHOTO } });
  },
  'visit waits': () => {
    const open = codeRow(43, { user: makeUser({ id: 'luca', displayName: 'Luca Moretti' }) });
    return day({ open, lanes: [makeLane({ open, visit: makeVisit() })] });
  },
  'id due': () =>
    day({
      open: codeRow(43, {
        needsIdCheck: true,
        can: ['chooseUser', 'remove', 'checkAgain', 'attestId'],
        preFlight: makePreFlight({ findings: [makeFinding('accountDisabled')] }),
      }),
      settings: STRICT,
      photos: { anna: SOME_PHOTO },
    }),
  'id seen': () =>
    day({
      open: codeRow(43, {
        idCheck: { idKind: 'passport', atMs: ago(20) },
        can: ['enterCode', 'chooseUser', 'remove', 'checkAgain', 'attestId'],
      }),
      photos: { anna: SOME_PHOTO },
    }),
} as const satisfies Record<string, () => Snapshot>;
