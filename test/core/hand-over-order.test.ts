import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { exportLines, refuseHandOver } from '../../electron/core/hand-over-order.ts';
import { findLane } from '../../electron/core/lanes.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { ANN, BOB, foldEvents, itemOf, LEFT, NOW_MS, scan, SERIAL } from './build-state.ts';
import { activated, assigned, lineStates, opened, orderIn, SECOND, taken, THREE, working } from './orders-build.ts';

const AT = { atMs: NOW_MS };
const ORDER = { ...AT, orderId: 1 };

describe('handing an order over', () => {
  const handedOver: Event = { kind: 'orderHandedOver', ...ORDER };

  test('lets go of who waits for a code, and leaves alone who is done', () => {
    const before = working('activate', [scan(), ...activated(1, ANN, SERIAL), scan(SECOND)]);
    const state = reduce(before, handedOver);
    expect(orderIn(state).stage).toBe('handedOver');
    expect(findLane(state, LEFT)?.task).toBeNull();
    expect(itemOf(state).state.kind).toBe('activated');
    expect(itemOf(state, 2)).toMatchObject({
      user: null,
      orderLine: null,
      goal: 'activate',
      preFlight: null,
      state: { kind: 'needsUser' },
    });
    expect(lineStates(state)).toEqual(['done', 'open', 'open']);
  });

  test('a stopped token keeps its person, who is served elsewhere', () => {
    const before = working('assign', [
      scan(),
      { kind: 'assignmentIntended', ...AT, itemId: 1, userId: ANN.id },
      { kind: 'activationRefused', ...AT, itemId: 1, problem: { code: 'serial-unknown' } },
    ]);
    const state = reduce(before, handedOver);
    expect(itemOf(state)).toMatchObject({ user: ANN, orderLine: null, state: { kind: 'stopped' } });
    expect(lineStates(state)).toEqual(['open', 'open', 'open']);
  });

  test('its lines say who has a token and who was skipped', () => {
    const state = working('activate', [
      scan(),
      ...activated(1, ANN, SERIAL),
      { kind: 'orderLineSkipped', ...ORDER, line: 4 },
      scan(SECOND),
    ]);
    expect(exportLines(state, orderIn(state))).toEqual([
      { ...THREE[0], done: { serialNumber: SERIAL, atMs: NOW_MS } },
      { ...THREE[1] },
      { ...THREE[2], isSkipped: true },
    ]);
  });

  test('another station goes on where this one stopped', () => {
    const here = working('activate', [scan(), ...activated(1, ANN, SERIAL)]);
    const there = foldEvents([...opened('activate', exportLines(here, orderIn(here))), taken(), scan(SECOND)]);
    expect(itemOf(there).user).toEqual(BOB);
    expect(lineStates(there)).toEqual(['done', 'held', 'open']);
  });

  test.each<readonly [string, State, string | null]>([
    ['nothing has begun', working('activate'), null],
    ['somebody waits for a code', working('activate', [scan()]), null],
    ['a token is to be assigned', working('assign', [scan()]), 'order-busy'],
    [
      'a code is under way',
      working('activate', [scan(), { kind: 'activationIntended', ...AT, itemId: 1, userId: ANN.id }]),
      'order-busy',
    ],
    ['all that began is done', working('assign', [scan(), ...assigned(1, ANN, SERIAL)]), null],
  ])('where %s, it is refused or not', (_, state, code) => {
    expect(refuseHandOver(state, orderIn(state))?.code ?? null).toBe(code);
  });

  test('is refused while a token is its person’s already and asks for its next code', () => {
    const facts = { account: null, roles: null, authenticatorCount: null, devices: null, unread: [] };
    const methods = [{ methodId: 'm1', serialNumber: SERIAL, status: 'failedActivation' as const }];
    const state = working('activate', [
      scan(),
      { kind: 'preFlightRead', ...AT, itemId: 1, userId: ANN.id, facts: { ...facts, methods } },
    ]);
    expect(refuseHandOver(state, orderIn(state))).toEqual({ code: 'order-busy' });
  });
});
