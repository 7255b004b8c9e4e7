import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Event } from '../../electron/core/event.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import {
  isHeldBack,
  partsToRead,
  preFlightEffects,
  toPreFlight,
  wantPreFlight,
} from '../../electron/core/pre-flight.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { Item, State } from '../../electron/core/state.ts';
import { device, facts, method, otherMethods, preFlightRead, rights } from './build-facts.ts';
import {
  ANN,
  BOB,
  foldEvents,
  itemIn,
  itemOf,
  lane,
  LEFT,
  noticesOf,
  NOW_MS,
  RIGHT,
  scannedItem,
  STATE_KINDS,
  stateWith,
} from './build-state.ts';

const GUEST = { account: { isGuest: true, isEnabled: true } };

/** Ann's token in hand, with somebody signed in whose rights are known. */
function inHand(more: Partial<Item> = {}, state: Partial<State> = {}): State {
  const item = itemIn('needsCode', { preFlight: 'wanted', ...more });
  return stateWith([item], { openItemId: item.id, rights: rights(), ...state });
}

function afterRead(told: Partial<PreFlightFacts>, more: Partial<Item> = {}): State {
  return reduce(inHand(more), preFlightRead(told));
}

describe('what can be looked at', () => {
  const ALL = ['User.Read.All', 'UserAuthenticationMethod.ReadWrite.All', 'Policy.Read.All'];

  test.each([
    [[], []],
    [['User.Read', 'User.ReadBasic.All', 'UserAuthMethod-HardwareOATH.ReadWrite.All'], []],
    [['User.Read.All'], ['account', 'roles']],
    [['user.readwrite.all'], ['account', 'roles']],
    [['Directory.Read.All'], ['account', 'roles']],
    [['UserAuthenticationMethod.Read.All'], ['authenticators']],
    [['UserAuthenticationMethod.ReadWrite'], []],
    [['Policy.ReadWrite.AuthenticationMethod'], ['inventory']],
    [ALL, ['account', 'roles', 'authenticators', 'inventory']],
  ])('with the permissions %j is, beside the tokens, %j', (scopes, parts) => {
    expect(partsToRead(inHand({}, { rights: rights({ scopes }) }))).toEqual(parts);
  });

  test('leaves out an inventory that was refused at sign-in, and not one that did not answer', () => {
    const scopes = ['Policy.Read.All'];
    const refusedWith = (code: 'not-permitted' | 'graph-unreachable'): State =>
      inHand({}, { rights: rights({ scopes, inventoryProblem: { code } }) });
    expect(partsToRead(refusedWith('not-permitted'))).toEqual([]);
    expect(partsToRead(refusedWith('graph-unreachable'))).toEqual(['inventory']);
  });

  test('is nothing else at a kiosk', () => {
    const kiosk = { ...OPENED_KIOSK, person: ANN };
    expect(partsToRead(inHand({}, { kiosk, rights: rights({ scopes: ALL }) }))).toEqual([]);
  });

  test.each([null, 'wanted'] as const)('is nothing else while the rights are %j', (unknown) => {
    expect(partsToRead(inHand({}, { rights: unknown }))).toEqual([]);
  });
});

