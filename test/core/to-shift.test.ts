import { describe, expect, test } from 'vitest';
import type { ShiftView } from '../../electron/contract/shift.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { State } from '../../electron/core/state.ts';
import { toShift } from '../../electron/core/to-shift.ts';
import { foldEvents, itemIn, NOW_MS, SERIAL, stateWith } from './build-state.ts';

function refused(atMs: number, shownText = 'ASSET-004217'): DurableEvent {
  return { kind: 'scanRefused', atMs, readerKey: 'left', problem: { code: 'scan-asset-tag' }, shownText };
}

function stops(itemId: number, atMs: number): DurableEvent {
  return { kind: 'activationRefused', atMs, itemId, problem: { code: 'serial-unknown', detail: 'No such serial' } };
}

/** `count` tokens that are all on their way. */
function onTheirWay(count: number): State {
  return stateWith(
    Array.from({ length: count }, (_, index) =>
      itemIn('activating', { id: index + 1, serialNumber: index === 0 ? SERIAL : `TOTP${index}` }),
    ),
  );
}

function rowsOf(state: State): ShiftView['exceptions']['rows'] {
  return toShift(state, null).exceptions.rows;
}

describe('the exceptions', () => {
  test('say of a token and of a label all that is known', () => {
    const left = itemIn('activating', { rawText: ']C0GALT11420104\r' });
    const [scan, token] = rowsOf(foldEvents([stops(1, NOW_MS + 1), refused(NOW_MS + 2)], stateWith([left])));
    expect(token).toEqual({
      key: 'token-1',
      atMs: NOW_MS + 1,
      kind: 'token',
      itemId: 1,
      serialNumber: SERIAL,
      rawText: ']C0GALT11420104\r',
      readerName: 'Left scanner',
      user: left.user,
      problem: { code: 'serial-unknown', detail: 'No such serial' },
    });
    expect(scan).toEqual({
      key: 'scan-1',
      atMs: NOW_MS + 2,
      kind: 'scan',
      itemId: null,
      serialNumber: null,
      rawText: 'ASSET-004217',
      readerName: 'left scanner',
      user: null,
      problem: { code: 'scan-asset-tag' },
    });
  });

  test('stand together, the newest first', () => {
    const state = foldEvents(
      [refused(NOW_MS + 1), stops(2, NOW_MS + 2), refused(NOW_MS + 3), refused(NOW_MS + 4), stops(1, NOW_MS + 5)],
      onTheirWay(2),
    );
    expect(rowsOf(state).map(({ key }) => key)).toEqual(['token-1', 'scan-3', 'scan-2', 'token-2', 'scan-1']);
  });

  test('come fifty to a page, and every one of them is on one', () => {
    const events: readonly Event[] = Array.from({ length: 120 }, (_, index) =>
      index % 2 === 0 ? stops(index / 2 + 1, NOW_MS + index) : refused(NOW_MS + index),
    );
    const state = foldEvents(events, onTheirWay(60));
    const pages = [0, 1, 2].map((page) =>
      toShift(foldEvents([{ kind: 'exceptionsShown', atMs: NOW_MS, page }], state), null),
    );
    expect(pages.map(({ exceptions }) => exceptions.rows.length)).toEqual([50, 50, 20]);
    expect(pages.map(({ exceptions: { page, pageCount, count } }) => [page, pageCount, count])).toEqual([
      [0, 3, 120],
      [1, 3, 120],
      [2, 3, 120],
    ]);
    const times = pages.flatMap(({ exceptions }) => exceptions.rows.map(({ atMs }) => atMs));
    expect(times).toEqual(Array.from({ length: 120 }, (_, index) => NOW_MS + 119 - index));
    const keys = pages.flatMap(({ exceptions }) => exceptions.rows.map(({ key }) => key));
    expect(new Set(keys).size).toBe(120);
  });

  test('show the last page where the one that was looked at is gone', () => {
    const shown = foldEvents([refused(NOW_MS), { kind: 'exceptionsShown', atMs: NOW_MS, page: 7 }]);
    expect(toShift(shown, null).exceptions).toMatchObject({ page: 0, pageCount: 1, count: 1 });
  });

  test('are nobody’s to see at a kiosk, and no shift is', () => {
    const opened = { kind: 'kioskOpened', atMs: NOW_MS } as const;
    const state = foldEvents([refused(NOW_MS), opened, refused(NOW_MS), stops(1, NOW_MS)], onTheirWay(1));
    expect(state.shift.counts).toMatchObject({ stopped: 1, refusedScans: 1 });
    expect(toShift(state, null)).toMatchObject({ sinceMs: null, exceptions: { count: 0, rows: [] } });
  });
});

test('a comparison that is under way says how far it has come', () => {
  const { comparison } = toShift(onTheirWay(1), { doneCount: 3, totalCount: 38 });
  expect(comparison).toEqual({ isRunning: true, doneCount: 3, totalCount: 38, result: null });
  expect(toShift(onTheirWay(1), null).comparison.isRunning).toBe(false);
});
