import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import { isDurable } from '../../electron/core/durable-events.ts';
import type { DurableEvent } from '../../electron/core/event.ts';
import { newestOf } from '../../electron/core/ordered-map.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { issuedOf } from '../../electron/core/shift.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { anyEvents } from './any-event.ts';
import { ANN, BOB, foldEvents, itemIn, itemsOf, NOW_MS, scan, SERIAL, stateWith, takeBackOf } from './build-state.ts';
import { AT_MS, begin, REPLACE, SWAP, takenBack, X, Y } from './plan-scenes.ts';

const OTHER = '20033752';
const FERRI = { name: 'M. Ferri', userPrincipalName: 'm.ferri@example.com' };
const KOFI = { name: 'Kofi', userPrincipalName: 'kofi@example.com' };

function noted(operator: typeof FERRI | null, atMs = NOW_MS): DurableEvent {
  return { kind: 'operatorNoted', atMs, operator };
}

function refused(code: ProblemCode, shownText = '4006381333931'): DurableEvent {
  return { kind: 'scanRefused', atMs: NOW_MS, readerKey: 'left', problem: { code }, shownText };
}

const refusal: Extract<DurableEvent, { kind: 'activationRefused' }> = {
  kind: 'activationRefused',
  atMs: NOW_MS,
  itemId: 1,
  problem: { code: 'serial-unknown' },
};
const seen: Extract<DurableEvent, { kind: 'methodRead' }> = {
  kind: 'methodRead',
  atMs: NOW_MS + 1,
  itemId: 1,
  method: { methodId: 'm1', serialNumber: SERIAL, status: 'activated' },
};
const TAKES_SERIAL = { user: { id: ANN.id, displayName: ANN.displayName }, serialNumber: SERIAL, methodId: 'm1' };
const removed: DurableEvent = { kind: 'itemRemoved', atMs: NOW_MS, itemId: 1 };
const closed: DurableEvent = { kind: 'shiftClosed', atMs: NOW_MS + 9 };

const ISSUED = reduce(stateWith([itemIn('confirming')]), seen);
const STOPPED = reduce(stateWith([itemIn('activating')]), refusal);

function issuedIn(state: State): readonly string[] {
  return issuedOf(state.shift).map(({ serialNumber, user }) => `${serialNumber} ${user.displayName}`);
}

function gaveOut({ shift: { counts } }: State): number {
  return counts.issued + counts.assigned;
}

function stoppedIn(state: State): readonly number[] {
  return Array.from(newestOf(state.shift.stopped), ([id]) => id);
}

describe('a shift', () => {
  test.each([
    ['a scan', scan()],
    ['a refused scan', refused('scan-retail-code')],
    ['somebody who begins to work', noted(FERRI)],
  ] as const)('begins with %s', (_, event) => {
    expect(foldEvents([event]).shift.sinceMs).toBe(NOW_MS);
  });

  test.each<readonly [string, DurableEvent]>([
    ['a start of the station', { kind: 'restarted', atMs: NOW_MS }],
    ['nobody being here any more', noted(null)],
    ['the report of the one before', { kind: 'paperPrinted', atMs: NOW_MS, paper: 'shiftReport', to: 'Left printer' }],
    ['what was forgotten', { kind: 'forgotten', atMs: NOW_MS, itemCount: 1, orderCount: 0 }],
    ['its own end', closed],
  ])('does not begin with %s', (_, event) => {
    expect(foldEvents([event]).shift.sinceMs).toBeNull();
  });

  test('keeps its beginning', () => {
    expect(foldEvents([scan(), scan(OTHER, NOW_MS + 60_000)]).shift.sinceMs).toBe(NOW_MS);
  });

  test('is the same before and after its journal is folded again', () => {
    const events = [noted(FERRI), scan(), refused('scan-retail-code'), scan(OTHER)];
    const live = foldEvents(events).shift;
    expect(foldEvents([...events, { kind: 'restarted', atMs: NOW_MS + 60_000 }]).shift).toEqual(live);
  });

  test('goes on as it was where an older event was forgotten', () => {
    const state = foldEvents([{ kind: 'forgotten', atMs: NOW_MS, itemCount: 3, orderCount: 0 }, scan()]);
    expect([state.shift.sinceMs, state.items.get(4)?.serialNumber]).toEqual([NOW_MS, SERIAL]);
  });

  test('names each operator once, in the order in which they came', () => {
    const state = foldEvents([noted(FERRI), noted(null), noted(KOFI), noted({ ...FERRI })]);
    expect(state.shift.operators).toEqual([FERRI, KOFI]);
  });
});

