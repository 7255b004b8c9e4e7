import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { dueEffects } from '../../electron/core/due-effects.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import { BUILT_IN_SETTINGS } from '../../electron/core/settings-built-in.ts';
import type { State } from '../../electron/core/state.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { partsOfVisitor } from '../../electron/core/visit-effects.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';
import { facts, otherMethods, PRIVILEGED, rights } from './build-facts.ts';
import { ANN, BOB, itemIn, lane, LEFT, NOW_MS, RIGHT, stateWith } from './build-state.ts';
import { deskWith, requiring, visitOf } from './visit-state.ts';

const READS = rights({ scopes: ['User.Read.All', 'Policy.Read.All', 'UserAuthenticationMethod.Read.All'] });

function picture(state: State): Snapshot {
  return toSnapshot(state, 'linux', {
    revision: 1,
    atMs: NOW_MS,
    mode: { kind: 'practice', problem: null },
    practice: null,
    ...NO_DESKS,
  });
}

const visitIn = (state: State): unknown => picture(state).lanes[0]?.visit;
const due = (state: State): readonly unknown[] =>
  dueEffects(state, NOW_MS).filter(({ kind }) => kind === 'readVisitor' || kind === 'readPhoto');

describe('what is shown of a visitor', () => {
  test('who they are, whether an ID is wanted, and that they are being looked at', () => {
    expect(visitIn(requiring(deskWith(visitOf(), null, { rights: READS })))).toEqual({
      user: ANN,
      idCheck: null,
      needsIdCheck: true,
      preFlight: { isReading: true, findings: [], unread: [], tokens: [] },
    });
  });

  test('that the ID was seen', () => {
    const idCheck = { idKind: 'badge', atMs: NOW_MS };
    expect(visitIn(requiring(deskWith(visitOf(ANN, { idCheck }))))).toMatchObject({ idCheck, needsIdCheck: false });
  });

  test.each([
    ['a guest', facts({ account: { isGuest: true, isEnabled: true } }), { kind: 'guest', weight: 'stops' }],
    [
      'five methods',
      facts({ methods: otherMethods(4), authenticatorCount: 1 }),
      { kind: 'fiveMethods', weight: 'stops' },
    ],
    [
      'an account that is off',
      facts({ account: { isGuest: false, isEnabled: false } }),
      { kind: 'accountDisabled', weight: 'warns' },
    ],
    ['an admin', facts({ roles: [PRIVILEGED] }), { kind: 'adminTarget', weight: 'warns' }],
  ])('%s is told before a token is scanned', (_who, preFlight, finding) => {
    expect(visitIn(deskWith(visitOf(ANN, { preFlight }), null, { rights: READS }))).toMatchObject({
      preFlight: { isReading: false, findings: [finding] },
    });
  });

  test('their tokens; that none of them is the one to come is no finding', () => {
    const preFlight = facts({ methods: otherMethods(2), devices: null });
    expect(visitIn(deskWith(visitOf(ANN, { preFlight }), null, { rights: READS }))).toMatchObject({
      preFlight: { findings: [], tokens: [{ serialNumber: 'OTHER0', isActive: true }, { serialNumber: 'OTHER1' }] },
    });
  });

  test('nothing beyond the name, where nothing can be read', () => {
    expect(visitIn(deskWith(visitOf()))).toMatchObject({ user: ANN, preFlight: null });
  });

  test('nothing at a kiosk, which may have been a desk before', () => {
    const kiosk = picture(
      deskWith(visitOf(), null, { kiosk: OPENED_KIOSK, rights: READS, photos: [{ userId: ANN.id, url: 'data:' }] }),
    );
    expect(JSON.stringify(kiosk)).not.toContain(ANN.displayName);
    expect([kiosk.photos, kiosk.lanes[0]?.visit]).toEqual([{}, null]);
  });
});

describe('pictures', () => {
  const photos = [ANN, BOB].map(({ id }) => ({ userId: id, url: `data:${id}` }));

  test('are shown of the people in hand, and of nobody else', () => {
    expect(picture(deskWith(visitOf(), null, { rights: READS, photos })).photos).toEqual({
      [ANN.id]: `data:${ANN.id}`,
    });
    const open = stateWith([itemIn('needsCode', { user: BOB })], { openItemId: 1, rights: READS, photos });
    expect(picture(open).photos).toEqual({ [BOB.id]: `data:${BOB.id}` });
    expect(picture(stateWith([itemIn('needsCode')], { rights: READS, photos })).photos).toEqual({});
  });

  test('are left out where there is none', () => {
    expect(
      picture(deskWith(visitOf(), null, { rights: READS, photos: [{ userId: ANN.id, url: null }] })).photos,
    ).toEqual({});
  });

  test.each<readonly [string, Partial<State>]>([
    ['nobody is signed in', { rights: READS, session: { kind: 'out', problem: { code: 'idle-locked' } } }],
    ['somebody is signing out', { rights: READS, session: { kind: 'signingOut' } }],
    ['it is not known what may be seen', { rights: 'wanted' }],
    ['the next operator may not see them', { rights: rights({ scopes: ['User.Read', 'Policy.Read.All'] }) }],
  ])('are not shown, and nothing is read, where %s', (_where, more) => {
    expect(picture(deskWith(visitOf(), null, { photos, ...more })).photos).toEqual({});
    expect(
      due(deskWith(visitOf(), null, { photos: [], ...more })).filter(
        (one) => (one as { kind: string }).kind === 'readPhoto',
      ),
    ).toEqual([]);
  });
});

describe('what is due', () => {
  const wanted = deskWith(visitOf(), visitOf(BOB, { preFlight: null }), { rights: READS });

  test('a look at whoever has just come, and a picture of everybody in hand', () => {
    expect(due(wanted)).toEqual([
      { kind: 'readVisitor', key: `visitor:${LEFT}:${ANN.id}`, laneId: LEFT, userId: ANN.id },
      { kind: 'readPhoto', key: `photo:${ANN.id}`, userId: ANN.id },
      { kind: 'readPhoto', key: `photo:${BOB.id}`, userId: BOB.id },
    ]);
  });

  test('no picture twice: not of one person at two places, and not of one that could not be read', () => {
    const twice = deskWith(visitOf(ANN, { preFlight: null }), visitOf(ANN, { preFlight: null }), { rights: READS });
    expect(due(twice)).toHaveLength(1);
    expect(due({ ...twice, photos: [{ userId: ANN.id, url: null }] })).toEqual([]);
  });

  test('a picture for the basic permission, which every desk has', () => {
    const basic = { rights: rights({ scopes: ['User.Read', 'User.ReadBasic.All'] }) };
    expect(due(deskWith(visitOf(ANN, { preFlight: null }), null, basic))).toHaveLength(1);
  });

  test('a look at everything but the inventory: there is no serial number yet', () => {
    expect(partsOfVisitor(wanted)).toEqual(['account', 'roles', 'authenticators']);
  });

  test('nothing before it is known who works here, and nothing at a kiosk', () => {
    for (const more of [
      { rights: 'wanted' },
      { session: { kind: 'out', problem: null } },
      { kiosk: OPENED_KIOSK },
    ] as const)
      expect(due({ ...wanted, ...more })).toEqual([]);
  });
});

test('a place keeps its visitor on the picture where its reader was pulled out', () => {
  const state = stateWith([], {
    lanes: [lane(LEFT), { ...lane(RIGHT), visit: visitOf() }],
    settings: BUILT_IN_SETTINGS,
  });
  expect(picture(state).lanes.find(({ laneId }) => laneId === RIGHT)).toMatchObject({
    isPlugged: false,
    visit: { user: ANN },
  });
});
