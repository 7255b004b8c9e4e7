import assert from 'node:assert/strict';
import { closeSync, openSync, writeSync } from 'node:fs';
import { SCANNER, SETTINGS } from './device/descriptors.ts';
import { reportsOf } from './device/scanner.ts';
import { plugGadget, type UsbIdentity } from './device/usb-gadget.ts';
import { kernelTest } from './kernel-test.ts';
import { loadHid } from './readers.ts';

/** Observed: Honeywell scanners have two interfaces with one vendor and product, and only one of them is the scanner. */
const HONEYWELL: UsbIdentity = {
  vendorId: '0x0c2e',
  productId: '0x0b87',
  serialNumber: 'USB-77',
  manufacturer: 'Honeywell',
  product: 'HF680',
  descriptors: [SCANNER, SETTINGS],
};

kernelTest(
  'of a USB scanner with two interfaces the scanner is read, until it is pulled',
  async ({ read, whenOver }) => {
    const { attached, lines, events, openings, until } = await read();
    const gadget = await plugGadget(HONEYWELL);
    whenOver(gadget.unplug);
    await until(() => attached.length > 0);
    const [reader] = attached;
    assert.equal(reader?.name, 'Honeywell HF680');
    assert.equal(reader.serialNumber, 'USB-77');
    const listed = (await (await loadHid()).listDevices()).filter(({ serialNumber }) => serialNumber === 'USB-77');
    assert.deepEqual(new Set(listed.map(({ usagePage }) => usagePage)), new Set([0x8c, 0xff8c]));
    assert.deepEqual(openings, [listed.find(({ usagePage }) => usagePage === 0x8c)?.path]);
    const scanner = openSync(gadget.interfaces[0] ?? '', 'r+');
    for (const report of reportsOf('S/N: GALT11420104'.padStart(90, ' '))) writeSync(scanner, report);
    await until(() => events.length > 0);
    closeSync(scanner);
    gadget.unplug();
    await until(() => lines.includes(`detached ${reader.readerKey}`));
    assert.deepEqual(
      events.map((event) => event.kind === 'scanned' && event.serialNumber),
      ['GALT11420104'],
    );
  },
);
