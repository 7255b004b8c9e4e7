import type { Result } from '../contract/result.ts';
import type { OrderDraftView, OrderGoal } from '../contract/work-order.ts';
import { canAssign } from '../core/can-assign.ts';
import { isHere, tenantOf, type HandedOverOrder } from '../core/handed-over-order.ts';
import type { OrdersState } from '../core/orders.ts';
import type { ChosenPath } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import type { State } from '../core/state.ts';
import { readWorkOrderSheet } from '../core/work-order.ts';
import {
  createDraft,
  judgeDraft,
  judgeHandedOver,
  linesOfDraft,
  pageOfDraft,
  peopleOfOrders,
  withAnswers,
  withoutFailures,
  withoutOthers,
  withZeros,
  type JudgedDraft,
  type OrderDraft,
} from '../core/work-order-draft.ts';
import { isOrderFileName, readOrderFile } from '../io/work-order/order-file.ts';
import { readSheetFile } from '../io/work-order/read-sheet.ts';
import type { DeskOptions } from './desks.ts';
import { lookUpPeople } from './look-up-people.ts';
import { openOrder } from './open-order.ts';

type Shown = Pick<OrderDraftView, 'page' | 'onlyFaults'>;

/** A list, or an order that another station has handed over. */
type Source =
  | { readonly kind: 'list'; readonly draft: OrderDraft }
  | { readonly kind: 'handedOver'; readonly order: HandedOverOrder };

type Work = { readonly fileName: string; readonly abort: AbortController; readonly readCount: number } & (
  | { readonly stage: 'reading' }
  | {
      readonly stage: 'checking' | 'ready';
      readonly source: Source;
      readonly judged: JudgedDraft;
      readonly shown: Shown;
    }
);
type Opened = Exclude<Work, { stage: 'reading' }>;

export type DraftDesk = {
  readonly view: () => OrderDraftView | null;
  /** Settles once the file has been read; its people are looked up after that. */
  readonly open: () => Promise<Result<null>>;
  readonly show: (shown: Shown) => Result<null>;
  readonly acceptZeros: (line: number | null) => Result<null>;
  readonly checkAgain: () => Result<null>;
  readonly start: (name: string, goal: OrderGoal) => Promise<Result<null>>;
  readonly drop: () => void;
};

const FIRST_PAGE: Shown = { page: 0, onlyFaults: false };

