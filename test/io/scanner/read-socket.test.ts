import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deviceSocket, readSocket } from '../../../electron/io/scanner/read-socket.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hidraw-class-'));
  const events = {
    hidraw1:
      'DRIVER=hid-generic\nHID_ID=0003:00000C2E:00000B87\nHID_NAME=Scanner\nHID_PHYS=usb-0000:00:14.0-2/input0\nHID_UNIQ=\n',
    hidraw2: 'HID_ID=0003:00000C2E:00000B87\nHID_PHYS=\nHID_UNIQ=1\n',
    hidraw3: 'HID_ID=0003:00000C2E:00000B87\n',
  };
  for (const [name, text] of Object.entries(events)) {
    await mkdir(join(folder, name, 'device'), { recursive: true });
    await writeFile(join(folder, name, 'device', 'uevent'), text);
  }
});

afterAll(() => rm(folder, { recursive: true }));

describe('the socket of a device', () => {
  test.each([
    ['is what Linux calls it', '/dev/hidraw1', 'usb-0000:00:14.0-2/input0'],
    ['is its path where it is in none', '/dev/hidraw2', '/dev/hidraw2'],
    ['is its path where Linux says nothing of it', '/dev/hidraw3', '/dev/hidraw3'],
    ['is its path where it has just gone', '/dev/hidraw4', '/dev/hidraw4'],
    ['is its path on other systems', 'DevSrvsID:4294970133', 'DevSrvsID:4294970133'],
  ])('%s', (_, path, socket) => {
    expect(readSocket(path, folder)).toBe(socket);
  });

  test('is one for all interfaces of a device', () => {
    expect(deviceSocket('usb-0000:00:14.0-2/input0')).toBe('usb-0000:00:14.0-2');
    expect(deviceSocket('usb-0000:00:14.0-2/input12')).toBe('usb-0000:00:14.0-2');
    expect(deviceSocket('/dev/hidraw2')).toBe('/dev/hidraw2');
  });
});
