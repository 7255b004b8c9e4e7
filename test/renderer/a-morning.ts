import type { QueueRow } from '../../electron/contract/item.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import {
  makeCodeRow,
  makeMatch,
  makeNotice,
  makePractice,
  makePracticeToken,
  makeRow,
  makeSnapshot,
  makeUser,
} from '../fakes/fake-station.ts';

export function row(id: number, change: Partial<QueueRow> = {}): QueueRow {
  return makeRow({ id, scannedText: 'S/N:GALT-1142-0104', ...change });
}

export function codeRow(id: number, change: Partial<QueueRow> = {}): QueueRow {
  return makeCodeRow({ id, ...change });
}

/** A morning's queue, with `open` at its head. */
export function day(change: Partial<Snapshot>): Snapshot {
  const open = change.open ?? null;
  const rows = [...(open ? [open] : []), ...someRows()];
  return makeSnapshot({
    notices: [
      makeNotice({
        seq: 70,
        kind: 'activated',
        itemId: 38,
        text: 'GALT11420103',
        userName: 'Paolo Ricci',
        atMs: ago(70),
      }),
      makeNotice({ seq: 71, itemId: 43, text: 'GALT11420104', atMs: ago(20) }),
    ],
    ...change,
    queue: change.queue ?? { ...queue(), rows },
  });
}

export function queue(): Snapshot['queue'] {
  return { filter: 'all', page: 0, pageCount: 1, rows: [], counts: { all: 46, needsYou: 3, working: 3, issued: 40 } };
}

export function ago(seconds: number): number {
  return Date.now() - seconds * 1000;
}

function someRows(): readonly QueueRow[] {
  const problem = { code: 'answer-lost' } as const;
  return [
    row(42, {
      serialNumber: '8659623852755',
      scannedText: null,
      readerName: 'Bench right',
      laneId: 'right',
      changedAtMs: ago(40),
    }),
    codeRow(41, {
      serialNumber: '2600124809787',
      user: makeUser({
        displayName: 'Luca Moretti',
        userPrincipalName: 'luca.moretti@contoso.com',
        department: 'Sales',
      }),
      state: { kind: 'stopped', problem: { code: 'token-taken' } },
      changedAtMs: ago(65),
    }),
    codeRow(40, {
      serialNumber: '8659623852751',
      user: makeUser({ displayName: 'Sara Novak', userPrincipalName: 'sara.novak@contoso.com', department: 'Legal' }),
      state: { kind: 'unsure', nextReadAtMs: Date.now() + 7000, problem, readProblem: null },
      changedAtMs: ago(71),
    }),
    codeRow(39, {
      serialNumber: '00040008CFA5',
      readerName: '',
      user: makeUser({ displayName: 'Julia Schneider', userPrincipalName: 'julia.schneider@contoso.com' }),
      state: { kind: 'confirming', nextReadAtMs: Date.now() + 2000, readProblem: null },
      changedAtMs: ago(80),
    }),
    codeRow(38, {
      serialNumber: '70029370',
      user: makeUser({ displayName: 'Amy Masters', userPrincipalName: 'amy.masters@contoso.com', department: null }),
      state: { kind: 'waiting', untilMs: Date.now() + 12_000, problem: { code: 'throttled' } },
      changedAtMs: ago(131),
    }),
    codeRow(37, {
      serialNumber: 'LAHE0000550100000042',
      user: makeUser({
        displayName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen',
        userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt-ueberlingen@research.contoso-international.com',
      }),
      state: { kind: 'activated' },
      changedAtMs: ago(210),
    }),
    ...issuedRows(36, 4),
  ];
}

const NAMES = [
  'Paolo Ricci',
  'Ines Faria',
  'Tomás Ó Sé',
  'Nguyễn Thị Mai',
  'O’Brien, Pat',
  'Aylin Yıldız',
  'Bo Li',
  'Ewa Król',
];

function issuedRows(from: number, count: number): readonly QueueRow[] {
  return Array.from({ length: count }, (_, index) => {
    const name = NAMES[index % NAMES.length] ?? '';
    const user = makeUser({
      displayName: name,
      userPrincipalName: `user.${from - index}@contoso.com`,
      department: 'IT',
    });
    return codeRow(from - index, {
      serialNumber: `GALT114201${String(from - index).padStart(2, '0')}`,
      user,
      state: { kind: 'activated' },
      can: ['remove'],
      changedAtMs: ago(260 + 90 * index),
    });
  });
}

export function manyRows(): readonly QueueRow[] {
  const waiting = Array.from({ length: 12 }, (_, index) =>
    row(43 - index, { serialNumber: `GALT114201${43 - index}`, scannedText: null, changedAtMs: ago(4 * index) }),
  );
  return [...waiting, ...issuedRows(31, 28)];
}

export function namesakes(): Snapshot['search'] {
  return {
    query: 'conti',
    status: 'found',
    more: false,
    problem: null,
    users: [
      makeMatch({ id: 'a1' }),
      makeMatch({
        id: 'a2',
        userPrincipalName: 'anna.conti2@contoso.com',
        department: 'Logistics',
        jobTitle: 'Forklift driver',
        employeeId: '007731',
      }),
      makeMatch({
        id: 'b',
        displayName: 'Bernardo Conti',
        userPrincipalName: 'bernardo.conti@contoso.com',
        department: null,
        jobTitle: null,
        employeeId: null,
      }),
      makeMatch({
        id: 'c',
        displayName: 'Constanze Contini-Oberhuber',
        userPrincipalName: 'constanze.contini-oberhuber@subsidiary.contoso-international.com',
        department: 'Facilities',
        jobTitle: null,
        employeeId: '001204',
      }),
    ],
  };
}

export function practice(): NonNullable<Snapshot['practice']> {
  return makePractice({
    tokens: [
      makePracticeToken(),
      makePracticeToken({ serialNumber: '2600124809787', model: 'Feitian c200', periodSeconds: 60, code: '004417' }),
      makePracticeToken({
        serialNumber: '8659623852751',
        model: 'Token2 C301',
        note: 'assignedToAnother',
        code: '731900',
      }),
      makePracticeToken({ serialNumber: '70029370', model: 'SafeID Classic', note: 'slowClock', code: '118264' }),
      makePracticeToken({ serialNumber: 'VES0052649', model: 'OneSpan GO 7', note: 'notInInventory', code: '905511' }),
      makePracticeToken({ serialNumber: 'GALT11420103', note: 'issued', code: '220187' }),
    ],
    labels: [
      { kind: 'retailCode', text: '4006381333931', aimId: ']E0' },
      { kind: 'assetTag', text: 'ASSET-004711', aimId: ']C0' },
      { kind: 'link', text: 'https://example.com/t/1', aimId: ']Q1' },
      { kind: 'secretLink', text: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ', aimId: ']Q1' },
    ],
  });
}
