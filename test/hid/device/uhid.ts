import { closeSync, openSync, writeSync } from 'node:fs';
import { answerFeatures, type FeatureReports } from './uhid-answers.ts';

/** Source: linux/uhid.h; its structures are packed. */
const CREATE2 = 11;
const INPUT2 = 12;
const NAME_OFFSET_BYTES = 4;
const PHYS_OFFSET_BYTES = 132;
const UNIQ_OFFSET_BYTES = 196;
const SIZE_OFFSET_BYTES = 260;
const DESCRIPTOR_OFFSET_BYTES = 280;
/** Source: linux/input.h. hidapi leaves out devices of a bus that it does not know. */
const BUS_USB = 3;

export type HidIdentity = {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  /** Empty, as it is with many a device. */
  readonly serialNumber: string;
  readonly descriptor: Buffer;
};

/** A device that this process is. It lives as long as a file stays open: with the process it is gone. */
export type UhidDevice = {
  /** One input report, the report id included. */
  readonly send: (report: Uint8Array) => void;
  /** Once or more often. */
  readonly destroy: () => void;
};

/**
 * `socket` tells equal devices apart: the kernel shows it as HID_PHYS. Without `features` what the kernel asks stays
 * unread; with them the device goes with its process only, because a file that is being read does not close.
 */
export function createUhidDevice(identity: HidIdentity, socket: string, features?: FeatureReports): UhidDevice {
  const file = openSync('/dev/uhid', 'r+');
  let isThere = true;
  writeSync(file, encodeCreate(identity, socket));
  if (features) answerFeatures(file, features);
  return {
    send: (report) => {
      const event = Buffer.alloc(6 + report.length);
      event.writeUInt32LE(INPUT2, 0);
      event.writeUInt16LE(report.length, 4);
      event.set(report, 6);
      writeSync(file, event);
    },
    destroy: () => {
      if (isThere) closeSync(file);
      isThere = false;
    },
  };
}

function encodeCreate({ name, vendorId, productId, serialNumber, descriptor }: HidIdentity, socket: string): Buffer {
  const event = Buffer.alloc(DESCRIPTOR_OFFSET_BYTES + descriptor.length);
  event.writeUInt32LE(CREATE2, 0);
  event.write(name, NAME_OFFSET_BYTES);
  event.write(socket, PHYS_OFFSET_BYTES);
  event.write(serialNumber, UNIQ_OFFSET_BYTES);
  event.writeUInt16LE(descriptor.length, SIZE_OFFSET_BYTES);
  event.writeUInt16LE(BUS_USB, SIZE_OFFSET_BYTES + 2);
  event.writeUInt32LE(vendorId, SIZE_OFFSET_BYTES + 4);
  event.writeUInt32LE(productId, SIZE_OFFSET_BYTES + 8);
  event.set(descriptor, DESCRIPTOR_OFFSET_BYTES);
  return event;
}
