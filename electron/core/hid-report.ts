import type { Result } from '../contract/result.ts';
import type { ReportLayout } from './report-layout.ts';
import { ok, refuse } from './result.ts';

/** One report's share of a scan. */
export type Frame = {
  readonly bytes: Uint8Array;
  /** `]` and two characters, or `null` where the device sends none. */
  readonly aimId: string | null;
  /** The scan goes on in the next report. */
  readonly continued: boolean;
};

const RIGHT_BRACKET = 0x5d;
const AIM_ID_BYTES = 3;
const LOWEST_BIT = 1;

/** Whether these bytes are the report that holds scans. A device also sends reports that are none, under other ids. */
export function isScanReport(layout: ReportLayout, bytes: Uint8Array): boolean {
  return layout.reportId === null || bytes[0] === layout.reportId;
}

/**
 * Whether a frame is the scanner's answer to a command, which comes under the report id of scans.
 * Source: ISO/IEC 15424: Z is no bar code at all. Observed: Honeywell answers under ]Z6 and ]X0.
 */
export function isScannerAnswer({ aimId }: Frame): boolean {
  return aimId !== null && /^\](?:Z|X0)/.test(aimId);
}

/**
 * Takes one input report apart, from the first byte that the device sent.
 * `report-malformed`: another report id, a short report, or a count that does not fit. A report is never guessed at.
 */
export function decodeReport(layout: ReportLayout, bytes: Uint8Array): Result<Frame> {
  if (!isScanReport(layout, bytes)) return refuse('report-malformed', { detail: `report id ${bytes[0] ?? 'missing'}` });
  if (bytes.length < layout.lengthBytes) return refuse('report-malformed', { detail: `${bytes.length} bytes` });
  const aimOffset = findAimId(layout, bytes);
  if (aimOffset === null && isAimIdMisplaced(layout, bytes))
    return refuse('report-malformed', { detail: 'AIM identifier out of place' });
  const isLater = aimOffset !== null && aimOffset !== layout.aimOffsetBytes;
  const dataOffset = layout.dataOffsetBytes + (isLater ? (layout.aimSlackBytes ?? 0) : 0);
  const data = bytes.slice(dataOffset, dataOffset + layout.dataCapacityBytes);
  const count = countData(layout, bytes, data);
  if (count > data.length) return refuse('report-malformed', { detail: `count ${count}` });
  return ok({
    bytes: data.slice(0, count),
    aimId: aimOffset === null ? null : String.fromCharCode(...bytes.subarray(aimOffset, aimOffset + AIM_ID_BYTES)),
    continued: isContinued(layout, bytes, count),
  });
}

/** Where the AIM identifier begins in this report, or `null`: the device has none, or none for this scan. */
function findAimId({ aimOffsetBytes, aimSlackBytes = 0 }: ReportLayout, bytes: Uint8Array): number | null {
  if (aimOffsetBytes === null) return null;
  const places = [aimOffsetBytes, aimOffsetBytes + aimSlackBytes];
  return places.find((offset) => bytes[offset] === RIGHT_BRACKET) ?? null;
}

/** A device that does not keep to its layout: one byte on, its data would be read as another number. */
function isAimIdMisplaced({ aimOffsetBytes }: ReportLayout, bytes: Uint8Array): boolean {
  return aimOffsetBytes !== null && bytes[aimOffsetBytes + 1] === RIGHT_BRACKET;
}

function countData({ countOffsetBytes }: ReportLayout, bytes: Uint8Array, data: Uint8Array): number {
  if (countOffsetBytes !== null) return bytes[countOffsetBytes] ?? 0;
  // What comes after the first NUL may be left over from a longer scan.
  const end = data.indexOf(0);
  return end === -1 ? data.length : end;
}

/** A device without a flag fills each report of a long scan but the last: what follows a full one belongs to it. */
function isContinued(layout: ReportLayout, bytes: Uint8Array, count: number): boolean {
  const { continuedOffsetBytes, continuedMask = LOWEST_BIT } = layout;
  if (continuedOffsetBytes === null) return count === layout.dataCapacityBytes;
  return ((bytes[continuedOffsetBytes] ?? 0) & continuedMask) !== 0;
}
