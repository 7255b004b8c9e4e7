import type { HistoryEntry, HistoryView } from '../../electron/contract/history.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { day } from './a-morning.ts';

const HASH = 'ab12f0c4d8e3517a9b60c2d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718';
const FERRI = { name: 'M. Ferri', userPrincipalName: 'm.ferri@contoso.com' };

/** An entry of a token that was activated. */
export function makeEntry(change: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    seq: 4_711,
    atMs: 1_700_000_000_000,
    kind: 'activationDone',
    operator: FERRI,
    serialNumber: 'GALT11420104',
    userName: 'Anna Conti',
    userPrincipalName: 'anna.conti@contoso.com',
    readerName: null,
    orderName: null,
    detail: null,
    note: null,
    number: null,
    requestId: null,
    problem: null,
    ...change,
  };
}

/** A journal of a few thousand entries whose chain holds. */
export function makeHistory(change: Partial<HistoryView> = {}): HistoryView {
  return {
    search: { text: '', fromMs: null, toMs: null },
    page: 0,
    pageCount: 95,
    foundCount: 4_711,
    entryCount: 4_711,
    isBusy: false,
    entries: someEntries(),
    chain: { kind: 'holds', headSeq: 4_711, headHash: HASH },
    forgottenCount: 0,
    ...change,
  };
}

function someEntries(): readonly HistoryEntry[] {
  const nobody = { serialNumber: null, userName: null, userPrincipalName: null };
  const long = {
    userName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen',
    userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt-ueberlingen@research.contoso-international.com',
  };
  const requestId = '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11';
  const said = 'Insufficient privileges to complete the operation.';
  const list: readonly Partial<HistoryEntry>[] = [
    { kind: 'methodRead', detail: 'activated' },
    { kind: 'activationDone', requestId },
    {
      kind: 'activationRefused',
      ...long,
      serialNumber: 'LAHE0000550100000042',
      problem: { code: 'not-permitted', detail: said, requestId },
      requestId,
    },
    {
      kind: 'scanRefused',
      ...nobody,
      readerName: 'Bench right',
      note: '4006381333931',
      problem: { code: 'scan-retail-code' },
    },
    { kind: 'activationIntended' },
    { kind: 'codeProved', detail: 'clockSlow', number: 28 },
    { kind: 'idChecked', note: 'passport' },
    { kind: 'scanned', detail: 'firstScan', readerName: 'Bench left' },
    { kind: 'visitBegun', serialNumber: null, readerName: 'Bench left' },
    { kind: 'planStarted', detail: 'undo' },
    { kind: 'takeBackRead', detail: 'takenBack' },
    { kind: 'orderOpened', ...nobody, orderName: 'Munich, week 48', number: 120, detail: 'forAssigning' },
    { kind: 'paperPrinted', detail: 'receipt', note: 'Zebra ZD421 at the window' },
    { kind: 'operatorNoted', ...nobody, detail: 'signedIn' },
    { kind: 'restarted', ...nobody, operator: null },
    { kind: 'forgotten', ...nobody, operator: null },
    { kind: 'unreadable', ...nobody, operator: null, note: 'not JSON' },
  ];
  return list.map((entry, index) =>
    makeEntry({ seq: 4_711 - index, atMs: 1_700_000_000_000 - 41_000 * index, ...entry }),
  );
}

const contoso = { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' } as const;

export const HISTORY_SCENES = {
  'history open': () => day({ mode: contoso, history: makeHistory() }),
  'history broken': () =>
    day({ mode: contoso, history: makeHistory({ chain: { kind: 'broken', atSeq: 97 }, forgottenCount: 1_204 }) }),
  'history found nothing': () =>
    day({ mode: contoso, history: makeHistory({ foundCount: 0, entries: [], page: 0, pageCount: 1 }) }),
  'history being read': () =>
    day({
      mode: contoso,
      history: makeHistory({
        isBusy: true,
        entryCount: 0,
        foundCount: 0,
        entries: [],
        pageCount: 1,
        chain: { kind: 'empty' },
      }),
    }),
} as const satisfies Record<string, () => Snapshot>;
