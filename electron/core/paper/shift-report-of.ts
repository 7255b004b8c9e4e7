import type { Problem } from '../../contract/problem.ts';
import { newestFirst } from '../item-table.ts';
import type { JournalHead } from '../ports.ts';
import { readerName } from '../reader-name.ts';
import type { State } from '../state.ts';
import type { OperatorCount } from './count-by-operator.ts';
import { frameOf, type PaperSurroundings } from './paper-frame.ts';
import { atWords, countWords, fill, type PaperStyle } from './paper-style.ts';
import type { NamedCount, PaperComparison, PaperException, ShiftReport } from './paper.ts';

/** What the journal adds to the state. */
export type ShiftJournal = { readonly byOperator: readonly OperatorCount[]; readonly head: JournalHead | null };

/** What happened since the last shift was closed. `null`: nothing. */
export function shiftReportOf(
  state: State,
  { byOperator, head }: ShiftJournal,
  surroundings: PaperSurroundings,
): ShiftReport | null {
  const { sinceMs } = state.shift;
  const { style } = surroundings;
  if (sinceMs === null) return null;
  return {
    ...frameOf(state, surroundings),
    sinceAt: atWords(sinceMs, style),
    counts: countsOf(state, style),
    operators: operatorsOf(state, byOperator, style),
    exceptions: exceptionsOf(state, style),
    comparison: comparisonOf(state, sinceMs, style),
    journalHead: head && { seq: String(head.seq), hash: head.hash },
  };
}

function countsOf({ shift }: State, style: PaperStyle): readonly NamedCount[] {
  const { counts } = style.words.shiftReport;
  const { issued, assigned, takenBack, stopped, refusedScans } = shift.counts;
  return [
    { name: counts.issued, count: countWords(issued, style) },
    { name: counts.assigned, count: countWords(assigned, style) },
    { name: counts.takenBack, count: countWords(takenBack, style) },
    { name: counts.stopped, count: countWords(stopped, style) },
    { name: counts.refusedScans, count: countWords(refusedScans, style) },
  ];
}

/** Whoever has issued, then whoever else worked here. */
function operatorsOf({ shift }: State, byOperator: readonly OperatorCount[], style: PaperStyle): readonly NamedCount[] {
  const others = shift.operators.filter(
    ({ name, userPrincipalName }) =>
      !byOperator.some(({ operator }) => operator?.name === name && operator.userPrincipalName === userPrincipalName),
  );
  const all = [...byOperator, ...others.map((operator) => ({ operator, issued: 0 }))];
  return all.map(({ operator, issued }) => ({
    name: operator?.name ?? style.words.shiftReport.nobody,
    count: countWords(issued, style),
  }));
}

/** The newest first, as on the screen. */
function exceptionsOf(state: State, style: PaperStyle): readonly PaperException[] {
  const tokens = [...newestFirst(state)].flatMap((item) =>
    item.state.kind === 'stopped'
      ? [
          {
            atMs: item.changedAtMs,
            what: item.serialNumber,
            personName: item.user?.displayName ?? '',
            readerName: readerName(state, item.laneId),
            reason: reasonOf(item.state.problem, style),
          },
        ]
      : [],
  );
  const scans = state.shift.refusedScans.map(({ atMs, readerKey, problem, rawText }) => ({
    atMs,
    what: asVisible(rawText) || style.words.shiftReport.hidden,
    personName: '',
    readerName: readerName(state, readerKey),
    reason: reasonOf(problem, style),
  }));
  return [...tokens, ...scans]
    .toSorted((one, other) => other.atMs - one.atMs)
    .map(({ atMs, ...exception }) => ({ at: atWords(atMs, style), ...exception }));
}

function comparisonOf(state: State, sinceMs: number, style: PaperStyle): PaperComparison {
  const { comparison } = state.shift;
  const { notCompared, compared, differs } = style.words.shiftReport;
  if (!comparison) return { summary: fill(notCompared, { at: atWords(sinceMs, style) }), differences: [] };
  const { atMs, checkedCount, issuedSince, differences } = comparison;
  return {
    summary: fill(compared, {
      at: atWords(atMs, style),
      checked: countWords(checkedCount, style),
      different: countWords(differences.length, style),
      since: countWords(issuedSince, style),
    }),
    differences: differences.map(({ kind, serialNumber, userName, problem }) => ({
      serialNumber,
      personName: userName,
      reason: problem ? `${differs[kind]} ${reasonOf(problem, style)}` : differs[kind],
    })),
  };
}

/** Our words, and what the other side said under them. A code without words stands as it is. */
function reasonOf({ code, detail = '' }: Problem, { words }: PaperStyle): string {
  const ours = words.problems[code] ?? code;
  return detail === '' ? ours : `${ours}: ${detail}`;
}

/** Signs that print nothing are seen as dots. */
function asVisible(text: string): string {
  return text.replaceAll(/\p{C}/gu, '·');
}
