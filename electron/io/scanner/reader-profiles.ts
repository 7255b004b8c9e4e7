import layoutFile from '../../../native/profiles/hid-pos-layouts.json' with { type: 'json' };
import profileFile from '../../../native/profiles/reader-profiles.json' with { type: 'json' };
import type { ReaderMode, SerialSource, SiteReaderProfile } from '../../core/bench-settings.ts';
import type { DeviceProfile } from '../../core/ports.ts';
import type { ReportLayout } from '../../core/report-layout.ts';
import type { HidDevice } from './hid-library.ts';

export type DeviceNumbers = Pick<HidDevice, 'vendorId' | 'productId' | 'usagePage' | 'usage'>;

/** What is known of a device by its numbers. */
export type ReaderProfile = DeviceProfile & {
  /** `null`: not known without the device's own descriptor. */
  readonly layout: ReportLayout | null;
  readonly serialFrom: SerialSource | null;
  /** Written down on this bench, for a device that somebody had in the hand: it goes before all that is general. */
  readonly isOfSite: boolean;
};

/** What is the same for all devices of a maker. */
export type Maker = { readonly canSwitchToPos: boolean; readonly posMark: DeviceProfile['posMark'] };

const MODES: readonly ReaderMode[] = ['pos', 'keyboard', 'serial', 'token', 'tokenReader', 'other'];
const SERIAL_SOURCES: readonly SerialSource[] = ['usb', 'yubikey'];
const LAYOUTS: Readonly<Record<string, ReportLayout>> = layoutFile.layouts;
const MAKERS: Readonly<Record<string, Maker>> = profileFile.makers;
const UNKNOWN_MAKER: Maker = { canSwitchToPos: false, posMark: null };

/** The first profile that fits, the site's own before ours, or `null`: a device that nobody has written down. */
export function profileOf(
  device: DeviceNumbers,
  siteProfiles: readonly SiteReaderProfile[] = [],
): ReaderProfile | null {
  const maker = MAKERS[asDigits(device.vendorId)] ?? UNKNOWN_MAKER;
  const { canSwitchToPos, posMark } = maker;
  const own = siteProfiles.find((row) => fits(row, device));
  if (own) {
    const { name, mode, layout, serialFrom } = own;
    return { name, mode, layout, serialFrom, canSwitchToPos, posMark, isOfSite: true };
  }
  const row = profileFile.profiles.find((known) => fits(known, device));
  if (!row) return null;
  return {
    name: row.name,
    mode: MODES.find((known) => known === row.mode) ?? 'other',
    layout: LAYOUTS[row.layout ?? ''] ?? null,
    serialFrom: SERIAL_SOURCES.find((known) => known === row.serialFrom) ?? null,
    canSwitchToPos,
    posMark,
    isOfSite: false,
  };
}

/** Four hexadecimal digits, as makers' and products' numbers are written. */
export function asDigits(number: number): string {
  return number.toString(16).padStart(4, '0');
}

type Patterns = Pick<SiteReaderProfile, 'vendorId' | 'productId' | 'usagePage' | 'usage'>;

function fits(row: Patterns, device: DeviceNumbers): boolean {
  return (
    matches(row.vendorId, device.vendorId) &&
    matches(row.productId, device.productId) &&
    matches(row.usagePage, device.usagePage) &&
    matches(row.usage, device.usage)
  );
}

/** Whether a number is as the pattern of four digits says; `x` stands for any digit. */
function matches(pattern: string, number: number | undefined): boolean {
  const digits = asDigits(number ?? 0);
  if (digits.length !== pattern.length) return false;
  for (let at = 0; at < digits.length; at++) if (pattern[at] !== 'x' && pattern[at] !== digits[at]) return false;
  return true;
}
