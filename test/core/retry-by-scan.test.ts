import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { Item, State } from '../../electron/core/state.ts';
import {
  ANN,
  BOB,
  foldEvents,
  itemIn,
  itemOf,
  lane,
  LEFT,
  NOW_MS,
  noticesOf,
  openIdOf,
  planOf,
  scan,
  SERIAL,
  stateWith,
  undoDraft,
} from './build-state.ts';

const AGAIN_MS = NOW_MS + 60_000;

function stopped(code: ProblemCode = 'serial-unknown', more: Partial<Item> = {}): Item {
  return itemIn('stopped', { state: { kind: 'stopped', problem: { code } }, ...more });
}

function scanAgain(state: State): State {
  return reduce(state, scan(SERIAL, AGAIN_MS));
}

describe('scanning a token that has stopped', () => {
  test.each<ProblemCode>([
    'serial-unknown',
    'token-taken',
    'user-has-five-methods',
    'user-unknown',
    'not-permitted',
    'blocked-by-policy',
    'graph-refused',
    'graph-failing',
    'not-confirmed',
    'serial-twice',
  ])('tries it once more where it stopped for %s', (code) => {
    const state = scanAgain(stateWith([stopped(code)]));
    expect(itemOf(state)).toMatchObject({
      state: { kind: 'needsCode', problem: null },
      preFlight: 'wanted',
      user: ANN,
      changedAtMs: AGAIN_MS,
    });
    expect([noticesOf(state), openIdOf(state)]).toEqual([['scanTaken'], 1]);
  });

  test.each<readonly [ProblemCode, string]>([
    ['token-already-active', 'it works already'],
    ['token-taken-back', 'who it is for has not been said anew'],
    ['not-taken-back', 'whose it is has to be looked at'],
    ['user-is-guest', 'no token works with this account'],
  ])('leaves it where it stopped for %s: %s', (code) => {
    const state = scanAgain(stateWith([stopped(code)]));
    expect(itemOf(state).state.kind).toBe('stopped');
    expect([noticesOf(state), openIdOf(state)]).toEqual([['scanDuplicate'], 1]);
  });

  test('asks for its person where it has none', () => {
    expect(itemOf(scanAgain(stateWith([stopped('serial-unknown', { user: null })]))).state.kind).toBe('needsUser');
  });

  test('takes it up where it was set aside', () => {
    const aside = stopped('token-taken', { parked: true });
    const other = itemIn('needsUser', { id: 2, serialNumber: '20033752' });
    expect(itemOf(scanAgain(stateWith([aside]))).parked).toBe(false);
    expect(itemOf(scanAgain(stateWith([aside, other], { openItemId: 2 }))).parked).toBe(false);
  });

  test('takes the hand-over from no other token', () => {
    const other = itemIn('needsUser', { id: 2, serialNumber: '20033752' });
    const state = scanAgain(stateWith([stopped(), other], { openItemId: 2 }));
    expect([itemOf(state).state.kind, openIdOf(state)]).toEqual(['needsCode', 2]);
  });

  test('leaves it while a plan holds it', () => {
    const plan = planOf(undoDraft());
    expect(itemOf(scanAgain(stateWith([stopped()], { plan }))).state.kind).toBe('stopped');
    const proposed = { ...plan, stage: 'proposed' } as const;
    expect(itemOf(scanAgain(stateWith([stopped()], { plan: proposed }))).state.kind).toBe('needsCode');
  });

  test('leaves it where somebody else is served, and takes it up for the one it is for', () => {
    const served = (user: typeof ANN): State =>
      stateWith([stopped()], { lanes: [{ ...lane(LEFT), visit: { user, idCheck: null, preFlight: null } }] });
    expect(itemOf(scanAgain(served(BOB))).state.kind).toBe('stopped');
    expect(itemOf(scanAgain(served(ANN))).state.kind).toBe('needsCode');
  });

  test('leaves it at a kiosk where it is somebody else’s', () => {
    const kiosk = foldEvents([{ kind: 'kioskOpened', atMs: NOW_MS }], stateWith([stopped()]));
    expect(itemOf(scanAgain(kiosk)).state.kind).toBe('stopped');
  });

  test('counts as one stop more where it stops again', () => {
    const first = reduce(stateWith([itemIn('activating')]), refusal(NOW_MS));
    const again = foldEvents(
      [
        scan(SERIAL, AGAIN_MS),
        { kind: 'activationIntended', atMs: AGAIN_MS, itemId: 1, userId: ANN.id },
        refusal(AGAIN_MS),
      ],
      first,
    );
    expect(again.shift.counts.stopped).toBe(2);
  });

  function refusal(atMs: number) {
    return { kind: 'activationRefused', atMs, itemId: 1, problem: { code: 'serial-unknown' } } as const;
  }
});
