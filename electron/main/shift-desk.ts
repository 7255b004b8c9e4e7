import type { ShiftDeskCommand } from '../core/edge-command.ts';
import type { Event } from '../core/event.ts';
import { findDifference, readAgainAtMs, type FoundDifference, type MethodsRead } from '../core/compare-shift.ts';
import { isUnderWay } from '../core/decide-shift.ts';
import type { UserId } from '../core/graph-port.ts';
import { ok, refuse } from '../core/result.ts';
import { issuedOf, type Issued } from '../core/shift.ts';
import type { Comparing } from '../core/to-shift.ts';
import type { Desk, DeskOptions } from './desks.ts';

/** Chosen: five requests at a time, so that a long shift shows how far it has come and a short one is read in one go. */
export const PEOPLE_AT_ONCE = 100;

/** With these a comparison is for nobody any more: whoever asked has left, or its shift is over. */
const ENDS: ReadonlySet<Event['kind']> = new Set<Event['kind']>(['signedOut', 'sessionLost', 'shiftClosed']);

const NO_ANSWER: MethodsRead = {
  kind: 'failed',
  problem: { code: 'graph-failing' },
  status: null,
  retryAfterMs: null,
};

type ShiftDeskOptions = Pick<DeskOptions, 'state' | 'dispatch' | 'refresh' | 'clock' | 'graph'>;

/** Compares a shift with the tenant: the tokens of all people who were issued one are read. Nothing is changed there. */
export function createShiftDesk(options: ShiftDeskOptions): Desk<ShiftDeskCommand, Comparing | null> {
  const { state, dispatch, refresh, clock, graph } = options;
  let comparing: Comparing | null = null;
  /** Counts what ended a comparison: one that was begun before it tells nobody. */
  let turn = 0;

  function show(next: Comparing | null): void {
    comparing = next;
    refresh();
  }

  async function compare(): Promise<void> {
    const mine = turn;
    const checked = new Map<Issued, FoundDifference | null>();
    // What is issued meanwhile is read as well.
    for (let open = issued(); open.length > 0; open = issued().filter((token) => !checked.has(token))) {
      const people = [...new Set(open.map(({ user }) => user.id))].slice(0, PEOPLE_AT_ONCE);
      const reads = await readPeople(people, () => turn === mine);
      if (turn !== mine) return;
      for (const token of open) {
        const read = reads.get(token.user.id);
        if (read) checked.set(token, findDifference(token, read));
      }
      show({ doneCount: checked.size, totalCount: Math.max(checked.size, issued().length) });
    }
    comparing = null;
    const tokens = issued();
    const differences = tokens.flatMap((token) => {
      const found = checked.get(token);
      return found ? [{ itemId: token.itemId, ...found }] : [];
    });
    await dispatch({ kind: 'shiftCompared', atMs: clock.nowMs(), checkedCount: tokens.length, differences });
  }

  function issued(): readonly Issued[] {
    return issuedOf(state().shift);
  }

  /** Each person has an answer in the end; whom the tenant asked to wait for is read again when it said. */
  async function readPeople(
    people: readonly UserId[],
    isWanted: () => boolean,
  ): Promise<ReadonlyMap<UserId, MethodsRead>> {
    const reads = new Map<UserId, MethodsRead>();
    let left = people;
    for (let attempt = 1; left.length > 0 && isWanted(); attempt++) {
      const answers = await graph.listOathMethodsOfMany(left);
      const nowMs = clock.nowMs();
      const again = left.map((id, index) => {
        const read = answers[index] ?? NO_ANSWER;
        reads.set(id, read);
        return { id, atMs: readAgainAtMs(read, attempt, nowMs) };
      });
      const waiting = again.flatMap(({ id, atMs }) => (atMs === null ? [] : [{ id, atMs }]));
      left = waiting.map(({ id }) => id);
      if (left.length > 0) await waitUntil(Math.max(...waiting.map(({ atMs }) => atMs)));
    }
    return reads;
  }

  function waitUntil(atMs: number): Promise<void> {
    return new Promise((resolve) => {
      clock.at(atMs, resolve);
    });
  }

  return {
    view: () => comparing,
    command: (_asked) => {
      if (comparing || isUnderWay(state())) return Promise.resolve(refuse('shift-busy'));
      show({ doneCount: 0, totalCount: issued().length });
      void compare();
      return Promise.resolve(ok(null));
    },
    follow: (event) => {
      if (!ENDS.has(event.kind)) return;
      turn += 1;
      if (comparing) show(null);
    },
  };
}
