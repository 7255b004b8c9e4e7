import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HIDRAW_CLASS, hidrawName } from './read-descriptor.ts';

/** Source: Linux, Documentation/ABI/testing/sysfs-driver-hid and hid-core `hid_uevent`. */
const PHYSICAL_PLACE = /^HID_PHYS=(.+)$/m;

/**
 * Where a device is plugged in, such as `usb-0000:00:14.0-2/input0`: the same after a replug and after a restart, which a
 * number such as hidraw3 is not. Where the system does not tell, the path stands for it: on Windows that is as good, and on
 * macOS it changes with each replug.
 */
export function readSocket(path: string, classFolder = HIDRAW_CLASS): string {
  const name = hidrawName(path);
  if (name === null) return path;
  try {
    return PHYSICAL_PLACE.exec(readFileSync(join(classFolder, name, 'device', 'uevent'), 'utf8'))?.[1] ?? path;
  } catch {
    // Gone with the cable, or no sysfs.
    return path;
  }
}

/** The device that an interface belongs to: one with several of them has one socket. */
export function deviceSocket(socket: string): string {
  return socket.replace(/\/input\d+$/, '');
}
