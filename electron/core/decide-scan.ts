import type { TestedScan } from '../contract/doctor.ts';
import type { Problem } from '../contract/problem.ts';
import type { ReaderKey } from '../contract/reader.ts';
import { allowedActions } from './allowed-actions.ts';
import { decideOrderLine } from './decide-order-line.ts';
import type { Event } from './event.ts';
import { refuseScanAtKiosk } from './kiosk-rules.ts';
import { badgeLane } from './badge-lane.ts';
import { findLane } from './lanes.ts';
import { readerName } from './reader-name.ts';
import type { CommandMark } from './scan-command-mark.ts';
import type { ScanMeaning } from './scan-grammar.ts';
import type { Item, State } from './state.ts';
import { keepRaw } from './scan-report-note.ts';
import { symbologyOf } from './symbology-name.ts';
import { assertNever } from './unreachable.ts';

/** Where and when a scan was heard. */
export type Heard = {
  readonly readerKey: ReaderKey;
  /** What the device calls itself; left out: nobody but the keyboard. */
  readonly readerName?: string;
  /** Where it is handed over, if that is not the reader's own place. */
  readonly laneId?: ReaderKey;
  readonly atMs: number;
};

/**
 * What a scan makes happen. While the reader doctor is open it is tried out there; else a serial number joins the queue, a
 * badge finds a person, a line of a work order is served next, a command mark works on its reader's own hand-over, and
 * everything else is refused with its reason.
 */
export function decideScan(state: State, heard: Heard, meaning: ScanMeaning, rawText: string): Event {
  const { readerKey, atMs, laneId = readerKey } = heard;
  if (state.doctor) return { kind: 'scanTested', atMs, readerKey, test: testOf(meaning, atMs) };
  switch (meaning.kind) {
    case 'serialNumber': {
      const { serialNumber, scannedText, aimId } = meaning;
      const problem = refuseScanAtKiosk(state, serialNumber);
      if (problem) return refused(heard, problem, serialNumber);
      // What a journal keeps is decided here, whoever heard the scan.
      const kept = keepRaw(rawText, meaning);
      const raw = kept === scannedText ? {} : { rawText: kept };
      const name = readerName(state, readerKey) || (heard.readerName ?? '');
      const scanned = { kind: 'scanned', atMs, readerKey, readerName: name } as const;
      return { ...scanned, serialNumber, scannedText, aimId, ...raw, ...(laneId === readerKey ? {} : { laneId }) };
    }
    case 'badge':
      // Its number is somebody's, and stays on the screen of a kiosk.
      if (state.kiosk) return refused(heard, { code: 'scan-badge-not-wanted' }, '');
      if (badgeLane(state, laneId) !== null) return { kind: 'badgeRead', atMs, readerKey, badgeId: meaning.badgeId };
      return refused(heard, { code: 'scan-badge-not-wanted' }, meaning.badgeId);
    case 'workOrderLine':
      return decideLine(state, heard, meaning.lineId);
    case 'commandMark':
      return eventOfMark(state, meaning.mark, openItem(state, laneId), atMs) ?? refused(heard, NOT_POSSIBLE, '');
    case 'refused':
      return refused(heard, meaning.problem, meaning.shownText);
    default:
      return assertNever(meaning);
  }
}

/** What is on a paper of the staff is nothing for a kiosk. */
function decideLine(state: State, heard: Heard, lineId: string): Event {
  const { readerKey, laneId = readerKey, atMs } = heard;
  if (state.kiosk) return refused(heard, { code: 'scan-work-order-line' }, lineId);
  const decided = decideOrderLine(state, laneId, lineId, atMs);
  return decided.ok ? decided.value : refused(heard, decided.problem, lineId);
}

/** What a reader sent and nobody can read. */
export function decideTrouble(state: State, heard: Heard, problem: Problem): Event {
  if (!state.doctor) return refused(heard, problem, '');
  const test = { ...NOTHING_USED, atMs: heard.atMs, scannedText: '', aimId: null, symbology: null, steps: [], problem };
  return { kind: 'scanTested', atMs: heard.atMs, readerKey: heard.readerKey, test };
}

const NOT_POSSIBLE: Problem = { code: 'scan-command-not-possible' };
const NOTHING_USED = { used: null, means: 'refused' } as const;

function refused({ readerKey, atMs }: Heard, problem: Problem, shownText: string): Event {
  return { kind: 'scanRefused', atMs, readerKey, problem, shownText };
}

function openItem(state: State, laneId: ReaderKey): Item | null {
  const id = findLane(state, laneId)?.openItemId ?? null;
  return (id === null ? null : state.items.get(id)) ?? null;
}

function eventOfMark(state: State, mark: CommandMark, item: Item | null, atMs: number): Event | null {
  if (!item) return null;
  const can = allowedActions(item, state);
  switch (mark) {
    case 'park':
      return { kind: 'itemParked', atMs, itemId: item.id };
    case 'retry':
      return can.includes('retry') ? { kind: 'itemRetried', atMs, itemId: item.id } : null;
    case 'readNow':
      return can.includes('readNow') ? { kind: 'readWanted', atMs, itemId: item.id } : null;
    default:
      return assertNever(mark);
  }
}

function testOf(meaning: ScanMeaning, atMs: number): Omit<TestedScan, 'seq' | 'readerName'> {
  const { scannedText, aimId, steps } = meaning;
  const told = { atMs, scannedText, aimId, symbology: symbologyOf(aimId), steps };
  if (meaning.kind === 'refused') return { ...told, ...NOTHING_USED, problem: meaning.problem };
  return { ...told, used: usedOf(meaning), means: meaning.kind, problem: null };
}

function usedOf(meaning: Exclude<ScanMeaning, { kind: 'refused' }>): string {
  switch (meaning.kind) {
    case 'serialNumber':
      return meaning.serialNumber;
    case 'badge':
      return meaning.badgeId;
    case 'workOrderLine':
      return meaning.lineId;
    case 'commandMark':
      return meaning.scannedText;
    default:
      return assertNever(meaning);
  }
}
