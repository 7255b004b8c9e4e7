import { inputReportBytes, layoutFromDescriptor } from '../../core/layout-from-descriptor.ts';
import { parseReportDescriptor } from '../../core/report-descriptor.ts';
import type { ReportLayout } from '../../core/report-layout.ts';
import { profileOf, type DeviceNumbers, type ReaderProfile } from './reader-profiles.ts';

export type LayoutFinding =
  | { readonly kind: 'described'; readonly layout: ReportLayout }
  | { readonly kind: 'profiled'; readonly layout: ReportLayout }
  /** `detail`: what is missing, for a reader's list of troubles. */
  | { readonly kind: 'unknown'; readonly detail: string };

/**
 * How a device's scans are laid out: as this bench has written it down for this device, else as its own descriptor says,
 * else as its maker's manuals say. What the descriptor contradicts is not used. Never guessed.
 */
export function findLayout(
  device: DeviceNumbers,
  descriptor: Uint8Array | null,
  profile: Pick<ReaderProfile, 'layout' | 'isOfSite'> | null = profileOf(device),
): LayoutFinding {
  const profiled = profile?.layout ?? null;
  const described = descriptor && readLayout(descriptor, profiled);
  const isContradicted = described?.contradicts === true;
  if (profile?.isOfSite === true && profiled && !isContradicted) return { kind: 'profiled', layout: profiled };
  if (described?.layout) return { kind: 'described', layout: described.layout };
  if (profiled && !isContradicted) return { kind: 'profiled', layout: profiled };
  return { kind: 'unknown', detail: described?.detail ?? 'no descriptor and no profile' };
}

type Described = { readonly layout: ReportLayout | null; readonly detail: string; readonly contradicts: boolean };

/** `contradicts`: the descriptor says that the report is not as long as the profile says. */
function readLayout(descriptor: Uint8Array, profiled: ReportLayout | null): Described {
  const fields = parseReportDescriptor(descriptor);
  if (!fields.ok) return { layout: null, detail: fields.problem.detail ?? '', contradicts: false };
  const contradicts = profiled !== null && inputReportBytes(fields.value, profiled.reportId) !== profiled.lengthBytes;
  const described = layoutFromDescriptor(fields.value);
  if (described.ok) return { layout: described.value, detail: '', contradicts };
  return { layout: null, detail: described.problem.detail ?? '', contradicts };
}
