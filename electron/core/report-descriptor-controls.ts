import type { ReportField } from './report-descriptor.ts';

/** Controls that follow each other without a gap, `bitSize` bits each. Bits count from the first one after the report id. */
export type Controls = { readonly bitOffset: number; readonly bitSize: number; readonly count: number };

export type ByteRun = { readonly offsetBytes: number; readonly lengthBytes: number };

/**
 * The controls of one report that bear one usage, in the order of the fields; what touches is joined. Constants are
 * padding, and an array of several usages holds their numbers and not their values: neither has controls of a usage.
 */
export function findControls(fields: readonly ReportField[], usage: number): readonly Controls[] {
  return joinControls(fields.flatMap((field) => (holdsValues(field) ? controlsOf(field, usage) : [])));
}

export function joinControls(runs: readonly Controls[]): readonly Controls[] {
  const joined: Controls[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const touches = last?.bitSize === run.bitSize && last.bitOffset + last.bitSize * last.count === run.bitOffset;
    if (last && touches) joined.splice(-1, 1, { ...last, count: last.count + run.count });
    else joined.push(run);
  }
  return joined;
}

/** The whole bytes that these controls are, or `null` where they are anything else. */
export function asBytes({ bitOffset, bitSize, count }: Controls): ByteRun | null {
  return bitSize === 8 && bitOffset % 8 === 0 ? { offsetBytes: bitOffset / 8, lengthBytes: count } : null;
}

function holdsValues({ isConstant, isVariable, usages: [only, ...others] }: ReportField): boolean {
  return !isConstant && (isVariable || (others.length === 0 && only?.first === only?.last));
}

/** Source: HID 1.11 §6.2.2.8: usages go to the controls in turn, and the last one to all that are left. */
function controlsOf({ usages, bitOffset, bitSize, count }: ReportField, usage: number): readonly Controls[] {
  const runs: Controls[] = [];
  const lastOfAll = usages.at(-1)?.last;
  let index = 0;
  for (const [place, { first, last }] of usages.entries()) {
    const at = index + usage - first;
    index += last - first + 1;
    if (usage < first || usage > last || at >= count) continue;
    const isLastOfAll = place === usages.length - 1 && usage === lastOfAll;
    runs.push({ bitOffset: bitOffset + at * bitSize, bitSize, count: isLastOfAll ? count - at : 1 });
  }
  return runs;
}
