import type { Result } from '../contract/result.ts';
import { asBytes, findControls, joinControls, type Controls } from './report-descriptor-controls.ts';
import { usageNumber } from './report-descriptor-usages.ts';
import type { ReportField } from './report-descriptor.ts';
import type { ReportLayout } from './report-layout.ts';
import { ok, refuse } from './result.ts';

/** Source: HID Usage Tables 1.5, Barcode Scanner page 0x8C (§25) and Generic Desktop page 0x01 (§4). */
const SCANNER = usageNumber(0x8c, 0x02);
const SCANNED_DATA_REPORT = usageNumber(0x8c, 0x12);
const SYMBOLOGY_IDENTIFIERS = [usageNumber(0x8c, 0xfb), usageNumber(0x8c, 0xfc), usageNumber(0x8c, 0xfd)];
const DECODED_DATA = usageNumber(0x8c, 0xfe);
const DATA_CONTINUED = usageNumber(0x8c, 0xff);
const BYTE_COUNT = usageNumber(0x01, 0x3b);

const AIM_ID_BYTES = 3;

/**
 * Finds out where a Point-of-Sale scanner puts the parts of a scan, by what its descriptor calls them and not by where
 * they use to be: scanners differ in the order, and in having a count.
 * `report-malformed`: no scanner, not exactly one report of scanned data, or parts that cannot be read byte by byte.
 */
export function layoutFromDescriptor(fields: readonly ReportField[]): Result<ReportLayout> {
  const inputs = fields.filter((field) => field.reportType === 'input' && isWithin(field, SCANNER));
  if (inputs.length === 0) return refuseLayout('no bar code scanner');
  const reportIds = findScanReports(inputs);
  const [reportId] = reportIds;
  if (reportId === undefined || reportIds.length > 1)
    return refuseLayout(`${reportIds.length} reports of scanned data`);

  const report = inputs.filter((field) => field.reportId === reportId);
  const [data, ...otherData] = findControls(report, DECODED_DATA).map(asBytes);
  if (!data || otherData.length > 0) return refuseLayout('scanned data are not bytes in a row');
  const [count, ...otherCounts] = findControls(report, BYTE_COUNT).map(asBytes);
  if (count === null || (count && count.lengthBytes > 1) || otherCounts.length > 0)
    return refuseLayout('byte count is not one byte');
  const [flag, ...otherFlags] = findControls(report, DATA_CONTINUED);
  if ((flag && !isWithinByte(flag)) || otherFlags.length > 0) return refuseLayout('continued flag is not one');

  const idBytes = reportId === null ? 0 : 1;
  const aimOffsetBytes = findAimId(report);
  return ok({
    name: 'descriptor',
    reportId,
    lengthBytes: inputReportBytes(fields, reportId),
    countOffsetBytes: count ? count.offsetBytes + idBytes : null,
    aimOffsetBytes: aimOffsetBytes === null ? null : aimOffsetBytes + idBytes,
    dataOffsetBytes: data.offsetBytes + idBytes,
    dataCapacityBytes: data.lengthBytes,
    continuedOffsetBytes: flag ? Math.floor(flag.bitOffset / 8) + idBytes : null,
    ...(flag && { continuedMask: maskOf(flag) }),
  });
}

/** How long an input report is, its id included; 0 where the device has none of this id. */
export function inputReportBytes(fields: readonly ReportField[], reportId: number | null): number {
  const endBits = fields
    .filter((field) => field.reportType === 'input' && field.reportId === reportId)
    .reduce((end, { bitOffset, bitSize, count }) => Math.max(end, bitOffset + bitSize * count), 0);
  return endBits === 0 ? 0 : Math.ceil(endBits / 8) + (reportId === null ? 0 : 1);
}

/** Those that a scanner calls reports of scanned data; where it calls none so, those that hold decoded data. */
function findScanReports(inputs: readonly ReportField[]): readonly (number | null)[] {
  const holders = inputs.filter((field) => findControls([field], DECODED_DATA).length > 0);
  const named = holders.filter((field) => isWithin(field, SCANNED_DATA_REPORT));
  return [...new Set((named.length > 0 ? named : holders).map((field) => field.reportId))];
}

/** Three bytes in a row, or none: one alone is a number of the maker's own, as in layout B, and no AIM identifier. */
function findAimId(report: readonly ReportField[]): number | null {
  const runs = joinControls(SYMBOLOGY_IDENTIFIERS.flatMap((usage) => findControls(report, usage)));
  const [aimId, ...others] = runs.map(asBytes);
  return aimId?.lengthBytes === AIM_ID_BYTES && others.length === 0 ? aimId.offsetBytes : null;
}

function isWithin({ collections }: ReportField, usage: number): boolean {
  return collections.some((collection) => collection.usage === usage);
}

function isWithinByte({ bitOffset, bitSize }: Controls): boolean {
  return (bitOffset % 8) + bitSize <= 8;
}

/**
 * Some descriptors give the flag's usage to all eight bits of its byte, and their scanners set the lowest: the first
 * control counts. Source: fixture pos-64-eight-flags; the flag's place in the Access-IS manuals.
 */
function maskOf({ bitOffset, bitSize }: Controls): number {
  return (2 ** bitSize - 1) << (bitOffset % 8);
}

function refuseLayout(what: string): ReturnType<typeof refuse> {
  return refuse('report-malformed', { detail: `descriptor: ${what}` });
}
