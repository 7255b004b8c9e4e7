import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueEffects } from '../../electron/core/due-effects.ts';
import type { PassingEvent } from '../../electron/core/event.ts';
import { targetOf } from '../../electron/core/kiosk.ts';
import { SELF } from '../../electron/core/graph-port.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { anyEvents } from './any-event.ts';
import { ANN, BOB, foldEvents, itemOf, itemsOf, NOW_MS } from './build-state.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';

const anyKioskEvent: fc.Arbitrary<PassingEvent> = fc.oneof(
  fc.constantFrom(ANN, BOB).map(({ displayName: name, userPrincipalName }) => ({
    kind: 'signedIn' as const,
    atMs: NOW_MS,
    name,
    userPrincipalName,
  })),
  fc.record({
    kind: fc.constant('selfRead' as const),
    atMs: fc.constant(NOW_MS),
    visit: fc.integer({ min: 1, max: 4 }),
    person: fc.constantFrom(ANN, BOB),
  }),
  fc.constant({ kind: 'signInWanted' as const, atMs: NOW_MS }),
  fc.constant({ kind: 'freshSignInWanted' as const, atMs: NOW_MS }),
  fc.constant({ kind: 'signedOut' as const, atMs: NOW_MS, problem: null }),
  fc.constant({ kind: 'sessionLost' as const, atMs: NOW_MS, problem: { code: 'signed-out' as const } }),
);

/** Plans are refused at a kiosk. */
const anyOwnEvents = anyEvents.map((events) => events.filter(({ kind }) => !/^(?:plan|takeBack)/.test(kind)));

/** Anything that may happen to tokens, between people who come and go. */
const anyVisits = fc
  .array(fc.oneof(anyOwnEvents, fc.array(anyKioskEvent, { maxLength: 4 })), { minLength: 1, maxLength: 6 })
  .map((pieces) => foldEvents([{ kind: 'kioskOpened', atMs: NOW_MS }, ...pieces.flat()]));

const NAMES = /Ann Example|Bob O'Brien|@example/;

/** All that the window gets. */
function shown(state: State): string {
  const mode = { kind: 'practice', problem: null } as const;
  return JSON.stringify(toSnapshot(state, 'linux', { revision: 1, atMs: NOW_MS, mode, practice: null, ...NO_DESKS }));
}

const CALLS: readonly string[] = ['activate', 'sendAgain', 'readMethod', 'preFlight'];

describe('whatever happens at a kiosk', () => {
  test('no call is made about anybody but the person who is here', () => {
    fc.assert(
      fc.property(anyVisits, (state) => {
        for (const effect of dueEffects(state, NOW_MS + 1_000_000_000)) {
          if (!CALLS.includes(effect.kind) || !('itemId' in effect)) continue;
          expect(itemOf(state, effect.itemId).user?.id).toBe(state.kiosk?.person?.id);
          expect(targetOf(state, itemOf(state, effect.itemId))).toBe(SELF);
        }
      }),
    );
  });

  test('a visit that is over leaves an empty queue and no name', () => {
    fc.assert(
      fc.property(anyVisits, (visited) => {
        let state = reduce(visited, { kind: 'signedOut', atMs: NOW_MS, problem: null });
        expect(shown(state)).not.toMatch(NAMES);
        // Each of them once left and once cleared.
        for (let round = 0; round < 2; round++) {
          for (const effect of dueEffects(state, NOW_MS)) {
            if (effect.kind === 'leaveItem')
              state = reduce(state, { kind: 'itemLeft', atMs: NOW_MS, itemId: effect.itemId });
            if (effect.kind === 'clearItem') {
              state = reduce(state, { kind: 'itemRemoved', atMs: NOW_MS, itemId: effect.itemId });
            }
          }
        }
        expect(itemsOf(state)).toEqual([]);
        expect([state.counts.all, state.busy]).toEqual([0, []]);
        expect(shown(state)).not.toMatch(NAMES);
      }),
    );
  });
});
