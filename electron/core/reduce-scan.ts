import type { DurableEvent } from './event.ts';
import { putItem } from './item-table.ts';
import { attachPerson } from './attach-person.ts';
import { notify } from './notices.ts';
import { openIfFree, withLane } from './lanes.ts';
import { filterOf } from './queue-filter.ts';
import { reduceRetried } from './reduce-retried.ts';
import { isRetriedByScan } from './retry-by-scan.ts';
import { serialKey, type Item, type State } from './state.ts';

type Scanned = Extract<DurableEvent, { kind: 'scanned' }>;
type ScanRefused = Extract<DurableEvent, { kind: 'scanRefused' }>;

/**
 * A serial number that is in the queue already makes no second item: its row says so, and a free hand-over opens it. One that
 * had stopped is tried once more.
 */
export function reduceScanned(state: State, event: Scanned): State {
  const { readerKey, laneId = readerKey } = event;
  const placed = withLane(state, laneId, laneId === readerKey ? event.readerName : '');
  const knownId = state.bySerial.get(serialKey(event.serialNumber));
  const known = knownId === undefined ? undefined : state.items.get(knownId);
  if (known && isRetriedByScan(placed, laneId, known)) {
    const said = notify(placed, event.atMs, 'scanTaken', { item: known, readerKey });
    const again = reduceRetried(said, event.atMs, { ...known, parked: false });
    return openIfFree(attachPerson(again, laneId, known.id), laneId, known.id);
  }
  if (known) {
    const said = notify(placed, event.atMs, 'scanDuplicate', { item: known, readerKey });
    if (filterOf(known.state) !== 'needsYou') return said;
    // Scanning a token that was set aside takes it up again, with the reader that it was scanned with.
    const taken = attachPerson(putItem(said, { ...known, parked: false }), laneId, known.id);
    return openIfFree(taken, laneId, known.id);
  }
  const item = newItem(state.nextItemId, laneId, event);
  const added = putItem({ ...placed, nextItemId: item.id + 1 }, item);
  const taken = attachPerson(notify(added, event.atMs, 'scanTaken', { item, readerKey }), laneId, item.id);
  return openIfFree(taken, laneId, item.id);
}

export function reduceScanRefused(state: State, { atMs, shownText, problem, readerKey }: ScanRefused): State {
  return notify(state, atMs, 'scanRefused', { text: shownText, problem, readerKey });
}

function newItem(id: number, laneId: string, event: Scanned): Item {
  return {
    id,
    serialNumber: event.serialNumber,
    scannedText: event.scannedText,
    readerName: event.readerName,
    laneId,
    rawText: event.rawText ?? event.scannedText,
    user: null,
    goal: 'activate',
    orderLine: null,
    idCheck: null,
    receiptAtMs: null,
    requestId: null,
    methodId: null,
    state: { kind: 'needsUser' },
    preFlight: null,
    periodSeconds: null,
    drift: null,
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
