import { describe, expect, test } from 'vitest';
import { crc16, readSerialAnswer, readYubikeyReport, serialQuestion } from '../../electron/core/yubikey-frame.ts';

/** What follows data so that the checksum over both comes out right. */
function withChecksum(data: readonly number[]): readonly number[] {
  const crc = ~crc16(Uint8Array.from(data)) & 0xffff;
  return [...data, crc & 0xff, crc >> 8];
}

test('the checksum is the one of ISO 13239, without its last inversion', () => {
  // Source: the check value of CRC-16/X-25 over the digits 1 to 9 is 0x906E.
  const digits = Uint8Array.from('123456789', (digit) => digit.charCodeAt(0));
  expect(~crc16(digits) & 0xffff).toBe(0x906e);
  expect(crc16(Uint8Array.from(withChecksum([1, 2, 3])))).toBe(0xf0b8);
});

describe('the question for the serial number', () => {
  const reports = serialQuestion();
  const frame = new Uint8Array(70);
  for (const report of reports) frame.set(report.slice(0, 7), ((report[7] ?? 0) & 0x1f) * 7);

  test('goes out in reports of 8 bytes, of which the first and the last are never left out', () => {
    expect(reports.map((report) => report.length)).toEqual([8, 8]);
    expect(reports.map((report) => report[7])).toEqual([0x80, 0x89]);
  });

  test('is a frame of an empty payload, the slot of the serial number and the checksum over the payload', () => {
    expect(frame.subarray(0, 64).every((byte) => byte === 0)).toBe(true);
    expect(frame[64]).toBe(0x10);
    expect((frame[65] ?? 0) | ((frame[66] ?? 0) << 8)).toBe(crc16(new Uint8Array(64)));
    expect([...frame.subarray(67)]).toEqual([0, 0, 0]);
  });
});

describe('what the key says', () => {
  test.each([
    ['that it has not taken the part', [0, 0, 0, 0, 0, 0, 0, 0x83], { kind: 'busy' }],
    ['a part of its answer', [1, 2, 3, 4, 5, 6, 7, 0x42], { kind: 'part', part: 2, bytes: [1, 2, 3, 4, 5, 6, 7] }],
    ['how it is', [0, 5, 4, 3, 1, 5, 0, 0], { kind: 'status' }],
    ['that it waits for a touch', [0, 5, 4, 3, 1, 5, 0, 0x20], { kind: 'waiting' }],
  ])('%s', (_, bytes, expected) => {
    expect(readYubikeyReport(Uint8Array.from(bytes))).toEqual(expected);
    expect(readYubikeyReport(Uint8Array.from([0, ...bytes]))).toEqual(expected);
  });

  test.each([[[]], [[0x40]]])('in too few bytes %j is not read past its end', (bytes) => {
    expect(() => readYubikeyReport(Uint8Array.from(bytes))).not.toThrow();
  });
});

describe('the serial number', () => {
  test.each([
    ['12345678', [0x00, 0xbc, 0x61, 0x4e]],
    ['4294967295', [0xff, 0xff, 0xff, 0xff]],
    ['0', [0, 0, 0, 0]],
  ])('%s is read from the four bytes before the checksum', (serialNumber, data) => {
    expect(readSerialAnswer([...withChecksum(data), 0])).toEqual({ ok: true, value: serialNumber });
  });

  test.each([
    ['nothing', []],
    ['less than a number and a checksum', [0, 0xbc, 0x61, 0x4e, 1]],
    ['a checksum over nothing', withChecksum([])],
    ['a wrong checksum', [0, 0xbc, 0x61, 0x4e, 0, 0, 0]],
    ['one bit that fell over', withChecksum([0, 0xbc, 0x61, 0x4e]).map((byte, at) => (at === 3 ? byte ^ 1 : byte))],
  ])('is not read from %s', (_, bytes) => {
    expect(readSerialAnswer(bytes)).toMatchObject({ problem: { code: 'token-serial-unreadable' } });
  });
});
