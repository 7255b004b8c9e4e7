import type { DeviceFix, DeviceKind, DeviceUse, DeviceView, Platform } from '../contract/doctor.ts';
import type { ProblemCode } from '../contract/problem.ts';
import type { ReaderMode } from './bench-settings.ts';
import type { DeviceFacts, DeviceProfile } from './ports.ts';
import { udevRuleFor } from './udev-rule.ts';
import { assertNever } from './unreachable.ts';

/** Source: USB-IF HID Usage Tables: generic desktop page, keyboard and keypad; Point of Sale page, bar code scanner. */
const DESKTOP_PAGE = 0x01;
const KEYBOARD_USAGES: readonly number[] = [0x06, 0x07];
const SCANNER_PAGE = 0x8c;

const KIND_OF_MODE: Readonly<Record<Exclude<ReaderMode, 'other'>, DeviceKind>> = {
  pos: 'scanner',
  keyboard: 'keyboardScanner',
  serial: 'serialPortScanner',
  token: 'token',
  tokenReader: 'tokenReader',
};

/** What a device is, why it is or is not used, and what helps on this operating system. */
export function explainDevice(device: DeviceFacts, platform: Platform): DeviceView {
  const { profile: _profile, state: _state, ...numbers } = device;
  const kind = kindOf(device);
  return { ...numbers, kind, use: useOf(device, kind), fixes: fixesOf(device, kind, platform) };
}

/** Readers before devices that may be readers, and those before the rest of the desk. */
export function usableFirst(devices: readonly DeviceView[]): readonly DeviceView[] {
  const rank = ({ use, kind }: DeviceView): number => {
    if (use.kind === 'blocked') return 0;
    if (use.kind === 'unused') return kind === 'other' ? 4 : 3;
    return kind === 'keyboard' ? 2 : 1;
  };
  return devices.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

function kindOf({ profile, usagePage, usage, state }: DeviceFacts): DeviceKind {
  if (profile && profile.mode !== 'other') return KIND_OF_MODE[profile.mode];
  if (usagePage === SCANNER_PAGE) return 'scanner';
  if (state.kind === 'readingKeys') return 'keyboardScanner';
  const isKeyboard = usagePage === DESKTOP_PAGE && usage !== null && KEYBOARD_USAGES.includes(usage);
  return isKeyboard && !profile ? 'keyboard' : 'other';
}

function useOf({ state }: DeviceFacts, kind: DeviceKind): DeviceUse {
  switch (state.kind) {
    case 'reading':
    case 'askedOnce':
    case 'blocked':
      return state;
    case 'readingKeys':
      return { kind: 'readingKeys' };
    case 'left':
      return { kind: kind === 'keyboardScanner' || kind === 'keyboard' ? 'throughWindow' : 'unused' };
    default:
      return assertNever(state);
  }
}

function fixesOf(device: DeviceFacts, kind: DeviceKind, platform: Platform): readonly DeviceFix[] {
  const { state, profile } = device;
  const toPos = kind === 'keyboardScanner' || kind === 'serialPortScanner' ? posFixes(profile) : [];
  if (state.kind === 'blocked') return [...blockedFixes(state.problem.code, device, platform), ...toPos];
  if (state.kind === 'readingKeys' && state.isMarked) return [...toPos, { kind: 'stopUsingAsScanner' }];
  if (kind === 'keyboard') return [{ kind: 'useAsScanner' }];
  // It is asked when it is handed over: that is when it is plugged in.
  if (kind === 'token' && state.kind === 'left') return [{ kind: 'replug' }];
  return toPos;
}

type Help = (vendorId: number) => readonly DeviceFix[];

/** Elsewhere than in these cases, the next cable or the next socket helps most often. */
const REPLUG: Help = () => [{ kind: 'replug' }];
const CLOSE_OTHER: Help = () => [{ kind: 'closeOtherProgram' }];

const DENIED: Readonly<Record<Platform, Help>> = {
  linux: (vendorId) => [{ kind: 'udevRule', ...udevRuleFor(vendorId) }],
  macos: () => [{ kind: 'inputMonitoring' }],
  windows: CLOSE_OTHER,
};

function blockedFixes(code: ProblemCode, { vendorId }: DeviceFacts, platform: Platform): readonly DeviceFix[] {
  const helps: Partial<Record<ProblemCode, Help>> = {
    'reader-permission-denied': DENIED[platform],
    'reader-claimed': CLOSE_OTHER,
    'reader-library-missing': () => (platform === 'linux' ? [{ kind: 'installLibusb' }] : []),
    'reader-layout-unknown': () => [{ kind: 'makersManual' }],
  };
  return (helps[code] ?? REPLUG)(vendorId);
}

/** How a scanner is made to report as a Point-of-Sale scanner: by the station, by a mark, by its manual. */
function posFixes(profile: DeviceProfile | null): readonly DeviceFix[] {
  const byCommand: readonly DeviceFix[] = profile?.canSwitchToPos === true ? [{ kind: 'switchToHidPos' }] : [];
  const byMark: DeviceFix = profile?.posMark
    ? { kind: 'configurationMark', ...profile.posMark }
    : { kind: 'makersManual' };
  return [...byCommand, byMark];
}
