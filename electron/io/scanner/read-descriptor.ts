import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HIDRAW_PATH = /^\/dev\/(hidraw\d+)$/;
export const HIDRAW_CLASS = '/sys/class/hidraw';

/** `hidraw3` of the path that node-hid lists on Linux; `null`: another system or another driver. */
export function hidrawName(path: string): string | null {
  return HIDRAW_PATH.exec(path)?.[1] ?? null;
}

/**
 * The report descriptor of a device by the path that node-hid lists, or `null` where it cannot be had: node-hid 3.4 has no
 * call for it, and Linux alone lays it open as a file, which any user may read.
 * The read is synchronous on purpose: the kernel copies at most 4 KB that it has in memory, and no device is asked.
 */
export function readDescriptor(path: string, classFolder = HIDRAW_CLASS): Uint8Array | null {
  const name = hidrawName(path);
  if (name === null) return null;
  try {
    return new Uint8Array(readFileSync(join(classFolder, name, 'device', 'report_descriptor')));
  } catch {
    // Gone with the cable, or no sysfs: then a profile must do.
    return null;
  }
}
