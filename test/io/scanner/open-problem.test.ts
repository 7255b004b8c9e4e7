import { expect, test } from 'vitest';
import { openProblem } from '../../../electron/io/scanner/open-problem.ts';

const LINUX = "cannot open device with path /dev/hidraw0: Failed to open a device with path '/dev/hidraw0'";
const MAC =
  'cannot open device with path DevSrvsID:4294970133: hid_open_path: failed to open IOHIDDevice from mach entry';

test.each([
  ['linux', `${LINUX}: Permission denied`, 'reader-permission-denied'],
  ['linux', `${LINUX}: Operation not permitted`, 'reader-permission-denied'],
  ['linux', `${LINUX}: Device or resource busy`, 'reader-claimed'],
  ['linux', `${LINUX}: No such file or directory`, 'reader-unavailable'],
  ['linux', `${LINUX}: No such device`, 'reader-unavailable'],
  ['win32', 'cannot open device: open_device: (0x00000005) Zugriff verweigert', 'reader-claimed'],
  ['win32', 'cannot open device: open_device: (0x00000020) Der Prozess kann nicht zugreifen', 'reader-claimed'],
  [
    'win32',
    'cannot open device: open_device: (0x00000002) Das System kann die Datei nicht finden',
    'reader-unavailable',
  ],
  ['win32', 'cannot open device: open_device: (0x00000055) Bereits zugewiesen', 'reader-unavailable'],
  ['darwin', `${MAC}: (0xE00002C5) exclusive access and device already open`, 'reader-claimed'],
  ['darwin', `${MAC}: (0xE00002E2) not permitted`, 'reader-permission-denied'],
  ['darwin', `${MAC}: (0xE00002C1) privilege violation`, 'reader-permission-denied'],
  ['darwin', `${MAC}: (0xE00002C0) no such device`, 'reader-unavailable'],
  ['freebsd', 'Permission denied', 'reader-unavailable'],
] as const)('on %s "%s" is told as %s, with these words', (platform, words, code) => {
  expect(openProblem(new Error(words), platform)).toEqual({ code, detail: words });
});

test('an error that is no Error keeps its words', () => {
  expect(openProblem('Permission denied', 'linux')).toEqual({
    code: 'reader-permission-denied',
    detail: 'Permission denied',
  });
});
