import type {
  LineFault,
  OrderDraftCounts,
  OrderDraftLine,
  OrderDraftView,
  WorkOrderLine,
} from '../contract/work-order.ts';
import type { HandedOverOrder } from './handed-over-order.ts';
import type { OrderLineDraft } from './order-events.ts';
import { LINES_PER_PAGE } from './order-lines.ts';
import { personKey, type OrdersState } from './orders.ts';
import type { DirectoryUser, PersonKey, ReadOutcome } from './graph-port.ts';
import { offeredZeros, personText, putBackZeros, type WorkOrderSheet } from './work-order.ts';

/** Whom the tenant found. */
export type PeopleRead = ReadOutcome<readonly DirectoryUser[]>;

/** A work order before it is opened. */
export type OrderDraft = {
  readonly ignoredColumns: readonly string[];
  readonly lines: readonly WorkOrderLine[];
  /** Of each line: whom it means, as `personText` has it. */
  readonly texts: readonly string[];
  /** Of each line: what the tenant said; `null`: it has not been asked yet. */
  readonly reads: readonly (PeopleRead | null)[];
};

/** What is to be said of one line, its own faults included. */
type Verdict = Pick<OrderDraftLine, 'user' | 'isUsable' | 'faults'>;

/** What is to be said of each line now, and who is to be looked up next. */
export type JudgedDraft = {
  readonly lines: readonly WorkOrderLine[];
  /** One for each line. */
  readonly verdicts: readonly Verdict[];
  readonly counts: OrderDraftCounts;
  /** Of lines: those that wait for nothing. */
  readonly checkedCount: number;
  readonly nextKeys: readonly PersonKey[];
};

/**
 * Chosen: thirteen batches, which are the first alone and three rounds of four. More at once would tell progress too
 * seldom, fewer would go alone too often.
 */
const KEYS_AT_ONCE = 260;

export function createDraft({ lines, ignoredColumns }: WorkOrderSheet): OrderDraft {
  return { ignoredColumns, lines, texts: lines.map(personText), reads: lines.map(() => null) };
}

export function withAnswers(draft: OrderDraft, answers: readonly (readonly [PersonKey, PeopleRead])[]): OrderDraft {
  const { texts, reads } = draft;
  const answered = new Map(answers.map(([{ by, value }, read]) => [personText({ personBy: by, person: value }), read]));
  return { ...draft, reads: texts.map((text, at) => answered.get(text) ?? reads[at] ?? null) };
}

/** Nobody else will be looked up: the same has befallen all who are left. */
export function withoutOthers(draft: OrderDraft, failed: Extract<PeopleRead, { kind: 'failed' }>): OrderDraft {
  return { ...draft, reads: draft.reads.map((read) => read ?? failed) };
}

/** Whoever could not be looked up is looked up again. */
export function withoutFailures(draft: OrderDraft): OrderDraft {
  return { ...draft, reads: draft.reads.map((read) => (read?.kind === 'failed' ? null : read)) };
}

/** `line`: in this one; `null`: in all. The answer is `null` where nothing is offered. */
export function withZeros(draft: OrderDraft, line: number | null): OrderDraft | null {
  const lines = putBackZeros(draft.lines, line);
  if (!lines) return null;
  const known = new Map(draft.texts.map((text, at) => [text, draft.reads[at] ?? null]));
  const texts = lines.map(personText);
  return { ...draft, lines, texts, reads: texts.map((text) => known.get(text) ?? null) };
}

/** `others`: as `peopleOfOrders` gives them. */
export function judgeDraft({ lines, texts, reads }: OrderDraft, others: ReadonlyMap<string, string>): JudgedDraft {
  const firstLines = new Map<string, number>();
  const wanted = new Map<string, PersonKey>();
  const counts = { all: lines.length, usable: 0, doubtful: 0, unusable: 0, zerosOffered: 0 };
  let checkedCount = 0;
  const verdicts = lines.map((line, at): Verdict => {
    const read = reads[at] ?? null;
    const isWaiting = read === null && isAsked(line);
    const verdict = read && isAsked(line) ? judgeLine(line, read, firstLines, others) : leaveOut(line.faults);
    if (isWaiting && wanted.size < KEYS_AT_ONCE) wanted.set(texts[at] ?? '', { by: line.personBy, value: line.person });
    if (!isWaiting) checkedCount += 1;
    if (verdict.isUsable) counts.usable += 1;
    else if (!isWaiting) counts.unusable += 1;
    if (verdict.isUsable && verdict.faults.length > 0) counts.doubtful += 1;
    if (offeredZeros(line) !== null) counts.zerosOffered += 1;
    return verdict;
  });
  return { lines, verdicts, counts, checkedCount, nextKeys: Array.from(wanted.values()) };
}

