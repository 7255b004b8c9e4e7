import type { DeviceView } from '../../electron/contract/doctor.ts';
import { makeDevice } from '../fakes/make-doctor.ts';

const POS_MARK = {
  kind: 'configurationMark',
  text: 'PAP131',
  fnc3: true,
  source: 'Invented for the pictures of the window',
} as const;

/** What lies on a desk: two readers and eighteen things that are none. */
export function manyDevices(): readonly DeviceView[] {
  const others = Array.from({ length: 16 }, (_, index) =>
    makeDevice({
      deviceKey: `other-${index}`,
      readerKey: null,
      name: OTHERS[index % OTHERS.length] ?? '',
      vendorId: 0x046d,
      productId: 0xc000 + index,
      usagePage: 0x01,
      usage: index % 3 === 0 ? 0x06 : 0x02,
      serialNumber: null,
      kind: index % 3 === 0 ? 'keyboard' : 'other',
      use: index % 3 === 0 ? { kind: 'throughWindow' } : { kind: 'unused' },
      fixes: index % 3 === 0 ? [{ kind: 'useAsScanner' }] : [],
    }),
  );
  return [
    makeDevice(),
    makeDevice({
      deviceKey: 'usb-2',
      readerKey: 'right',
      name: 'Barcode keyboard',
      vendorId: 0x1a86,
      productId: 0x5456,
      usagePage: 0x01,
      usage: 0x06,
      serialNumber: null,
      kind: 'keyboardScanner',
      use: { kind: 'readingKeys' },
      fixes: [{ kind: 'stopUsingAsScanner' }],
    }),
    makeDevice({
      deviceKey: 'usb-3',
      readerKey: null,
      name: 'YubiKey OTP+FIDO+CCID',
      vendorId: 0x1050,
      productId: 0x0407,
      usagePage: 0x01,
      usage: 0x06,
      serialNumber: '12345678',
      kind: 'token',
      use: { kind: 'askedOnce' },
    }),
    ...others,
  ];
}

const OTHERS = ['Logitech USB Receiver', 'Dell KB216 Wired Keyboard', 'HP Elite Dock consumer control, interface 3'];

export function troubledDevices(): readonly DeviceView[] {
  return [
    makeDevice({
      deviceKey: 'a',
      readerKey: null,
      use: { kind: 'blocked', problem: { code: 'reader-permission-denied', detail: 'cannot open /dev/hidraw3' } },
      fixes: [
        {
          kind: 'udevRule',
          rule: 'KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0c2e", TAG+="uaccess"',
          fileName: '70-token-station-0c2e.rules',
        },
      ],
    }),
    makeDevice({
      deviceKey: 'b',
      readerKey: 'right',
      name: 'Symbol Bar Code Scanner',
      vendorId: 0x05e0,
      productId: 0x1200,
      usagePage: 0x01,
      usage: 0x06,
      kind: 'keyboardScanner',
      use: { kind: 'throughWindow' },
      fixes: [{ kind: 'switchToHidPos' }, POS_MARK],
    }),
    makeDevice({
      deviceKey: 'c',
      readerKey: null,
      name: 'Gryphon GD4500',
      vendorId: 0x05f9,
      use: { kind: 'blocked', problem: { code: 'reader-claimed' } },
      fixes: [{ kind: 'closeOtherProgram' }, { kind: 'replug' }],
    }),
  ];
}