/** A work order that is being looked at before it is opened. Nothing of it is in the journal. */
export function createDraftDesk(options: DeskOptions): DraftDesk {
  const { state, refresh, graph, clock, files, mode } = options;
  let work: Work | null = null;
  /** Drawn once for each change: a picture is made at every scan. */
  let view: OrderDraftView | null = null;
  /** The draft whose people are being looked up. */
  let checking: AbortController | null = null;
  /** Whom the open orders have, as long as these are the same. */
  let others: { readonly list: OrdersState['list']; readonly people: ReadonlyMap<string, string> } | null = null;
  let isChoosing = false;
  let isStarting = false;

  async function open(): Promise<Result<null>> {
    // A second dialog over the first one is nobody's wish.
    if (isChoosing) return refuse('cancelled');
    isChoosing = true;
    const chosen = await files.chooseFile('workOrder').finally(() => {
      isChoosing = false;
    });
    if (!chosen) return refuse('cancelled');
    // The dialog may have stood open while the station was locked.
    if (!isSignedIn(state())) return refuse('signed-out');
    drop();
    const abort = new AbortController();
    put({ stage: 'reading', fileName: chosen.name, abort, readCount: 0 });
    const source = await readSource(chosen, abort);
    if (abort.signal.aborted) return refuse('cancelled');
    if (!source.ok) {
      put(null);
      return source;
    }
    const readCount = countLines(source.value);
    begin({ fileName: chosen.name, abort, readCount, source: source.value, shown: FIRST_PAGE });
    return ok(null);
  }

  async function readSource(chosen: ChosenPath, abort: AbortController): Promise<Result<Source>> {
    const { signal } = abort;
    if (isOrderFileName(chosen.name)) {
      const order = await readOrderFile(chosen.path, signal);
      if (!order.ok) return order;
      if (order.value.tenant !== tenantOf(mode)) return refuse('order-of-another-tenant');
      if (isHere(state().orders, order.value.orderKey)) return refuse('order-here-already');
      return ok({ kind: 'handedOver', order: order.value });
    }
    const rows = await readSheetFile(chosen.path, {
      signal,
      onProgress: (readCount) => {
        put({ stage: 'reading', fileName: chosen.name, abort, readCount });
      },
    });
    if (!rows.ok) return rows;
    const sheet = readWorkOrderSheet(rows.value);
    return sheet.ok ? ok({ kind: 'list', draft: createDraft(sheet.value) }) : sheet;
  }

  /** Judges what has changed, and has those looked up who have not been. */
  function begin(changed: Omit<Opened, 'stage' | 'judged'>): void {
    const judged = judge(changed.source);
    const stage = judged.nextKeys.length > 0 ? 'checking' : 'ready';
    put({ ...changed, stage, judged });
    if (stage === 'checking' && checking !== changed.abort) void check(changed.abort);
  }

  function check(abort: AbortController): Promise<void> {
    checking = abort;
    return lookUpPeople({
      graph,
      clock,
      signal: abort.signal,
      next: () => {
        const keys = work?.stage === 'checking' ? work.judged.nextKeys : [];
        if (keys.length === 0) checking = null;
        return keys;
      },
      onAnswers: (answers) => change((draft) => withAnswers(draft, answers)),
      onSilence: (failed) => {
        checking = null;
        change((draft) => withoutOthers(draft, failed));
      },
    });
  }

  /** Takes a list as it is now; whether anything has changed. */
  function change(toNext: (draft: OrderDraft) => OrderDraft | null): boolean {
    if (!work || work.stage === 'reading' || work.source.kind !== 'list') return false;
    const draft = toNext(work.source.draft);
    if (draft) begin({ ...work, source: { kind: 'list', draft } });
    return draft !== null;
  }

  function judge(source: Source): JudgedDraft {
    const { orders } = state();
    if (others?.list !== orders.list) others = { list: orders.list, people: peopleOfOrders(orders) };
    const { people } = others;
    return source.kind === 'list' ? judgeDraft(source.draft, people) : judgeHandedOver(source.order, people);
  }

  async function start(name: string, goal: OrderGoal): Promise<Result<null>> {
    if (work?.stage !== 'ready' || isStarting) return refuse('command-not-allowed');
    const started = work;
    const { source, judged, fileName } = started;
    const order =
      source.kind === 'handedOver'
        ? { key: source.order.orderKey, name: source.order.name, goal: source.order.goal, lines: source.order.lines }
        : { key: options.newKey(), name: nameOfFile(fileName), goal, lines: linesOfDraft(judged) };
    if (order.lines.length === 0) return refuse('order-empty');
    const problem = order.goal === 'assign' ? canAssign(state()) : null;
    if (problem) return { ok: false, problem };
    if (isHere(state().orders, order.key)) return refuse('order-here-already');
    isStarting = true;
    const opened = await openOrder({ ...order, name: name.trim() || order.name }, options).finally(() => {
      isStarting = false;
    });
    if (opened.ok && work === started) put(null);
    return opened;
  }

  function drop(): void {
    work?.abort.abort();
    checking = null;
    if (work) put(null);
  }

  function put(next: Work | null): void {
    work = next;
    view = null;
    refresh();
  }

  return {
    view: () => (view ??= work && toView(work)),
    open,
    show: (shown) => {
      if (!work || work.stage === 'reading') return refuse('command-not-allowed');
      put({ ...work, shown });
      return ok(null);
    },
    acceptZeros: (line) => (change((draft) => withZeros(draft, line)) ? ok(null) : refuse('command-not-allowed')),
    checkAgain: () => (change(withoutFailures) ? ok(null) : refuse('command-not-allowed')),
    start,
    drop,
  };
}

function toView(work: Work): OrderDraftView {
  const { fileName, stage, readCount } = work;
  if (stage === 'reading') return { ...NOTHING_READ, fileName, stage, readCount };
  const { source, judged, shown } = work;
  const page = pageOfDraft(judged, shown);
  if (source.kind === 'list') {
    return { ...NOTHING_READ, fileName, stage, readCount, ...page, ignoredColumns: source.draft.ignoredColumns };
  }
  const { name, goal, station, handedOverAtMs, lines } = source.order;
  const doneCount = lines.filter(({ done }) => done !== null).length;
  const skippedCount = lines.filter(({ done, isSkipped }) => isSkipped && done === null).length;
  const handedOver = { name, goal, station, atMs: handedOverAtMs, doneCount, skippedCount };
  return { ...NOTHING_READ, fileName, stage, readCount, ...page, handedOver };
}

const NOTHING_READ: Omit<OrderDraftView, 'fileName' | 'stage' | 'readCount'> = {
  checkedCount: 0,
  counts: { all: 0, usable: 0, doubtful: 0, unusable: 0, zerosOffered: 0 },
  ignoredColumns: [],
  handedOver: null,
  onlyFaults: false,
  page: 0,
  pageCount: 1,
  lines: [],
};

/** Whether somebody works here. */
export function isSignedIn({ session }: State): boolean {
  return session.kind === 'in' || session.kind === 'fixed';
}

function countLines(source: Source): number {
  return source.kind === 'list' ? source.draft.lines.length : source.order.lines.length;
}

function nameOfFile(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '') || fileName;
}
