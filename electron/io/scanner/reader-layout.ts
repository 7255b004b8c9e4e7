import layoutFile from '../../../native/profiles/hid-pos-layouts.json' with { type: 'json' };
import profileFile from '../../../native/profiles/reader-profiles.json' with { type: 'json' };
import { inputReportBytes, layoutFromDescriptor } from '../../core/layout-from-descriptor.ts';
import { parseReportDescriptor } from '../../core/report-descriptor.ts';
import type { ReportLayout } from '../../core/report-layout.ts';
import type { HidDevice } from './hid-library.ts';

const READER_MODES = ['pos', 'keyboard', 'serial', 'other'] as const;
export type ReaderMode = (typeof READER_MODES)[number];

export type DeviceNumbers = Pick<HidDevice, 'vendorId' | 'productId' | 'usagePage' | 'usage'>;

/** What is known of a device by its numbers. */
export type ReaderProfile = {
  readonly name: string;
  readonly mode: ReaderMode;
  /** `null`: not known without the device's own descriptor. */
  readonly layout: ReportLayout | null;
};

export type LayoutFinding =
  | { readonly kind: 'described'; readonly layout: ReportLayout }
  | { readonly kind: 'profiled'; readonly layout: ReportLayout }
  /** `detail`: what is missing, for a reader's list of troubles. */
  | { readonly kind: 'unknown'; readonly detail: string };

const LAYOUTS: Readonly<Record<string, ReportLayout>> = layoutFile.layouts;

/** The first profile that fits, or `null`: a device that nobody has written down. */
export function profileOf(device: DeviceNumbers): ReaderProfile | null {
  const row = profileFile.profiles.find(
    ({ vendorId, productId, usagePage, usage }) =>
      fits(vendorId, device.vendorId) &&
      fits(productId, device.productId) &&
      fits(usagePage, device.usagePage) &&
      fits(usage, device.usage),
  );
  if (!row) return null;
  const mode = READER_MODES.find((known) => known === row.mode) ?? 'other';
  return { name: row.name, mode, layout: LAYOUTS[row.layout ?? ''] ?? null };
}

/**
 * How a device's scans are laid out: as its own descriptor says, else as its maker's manuals say and the descriptor, where
 * there is one, does not contradict. Never guessed.
 */
export function findLayout(device: DeviceNumbers, descriptor: Uint8Array | null): LayoutFinding {
  const profiled = profileOf(device)?.layout ?? null;
  const described = descriptor && readLayout(descriptor, profiled);
  if (described?.layout) return { kind: 'described', layout: described.layout };
  if (profiled && described?.contradicts !== true) return { kind: 'profiled', layout: profiled };
  return { kind: 'unknown', detail: described?.detail ?? 'no descriptor and no profile' };
}

type Described = { readonly layout: ReportLayout | null; readonly detail: string; readonly contradicts: boolean };

/** `contradicts`: the descriptor does not tell the parts, but that the report is not as long as the profile says. */
function readLayout(descriptor: Uint8Array, profiled: ReportLayout | null): Described {
  const fields = parseReportDescriptor(descriptor);
  if (!fields.ok) return { layout: null, detail: fields.problem.detail ?? '', contradicts: false };
  const described = layoutFromDescriptor(fields.value);
  if (described.ok) return { layout: described.value, detail: '', contradicts: false };
  const contradicts = profiled !== null && inputReportBytes(fields.value, profiled.reportId) !== profiled.lengthBytes;
  return { layout: null, detail: described.problem.detail ?? '', contradicts };
}

/** Whether a number is as the pattern of four digits says; `x` stands for any digit. */
function fits(pattern: string, number: number | undefined): boolean {
  const digits = (number ?? 0).toString(16).padStart(4, '0');
  return new RegExp(`^${pattern.replaceAll('x', '.')}$`).test(digits);
}
