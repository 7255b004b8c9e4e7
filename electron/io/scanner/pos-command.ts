import { parseReportDescriptor } from '../../core/report-descriptor.ts';

const FEATURE_REPORT_ID = 0xfe;

/**
 * Makes a Honeywell scanner report on its Point-of-Sale interface instead of typing.
 * Source: @point-of-sale/webhid-barcode-scanner 1.2.2 sends it to each scanner of this maker that it opens. Whether it
 * lasts longer than the plug is in is not published, so it is sent anew each time.
 */
export const POS_COMMAND: readonly number[] = [FEATURE_REPORT_ID, 1];

/** Whether a device says itself that it has such a report. What cannot be asked is taken at its maker's word. */
export function canTakePosCommand(descriptor: Uint8Array | null): boolean {
  if (!descriptor) return true;
  const fields = parseReportDescriptor(descriptor);
  return (
    fields.ok &&
    fields.value.some(({ reportType, reportId }) => reportType === 'feature' && reportId === FEATURE_REPORT_ID)
  );
}
