import { describe, expect, test } from 'vitest';
import type { Platform } from '../../electron/contract/doctor.ts';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import { explainDevice, usableFirst } from '../../electron/core/explain-device.ts';
import type { DeviceFacts, DeviceProfile } from '../../electron/core/ports.ts';

const HONEYWELL: DeviceProfile = { name: 'Honeywell scanner', mode: 'pos', canSwitchToPos: true, posMark: null };
const TYPING: DeviceProfile = { ...HONEYWELL, name: 'Honeywell scanner, keyboard mode', mode: 'keyboard' };

function device(more: Partial<DeviceFacts> = {}): DeviceFacts {
  return {
    deviceKey: '/dev/hidraw0',
    readerKey: null,
    name: 'Device',
    vendorId: 0x0c2e,
    productId: 0x0b87,
    usagePage: 0x8c,
    usage: 2,
    serialNumber: null,
    profile: HONEYWELL,
    state: { kind: 'left' },
    ...more,
  };
}

const keyboard = device({ usagePage: 1, usage: 6, profile: null, vendorId: 0x046d });
const mouse = device({ usagePage: 1, usage: 2, profile: null, vendorId: 0x046d });

function blocked(code: ProblemCode, platform: Platform, more: Partial<DeviceFacts> = {}): readonly string[] {
  return explainDevice(device({ state: { kind: 'blocked', problem: { code } }, ...more }), platform).fixes.map(
    ({ kind }) => kind,
  );
}

describe('what a device is', () => {
  test.each<readonly [what: string, facts: DeviceFacts, kind: string, use: string]>([
    [
      'a scanner that is read',
      device({ state: { kind: 'reading', layoutName: 'A', layoutFrom: 'descriptor' } }),
      'scanner',
      'reading',
    ],
    [
      'a scanner that nobody has written down',
      device({ profile: null, state: { kind: 'blocked', problem: { code: 'reader-layout-unknown' } } }),
      'scanner',
      'blocked',
    ],
    [
      'a scanner that types, through the window',
      device({ profile: TYPING, usagePage: 1, usage: 6 }),
      'keyboardScanner',
      'throughWindow',
    ],
    [
      'a scanner that types, read from the device',
      device({ profile: TYPING, usagePage: 1, usage: 6, state: { kind: 'readingKeys', isMarked: false } }),
      'keyboardScanner',
      'readingKeys',
    ],
    [
      'a keyboard that the operator called a scanner',
      device({ ...keyboard, state: { kind: 'readingKeys', isMarked: true } }),
      'keyboardScanner',
      'readingKeys',
    ],
    [
      'a scanner that shows as a serial port',
      device({ profile: { ...HONEYWELL, mode: 'serial' } }),
      'serialPortScanner',
      'unused',
    ],
    [
      'a token',
      device({ profile: { ...HONEYWELL, mode: 'token' }, state: { kind: 'askedOnce' } }),
      'token',
      'askedOnce',
    ],
    ['a reader of tokens', device({ profile: { ...HONEYWELL, mode: 'tokenReader' } }), 'tokenReader', 'unused'],
    ['an ordinary keyboard', keyboard, 'keyboard', 'throughWindow'],
    ['a mouse', mouse, 'other', 'unused'],
    [
      'a maintenance interface',
      device({ profile: { ...HONEYWELL, mode: 'other' }, usagePage: 0xff8c }),
      'other',
      'unused',
    ],
    [
      'a device whose usage the system does not tell',
      device({ usagePage: null, usage: null, profile: null }),
      'other',
      'unused',
    ],
  ])('%s', (_what, facts, kind, use) => {
    const view = explainDevice(facts, 'linux');
    expect([view.kind, view.use.kind]).toEqual([kind, use]);
  });
});

describe('what helps', () => {
  test('a device that may not be opened, on each system', () => {
    expect(blocked('reader-permission-denied', 'linux')).toEqual(['udevRule']);
    expect(blocked('reader-permission-denied', 'macos')).toEqual(['inputMonitoring']);
    expect(blocked('reader-permission-denied', 'windows')).toEqual(['closeOtherProgram']);
  });

  test('the rule for Linux names the maker of this very device', () => {
    const denied = device({ state: { kind: 'blocked', problem: { code: 'reader-permission-denied' } } });
    expect(explainDevice(denied, 'linux').fixes).toMatchObject([
      { kind: 'udevRule', rule: expect.stringContaining('0c2e'), fileName: expect.stringContaining('.rules') },
    ]);
  });

  test.each<readonly [ProblemCode, readonly string[]]>([
    ['reader-claimed', ['closeOtherProgram']],
    ['reader-library-missing', ['installLibusb']],
    ['reader-layout-unknown', ['makersManual']],
    ['reader-unavailable', ['replug']],
  ])('%s', (code, fixes) => {
    expect(blocked(code, 'linux')).toEqual(fixes);
  });

  test('a scanner that types is made to report, by command and by mark', () => {
    const typing = device({ profile: TYPING, usagePage: 1, usage: 6 });
    expect(explainDevice(typing, 'windows').fixes).toEqual([{ kind: 'switchToHidPos' }, { kind: 'makersManual' }]);
    const posMark = { text: 'MARK', fnc3: true, source: 'manual' };
    const marked = device({ ...typing, profile: { ...TYPING, canSwitchToPos: false, posMark } });
    expect(explainDevice(marked, 'windows').fixes).toEqual([{ kind: 'configurationMark', ...posMark }]);
  });

  test('a token that was there before the start is asked when it is plugged in again', () => {
    const waiting = device({ profile: { ...HONEYWELL, mode: 'token' }, usagePage: 1, usage: 6 });
    expect(explainDevice(waiting, 'linux')).toMatchObject({ use: { kind: 'unused' }, fixes: [{ kind: 'replug' }] });
  });

  test('an unknown keyboard can be called a scanner, and one that was can be left alone again', () => {
    expect(explainDevice(keyboard, 'linux').fixes).toEqual([{ kind: 'useAsScanner' }]);
    const called = device({ ...keyboard, state: { kind: 'readingKeys', isMarked: true } });
    expect(explainDevice(called, 'linux').fixes).toContainEqual({ kind: 'stopUsingAsScanner' });
  });

  test('nothing has to be done about what works, and nothing can be done about a mouse', () => {
    expect(
      explainDevice(device({ state: { kind: 'reading', layoutName: 'A', layoutFrom: 'profile' } }), 'linux').fixes,
    ).toEqual([]);
    expect(explainDevice(mouse, 'linux').fixes).toEqual([]);
  });
});

test('what needs help is listed first, then readers, keyboards, and the rest by name', () => {
  const views = [
    mouse,
    keyboard,
    device({ name: 'Works', state: { kind: 'reading', layoutName: 'A', layoutFrom: 'descriptor' } }),
    device({ name: 'Blocked', state: { kind: 'blocked', problem: { code: 'reader-claimed' } } }),
    device({ name: 'Another', usagePage: 1, usage: 2, profile: null }),
  ].map((facts) => explainDevice(facts, 'linux'));
  expect(usableFirst(views).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'Blocked scanner',
    'Works scanner',
    'Device keyboard',
    'Another other',
    'Device other',
  ]);
});
