import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueEffects, nextDueAtMs } from '../../electron/core/due-effects.ts';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { frontItem } from '../../electron/core/lanes.ts';
import { EMPTY_STATE, type Item, type State } from '../../electron/core/state.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { anyEvents } from './any-event.ts';
import { itemsOf, NOW_MS } from './build-state.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';

type Step = { readonly before: State; readonly event: Event; readonly after: State };

/** Calls `check` for each step of each random list of events. */
function inEveryStep(check: (step: Step) => void): void {
  fc.assert(
    fc.property(anyEvents, (events) => {
      let before = EMPTY_STATE;
      for (const event of events) {
        const after = reduce(before, event);
        check({ before, event, after });
        before = after;
      }
    }),
    { numRuns: 150 },
  );
}

const WORKING: ReadonlySet<string> = new Set(['readyToAssign', 'activating', 'waiting', 'unsure', 'confirming']);
const ISSUED: ReadonlySet<string> = new Set(['activated', 'assigned']);
const OF_A_PERSON: ReadonlySet<string> = new Set(['needsUser', 'needsCode', 'stopped']);

/** What may change an item and never its state. */
const LEAVES_STATE: ReadonlySet<string> = new Set(['itemOpened', 'itemParked', 'paperPrinted', 'idChecked']);

function isWorking(item: Item): boolean {
  return WORKING.has(item.state.kind);
}

function snapshotText(state: State): string {
  const mode = { kind: 'practice', problem: null } as const;
  return JSON.stringify(toSnapshot(state, 'linux', { revision: 1, atMs: NOW_MS, mode, practice: null, ...NO_DESKS }));
}

/** `null` where the item is not there. */
function kindOf(state: State, id: number): string | null {
  return state.items.get(id)?.state.kind ?? null;
}

