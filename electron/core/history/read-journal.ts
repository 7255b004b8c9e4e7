import type { DurableEvent } from '../event.ts';
import { parseEvent } from '../parse-event.ts';
import { isHeld } from '../plan-items.ts';
import type { ForgottenEntry, StoredEvent } from '../ports.ts';
import { reduce } from '../reduce.ts';
import { EMPTY_STATE, type State } from '../state.ts';
import { eventSubjects, itemSubject, orderSubject, type Subjects, type SubjectsKnown } from './event-subjects.ts';
import { createGroups } from './groups.ts';

/** One entry of the journal with what it is about. */
export type JournalLine = ForgottenEntry & {
  readonly event: DurableEvent;
  readonly kind: string;
  readonly subjects: Subjects;
};

/** The whole journal, read and folded. */
export type ReadJournal = {
  readonly lines: readonly JournalLine[];
  readonly state: State;
  /** What stands for all that a subject hangs together with. */
  readonly groupOf: (subject: string) => string;
  readonly unsettled: Subjects;
};

/** `null`: one of its entries cannot be read. */
export function readJournal(stored: readonly StoredEvent[]): ReadJournal | null {
  const groups = createGroups();
  const known: SubjectsKnown = { visits: new Map(), tasks: new Map(), plan: null };
  const lines: JournalLine[] = [];
  let state = EMPTY_STATE;
  for (const { seq, kind, body } of stored) {
    const parsed = parseEvent(body);
    if (!parsed.ok) return null;
    const event = parsed.value;
    const before = state;
    state = reduce(before, event);
    const subjects = eventSubjects(event, { seq, before, after: state, known });
    groups.join(...subjects);
    const itemCount = state.nextItemId - before.nextItemId;
    const orderCount = state.orders.nextId - before.orders.nextId;
    lines.push({ seq, itemCount, orderCount, event, kind, subjects });
  }
  return { lines, state, groupOf: groups.find, unsettled: findUnsettled(state, known) };
}

/** What goes on, whatever its age. */
function findUnsettled(state: State, known: SubjectsKnown): Subjects {
  const items: string[] = [];
  for (let id = 1; id < state.nextItemId; id++) {
    const item = state.items.get(id);
    const isSettled = !item || item.state.kind === 'activated' || item.state.kind === 'assigned';
    if (!isSettled || (item && isHeld(state, item))) items.push(itemSubject(id));
  }
  const orders = state.orders.list.filter(({ stage }) => stage !== 'closed' && stage !== 'handedOver');
  const inPlaces = state.lanes.flatMap(({ laneId, visit, task }) => [
    ...(visit ? [known.visits.get(laneId) ?? ''] : []),
    ...(task ? [orderSubject(task.orderId)] : []),
  ]);
  const plan = state.plan && known.plan ? [known.plan] : [];
  return [...items, ...orders.map(({ id }) => orderSubject(id)), ...inPlaces, ...plan];
}
