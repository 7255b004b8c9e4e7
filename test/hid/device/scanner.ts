import { LAYOUT_A, report } from '../../core/hid-bytes.ts';
import { SCANNER, SCANNER_WITH_COMMAND, SCANNER_WITH_SETTINGS, SCANNER_WITHOUT_AIM } from './descriptors.ts';
import type { HidIdentity } from './uhid.ts';

/** Source: usb.ids and issues of node-hid: Honeywell's scanners in Point-of-Sale mode. */
const HONEYWELL = { name: 'Honeywell Voyager 1602g', vendorId: 0x0c2e, productId: 0x0b87, descriptor: SCANNER };

/** A scanner in layout A. */
export function scannerOf(serialNumber: string): HidIdentity {
  return { ...HONEYWELL, serialNumber };
}

/** The same with a collection for settings behind the same node. */
export function scannerWithSettingsOf(serialNumber: string): HidIdentity {
  return { ...HONEYWELL, serialNumber, descriptor: SCANNER_WITH_SETTINGS };
}

/** The same with the report that its mode is switched by. */
export function switchableOf(serialNumber: string): HidIdentity {
  return { ...HONEYWELL, serialNumber, descriptor: SCANNER_WITH_COMMAND };
}

/** Source: manuals of Newland: report 2 of 64 bytes as well, and no AIM identifier in it. */
export function newlandOf(serialNumber: string): HidIdentity {
  const numbers = { vendorId: 0x1eab, productId: 0x8310 };
  return { ...numbers, name: 'Newland NLS-FM430', serialNumber, descriptor: SCANNER_WITHOUT_AIM };
}

const CAPACITY_BYTES = 56;

/** The reports of one scan as a scanner in layout A cuts them. */
export function reportsOf(text: string, aimId = ']C0'): readonly Uint8Array[] {
  const count = Math.max(1, Math.ceil(text.length / CAPACITY_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const part = text.slice(index * CAPACITY_BYTES, (index + 1) * CAPACITY_BYTES);
    return report(LAYOUT_A, part, { aimId, continued: index < count - 1 });
  });
}

/** An answer to a setting, under a report id of its own. Its bytes look like a scan to whoever forgets the id. */
export function settingsAnswer(): Uint8Array {
  const bytes = Uint8Array.from(reportsOf('GALT99999999')[0] ?? []);
  bytes[0] = 0xfd;
  return bytes;
}