describe('an item is looked at', () => {
  test('once a person is chosen for what is in hand', () => {
    const state = foldEvents(
      [{ kind: 'userChosen', atMs: NOW_MS, itemId: 1, user: ANN }],
      stateWith([scannedItem()], { openItemId: 1, rights: rights() }),
    );
    expect(preFlightEffects(state)).toEqual([{ kind: 'preFlight', key: 'preFlight:1', itemId: 1 }]);
    expect(toPreFlight(itemOf(state), state)).toEqual({ isReading: true, findings: [], unread: [], tokens: [] });
  });

  test('not while it is not in hand: a long list with people to it asks about nobody', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      itemIn('needsCode', { id: index + 1, serialNumber: `T${index}`, preFlight: 'wanted' }),
    );
    const lanes = [lane(LEFT, 7), lane(RIGHT, 9)];
    const state = stateWith(many, { lanes, rights: rights() });
    expect(preFlightEffects(state).map(({ itemId }) => itemId)).toEqual([7, 9]);
    const closed = itemOf(state, 8);
    expect(toPreFlight(closed, state)?.isReading).toBe(false);
  });

  test.each([
    ['nobody is signed in', { session: { kind: 'out', problem: null } }],
    ['somebody signs out', { session: { kind: 'signingOut' } }],
    ['their rights are being read', { rights: 'wanted' }],
    ['their rights are not known', { rights: null }],
  ] as const)('not while %s, and as soon as that is over', (_what, change) => {
    const state = inHand({}, change);
    expect(preFlightEffects(state)).toEqual([]);
    expect(toPreFlight(itemOf(state), state)?.isReading).toBe(false);
    expect(preFlightEffects(inHand())).toHaveLength(1);
  });

  test.each(STATE_KINDS.filter((kind) => kind !== 'needsCode'))('not while it is %s', (kind) => {
    const item = itemIn(kind, { preFlight: 'wanted' });
    expect(preFlightEffects(stateWith([item], { openItemId: 1, rights: rights() }))).toEqual([]);
  });

  test('at a kiosk not for somebody else than whoever is there', () => {
    const at = (person: typeof ANN): State => inHand({}, { kiosk: { ...OPENED_KIOSK, person } });
    expect(preFlightEffects(at(ANN))).toHaveLength(1);
    expect(preFlightEffects(at(BOB))).toEqual([]);
    expect(toPreFlight(itemOf(at(BOB)), at(BOB))?.isReading).toBe(false);
  });

  test('once: its answer ends it', () => {
    expect(preFlightEffects(afterRead({}))).toEqual([]);
  });

  test('again where somebody asks for it, another person is chosen, or the station starts', () => {
    const again: readonly Event[] = [
      { kind: 'checkWanted', atMs: NOW_MS, itemId: 1 },
      { kind: 'userChosen', atMs: NOW_MS, itemId: 1, user: BOB },
      { kind: 'restarted', atMs: NOW_MS },
    ];
    for (const event of again) expect(preFlightEffects(reduce(afterRead(GUEST), event))).toHaveLength(1);
  });

  test('again once somebody tries again after it was stopped', () => {
    const stopped = afterRead({ methods: [method({ status: 'activated' })] });
    expect(itemOf(stopped).state.kind).toBe('stopped');
    const state = reduce(stopped, { kind: 'itemRetried', atMs: NOW_MS, itemId: 1 });
    expect(preFlightEffects(state)).toHaveLength(1);
    expect(isHeldBack(itemOf(state), state)).toBe(false);
  });

  test('never without a person or a code to come', () => {
    const state = stateWith([scannedItem(), itemIn('stopped', { id: 2, serialNumber: 'X' })]);
    expect(wantPreFlight(state, itemOf(state))).toBe(state);
    expect(wantPreFlight(state, itemOf(state, 2))).toBe(state);
  });
});

describe('what was read', () => {
  test('is kept, and asks for the code all the same', () => {
    const state = afterRead({ methods: otherMethods(1) });
    expect(itemOf(state)).toMatchObject({
      state: { kind: 'needsCode', problem: null },
      preFlight: { methods: { length: 1 } },
      methodId: null,
    });
    expect(noticesOf(state)).toEqual([]);
    expect(toPreFlight(itemOf(state), state)).toEqual({
      isReading: false,
      findings: [],
      unread: [],
      tokens: [{ methodId: 'other-0', serialNumber: 'OTHER0', isActive: true }],
    });
  });

  test('that could not be read blocks nothing, and says why', () => {
    const unread = [{ what: 'methods', problem: { code: 'not-permitted' } }] as const;
    const state = afterRead({ unread });
    expect(isHeldBack(itemOf(state), state)).toBe(false);
    expect(toPreFlight(itemOf(state), state)).toMatchObject({ isReading: false, findings: [], unread });
    expect(itemOf(state).state.kind).toBe('needsCode');
  });

  test.each([
    ['guest', GUEST, true],
    ['five methods', { methods: otherMethods(5) }, true],
    ['disabled account', { account: { isGuest: false, isEnabled: false } }, false],
    ['token that is not in the inventory', { devices: [] }, false],
  ])('a %s holds the code back: %j', (_what, told, isHeld) => {
    const state = afterRead(told);
    expect(isHeldBack(itemOf(state), state)).toBe(isHeld);
  });

  test('holds nothing back any more while it is read once more', () => {
    const state = reduce(afterRead(GUEST), { kind: 'checkWanted', atMs: NOW_MS, itemId: 1 });
    expect(isHeldBack(itemOf(state), state)).toBe(false);
    expect(toPreFlight(itemOf(state), state)).toMatchObject({ isReading: true, findings: [] });
  });

  test('tells the period of the token by the inventory', () => {
    expect(itemOf(afterRead({ devices: [device({ periodSeconds: 60 })] })).periodSeconds).toBe(60);
    expect(itemOf(afterRead({ devices: [device({ periodSeconds: null })] }, { periodSeconds: 30 })).periodSeconds).toBe(
      30,
    );
    expect(itemOf(afterRead({ devices: [device({ serialNumber: 'X', periodSeconds: 60 })] })).periodSeconds).toBeNull();
  });

  test.each(STATE_KINDS.filter((kind) => kind !== 'needsCode'))(
    'too late for an item that is %s changes nothing',
    (kind) => {
      const state = stateWith([itemIn(kind, { preFlight: 'wanted', user: ANN })], { openItemId: 1, rights: rights() });
      expect(reduce(state, preFlightRead({ methods: [method({ status: 'activated' })] }))).toBe(state);
    },
  );

  test('of somebody who was chosen before says nothing of this one, who is still to be looked at', () => {
    const state = inHand({ user: BOB });
    expect(reduce(state, preFlightRead(GUEST))).toBe(state);
    expect(preFlightEffects(state)).toHaveLength(1);
  });

  test('goes once the token is active: ten thousand of them stay small', () => {
    const confirming = itemIn('confirming', { preFlight: facts(GUEST) });
    const read: Event = { kind: 'methodRead', atMs: NOW_MS, itemId: 1, method: method({ status: 'activated' }) };
    const state = reduce(stateWith([confirming]), read);
    expect(itemOf(state)).toMatchObject({ state: { kind: 'activated' }, preFlight: null });
    expect(toPreFlight(itemOf(state), state)).toBeNull();
  });

  test('is not shown before a person is chosen', () => {
    const state = stateWith([scannedItem({ preFlight: facts(GUEST) })]);
    expect(toPreFlight(itemOf(state), state)).toBeNull();
  });
});

