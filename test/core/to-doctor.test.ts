import { expect, test } from 'vitest';
import { OPENED_DOCTOR } from '../../electron/core/doctor-state.ts';
import { toDoctor } from '../../electron/core/to-doctor.ts';
import { foldEvents, LEFT, NOW_MS, stateWith } from './build-state.ts';

const atMs = NOW_MS;

test('a closed doctor shows nothing', () => {
  expect(toDoctor(stateWith([]), 'linux')).toBeNull();
});

test('a trouble that is no listed device’s has its place and its help', () => {
  const problem = { code: 'reader-library-missing', detail: 'libusb-1.0.so.0' } as const;
  const state = foldEvents(
    [{ kind: 'readerTroubled', atMs, readerKey: 'hid', name: '', problem }],
    stateWith([], { doctor: OPENED_DOCTOR }),
  );
  expect(toDoctor(state, 'linux')?.devices).toMatchObject([
    { deviceKey: 'hid', use: { kind: 'blocked', problem }, fixes: [{ kind: 'installLibusb' }] },
  ]);
});

test('only the last reports are kept, each with its reader’s name', () => {
  const report = { atMs, readerKey: LEFT, lengthBytes: 64, bytesHex: null, fields: null, problem: null };
  const events = Array.from({ length: 40 }, () => ({ kind: 'reportSeen', atMs, report }) as const);
  const reports = toDoctor(foldEvents(events, stateWith([], { doctor: OPENED_DOCTOR })), 'linux')?.reports ?? [];
  expect(reports.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, index) => 25 + index));
  expect(reports[0]?.readerName).toBe('left scanner');
});

test('a report that comes once the doctor is closed is seen by nobody', () => {
  const report = { atMs, readerKey: LEFT, lengthBytes: 64, bytesHex: null, fields: null, problem: null };
  const closed = stateWith([]);
  expect(foldEvents([{ kind: 'reportSeen', atMs, report }], closed)).toBe(closed);
});
