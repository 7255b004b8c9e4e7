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

/**
 * Takes one input report apart, the report id included as byte 0.
 * `report-malformed`: another report id, a short report, or a count that does not fit. A report is never guessed at.
 */
export function decodeReport(layout: ReportLayout, bytes: Uint8Array): Result<Frame> {
  if (bytes[0] !== layout.reportId) return refuse('report-malformed', { detail: `report id ${bytes[0] ?? 'missing'}` });
  if (bytes.length < layout.lengthBytes) return refuse('report-malformed', { detail: `${bytes.length} bytes` });
  const count = bytes[layout.countOffsetBytes] ?? 0;
  if (count > layout.dataCapacityBytes) return refuse('report-malformed', { detail: `count ${count}` });
  return ok({
    bytes: bytes.slice(layout.dataOffsetBytes, layout.dataOffsetBytes + count),
    aimId: readAimId(layout, bytes),
    continued: ((bytes[layout.continuedOffsetBytes] ?? 0) & 1) === 1,
  });
}

function readAimId(layout: ReportLayout, bytes: Uint8Array): string | null {
  if (layout.aimOffsetBytes === null || bytes[layout.aimOffsetBytes] !== RIGHT_BRACKET) return null;
  return String.fromCharCode(...bytes.subarray(layout.aimOffsetBytes, layout.aimOffsetBytes + 3));
}
