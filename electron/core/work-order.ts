import type { Result } from '../contract/result.ts';
import type { LineFault, WorkOrderLine } from '../contract/work-order.ts';
import { ok, refuse } from './result.ts';
import { findWorkOrderColumns, type WorkOrderColumn, type WorkOrderColumns } from './work-order-columns.ts';

/** One row of the file and where it stands. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

/** Source: a spreadsheet shows a number of twelve digits and more like this, and saves what it shows. */
const ROUNDED = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d+$/i;

/** Source: OWASP, "CSV injection": what a spreadsheet takes for a formula. */
const FORMULA = /^[=+@\t\r]|^-(?!\d*$)/;

/** Chosen: a title, a date and an empty row stand above the header of many an export; a header further down is data. */
export const ROWS_BEFORE_HEADER = 5;

export type WorkOrderSheet = { readonly lines: readonly WorkOrderLine[]; readonly ignoredColumns: readonly string[] };

/** A work order as its sheet says it. `sheet-names-nobody`: no row is a header; `order-empty`: nothing stands below it. */
export function readWorkOrderSheet(rows: readonly SheetRow[]): Result<WorkOrderSheet> {
  for (const [place, { cells }] of rows.slice(0, ROWS_BEFORE_HEADER).entries()) {
    const columns = findWorkOrderColumns(cells);
    if (!columns) continue;
    const lines = readWorkOrderRows(rows.slice(place + 1), columns);
    return lines.length === 0 ? refuse('order-empty') : ok({ lines, ignoredColumns: columns.ignored });
  }
  return refuse('sheet-names-nobody');
}

/** The lines of a work order with what is to be said of each. Rows without any text are left out. */
export function readWorkOrderRows(rows: readonly SheetRow[], columns: WorkOrderColumns): readonly WorkOrderLine[] {
  const lines = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map((row) => toLine(row, columns));
  return withFaults(lines);
}

/**
 * Puts back the zeros that a spreadsheet seems to have dropped, in one line or (`null`) in all where that is offered.
 * `null`: nothing is offered there.
 */
export function putBackZeros(lines: readonly WorkOrderLine[], wanted: number | null): readonly WorkOrderLine[] | null {
  const changed = lines.map((line) => {
    const suggestion = wanted === null || line.line === wanted ? offeredZeros(line) : null;
    return suggestion === null ? line : { ...line, person: suggestion };
  });
  return changed.some((line, place) => line !== lines[place]) ? withFaults(changed) : null;
}

/** What a line would be called with its zeros; `null`: none seem to be lost. */
export function offeredZeros({ faults }: WorkOrderLine): string | null {
  return faults.find((fault) => fault.kind === 'zerosMaybeLost')?.suggestion ?? null;
}

/** Whom a line means, in one text; two lines with the same are about the same person. */
export function personText({ personBy, person }: Pick<WorkOrderLine, 'person' | 'personBy'>): string {
  return `${personBy} ${person.toLowerCase()}`;
}

function toLine({ line, cells }: SheetRow, { at }: WorkOrderColumns): Omit<WorkOrderLine, 'faults'> {
  const cell = (column: WorkOrderColumn): string => cells[at.get(column) ?? -1]?.trim() ?? '';
  const signInName = withoutUnseen(cell('userPrincipalName'));
  const isBySignInName = signInName !== '' || !at.has('employeeId');
  return {
    line,
    person: isBySignInName ? signInName : withoutUnseen(cell('employeeId')),
    personBy: isBySignInName ? 'userPrincipalName' : 'employeeId',
    name: cell('name'),
    requestNumber: cell('requestNumber'),
    model: cell('model'),
    note: cell('note'),
  };
}

/** Signs without width come along when somebody copies a name out of a chat; nobody can see them to take them out. */
function withoutUnseen(text: string): string {
  return text.replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
}

function withFaults(lines: readonly Omit<WorkOrderLine, 'faults'>[]): readonly WorkOrderLine[] {
  const usualLength = usualIdLength(lines);
  const firstLines = new Map<string, number>();
  return lines.map((line) => {
    const key = personText(line);
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) firstLines.set(key, line.line);
    return { ...line, faults: faultsOf(line, firstLine, usualLength) };
  });
}

function faultsOf(
  line: Omit<WorkOrderLine, 'faults'>,
  firstLine: number | undefined,
  usualLength: number | null,
): readonly LineFault[] {
  const { person, personBy } = line;
  if (person === '') return [{ kind: 'personMissing' }];
  const faults: LineFault[] = [];
  if (ROUNDED.test(person)) faults.push({ kind: 'rounded' });
  if (firstLine !== undefined) faults.push({ kind: 'personTwice', firstLine });
  if (personBy === 'employeeId' && usualLength !== null && /^\d+$/.test(person) && person.length < usualLength) {
    faults.push({ kind: 'zerosMaybeLost', suggestion: person.padStart(usualLength, '0') });
  }
  if (Object.values(line).some((value) => typeof value === 'string' && FORMULA.test(value))) {
    faults.push({ kind: 'formula' });
  }
  return faults;
}

/**
 * How long an employee id is at this site: what more than half of those of digits have, if there are enough to tell.
 * Chosen: five, so that two short ids in a list of three prove nothing.
 */
function usualIdLength(lines: readonly Omit<WorkOrderLine, 'faults'>[]): number | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { person, personBy } of lines) {
    if (personBy !== 'employeeId' || !/^\d+$/.test(person)) continue;
    all += 1;
    counts.set(person.length, (counts.get(person.length) ?? 0) + 1);
  }
  const [usual] = Array.from(counts).find(([, count]) => count * 2 > all) ?? [];
  return all >= 5 && usual !== undefined ? usual : null;
}