describe('what is issued', () => {
  test('is counted and kept with its person', () => {
    expect(ISSUED.shift.counts).toEqual({ issued: 1, assigned: 0, takenBack: 0, stopped: 0, refusedScans: 0 });
    expect(issuedOf(ISSUED.shift)).toEqual([
      { itemId: 1, serialNumber: SERIAL, user: ANN, methodId: 'm1', goal: 'activate', atMs: NOW_MS + 1 },
    ]);
  });

  test('is counted once, however often it is read or scanned', () => {
    expect(foldEvents([seen, scan(), seen], ISSUED).shift).toEqual(ISSUED.shift);
  });

  test('stays part of the shift when its row leaves the queue', () => {
    expect(issuedIn(reduce(ISSUED, removed))).toEqual([`${SERIAL} Ann Example`]);
  });

  test('is none of it any more once a plan took it back', () => {
    const both = begin(SWAP, [X, Y], { shift: withIssued() });
    const first = foldEvents(takenBack(0), both);
    expect([first.shift.counts.takenBack, issuedIn(first)]).toEqual([1, [`${OTHER} Bob O'Brien`]]);
    const second = foldEvents(takenBack(1), first);
    expect([second.shift.counts.takenBack, issuedIn(second)]).toEqual([2, []]);
  });

  test('stays with the one who has it where the token is taken back from somebody else', () => {
    const steps = [{ ...takeBackOf(X), user: { id: BOB.id, displayName: BOB.displayName } }];
    const state = begin({ ...SWAP, kind: 'reassign', steps, afterwards: [] }, [], { shift: withIssued() });
    const after = foldEvents(takenBack(0), state);
    expect([after.shift.counts.takenBack, issuedIn(after)]).toEqual([
      1,
      [`${SERIAL} Ann Example`, `${OTHER} Bob O'Brien`],
    ]);
  });

  test('is not taken back by a read that still shows it', () => {
    const before = begin(SWAP, [X, Y], { shift: withIssued() });
    const shown = foldEvents(
      [...takenBack(0).slice(0, 2), { kind: 'takeBackRead', atMs: AT_MS, step: 0, isThere: true }],
      before,
    );
    expect([shown.shift.counts.takenBack, issuedIn(shown).length]).toEqual([0, 2]);
  });

  function withIssued(): State['shift'] {
    const confirming = [
      itemIn('confirming', { methodId: 'm1' }),
      itemIn('confirming', { id: 2, serialNumber: OTHER, user: BOB }),
    ];
    return foldEvents([seen, { ...seen, itemId: 2 }], stateWith(confirming)).shift;
  }
});

