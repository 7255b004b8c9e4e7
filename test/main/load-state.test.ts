import { describe, expect, test } from 'vitest';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort, StoredEvent } from '../../electron/core/ports.ts';
import { ok, refuse } from '../../electron/core/result.ts';
import { EMPTY_STATE } from '../../electron/core/state.ts';
import { loadState } from '../../electron/main/load-state.ts';
import { openIdOf } from '../core/build-state.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { scan } from '../io/journal/open-temp-journal.ts';

/** A journal that was read; nothing is ever written to it here. */
function readOnly(events: readonly StoredEvent[], chainBrokenAtSeq: number | null = null): JournalPort {
  return {
    ...createMemoryJournal().port,
    readAll: () => Promise.resolve(ok({ events, chainBrokenAtSeq, head: null })),
  };
}

function stored(seq: number, body: unknown): StoredEvent {
  return { seq, atMs: 1, kind: 'scanned', body: typeof body === 'string' ? body : JSON.stringify(body) };
}

async function load(
  journal: JournalPort,
): Promise<Extract<Awaited<ReturnType<typeof loadState>>, { ok: true }>['value']> {
  const loaded = await loadState(journal);
  if (!loaded.ok) throw new Error(loaded.problem.code);
  return loaded.value;
}

describe('the state from a journal', () => {
  test('an empty journal gives an empty state', async () => {
    const loaded = await load(createMemoryJournal().port);
    expect(loaded).toEqual({ state: EMPTY_STATE, unreadable: [], chainBrokenAtSeq: null });
  });

  test('events are folded in their order', async () => {
    const { port } = createMemoryJournal();
    const events: readonly DurableEvent[] = [
      scan(1),
      scan(2),
      { kind: 'itemParked', atMs: 5, itemId: 1 },
      { kind: 'itemOpened', atMs: 6, itemId: 2 },
      { kind: 'itemRemoved', atMs: 7, itemId: 1 },
    ];
    await port.append(events);
    const { state } = await load(port);
    expect([state.counts.all, openIdOf(state), state.nextItemId]).toEqual([1, 2, 3]);
    expect(state.items.get(1)).toBeUndefined();
    expect(state.items.get(2)?.serialNumber).toBe('GALT10000002');
  });

  test('what was said before the restart is not said again, and the numbers of what is said go on', async () => {
    const { port } = createMemoryJournal();
    await port.append([scan(1), scan(1), { ...scan(2), atMs: 9 }]);
    const { state } = await load(port);
    expect(state.notices).toEqual([]);
    expect(state.nextNoticeSeq).toBe(4);
  });

  test.each([
    ['that is no JSON', 'not json', 'not JSON'],
    ['that is cut off', '{"kind":"scanned","atMs":1', 'not JSON'],
    ['of a kind that nobody knows', { kind: 'tokenPainted', atMs: 1 }, 'kind'],
    ['without its time', { kind: 'itemOpened', itemId: 1 }, 'atMs'],
    ['about an impossible item', { kind: 'itemOpened', atMs: 1, itemId: 0 }, 'itemId'],
    ['that is no object', '7', ''],
    ['that is empty', '', 'not JSON'],
  ])('an event %s is left out and named with its number and a reason', async (_what, body, reason) => {
    const loaded = await load(readOnly([stored(1, scan(1)), stored(2, body), stored(3, scan(2))]));
    expect(loaded.state.counts.all).toBe(2);
    expect(loaded.unreadable).toEqual([{ seq: 2, reason: expect.stringContaining(reason) }]);
  });

  test('every one that cannot be read is named, in order', async () => {
    const loaded = await load(readOnly([stored(1, 'x'), stored(2, scan(1)), stored(3, 'y'), stored(4, 'z')]));
    expect(loaded.unreadable.map(({ seq }) => seq)).toEqual([1, 3, 4]);
  });

  test('an event about an item that is not there any more changes nothing', async () => {
    const loaded = await load(readOnly([stored(1, scan(1)), stored(2, { kind: 'itemRemoved', atMs: 1, itemId: 42 })]));
    expect(loaded.unreadable).toEqual([]);
    expect(loaded.state.counts.all).toBe(1);
  });

  test('a problem code of a later version is kept as it is', async () => {
    const user = { id: 'u', displayName: 'U', userPrincipalName: 'u@x', mail: null, department: null, jobTitle: null };
    const bodies = [
      scan(1),
      { kind: 'userChosen', atMs: 2, itemId: 1, user: { ...user, employeeId: null } },
      { kind: 'activationIntended', atMs: 3, itemId: 1, userId: 'u' },
      { kind: 'activationRefused', atMs: 4, itemId: 1, problem: { code: 'moon-in-the-wrong-phase', detail: 'x' } },
    ];
    const { state, unreadable } = await load(readOnly(bodies.map((body, index) => stored(index + 1, body))));
    expect(unreadable).toEqual([]);
    expect(state.items.get(1)?.state).toEqual({
      kind: 'stopped',
      problem: { code: 'moon-in-the-wrong-phase', detail: 'x' },
    });
  });

  test('a broken chain is told, and its events are folded all the same', async () => {
    const loaded = await load(readOnly([stored(1, scan(1)), stored(2, scan(2))], 2));
    expect(loaded.chainBrokenAtSeq).toBe(2);
    expect(loaded.state.counts.all).toBe(2);
  });

  test('a journal that cannot be read is a problem, not an empty state', async () => {
    const problem = refuse('storage-failing', { detail: 'disk I/O error' });
    const journal = { ...createMemoryJournal().port, readAll: () => Promise.resolve(problem) };
    expect(await loadState(journal)).toEqual(problem);
  });
});
