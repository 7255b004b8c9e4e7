import type { DurableEvent } from './event.ts';
import { putItem } from './item-table.ts';
import { notify } from './notices.ts';
import { openIfFree } from './open-item.ts';
import { filterOf } from './queue-filter.ts';
import { serialKey, type Item, type State } from './state.ts';

type Scanned = Extract<DurableEvent, { kind: 'scanned' }>;
type ScanRefused = Extract<DurableEvent, { kind: 'scanRefused' }>;

/** A serial number that is in the queue already makes no second item: its row says so, and a free hand-over opens it. */
export function reduceScanned(state: State, event: Scanned): State {
  const knownId = state.bySerial.get(serialKey(event.serialNumber));
  const known = knownId === undefined ? undefined : state.items.get(knownId);
  if (known) {
    const said = notify(state, event.atMs, 'scanDuplicate', { item: known });
    if (filterOf(known.state) !== 'needsYou') return said;
    // Scanning a token that was set aside takes it up again.
    return openIfFree(putItem(said, { ...known, parked: false }), known.id);
  }
  const item = newItem(state.nextItemId, event);
  const added = putItem({ ...state, nextItemId: item.id + 1 }, item);
  return openIfFree(notify(added, event.atMs, 'scanTaken', { item }), item.id);
}

export function reduceScanRefused(state: State, event: ScanRefused): State {
  return notify(state, event.atMs, 'scanRefused', { text: event.shownText, problem: event.problem });
}

function newItem(id: number, event: Scanned): Item {
  return {
    id,
    serialNumber: event.serialNumber,
    scannedText: event.scannedText,
    readerName: event.readerName,
    user: null,
    methodId: null,
    state: { kind: 'needsUser' },
    parked: false,
    rejections: 0,
    attempts: 0,
    postponements: 0,
    reads: 0,
    readFailures: 0,
    scannedAtMs: event.atMs,
    changedAtMs: event.atMs,
  };
}