describe('a token that is this person’s already', () => {
  test.each(['assigned', 'failedActivation', 'available', 'unknown'] as const)(
    'and %s is activated by its own id, never assigned once more',
    (status) => {
      const state = afterRead({ methods: [method({ status })] });
      expect(itemOf(state)).toMatchObject({ state: { kind: 'needsCode' }, methodId: 'method-1' });
    },
  );

  test('and active is no success of ours: it stops, says so, and another look is a retry away', () => {
    const state = afterRead({ methods: [method({ status: 'activated' })] });
    expect(itemOf(state)).toMatchObject({
      state: { kind: 'stopped', problem: { code: 'token-already-active' } },
      methodId: 'method-1',
    });
    expect(noticesOf(state)).toEqual(['stopped']);
  });

  test('has a twin that is active: the one that is not is activated', () => {
    const methods = [method({ methodId: 'legacy', status: 'activated' }), method()];
    expect(itemOf(afterRead({ methods }))).toMatchObject({ state: { kind: 'needsCode' }, methodId: 'method-1' });
  });

  test('has a twin that is not active either: nobody knows which of them it is', () => {
    const methods = [method(), method({ methodId: 'legacy' })];
    expect(itemOf(afterRead({ methods })).methodId).toBeNull();
    // Unless it is known by its id from an earlier read.
    expect(itemOf(afterRead({ methods }, { methodId: 'legacy' })).methodId).toBe('legacy');
  });

  test('is no longer taken for theirs once it is not among their tokens', () => {
    expect(itemOf(afterRead({ methods: [] }, { methodId: 'method-1' })).methodId).toBeNull();
    expect(itemOf(afterRead({ methods: null }, { methodId: 'method-1' })).methodId).toBe('method-1');
  });
});

test('whatever was read, the code is asked for by its own id, by serial number, or not at all', () => {
  const anyMethod = fc.record({
    methodId: fc.constantFrom('a', 'b', 'c'),
    serialNumber: fc.constantFrom('GALT11420104', 'OTHER', null),
    status: fc.constantFrom('available', 'assigned', 'activated', 'failedActivation', 'unknown'),
  });
  fc.assert(
    fc.property(fc.option(fc.array(anyMethod, { maxLength: 4 })), (methods) => {
      const { state, methodId } = itemOf(afterRead({ methods }));
      const mine = (methods ?? []).filter(({ serialNumber }) => serialNumber === 'GALT11420104');
      if (state.kind === 'stopped') return mine.length > 0 && mine.every(({ status }) => status === 'activated');
      const aimed = mine.find((one) => one.methodId === methodId && one.status !== 'activated');
      return state.kind === 'needsCode' && (methodId === null || aimed !== undefined);
    }),
  );
});
