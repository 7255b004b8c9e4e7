import type { Problem } from '../../contract/problem.ts';
import type { BenchSettings, SerialSource } from '../../core/bench-settings.ts';
import type { ReportLayout } from '../../core/report-layout.ts';
import type { HidDevice } from './hid-library.ts';
import { canTakePosCommand } from './pos-command.ts';
import { findLayout } from './reader-layout.ts';
import { asDigits, type ReaderProfile } from './reader-profiles.ts';

/** Source: USB-IF HID Usage Tables, Point of Sale: page 0x8C is Bar Code Scanner, usage 0x02 the scanner itself. */
const SCANNER_PAGE = 0x8c;
const SCANNER_USAGE = 0x02;
/** Source: HID Usage Tables 1.5 §4, Generic Desktop: usage 0x06 is Keyboard, 0x07 Keypad. */
const DESKTOP_PAGE = 0x01;
const KEYBOARD_USAGES: readonly (number | undefined)[] = [0x06, 0x07];

/** Which devices are readers on this bench beside those that everybody has. */
export type BenchReaders = Pick<BenchSettings, 'typingScanners' | 'readerProfiles'>;

/** What a device is used as. Most are not used at all. */
export type ReaderUse =
  | {
      readonly kind: 'reports';
      readonly layout: ReportLayout;
      readonly layoutFrom: 'descriptor' | 'profile';
      /** It may type instead, until it is told to report. */
      readonly takesPosCommand: boolean;
    }
  | { readonly kind: 'keys'; readonly isMarked: boolean }
  | { readonly kind: 'token'; readonly serialFrom: SerialSource }
  /** A reader, and nobody knows how it reports. */
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export type UseQuestion = {
  readonly device: HidDevice;
  readonly profile: ReaderProfile | null;
  readonly describe: () => Uint8Array | null;
  readonly typingScanners: readonly string[];
  readonly platform: NodeJS.Platform;
};

/** `null`: the device is left alone, as every keyboard is that nobody has called a scanner. */
export function findUse(question: UseQuestion): ReaderUse | null {
  const { device, profile } = question;
  if (profile?.mode === 'token' && profile.serialFrom) return { kind: 'token', serialFrom: profile.serialFrom };
  if (isReportReader(device, profile)) return readReports(question);
  return isKeyboard(device) ? readKeys(question) : null;
}

/** What this bench has written down goes before what the device's usage says, so that one can be left alone, too. */
function isReportReader(device: HidDevice, profile: ReaderProfile | null): boolean {
  if (profile?.mode === 'tokenReader') return true;
  if (profile?.isOfSite === true) return profile.mode === 'pos' && (profile.layout !== null || isScanner(device));
  return isScanner(device);
}

function readReports({ device, profile, describe }: UseQuestion): ReaderUse {
  const descriptor = describe();
  const finding = findLayout(device, descriptor, profile);
  if (finding.kind === 'unknown') {
    // Its bytes would have to be guessed at, and a wrong guess is a wrong serial number.
    return { kind: 'unreadable', problem: { code: 'reader-layout-unknown', detail: finding.detail } };
  }
  return {
    kind: 'reports',
    layout: finding.layout,
    layoutFrom: finding.kind === 'described' ? 'descriptor' : 'profile',
    takesPosCommand: profile?.canSwitchToPos === true && isScanner(device) && canTakePosCommand(descriptor),
  };
}

/**
 * Elsewhere than on Linux the system keeps keyboards to itself, and what they type comes through the window.
 * Source: hidapi, windows/hid.c `hid_open_path`; node-hid 3.4 README, "Devices node-hid cannot read".
 */
function readKeys({ device, profile, typingScanners, platform }: UseQuestion): ReaderUse | null {
  if (platform !== 'linux') return null;
  const isMarked = typingScanners.includes(`${asDigits(device.vendorId)}:${asDigits(device.productId)}`);
  return isMarked || profile?.mode === 'keyboard' ? { kind: 'keys', isMarked } : null;
}

function isScanner({ usagePage, usage }: HidDevice): boolean {
  return usagePage === SCANNER_PAGE && usage === SCANNER_USAGE;
}

function isKeyboard({ usagePage, usage }: HidDevice): boolean {
  return usagePage === DESKTOP_PAGE && KEYBOARD_USAGES.includes(usage);
}
