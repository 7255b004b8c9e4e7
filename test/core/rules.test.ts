import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { dueEffects, nextDueAtMs } from '../../electron/core/due-effects.ts';
import { parseEvent } from '../../electron/core/parse-event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { ANN, foldEvents, itemOf, itemsOf, NOW_MS, noticesOf, scan } from './build-state.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';

const of1 = { atMs: NOW_MS, itemId: 1 };
const LATER_MS = NOW_MS + 600_000;

/** The way of one token up to the moment at which the POST may be sent. */
const TO_THE_POST: readonly Event[] = [
  scan(),
  { kind: 'userChosen', ...of1, user: ANN },
  { kind: 'activationIntended', ...of1, userId: ANN.id },
];
const activating = foldEvents(TO_THE_POST);
const lost: Event = { kind: 'answerLost', ...of1, problem: { code: 'answer-lost' } };

function dueKinds(state: State, nowMs: number): readonly string[] {
  return dueEffects(state, nowMs).map((effect) => effect.kind);
}

describe('rule 1: events are folded one at a time in the order of arrival', () => {
  test('two hundred scans at once lose none and keep their order', () => {
    const serialNumbers = Array.from({ length: 200 }, (_, index) => `TOTP${String(index).padStart(6, '0')}`);
    const state = foldEvents(serialNumbers.map((serialNumber) => scan(serialNumber)));
    expect(itemsOf(state).map((item) => item.serialNumber)).toEqual(serialNumbers);
    expect(state.counts).toEqual({ all: 200, needsYou: 200, working: 0, issued: 0 });
    expect(state.nextNoticeSeq).toBe(201);
  });
});

describe('rule 2: the intent comes before the effect', () => {
  test('no POST is due before the intent has been folded, and one is due after it', () => {
    expect(dueKinds(foldEvents(TO_THE_POST.slice(0, 2)), LATER_MS)).toEqual([]);
    expect(dueEffects(activating, NOW_MS)).toEqual([{ kind: 'activate', key: 'activate:1:1', itemId: 1 }]);
  });

  test('waiting only leads to a new intent, never straight to a POST', () => {
    const postponed: Event = {
      kind: 'activationPostponed',
      ...of1,
      untilMs: NOW_MS + 9_000,
      problem: { code: 'throttled' },
    };
    const state = reduce(activating, postponed);
    expect(dueKinds(state, NOW_MS + 9_000)).toEqual(['sendAgain']);
    expect(dueKinds(reduce(state, { kind: 'activationIntended', ...of1, userId: ANN.id }), NOW_MS + 9_000)).toEqual([
      'activate',
    ]);
  });
});

describe('rule 3: a start turns what was activating into unsure', () => {
  test('which is due a read and never a POST', () => {
    const state = reduce(activating, { kind: 'restarted', atMs: LATER_MS });
    expect(itemOf(state).state.kind).toBe('unsure');
    expect(dueEffects(state, LATER_MS)).toEqual([{ kind: 'readMethod', key: 'read:1:0:0', itemId: 1 }]);
  });

  test('even after the journal has been through JSON', () => {
    const stored = TO_THE_POST.map((event) => parseEvent(JSON.stringify(event)));
    const events = stored.flatMap((event) => (event.ok ? [event.value] : []));
    const state = foldEvents([...events, { kind: 'restarted', atMs: LATER_MS }]);
    expect(dueKinds(state, LATER_MS)).toEqual(['readMethod']);
  });

  test('and a code that waited to be sent is asked for again instead of being sent', () => {
    const problem = { code: 'throttled' } as const;
    const state = foldEvents(
      [
        { kind: 'activationPostponed', ...of1, untilMs: NOW_MS, problem },
        { kind: 'restarted', atMs: LATER_MS },
      ],
      activating,
    );
    expect(itemOf(state).state).toEqual({ kind: 'needsCode', problem: { code: 'code-too-old' } });
    expect(dueKinds(state, LATER_MS)).toEqual([]);
  });
});

describe('rule 4: a lost answer is not sent again by itself', () => {
  test('it is read, however long the station waits', () => {
    const state = reduce(activating, lost);
    expect(dueKinds(state, NOW_MS)).toEqual(['readMethod']);
    expect(dueKinds(state, NOW_MS + 365 * 86_400_000)).toEqual(['readMethod']);
  });

  test('it is read again and again while nothing is seen, and in the end a person is asked', () => {
    const empty: Event = { kind: 'methodRead', ...of1, method: null };
    const kinds = [1, 2, 3, 4, 5].map((count) => {
      const state = foldEvents(
        Array.from({ length: count }, () => empty),
        reduce(activating, lost),
      );
      return [itemOf(state).state.kind, ...dueKinds(state, LATER_MS)];
    });
    expect(kinds).toEqual([
      ['unsure', 'readMethod'],
      ['unsure', 'readMethod'],
      ['unsure', 'readMethod'],
      ['unsure', 'readMethod'],
      ['needsCode'],
    ]);
  });

  test('a yes that comes after it was given up as lost changes nothing', () => {
    const state = reduce(activating, lost);
    expect(reduce(state, { kind: 'activationDone', ...of1, requestId: null })).toBe(state);
  });
});

