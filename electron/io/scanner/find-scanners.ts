import type { ReaderInfo } from '../../core/ports.ts';
import type { HidDevice, HidLibrary } from './hid-library.ts';
import type { readDescriptor } from './read-descriptor.ts';
import { findLayout, type LayoutFinding } from './reader-layout.ts';

/** Source: USB-IF HID Usage Tables, Point of Sale: page 0x8C is Bar Code Scanner, usage 0x02 the scanner itself. */
const SCANNER_PAGE = 0x8c;
const SCANNER_USAGE = 0x02;

/** A Point-of-Sale scanner that is plugged in, and how it reports as far as that can be known. */
export type FoundScanner = {
  readonly path: string;
  readonly reader: Omit<ReaderInfo, 'layout'>;
  readonly finding: LayoutFinding;
};

export async function findScanners(hid: HidLibrary, describe: typeof readDescriptor): Promise<readonly FoundScanner[]> {
  const devices = await hid.listDevices();
  const scanners = devices.flatMap((device) => {
    const isScanner = device.usagePage === SCANNER_PAGE && device.usage === SCANNER_USAGE;
    return isScanner && device.path ? [toScanner(device, device.path, describe(device.path))] : [];
  });
  // One device with two top-level collections is listed twice under one path.
  return [...new Map(scanners.map((scanner) => [scanner.reader.readerKey, scanner])).values()];
}

function toScanner(device: HidDevice, path: string, descriptor: Uint8Array | null): FoundScanner {
  const { vendorId, productId, product, manufacturer } = device;
  const serialNumber = device.serialNumber || null;
  const name = [manufacturer, product].filter(Boolean).join(' ') || 'Bar code scanner';
  const readerKey = `${path}#${serialNumber ?? ''}`;
  return {
    path,
    reader: { readerKey, name, vendorId, productId, serialNumber },
    finding: findLayout(device, descriptor),
  };
}