function judgeLine(
  line: WorkOrderLine,
  read: PeopleRead,
  firstLines: Map<string, number>,
  others: ReadonlyMap<string, string>,
): Verdict {
  if (read.kind === 'failed') return leaveOut([...line.faults, { kind: 'notLookedUp', problem: read.problem }]);
  const [person, ...more] = read.value;
  if (!person) return leaveOut([...line.faults, { kind: 'unknownPerson' }]);
  if (more.length > 0) return leaveOut([...line.faults, { kind: 'twoPeople' }]);
  const { user, account } = person;
  const faults = [...line.faults];
  const firstLine = firstLines.get(personKey(user));
  if (firstLine === undefined) firstLines.set(personKey(user), line.line);
  // Under another name: by sign-in name here and by employee id there.
  else if (!faults.some(({ kind }) => kind === 'personTwice')) faults.push({ kind: 'personTwice', firstLine });
  if (account.isGuest) faults.push({ kind: 'guest' });
  if (account.isEnabled === false) faults.push({ kind: 'accountDisabled' });
  const orderName = others.get(personKey(user));
  if (orderName !== undefined) faults.push({ kind: 'inOtherOrder', orderName });
  return { user, faults, isUsable: !faults.some(({ kind }) => kind === 'guest' || kind === 'personTwice') };
}

function leaveOut(faults: readonly LineFault[]): Verdict {
  return { user: null, faults, isUsable: false };
}

/** Nobody is asked about a line that names nobody, or whom a spreadsheet has made unreadable. */
function isAsked({ faults }: WorkOrderLine): boolean {
  return !faults.some(({ kind }) => kind === 'personMissing' || kind === 'rounded');
}

/** An order that another station has handed over: its people were looked up there. */
export function judgeHandedOver({ lines }: HandedOverOrder, others: ReadonlyMap<string, string>): JudgedDraft {
  const verdicts = lines.map(({ user, done }): Verdict => {
    const orderName = done ? undefined : others.get(personKey(user));
    return { user, isUsable: true, faults: orderName === undefined ? [] : [{ kind: 'inOtherOrder', orderName }] };
  });
  const asInList = lines.map(({ line, user, requestNumber, model, note }): WorkOrderLine => {
    const person = { person: user.userPrincipalName, personBy: 'userPrincipalName', name: user.displayName } as const;
    return { line, ...person, requestNumber, model, note, faults: [] };
  });
  const doubtful = verdicts.filter(({ faults }) => faults.length > 0).length;
  const counts = { all: lines.length, usable: lines.length, doubtful, unusable: 0, zerosOffered: 0 };
  return { lines: asInList, verdicts, counts, checkedCount: lines.length, nextKeys: [] };
}

/** The lines of the order that a draft becomes. */
export function linesOfDraft({ lines, verdicts }: JudgedDraft): readonly OrderLineDraft[] {
  return lines.flatMap(({ line, requestNumber, model, note }, at) => {
    const { user = null, isUsable = false } = verdicts[at] ?? {};
    return user && isUsable ? { line, user, requestNumber, model, note, isSkipped: false, done: null } : [];
  });
}

/** A page of a draft. A page behind the last is the last. */
export function pageOfDraft(
  { lines, verdicts, counts, checkedCount }: JudgedDraft,
  asked: Pick<OrderDraftView, 'page' | 'onlyFaults'>,
): Pick<OrderDraftView, 'counts' | 'checkedCount' | 'onlyFaults' | 'page' | 'pageCount' | 'lines'> {
  const { onlyFaults } = asked;
  const places = Array.from(lines.keys());
  const shown = onlyFaults ? places.filter((at) => (verdicts[at]?.faults.length ?? 0) > 0) : places;
  const pageCount = Math.max(1, Math.ceil(shown.length / LINES_PER_PAGE));
  const page = Math.min(asked.page, pageCount - 1);
  const start = page * LINES_PER_PAGE;
  const onPage = shown.slice(start, start + LINES_PER_PAGE).flatMap((at) => {
    const [line, verdict] = [lines[at], verdicts[at]];
    return line && verdict ? { ...line, ...verdict } : [];
  });
  return { counts, checkedCount, onlyFaults, page, pageCount, lines: onPage };
}

/** Whom open orders have already, by `personKey`, with the name of the oldest of these orders. */
export function peopleOfOrders({ list }: OrdersState): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  for (const { stage, lines, lineNumbers, name } of list) {
    if (stage !== 'open') continue;
    for (const number of lineNumbers) {
      const line = lines.get(number);
      if (line && line.state !== 'skipped' && !people.has(personKey(line.user))) people.set(personKey(line.user), name);
    }
  }
  return people;
}