describe('rule 5: a key stands for one run of one effect', () => {
  test('the key stays the same until the outcome has been folded', () => {
    const busy = foldEvents([scan('20033752'), scan('60234567')], activating);
    expect(dueEffects(busy, LATER_MS)).toEqual(dueEffects(activating, NOW_MS));
  });

  test('every POST of an item has a key of its own', () => {
    const problem = { code: 'throttled' } as const;
    const again = foldEvents(
      [
        { kind: 'activationPostponed', ...of1, untilMs: NOW_MS, problem },
        { kind: 'activationIntended', ...of1, userId: ANN.id },
      ],
      activating,
    );
    expect(dueEffects(again, NOW_MS).map((effect) => effect.key)).toEqual(['activate:1:2']);
  });

  test('every read of an item has a key of its own, whether the one before it failed or showed nothing', () => {
    const outcomes: readonly Event[] = [
      { kind: 'methodRead', ...of1, method: null },
      { kind: 'readFailed', ...of1, problem: { code: 'graph-failing' }, status: 500, retryAfterMs: null },
      { kind: 'readFailed', ...of1, problem: { code: 'graph-failing' }, status: 500, retryAfterMs: null },
      { kind: 'methodRead', ...of1, method: null },
    ];
    const unsure = reduce(activating, lost);
    const keys = [0, 1, 2, 3, 4].map(
      (count) => dueEffects(foldEvents(outcomes.slice(0, count), unsure), LATER_MS)[0]?.key,
    );
    expect(keys).toEqual(['read:1:0:0', 'read:1:1:0', 'read:1:1:1', 'read:1:1:2', 'read:1:2:0']);
  });
});

describe('rule 6: time is state', () => {
  const problem = { code: 'throttled' } as const;
  const waiting = reduce(activating, { kind: 'activationPostponed', ...of1, untilMs: NOW_MS + 30_000, problem });

  test('an item waits until the time in its state, to the millisecond', () => {
    expect(dueKinds(waiting, NOW_MS + 29_999)).toEqual([]);
    expect(dueKinds(waiting, NOW_MS + 30_000)).toEqual(['sendAgain']);
  });

  test('the timer is set for that moment and for none once it has come', () => {
    expect(nextDueAtMs(waiting, NOW_MS)).toBe(NOW_MS + 30_000);
    expect(nextDueAtMs(waiting, NOW_MS + 30_000)).toBeNull();
  });
});

describe('rule 7: a stored event that cannot be read is set aside and told', () => {
  test('with its number and its reason, in the picture', () => {
    const broken = parseEvent('{"kind":"scanned","atMs":1}');
    const reason = broken.ok ? '' : (broken.problem.detail ?? '');
    expect(reason).toContain('readerKey');
    const unreadable = [{ seq: 17, reason }];
    const state = foldEvents([{ kind: 'journalOpened', atMs: NOW_MS, unreadable, chainBrokenAtSeq: 18 }]);
    const mode = { kind: 'practice', problem: null } as const;
    const snapshot = toSnapshot(state, 'linux', { revision: 1, atMs: NOW_MS, mode, practice: null, ...NO_DESKS });
    expect(snapshot.health.storage).toEqual({ unsavedEvents: 0, problem: null, unreadable, chainBrokenAtSeq: 18 });
  });
});

describe('rule 8: a repeated scan makes no second item', () => {
  test('but is seen and heard, in every state of the item', () => {
    const state = reduce(activating, scan());
    expect(itemsOf(state)).toHaveLength(1);
    expect(noticesOf(state)).toEqual(['scanTaken', 'scanDuplicate']);
    expect(dueEffects(state, NOW_MS)).toEqual(dueEffects(activating, NOW_MS));
  });
});

describe('rule 9: without a journal nothing is sent', () => {
  const failed: Event = {
    kind: 'storageFailed',
    atMs: NOW_MS,
    problem: { code: 'storage-failing', detail: 'ENOSPC' },
    unsavedEvents: 1,
  };

  test.each([
    ['a POST', activating],
    ['a read', reduce(activating, lost)],
    [
      'a second try',
      reduce(activating, { kind: 'activationPostponed', ...of1, untilMs: NOW_MS, problem: { code: 'throttled' } }),
    ],
  ] as const)('%s that is due is held back while an event waits for the disk', (_, state) => {
    expect(dueEffects(state, LATER_MS)).toHaveLength(1);
    expect(dueEffects(reduce(state, failed), LATER_MS)).toEqual([]);
  });

  test('it is sent once the disk has taken the event', () => {
    const state = foldEvents([failed, { kind: 'storageRecovered', atMs: LATER_MS }], activating);
    expect(dueEffects(state, LATER_MS)).toEqual(dueEffects(activating, LATER_MS));
  });

  test('the station says so once, and once more when the disk is well again', () => {
    const state = foldEvents([failed, { ...failed, unsavedEvents: 2 }, { kind: 'storageRecovered', atMs: LATER_MS }]);
    expect(noticesOf(state)).toEqual(['storageFailing', 'storageSafe']);
  });
});
