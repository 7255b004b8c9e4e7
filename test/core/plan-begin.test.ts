import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import type { PlanDraft } from '../../electron/core/plan.ts';
import type { Item } from '../../electron/core/state.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { ANN, BOB, foldEvents, itemIn, itemOf, noticesOf, openIdOf, scan, SERIAL, undoDraft } from './build-state.ts';
import { AT_MS, X, Y, SWAP, refused, INTENDED, OLD, NEW, REPLACE, REASSIGN, takenBack, begin } from './plan-scenes.ts';

describe('a plan whose items are no longer as they were', () => {
  test.each<readonly [what: string, plan: PlanDraft, items: readonly Item[]]>([
    ['an undo of a token that is gone', undoDraft(), []],
    ['an undo of another person\u2019s', undoDraft(), [{ ...X, user: BOB }]],
    ['an undo of another method', undoDraft(), [{ ...X, methodId: 'm7' }]],
    ['an undo of a token that is being activated', undoDraft(), [{ ...X, state: { kind: 'activating' } }]],
    ['an undo of another serial number', undoDraft(), [{ ...X, serialNumber: OLD }]],
    ['a swap of which one is gone', SWAP, [X]],
    ['a swap without one who gets the second', { ...SWAP, afterwards: SWAP.afterwards.slice(1) }, [X, Y]],
    ['a replacement for somebody else', REPLACE, [{ ...NEW, user: BOB }]],
    ['a replacement that has been issued meanwhile', REPLACE, [{ ...NEW, state: { kind: 'activated' } }]],
    ['a replacement whose code is on its way', REPLACE, [{ ...NEW, state: { kind: 'activating' } }]],
    ['a replacement for nobody', { ...REPLACE, afterwards: [{ itemId: 3, user: null }] }, [NEW]],
    [
      'a replacement whose old token is being activated for somebody',
      REPLACE,
      [NEW, itemIn('unsure', { id: 4, serialNumber: OLD, user: BOB })],
    ],
    ['a reassignment of a token that is gone', REASSIGN, []],
    ['a plan without any call', { ...undoDraft(), steps: [], afterwards: [] }, [X]],
  ])('%s does not begin, and says so', (_, plan, items) => {
    const next = begin(plan, items);
    expect(next.plan).toBeNull();
    expect(next.notices).toMatchObject([{ kind: 'planStopped', problem: { code: 'plan-out-of-date' } }]);
    for (const item of items) expect(itemOf(next, item.id)).toBe(item);
  });

  test('does not begin beside another one either', () => {
    const running = begin(undoDraft(), [X, Y]);
    expect(reduce(running, { kind: 'planStarted', atMs: AT_MS, plan: SWAP })).toBe(running);
    const stopped = foldEvents([INTENDED, refused('not-permitted')], running);
    expect(reduce(stopped, { kind: 'planStarted', atMs: AT_MS, plan: SWAP })).toBe(stopped);
  });

  test('is not shown over one that has begun', () => {
    const running = begin(undoDraft(), [X, Y]);
    expect(reduce(running, { kind: 'planProposed', atMs: AT_MS, plan: SWAP })).toBe(running);
    expect(reduce(running, { kind: 'planDropped', atMs: AT_MS })).toBe(running);
  });
});

describe('while a plan has a hold of them', () => {
  const running = begin(SWAP, [X, Y, NEW]);

  test.each<Event>([
    { kind: 'userChosen', atMs: AT_MS, itemId: 1, user: BOB },
    { kind: 'itemRetried', atMs: AT_MS, itemId: 1 },
    { kind: 'activationIntended', atMs: AT_MS, itemId: 1, userId: ANN.id },
    { kind: 'checkWanted', atMs: AT_MS, itemId: 1 },
  ])('tokens take no $kind that was asked for a moment before', (event) => {
    const half = foldEvents(takenBack(0), running);
    expect(reduce(running, event)).toBe(running);
    expect(reduce(half, event)).toBe(half);
  });

  test('a token that waits for its code sends none', () => {
    const replacing = begin(REPLACE, [NEW], { openItemId: 3 });
    expect(reduce(replacing, { kind: 'activationIntended', atMs: AT_MS, itemId: 3, userId: ANN.id })).toBe(replacing);
  });

  test('a row may go, as it does where the station becomes a kiosk: nothing is handed over for it then', () => {
    const removed = reduce(running, { kind: 'itemRemoved', atMs: AT_MS, itemId: 1 });
    expect(removed.items.get(1)).toBeUndefined();
    const next = foldEvents([...takenBack(0), ...takenBack(1)], removed);
    expect(next.plan).toBeNull();
    expect(itemOf(next, 2).user).toEqual(ANN);
    expect(openIdOf(next)).toBe(2);
  });

  test('a row of such a token that had no person gets one, so that nobody waits for it in vain, and takes no code', () => {
    const replacing = foldEvents([scan(OLD), { kind: 'userChosen', atMs: AT_MS, itemId: 4, user: BOB }], {
      ...begin(REPLACE, [NEW]),
      nextItemId: 4,
    });
    expect(itemOf(replacing, 4)).toMatchObject({ user: BOB, state: { kind: 'needsCode' } });
    expect(reduce(replacing, { kind: 'activationIntended', atMs: AT_MS, itemId: 4, userId: BOB.id })).toBe(replacing);
  });

  test('the others go on', () => {
    const next = reduce(running, { kind: 'activationIntended', atMs: AT_MS, itemId: 3, userId: ANN.id });
    expect(itemOf(next, 3).state.kind).toBe('activating');
  });

  test('a scan of one of them is a duplicate, and takes nothing out of its step', () => {
    const next = reduce(running, scan(SERIAL, AT_MS));
    expect(noticesOf(next)).toEqual(['scanDuplicate']);
    expect([itemOf(next), next.plan, openIdOf(next)]).toEqual([X, running.plan, null]);
  });
});