describe('what could not be issued', () => {
  test('is counted, and kept as long as it stands', () => {
    expect([STOPPED.shift.counts.stopped, stoppedIn(STOPPED)]).toEqual([1, [1]]);
    const again = reduce(STOPPED, { kind: 'itemRetried', atMs: NOW_MS, itemId: 1 });
    expect([again.shift.counts.stopped, stoppedIn(again)]).toEqual([1, []]);
    expect(stoppedIn(reduce(STOPPED, removed))).toEqual([]);
  });

  test('is a token that a plan took back and nobody goes on with', () => {
    const state = foldEvents(
      takenBack(0),
      begin({ ...SWAP, steps: [takeBackOf(X)], kind: 'replace', afterwards: [] }, [X]),
    );
    expect([stoppedIn(state), state.shift.counts.stopped]).toEqual([[1], 1]);
  });

  test('is anew a token that had stopped before it was taken back, and that is one stop', () => {
    const begun = {
      kind: 'planStarted',
      atMs: AT_MS,
      plan: { ...REPLACE, steps: [TAKES_SERIAL], afterwards: [] },
    } as const;
    const later = { ...refusal, atMs: NOW_MS + 1, itemId: 2 };
    const both = stateWith([itemIn('activating'), itemIn('activating', { id: 2, serialNumber: OTHER })]);
    const stops = foldEvents([refusal, later], both);
    expect(stoppedIn(stops)).toEqual([2, 1]);
    const state = foldEvents([begun, ...takenBack(0)], stops);
    expect([stoppedIn(state), state.shift.counts.stopped]).toEqual([[1, 2], 2]);
  });

  test('is none of it any more once a plan hands it over', () => {
    const stops = foldEvents(
      [{ ...refusal, itemId: 3 }],
      stateWith([itemIn('activating', { id: 3, serialNumber: 'VES0052649' })]),
    );
    const state = foldEvents([{ kind: 'planStarted', atMs: AT_MS, plan: REPLACE }, ...takenBack(0)], stops);
    expect([state.items.get(3)?.state.kind, stoppedIn(state)]).toEqual(['needsCode', []]);
  });

  test.each<ProblemCode>([
    'scan-retail-code',
    'scan-asset-tag',
    'scan-link',
    'scan-holds-secret',
    'scan-not-a-serial',
    'scan-ambiguous',
    'report-malformed',
    'report-unfinished',
  ])('is a label that was refused as %s, with what may be kept of it', (code) => {
    const { shift } = foldEvents([refused(code, '')]);
    expect(shift.counts.refusedScans).toBe(1);
    expect(shift.refusedScans).toEqual([{ seq: 1, atMs: NOW_MS, readerKey: 'left', problem: { code }, rawText: '' }]);
  });

  test.each<ProblemCode>([
    'scan-badge-not-wanted',
    'scan-work-order-line',
    'scan-command-not-possible',
    'kiosk-sign-in-first',
    'visit-busy',
    'order-line-unknown',
  ])('is nothing that was refused as %s: that is no token', (code) => {
    expect(foldEvents([refused(code)]).shift).toMatchObject({ counts: { refusedScans: 0 }, refusedScans: [] });
  });

  test('keeps the newest five hundred labels', () => {
    const { shift } = foldEvents(Array.from({ length: 620 }, (_, index) => refused('scan-link', `${index}`)));
    expect([shift.counts.refusedScans, shift.refusedScans.length]).toEqual([620, 500]);
    expect([shift.refusedScans[0]?.rawText, shift.refusedScans.at(-1)?.rawText]).toEqual(['120', '619']);
  });

  test('is listed like a recount of the queue, whatever happens and in whatever order', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = EMPTY_STATE;
        for (const event of events) {
          state = reduce(state, event);
          const recount = itemsOf(state).filter((item) => item.state.kind === 'stopped');
          const listed = Array.from(newestOf(state.shift.stopped));
          expect(listed.toSorted(([one], [other]) => one - other)).toEqual(
            recount.map((item) => [item.id, item.changedAtMs]),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever happens, in whatever order', () => {
  test('a start finds the shift again in the journal', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { shownPage: _shown, ...live } = foldEvents(events).shift;
        const { shownPage: _none, ...found } = foldEvents(events.filter(isDurable)).shift;
        expect(found).toEqual(live);
      }),
    );
  });

  test('nobody is issued a token that a read did not show', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = EMPTY_STATE;
        for (const event of events) {
          const next = reduce(state, event);
          if (gaveOut(next) > gaveOut(state)) expect(event.kind).toBe('methodRead');
          state = next;
        }
      }),
    );
  });
});
