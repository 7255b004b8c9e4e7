import { describe, expect, test } from 'vitest';
import type { DurableEvent } from '../../electron/core/event.ts';
import { issuedOf } from '../../electron/core/shift.ts';
import { toShift } from '../../electron/core/to-shift.ts';
import { BOB, foldEvents, itemIn, NOW_MS, noticesOf, scan, SERIAL, stateWith } from './build-state.ts';

const FERRI = { name: 'M. Ferri', userPrincipalName: 'm.ferri@example.com' };
const OTHER = '20033752';
const closed: DurableEvent = { kind: 'shiftClosed', atMs: NOW_MS + 60_000 };
const link: DurableEvent = {
  kind: 'scanRefused',
  atMs: NOW_MS,
  readerKey: 'left',
  problem: { code: 'scan-link' },
  shownText: '',
};

function seen(itemId: number): DurableEvent {
  const method = { methodId: `m${itemId}`, serialNumber: null, status: 'activated' } as const;
  return { kind: 'methodRead', atMs: NOW_MS + 1, itemId, method };
}

/** Two tokens are on their way, a third one stops, and a label is refused. */
const DAY = foldEvents(
  [
    { kind: 'operatorNoted', atMs: NOW_MS, operator: FERRI },
    seen(1),
    { kind: 'activationRefused', atMs: NOW_MS + 2, itemId: 3, problem: { code: 'serial-unknown' } },
    link,
  ],
  stateWith([
    itemIn('confirming'),
    itemIn('confirming', { id: 2, serialNumber: OTHER, user: BOB }),
    itemIn('activating', { id: 3, serialNumber: '60234567' }),
  ]),
);

const compared: DurableEvent = {
  kind: 'shiftCompared',
  atMs: NOW_MS + 5,
  checkedCount: 1,
  differences: [{ itemId: 1, kind: 'missing', problem: null }],
};

describe('a comparison', () => {
  test('is kept with the serial number and the person of each difference, and said', () => {
    const state = foldEvents([compared], DAY);
    expect(state.shift.comparison).toEqual({
      atMs: NOW_MS + 5,
      checkedCount: 1,
      issuedSince: 0,
      differences: [{ itemId: 1, kind: 'missing', serialNumber: SERIAL, userName: 'Ann Example', problem: null }],
    });
    expect(noticesOf(state).at(-1)).toBe('shiftCompared');
  });

  test('still names what left the queue before it came', () => {
    const state = foldEvents([{ kind: 'itemRemoved', atMs: NOW_MS, itemId: 1 }, compared], DAY);
    expect(state.shift.comparison?.differences[0]?.serialNumber).toBe(SERIAL);
  });

  test('says how many were issued after it', () => {
    expect(foldEvents([compared, seen(2)], DAY).shift.comparison?.issuedSince).toBe(1);
    expect(foldEvents([seen(2), compared], DAY).shift.comparison?.issuedSince).toBe(1);
  });

  test('gives way to the next one', () => {
    const again = { ...compared, atMs: NOW_MS + 9, checkedCount: 2, differences: [] };
    const { comparison } = foldEvents([compared, seen(2), again], DAY).shift;
    expect(comparison).toEqual({ atMs: NOW_MS + 9, checkedCount: 2, issuedSince: 0, differences: [] });
  });
});

describe('the end of a shift', () => {
  const next = foldEvents([compared, closed], DAY);

  test('begins to count anew, and nothing is left of what was issued, refused and compared', () => {
    expect(next.shift).toMatchObject({ sinceMs: null, refusedScans: [], comparison: null });
    expect(Object.values(next.shift.counts)).toEqual([0, 0, 0, 0, 0]);
    expect(issuedOf(next.shift)).toEqual([]);
  });

  test('leaves what is stopped where it is: it still waits for somebody', () => {
    expect(toShift(next, null).exceptions.rows.map(({ serialNumber }) => serialNumber)).toEqual(['60234567']);
  });

  test('goes on with whoever is in charge, and with nobody else', () => {
    expect(next.shift.operators).toEqual([FERRI]);
    const left = foldEvents([{ kind: 'operatorNoted', atMs: NOW_MS, operator: null }, closed], DAY);
    expect(left.shift.operators).toEqual([]);
  });

  test('the next one begins with the next thing that somebody does', () => {
    expect(foldEvents([scan('10001001', NOW_MS + 90_000)], next).shift.sinceMs).toBe(NOW_MS + 90_000);
  });
});

test('labels that were refused can be cleared away, and stay counted', () => {
  const { shift } = foldEvents([{ kind: 'refusedScansCleared', atMs: NOW_MS }], DAY);
  expect([shift.refusedScans, shift.counts.refusedScans]).toEqual([[], 1]);
});
