import type { DurableEvent } from '../event.ts';
import type { ForgottenEntry, StoredEvent } from '../ports.ts';
import { readJournal, type JournalLine } from './read-journal.ts';
import { findDifferences } from './same-remains.ts';

/** They name nobody and no token; what they do holds for everything around them. */
const STAYS: ReadonlySet<string> = new Set<DurableEvent['kind']>([
  'restarted',
  'shiftClosed',
  'refusedScansCleared',
  'retentionApplied',
  'forgotten',
]);

/** Chosen: a token whose story is told by others' is rare; whoever has so many keeps more than they wanted, and nothing wrong. */
const MOST_ROUNDS = 8;

/**
 * The entries that are older than the moment and that nothing which stays depends on, in their order. A token is forgotten
 * with all that happened to it, once it is settled, and so are a visit, an order and a plan. What would be left is folded
 * and compared: it must give the same as before for everything that stays. Nothing at all is given where an entry cannot be
 * read: nobody knows what hangs on it.
 */
export function findForgettable(stored: readonly StoredEvent[], beforeMs: number): readonly ForgottenEntry[] {
  if (!stored.some((entry) => entry.atMs < beforeMs && mayHold(entry))) return [];
  const read = readJournal(stored);
  if (!read) return [];
  const { lines, state, groupOf, unsettled } = read;
  const isOld = ({ event }: JournalLine): boolean => event.atMs < beforeMs;
  const kept = new Set(
    [...unsettled, ...lines.filter((line) => !isOld(line)).flatMap(({ subjects }) => subjects)].map(groupOf),
  );
  const mayGo = (line: JournalLine): boolean =>
    isOld(line) && !STAYS.has(line.event.kind) && !line.subjects.some((subject) => kept.has(groupOf(subject)));

  for (let round = 0; round < MOST_ROUNDS; round++) {
    const gone = withOperators(lines, mayGo);
    const differing = findDifferences(lines, gone, state);
    if (differing.length === 0) return lines.filter(({ seq }) => gone.has(seq)).map(toEntry);
    keepAround(lines, new Set(differing.map(groupOf)), groupOf, kept);
  }
  return [];
}

/** Quickly, at each start: most journals have nothing that is too old, or have forgotten it already. */
function mayHold({ kind, body }: StoredEvent): boolean {
  return !STAYS.has(kind) && !body.startsWith('{"kind":"forgotten"');
}

/** Who worked here is forgotten once nothing that they did is left. */
function withOperators(lines: readonly JournalLine[], mayGo: (line: JournalLine) => boolean): ReadonlySet<number> {
  const gone = new Set<number>();
  let isNeeded = false;
  for (const line of lines.toReversed()) {
    if (line.kind === 'operatorNoted') {
      if (mayGo(line) && !isNeeded) gone.add(line.seq);
      isNeeded = false;
    } else if (line.kind === 'restarted') isNeeded = false;
    else if (mayGo(line)) gone.add(line.seq);
    else if (!STAYS.has(line.event.kind)) isNeeded = true;
  }
  return gone;
}

/** What differs was touched by something that was to go: all that happened while it was there stays. */
function keepAround(
  lines: readonly JournalLine[],
  differing: ReadonlySet<string>,
  groupOf: (subject: string) => string,
  kept: Set<string>,
): void {
  const ofDiffering = lines.filter(({ subjects }) => subjects.some((subject) => differing.has(groupOf(subject))));
  const [first, last] = [ofDiffering.at(0)?.seq ?? 0, ofDiffering.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER];
  for (const { seq, subjects } of lines) {
    if (seq < first || seq > last) continue;
    for (const subject of subjects) kept.add(groupOf(subject));
  }
}

function toEntry({ seq, itemCount, orderCount }: JournalLine): ForgottenEntry {
  return { seq, itemCount, orderCount };
}
