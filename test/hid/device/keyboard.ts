import { typeReports } from '../../core/keyboard-writer.ts';
import { KEYBOARD } from './descriptors.ts';
import type { HidIdentity } from './uhid.ts';

/** A scanner in keyboard mode. Source: node-hid issue 302: a Zebra DS scanner as a HID keyboard. */
export function wedgeOf(serialNumber: string): HidIdentity {
  return { name: 'Zebra DS2208', vendorId: 0x05e0, productId: 0x1200, serialNumber, descriptor: KEYBOARD };
}

/** Any keyboard of a desk. Source: usb.ids: a Dell one. */
export const DESK_KEYBOARD: HidIdentity = {
  name: 'Dell KB216',
  vendorId: 0x413c,
  productId: 0x2113,
  serialNumber: '',
  descriptor: KEYBOARD,
};

/** The reports of the keys that write a text, Enter as `\r`. */
export function keysOf(text: string): readonly Uint8Array[] {
  return typeReports('keyboard us', text);
}
