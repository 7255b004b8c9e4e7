import { describe, expect, test } from 'vitest';
import { findDifference, readAgainAtMs, type MethodsRead } from '../../electron/core/compare-shift.ts';
import type { OathStatus } from '../../electron/core/oath-method.ts';
import type { Issued } from '../../electron/core/shift.ts';
import { ANN, NOW_MS, SERIAL } from './build-state.ts';

const TOKEN: Issued = {
  itemId: 1,
  serialNumber: SERIAL,
  user: ANN,
  methodId: 'm1',
  goal: 'activate',
  atMs: NOW_MS,
};

function shows(status: OathStatus, serialNumber: string | null = SERIAL, methodId = 'm1'): MethodsRead {
  return { kind: 'read', value: [{ methodId, serialNumber, status }] };
}

function failed(status: number | null, retryAfterMs: number | null = null): MethodsRead {
  const code = status === 404 ? 'user-unknown' : 'graph-failing';
  return { kind: 'failed', problem: { code }, status, retryAfterMs };
}

describe('a token that this shift issued', () => {
  test.each<readonly [string, MethodsRead, string | null]>([
    ['is as it should be where the person has it and it works', shows('activated'), null],
    ['is the same token whatever the case of its letters', shows('activated', 'galt11420104'), null],
    ['is the same token where it was taken back and issued anew elsewhere', shows('activated', SERIAL, 'm7'), null],
    ['is missing where the person has none', { kind: 'read', value: [] }, 'missing'],
    ['is missing where the person has another one', shows('activated', '20033752'), 'missing'],
    ['is missing where a token tells no serial number', shows('activated', null), 'missing'],
    ['is not active where it is theirs and assigned', shows('assigned'), 'notActive'],
    ['is not active where its activation failed', shows('failedActivation'), 'notActive'],
    ['is not active where its state is one of tomorrow', shows('unknown'), 'notActive'],
  ])('%s', (_, read, kind) => {
    expect(findDifference(TOKEN, read)?.kind ?? null).toBe(kind);
  });

  test.each(['assigned', 'activated', 'failedActivation'] as const)(
    'is as it should be where it was to be assigned and is %s',
    (status) => {
      expect(findDifference({ ...TOKEN, goal: 'assign' }, shows(status))).toBeNull();
    },
  );

  test('is missing where it was to be assigned and is nowhere', () => {
    expect(findDifference({ ...TOKEN, goal: 'assign' }, { kind: 'read', value: [] })?.kind).toBe('missing');
  });

  test.each([403, 404, 500, null])('is unread, with the reason, where the read was answered with %s', (status) => {
    const read = failed(status);
    const problem = read.kind === 'failed' ? read.problem : null;
    expect(findDifference(TOKEN, read)).toEqual({ kind: 'unread', problem });
  });

  test('is looked at by its own id where the person has its twin, too', () => {
    const twin = { methodId: 'm0', serialNumber: SERIAL, status: 'assigned' } as const;
    const own = { methodId: 'm1', serialNumber: SERIAL, status: 'activated' } as const;
    expect(findDifference(TOKEN, { kind: 'read', value: [twin, own] })).toBeNull();
  });
});

describe('a read that failed', () => {
  test.each<readonly [string, MethodsRead, number, number | null]>([
    ['is tried again when Graph said, after 429', failed(429, 20_000), 1, 20_000],
    ['is tried again when Graph said, after 503', failed(503, 9_000), 2, 9_000],
    ['is tried again after a pause that doubles', failed(500), 3, 4_000],
    ['is tried again where no answer came', failed(null), 1, 1_000],
    ['is given up after five attempts', failed(429, 20_000), 5, null],
    ['is given up where Graph asks to wait for longer than five minutes', failed(429, 300_001), 1, null],
    ['is given up where it may not be read', failed(403), 1, null],
    ['is given up where the account is gone', failed(404), 1, null],
    ['needs none where it came through', shows('activated'), 1, null],
  ])('%s', (_, read, attempt, pauseMs) => {
    expect(readAgainAtMs(read, attempt, NOW_MS)).toBe(pauseMs === null ? null : NOW_MS + pauseMs);
  });
});
