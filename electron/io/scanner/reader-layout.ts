import type { ReportLayout } from '../../core/report-layout.ts';
import layouts from '../../../native/profiles/hid-pos-layouts.json' with { type: 'json' };

/** The layout of a Point-of-Sale scanner's reports, by the maker's habit as far as it is known. */
export function layoutOf(vendorId: number): ReportLayout {
  const hasNoAim = layouts.vendorsWithoutAim.some((vendor) => vendor.vendorId === vendorId);
  return hasNoAim ? layouts.withoutAim : layouts.standard;
}