describe('whatever happens, in whatever order', () => {
  test('the random events reach every state of an item', () => {
    const reached = new Set<string>();
    inEveryStep(({ after }) => {
      for (const item of itemsOf(after)) reached.add(item.state.kind);
    });
    expect([...reached].toSorted()).toEqual([...WORKING, ...OF_A_PERSON, ...ISSUED].toSorted());
  });

  test('the counts equal a recount of the items', () => {
    inEveryStep(({ after }) => {
      const items = itemsOf(after);
      expect(after.counts).toEqual({
        all: items.length,
        needsYou: items.filter((item) => OF_A_PERSON.has(item.state.kind)).length,
        working: items.filter(isWorking).length,
        issued: items.filter((item) => ISSUED.has(item.state.kind)).length,
      });
      expect(after.items.size).toBe(items.length);
    });
  });

  test('the list of busy items is the list of working items, each once', () => {
    inEveryStep(({ after }) => {
      const working = itemsOf(after).filter(isWorking);
      expect(after.busy.toSorted((a, b) => a - b)).toEqual(working.map((item) => item.id));
    });
  });

  test('every item is found by its serial number, whatever the case, and nothing else is', () => {
    inEveryStep(({ after }) => {
      const items = itemsOf(after);
      for (const item of items) expect(after.bySerial.get(item.serialNumber.toUpperCase())).toBe(item.id);
      expect(after.bySerial.size).toBe(items.length);
    });
  });

  test('an item keeps its number, its serial number and its label, and no number is given twice', () => {
    inEveryStep(({ before, after }) => {
      for (const item of itemsOf(after)) {
        const old = before.items.get(item.id);
        if (old) {
          expect([item.serialNumber, item.scannedText]).toEqual([old.serialNumber, old.scannedText]);
        } else {
          expect(item.id).toBe(before.nextItemId);
        }
      }
      expect(after.nextItemId).toBeGreaterThanOrEqual(before.nextItemId);
    });
  });

  test('each lane has one item in hand at most, which is there, and no item is in hand twice', () => {
    inEveryStep(({ after }) => {
      const open = after.lanes.flatMap((lane) => lane.openItemId ?? []);
      for (const id of open) expect(kindOf(after, id)).not.toBeNull();
      expect(new Set(open).size).toBe(open.length);
      const laneIds = after.lanes.map((lane) => lane.laneId);
      expect(new Set(laneIds).size).toBe(laneIds.length);
    });
  });

  test('an item in hand belongs to the lane that it is in', () => {
    inEveryStep(({ after }) => {
      for (const { laneId, openItemId } of after.lanes) {
        if (openItemId !== null) expect(after.items.get(openItemId)?.laneId).toBe(laneId);
      }
    });
  });

  test('the front lane is there, and gives way only where it has nothing in hand, or on request', () => {
    inEveryStep(({ before, event, after }) => {
      if (after.frontLaneId !== null) expect(after.lanes.map((lane) => lane.laneId)).toContain(after.frontLaneId);
      if (before.frontLaneId === after.frontLaneId || frontItem(before) === null) return;
      const isAsked = event.kind === 'laneShown' || event.kind === 'itemOpened';
      const wasClosed = !after.lanes.some((lane) => lane.openItemId === frontItem(before)?.id);
      expect(isAsked || wasClosed || event.kind === 'restarted').toBe(true);
    });
  });

  test('an item becomes activating through an intent for this very item, and in no other way', () => {
    inEveryStep(({ before, event, after }) => {
      for (const { id, state } of itemsOf(after)) {
        if (state.kind !== 'activating' || before.items.get(id) === after.items.get(id)) continue;
        if (LEAVES_STATE.has(event.kind)) {
          expect(kindOf(before, id)).toBe('activating');
        } else {
          const { goal } = after.items.get(id) ?? {};
          const kind = goal === 'assign' ? 'assignmentIntended' : 'activationIntended';
          expect(event).toMatchObject({ kind, itemId: id });
        }
      }
    });
  });

  test('a code goes to the person it was typed for, and the person stays while the item works', () => {
    inEveryStep(({ before, event, after }) => {
      for (const item of itemsOf(after).filter(isWorking)) {
        const old = before.items.get(item.id);
        // A token of an order becomes its person's and goes on by itself in one step.
        if (item.state.kind === 'readyToAssign' && !(old && isWorking(old))) continue;
        if (event.kind === 'activationIntended' && old !== item) expect(item.user?.id).toBe(event.userId);
        else expect(item.user).toEqual(old?.user);
      }
    });
  });

  test('an item becomes activated through a read that showed it, never through the answer to a POST', () => {
    inEveryStep(({ before, event, after }) => {
      for (const { id, state } of itemsOf(after)) {
        if (state.kind !== 'activated' || kindOf(before, id) === 'activated') continue;
        expect(event).toMatchObject({ kind: 'methodRead', itemId: id, method: { status: 'activated' } });
      }
    });
  });

  test('an issued token stays issued until its row goes, or a plan of its own took it back or was left in doubt', () => {
    inEveryStep(({ before, event, after }) => {
      for (const { id, state, serialNumber } of itemsOf(before)) {
        if (state.kind !== 'activated' || ['activated', null].includes(kindOf(after, id))) continue;
        expect(before.plan?.steps.map((step) => step.serialNumber.toUpperCase())).toContain(serialNumber.toUpperCase());
        if (event.kind === 'takeBackRead') expect(event.isThere).toBe(false);
        else expect(event.kind).toBe('planLeft');
      }
    });
  });

  test('an item that is past its user has one', () => {
    inEveryStep(({ after }) => {
      for (const item of itemsOf(after)) {
        if (item.state.kind !== 'needsUser') expect(item.user).not.toBeNull();
      }
    });
  });

  test('a start leaves nothing activating and nothing waiting', () => {
    inEveryStep(({ after }) => {
      const kinds = itemsOf(reduce(after, { kind: 'restarted', atMs: NOW_MS })).map((item) => item.state.kind);
      expect(kinds).not.toContain('activating');
      expect(kinds).not.toContain('waiting');
    });
  });

  test('no two due effects have the same key, and each fits the state of its item', () => {
    const states: Readonly<Record<string, readonly string[]>> = {
      activate: ['activating'],
      assign: ['activating'],
      startAssignment: ['readyToAssign', 'waiting'],
      sendAgain: ['waiting'],
      readMethod: ['unsure', 'confirming'],
      preFlight: ['needsCode'],
    };
    inEveryStep(({ after }) => {
      const effects = dueEffects(after, NOW_MS);
      expect(new Set(effects.map((effect) => effect.key)).size).toBe(effects.length);
      for (const effect of effects) {
        if ('itemId' in effect) expect(states[effect.kind]).toContain(kindOf(after, effect.itemId));
      }
    });
  });

  test('a fresh intent always has a key that no earlier POST had', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const seen = new Map<string, number>();
        let state = EMPTY_STATE;
        for (const event of events) {
          const next = reduce(state, event);
          for (const { kind, key } of dueEffects(next, NOW_MS)) {
            const isNew =
              event.kind === 'activationIntended' && next !== state && key.startsWith(`activate:${event.itemId}:`);
            if (kind === 'activate' && isNew) seen.set(key, (seen.get(key) ?? 0) + 1);
          }
          state = next;
        }
        expect([...seen.values()].filter((times) => times > 1)).toEqual([]);
      }),
    );
  });

  test('nothing about tokens is due while an event waits for the disk', () => {
    inEveryStep(({ after }) => {
      const failing = reduce(after, {
        kind: 'storageFailed',
        atMs: NOW_MS,
        problem: { code: 'storage-failing' },
        unsavedEvents: 1,
      });
      expect(dueEffects(failing, NOW_MS).filter((effect) => 'itemId' in effect || 'step' in effect)).toEqual([]);
    });
  });

  test('the next due moment lies ahead, and nothing becomes due before it', () => {
    inEveryStep(({ after }) => {
      const atMs = nextDueAtMs(after, NOW_MS);
      if (atMs === null) {
        expect(dueEffects(after, Number.MAX_SAFE_INTEGER)).toEqual(dueEffects(after, NOW_MS));
      } else {
        expect(atMs).toBeGreaterThan(NOW_MS);
        expect(dueEffects(after, atMs - 1)).toEqual(dueEffects(after, NOW_MS));
      }
    });
  });

  test('every notice is the next one, and at most forty are kept', () => {
    inEveryStep(({ after }) => {
      const seqs = after.notices.map((notice) => notice.seq);
      const first = after.nextNoticeSeq - seqs.length;
      expect(seqs).toEqual(seqs.map((_, index) => first + index));
      expect(seqs.length).toBeLessThanOrEqual(40);
    });
  });

  test('folding leaves the state before it as it was', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const states = [EMPTY_STATE];
        const texts = [snapshotText(EMPTY_STATE)];
        for (const event of events) {
          const next = reduce(states.at(-1) ?? EMPTY_STATE, event);
          states.push(next);
          texts.push(snapshotText(next));
        }
        expect(states.map(snapshotText)).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });
});
