import type { ReportFields } from '../contract/doctor.ts';
import type { Result } from '../contract/result.ts';
import { aimIdAt, latin1, upperHex } from './scan-bytes.ts';
import type { ReportLayout } from './report-layout.ts';
import { ok, refuse } from './result.ts';

/** One report's share of a scan. */
export type Frame = {
  /** One character a byte, or the hexadecimal digits of it where the layout says that it is a number. */
  readonly text: string;
  /** `]` and two characters, or `null` where the device sends none. */
  readonly aimId: string | null;
  /** The scan goes on in the next report. */
  readonly continued: boolean;
};

const RIGHT_BRACKET = 0x5d;
const LOWEST_BIT = 1;
const NOWHERE = -1;

/** Whether these bytes are the report that holds scans. A device also sends reports that are none, under other ids. */
export function isScanReport(layout: ReportLayout, bytes: Uint8Array): boolean {
  return layout.reportId === null || bytes[0] === layout.reportId;
}

/**
 * Whether a frame is the scanner's answer to a command, which comes under the report id of scans.
 * Source: ISO/IEC 15424: Z is no bar code at all. Observed: Honeywell answers under ]Z6 and ]X0.
 */
export function isScannerAnswer({ aimId }: Frame): boolean {
  return aimId !== null && (aimId.startsWith(']Z') || aimId === ']X0');
}

/**
 * Takes one input report apart, from the first byte that the device sent.
 * `report-malformed`: another report id, a short report, or a count that does not fit. A report is never guessed at.
 */
export function decodeReport(layout: ReportLayout, bytes: Uint8Array): Result<Frame> {
  if (!isScanReport(layout, bytes)) return malformed(`report id ${bytes[0] ?? 'missing'}`);
  if (bytes.length < layout.lengthBytes) return malformed(`${bytes.length} bytes`);
  const aimOffset = findAimId(layout, bytes);
  if (aimOffset === NOWHERE && isAimIdMisplaced(layout, bytes)) return malformed('AIM identifier out of place');
  const dataOffset = findData(layout, aimOffset);
  const count = countData(layout, bytes, dataOffset);
  if (count > roomForData(layout, bytes, dataOffset)) return malformed(`count ${count}`);
  const write = layout.encoding === 'hex' ? upperHex : latin1;
  return ok({
    text: write(bytes, dataOffset, dataOffset + count),
    aimId: aimOffset === NOWHERE ? null : aimIdAt(bytes, aimOffset),
    continued: isContinued(layout, bytes, count),
  });
}

/** Where the parts of a report stand, for somebody who looks at its bytes; `null` where it could not be taken apart. */
export function describeReport(layout: ReportLayout, bytes: Uint8Array): ReportFields | null {
  const frame = decodeReport(layout, bytes);
  if (!frame.ok) return null;
  const { aimId, continued } = frame.value;
  const dataOffsetBytes = findData(layout, findAimId(layout, bytes));
  return { dataOffsetBytes, dataLengthBytes: countData(layout, bytes, dataOffsetBytes), aimId, continued };
}

function malformed(detail: string): Result<never> {
  return refuse('report-malformed', { detail });
}

/** Where the AIM identifier begins in this report; nowhere: the device has none, or none for this scan. */
function findAimId({ aimOffsetBytes, aimSlackBytes = 0 }: ReportLayout, bytes: Uint8Array): number {
  if (aimOffsetBytes === null) return NOWHERE;
  if (bytes[aimOffsetBytes] === RIGHT_BRACKET) return aimOffsetBytes;
  return bytes[aimOffsetBytes + aimSlackBytes] === RIGHT_BRACKET ? aimOffsetBytes + aimSlackBytes : NOWHERE;
}

/** A device that does not keep to its layout: one byte on, its data would be read as another number. */
function isAimIdMisplaced({ aimOffsetBytes }: ReportLayout, bytes: Uint8Array): boolean {
  return aimOffsetBytes !== null && bytes[aimOffsetBytes + 1] === RIGHT_BRACKET;
}

/** The data move with the identifier. */
function findData({ aimOffsetBytes, aimSlackBytes = 0, dataOffsetBytes }: ReportLayout, aimOffset: number): number {
  const isLater = aimOffset !== NOWHERE && aimOffset !== aimOffsetBytes;
  return isLater ? dataOffsetBytes + aimSlackBytes : dataOffsetBytes;
}

function roomForData({ dataCapacityBytes }: ReportLayout, bytes: Uint8Array, dataOffset: number): number {
  return Math.min(dataCapacityBytes, bytes.length - dataOffset);
}

function countData(layout: ReportLayout, bytes: Uint8Array, dataOffset: number): number {
  if (layout.countOffsetBytes !== null) return bytes[layout.countOffsetBytes] ?? 0;
  const room = roomForData(layout, bytes, dataOffset);
  // A number has zeros in it.
  if (layout.encoding === 'hex') return room;
  // What comes after the first NUL may be left over from a longer scan.
  const end = bytes.indexOf(0, dataOffset) - dataOffset;
  return end >= 0 && end < room ? end : room;
}

/** A device without a flag fills each report of a long scan but the last: what follows a full one belongs to it. */
function isContinued(layout: ReportLayout, bytes: Uint8Array, count: number): boolean {
  const { continuedOffsetBytes, continuedMask = LOWEST_BIT } = layout;
  // A number is as wide as its place.
  if (continuedOffsetBytes === null) return layout.encoding !== 'hex' && count === layout.dataCapacityBytes;
  return ((bytes[continuedOffsetBytes] ?? 0) & continuedMask) !== 0;
}
