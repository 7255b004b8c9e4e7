import type { ChainView, HistoryCommand, HistoryView } from '../contract/history.ts';
import type { Result } from '../contract/result.ts';
import { isDurable } from '../core/durable-events.ts';
import type { Event } from '../core/event.ts';
import { pageOfHistory } from '../core/history/page-of-history.ts';
import { NO_SEARCH, searchHistory, type HistoryRecord } from '../core/history/search-history.ts';
import type { JournalHead } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { assertNever } from '../core/unreachable.ts';
import { writeExport } from '../io/history/write-export.ts';
import type { Desk, DeskOptions } from './desks.ts';
import { createHistoryReader, type HistoryReader } from './history-reader.ts';

/** Chosen: whoever looks on while others scan sees it at once, and a hundred scans are read in one go. */
const READ_PAUSE_MS = 1_000;

/** What the window looks at, while it is open: it names people, so that nothing of it is kept longer. */
type OpenHistory = {
  readonly reader: HistoryReader;
  readonly records: readonly HistoryRecord[];
  readonly found: readonly HistoryRecord[];
  readonly search: HistoryView['search'];
  readonly page: number;
  readonly head: JournalHead | null;
  readonly brokenAtSeq: number | null;
  readonly isBusy: boolean;
};

type HistoryDeskOptions = Pick<DeskOptions, 'journal' | 'clock' | 'files' | 'settings' | 'dispatch' | 'refresh'>;

/** The journal for people: what is found in it, whether its chain holds, and the lists that leave the station. */
export function createHistoryDesk(options: HistoryDeskOptions): Desk<HistoryCommand, HistoryView | null> {
  const { journal, clock, files, settings, dispatch, refresh } = options;
  let open: OpenHistory | null = null;
  /** Counts openings: what was being read for one that is closed is not shown. */
  let turn = 0;
  let disarm: (() => void) | null = null;
  let reads: Promise<Result<null>> = Promise.resolve(ok(null));

  function show(next: OpenHistory): void {
    open = next;
    refresh();
  }

  /** One read after the other: each event is walked once. */
  function inTurn(read: () => Promise<Result<null>>): Promise<Result<null>> {
    const next = reads.then(read);
    reads = next;
    return next;
  }

  /** Reads all of it, also what is known already: somebody may have been at the file meanwhile. */
  async function openAnew(): Promise<Result<null>> {
    turn += 1;
    const asked = turn;
    show({ ...(open ?? toEmpty(createHistoryReader(clock))), isBusy: true });
    const read = await inTurn(() => (turn === asked ? readWhole(asked) : Promise.resolve(ok(null))));
    // What was stored while this was read.
    return read.ok ? inTurn(readOn) : read;
  }

  async function readWhole(asked: number): Promise<Result<null>> {
    const reader = createHistoryReader(clock);
    const stored = await journal.readAll();
    const records = stored.ok ? await reader.read(stored.value.events) : [];
    // It was closed, or is read once more.
    if (turn !== asked || !open) return ok(null);
    if (!stored.ok) {
      close();
      return stored;
    }
    const { head, chainBrokenAtSeq: brokenAtSeq } = stored.value;
    const { search, page } = open;
    show({ reader, records, found: searchHistory(records, search), search, page, head, brokenAtSeq, isBusy: false });
    return ok(null);
  }

  /** Reads what has been stored since. */
  async function readOn(): Promise<Result<null>> {
    if (!open?.head) return ok(null);
    const { reader, head: known } = open;
    const stored = await journal.readAfter(known);
    if (!stored.ok || stored.value.events.length === 0 || open?.reader !== reader) return ok(null);
    const more = await reader.read(stored.value.events);
    if (open?.reader !== reader) return ok(null);
    const { head, chainBrokenAtSeq } = stored.value;
    const brokenAtSeq = open.brokenAtSeq ?? chainBrokenAtSeq;
    const records = [...open.records, ...more];
    // It may have been searched meanwhile.
    const found = [...open.found, ...searchHistory(more, open.search)];
    show({ ...open, records, found, head, brokenAtSeq });
    return ok(null);
  }

  function close(): void {
    turn += 1;
    disarm?.();
    disarm = null;
    open = null;
    refresh();
  }

  async function exportFound(format: 'csv' | 'json'): Promise<Result<null>> {
    if (!open) return refuse('command-not-allowed');
    const { found } = open;
    const chain = toChain(open);
    const { stationName } = settings();
    const target = await files.chooseTarget(format, fileName(stationName, clock.nowMs(), format));
    if (!target) return refuse('cancelled');
    const entries = found.map(({ entry }) => entry);
    const exportedAtMs = clock.nowMs();
    const written = await writeExport(target.path, format, { stationName, exportedAtMs, chain, entries });
    if (!written.ok) return written;
    await dispatch({ kind: 'historyExported', atMs: clock.nowMs(), format, entryCount: entries.length });
    return ok(null);
  }

  function readSoon(): void {
    disarm = null;
    void inTurn(readOn);
  }

  function follow(event: Event): void {
    if (!open) return;
    if (event.kind === 'signedOut' || event.kind === 'sessionLost' || event.kind === 'kioskOpened') return close();
    // What waited for the disk is stored once the disk is well again.
    const isStored = isDurable(event) || event.kind === 'storageRecovered';
    if (isStored) disarm ??= clock.at(clock.nowMs() + READ_PAUSE_MS, readSoon);
  }

  return {
    view: () => open && toView(open),
    command: async (asked) => {
      switch (asked.kind) {
        case 'openHistory':
        case 'verifyHistory':
          return openAnew();
        case 'closeHistory':
          close();
          return ok(null);
        case 'searchHistory': {
          if (!open) return refuse('command-not-allowed');
          const { search, page } = asked;
          show({ ...open, search, page, found: searchHistory(open.records, search) });
          return ok(null);
        }
        case 'exportHistory':
          return exportFound(asked.format);
        default:
          return assertNever(asked);
      }
    },
    follow,
  };
}

function toEmpty(reader: HistoryReader): OpenHistory {
  return {
    reader,
    records: [],
    found: [],
    search: NO_SEARCH,
    page: 0,
    head: null,
    brokenAtSeq: null,
    isBusy: true,
  };
}

function toView(open: OpenHistory): HistoryView {
  const { search, records, reader, isBusy } = open;
  return {
    search,
    ...pageOfHistory(open.found, open.page),
    entryCount: records.length,
    forgottenCount: reader.forgottenCount(),
    isBusy,
    chain: toChain(open),
  };
}

function toChain({ head, brokenAtSeq }: OpenHistory): ChainView {
  if (brokenAtSeq !== null) return { kind: 'broken', atSeq: brokenAtSeq };
  return head ? { kind: 'holds', headSeq: head.seq, headHash: head.hash } : { kind: 'empty' };
}

/** Of letters and digits that every disk takes. */
function fileName(stationName: string, atMs: number, format: 'csv' | 'json'): string {
  const station = stationName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  const [day] = new Date(atMs).toISOString().split('T');
  return ['history', station, day].filter((part) => part !== '').join('_') + `.${format}`;
}
