import type { ExceptionView, ShiftView } from '../../electron/contract/shift.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeShift, makeUser } from '../fakes/fake-station.ts';
import { ago, day } from './a-morning.ts';

const contoso = { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' } as const;

export function tokenException(change: Partial<ExceptionView> = {}): ExceptionView {
  return {
    key: 'token-41',
    atMs: ago(900),
    kind: 'token',
    itemId: 41,
    serialNumber: '2600124809787',
    rawText: ']C0S/N: 2600124809787\r',
    readerName: 'Bench left',
    user: makeUser({ displayName: 'Luca Moretti', userPrincipalName: 'luca.moretti@contoso.com' }),
    problem: { code: 'token-taken' },
    ...change,
  };
}

export function scanException(change: Partial<ExceptionView> = {}): ExceptionView {
  return {
    key: 'scan-3',
    atMs: ago(600),
    kind: 'scan',
    itemId: null,
    serialNumber: null,
    rawText: '4006381333931',
    readerName: 'Bench right',
    user: null,
    problem: { code: 'scan-retail-code' },
    ...change,
  };
}

export function someExceptions(): ShiftView['exceptions'] {
  const rows: readonly ExceptionView[] = [
    scanException(),
    scanException({ key: 'scan-2', atMs: ago(700), rawText: '', problem: { code: 'scan-holds-secret' } }),
    tokenException(),
    tokenException({
      key: 'token-37',
      atMs: ago(3600),
      itemId: 37,
      serialNumber: 'LAHE0000550100000042',
      readerName: '',
      user: makeUser({
        displayName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen',
        userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt-ueberlingen@research.contoso-international.com',
      }),
      problem: {
        code: 'not-permitted',
        detail: 'Insufficient privileges to complete the operation.',
        requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11',
      },
    }),
    tokenException({
      key: 'token-12',
      atMs: ago(90_000),
      itemId: 12,
      serialNumber: '00040008CFA5',
      rawText: '00040008CFA5',
      user: makeUser({ displayName: 'Bo Li', userPrincipalName: 'bo.li@contoso.com' }),
      problem: { code: 'serial-unknown' },
    }),
  ];
  return { page: 0, pageCount: 1, count: rows.length, rows };
}

/** A morning of two people. */
export function someShift(change: Partial<ShiftView> = {}): ShiftView {
  return makeShift({
    sinceMs: ago(4 * 3600),
    counts: { issued: 38, assigned: 0, takenBack: 1, stopped: 4, refusedScans: 2 },
    operators: [
      { name: 'M. Ferri', userPrincipalName: 'm.ferri@contoso.com' },
      { name: 'Kofi Mensah', userPrincipalName: 'k.mensah@contoso.com' },
    ],
    exceptions: someExceptions(),
    ...change,
  });
}

export function compared(
  change: Partial<NonNullable<ShiftView['comparison']['result']>> = {},
): ShiftView['comparison'] {
  const result = { atMs: ago(120), checkedCount: 38, issuedSince: 0, differences: [], ...change };
  return { isRunning: false, doneCount: 0, totalCount: 0, result };
}

export const DIFFERENCES = [
  { itemId: 36, kind: 'missing', serialNumber: 'GALT11420136', userName: 'Paolo Ricci', problem: null },
  { itemId: 35, kind: 'notActive', serialNumber: 'LAHE0000550100000042', userName: 'Ines Faria', problem: null },
  {
    itemId: 34,
    kind: 'unread',
    serialNumber: '8659623852751',
    userName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen',
    problem: { code: 'user-unknown', detail: 'Resource does not exist.', requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c' },
  },
] as const;

export const SHIFT_SCENES = {
  'shift empty': () => day({ mode: contoso, shift: makeShift() }),
  'shift at noon': () => day({ mode: contoso, shift: someShift() }),
  'shift comparing': () =>
    day({
      mode: contoso,
      shift: someShift({ comparison: { isRunning: true, doneCount: 20, totalCount: 38, result: null } }),
    }),
  'shift compared': () => day({ mode: contoso, shift: someShift({ comparison: compared() }) }),
  'shift with differences': () =>
    day({
      mode: contoso,
      shift: someShift({ comparison: compared({ differences: DIFFERENCES, issuedSince: 2 }) }),
    }),
  'shift of thousands': () =>
    day({
      mode: contoso,
      shift: someShift({
        counts: { issued: 12_488, assigned: 1_204, takenBack: 17, stopped: 318, refusedScans: 96 },
        exceptions: { ...someExceptions(), page: 1, pageCount: 9, count: 414 },
      }),
    }),
} as const satisfies Record<string, () => Snapshot>;
