import type { Result } from '../contract/result.ts';
import { applyGlobal, FIRST_GLOBALS, type GlobalState } from './report-descriptor-globals.ts';
import { refuseAt, splitDescriptor, type DescriptorItem } from './report-descriptor-items.ts';
import { applyLocal, closeUsages, FIRST_LOCALS, usageNumber, type UsageRange } from './report-descriptor-usages.ts';
import { ok } from './result.ts';

export type ReportType = 'input' | 'output' | 'feature';

/** `usage` is its page in the upper 16 bits and its id in the lower. */
export type Collection = { readonly kind: 'application' | 'logical' | 'physical' | 'other'; readonly usage: number };

/** `count` controls of `bitSize` bits each, one after the other. */
export type ReportField = {
  readonly reportType: ReportType;
  /** `null`: the device numbers no reports, and no id byte stands before the first bit. */
  readonly reportId: number | null;
  /** The page that held where the field was declared. */
  readonly usagePage: number;
  /** In the order of the controls; the last one holds for all controls that are left. Empty: padding. */
  readonly usages: readonly UsageRange[];
  /** From the first bit after the report id. */
  readonly bitOffset: number;
  readonly bitSize: number;
  readonly count: number;
  readonly isConstant: boolean;
  /** `false`: an array, whose controls hold numbers of usages. */
  readonly isVariable: boolean;
  readonly isBuffered: boolean;
  /** From the outermost in. */
  readonly collections: readonly Collection[];
};

/** Source: Linux HID_MAX_BUFFER_SIZE: no longer report comes through. */
const LONGEST_REPORT_BYTES = 16_384;

/** Chosen: known devices nest up to 5 deep. */
const DEEPEST_NESTING = 16;

/** Source: HID 1.11 §6.2.2.4. */
const COLLECTION = 0xa;
const END_COLLECTION = 0xc;
const FIELD_TAGS: Readonly<Record<number, ReportType>> = { 0x8: 'input', 0x9: 'output', 0xb: 'feature' };
const COLLECTION_KINDS = ['physical', 'application', 'logical'] as const;
const CONSTANT = 1 << 0;
const VARIABLE = 1 << 1;
const BUFFERED = 1 << 8;

/**
 * Reads the fields out of a HID report descriptor, in their order. It comes from a device, so nothing in it is believed:
 * sizes, depths and counts are bounded, and what cannot be read whole is refused whole.
 * `report-malformed`: with the byte at which it was seen.
 * Source: HID 1.11 §6.2.2; bounds as in Linux's hid-core, which has read the same bytes before.
 */
export function parseReportDescriptor(bytes: Uint8Array): Result<readonly ReportField[]> {
  const items = splitDescriptor(bytes);
  if (!items.ok) return items;
  const fields: ReportField[] = [];
  const sizesBits = new Map<string, number>();
  let globals = FIRST_GLOBALS;
  let locals = FIRST_LOCALS;
  let collections: readonly Collection[] = [];

  for (const item of items.value) {
    if (item.kind === 'global') {
      const next = applyGlobal(globals, item);
      if (!next.ok) return next;
      globals = next.value;
    } else if (item.kind === 'local') {
      const next = applyLocal(locals, item, globals.usagePage);
      if (!next.ok) return next;
      locals = next.value;
    } else {
      const usages = closeUsages(locals, globals.usagePage, item.offsetBytes);
      if (!usages.ok) return usages;
      locals = FIRST_LOCALS;
      const reportType = FIELD_TAGS[item.tag];
      if (reportType !== undefined) {
        const report = `${reportType} ${globals.reportId}`;
        const bitOffset = sizesBits.get(report) ?? 0;
        const sizeBits = bitOffset + globals.reportSizeBits * globals.reportCount;
        if (sizeBits > LONGEST_REPORT_BYTES * 8) return refuseAt(item.offsetBytes, `report of ${sizeBits} bits`);
        sizesBits.set(report, sizeBits);
        if (sizeBits > bitOffset)
          fields.push(readField(reportType, item, globals, usages.value, bitOffset, collections));
      } else {
        const next = nest(collections, item, usages.value[0]?.first ?? usageNumber(globals.usagePage, 0));
        if (!next.ok) return next;
        collections = next.value;
      }
    }
  }
  if (collections.length > 0) return refuseAt(bytes.length, 'collection not closed');
  return areNumberedAlike(fields) ? ok(fields) : refuseAt(bytes.length, 'fields with and without report id');
}

function readField(
  reportType: ReportType,
  { value: flags }: DescriptorItem,
  { reportId, usagePage, reportSizeBits: bitSize, reportCount: count }: GlobalState,
  usages: readonly UsageRange[],
  bitOffset: number,
  collections: readonly Collection[],
): ReportField {
  const isConstant = (flags & CONSTANT) !== 0;
  const isVariable = (flags & VARIABLE) !== 0;
  const isBuffered = (flags & BUFFERED) !== 0;
  return {
    reportType,
    reportId,
    usagePage,
    usages,
    bitOffset,
    bitSize,
    count,
    isConstant,
    isVariable,
    isBuffered,
    collections,
  };
}

/** Opens or closes a collection. Reserved main items say nothing and are passed over, as Linux does. */
function nest(collections: readonly Collection[], item: DescriptorItem, usage: number): Result<readonly Collection[]> {
  if (item.tag === END_COLLECTION) {
    if (collections.length === 0) return refuseAt(item.offsetBytes, 'closes a collection that was not opened');
    return ok(collections.slice(0, -1));
  }
  if (item.tag !== COLLECTION) return ok(collections);
  if (collections.length === DEEPEST_NESTING) return refuseAt(item.offsetBytes, 'collections nested too deep');
  return ok([...collections, { kind: COLLECTION_KINDS[item.value] ?? 'other', usage }]);
}

/** Source: HID 1.11 §6.2.2.7: where one report has an id, all have. Else it would be unknown whether byte 0 is one. */
function areNumberedAlike(fields: readonly ReportField[]): boolean {
  return fields.every(({ reportId }) => (reportId === null) === (fields[0]?.reportId === null));
}
