import type { Result } from '../contract/result.ts';
import { ok, refuse } from './result.ts';

/**
 * How a YubiKey is asked for its serial number: a frame of 70 bytes goes out in feature reports of 8, and the answer comes
 * back in such reports. A report holds 7 bytes of the frame and one that says which part it is.
 * Source: Yubico .NET SDK user's manual, "OTP commands" and "Get serial number"; ykpersonalize, ykcore.c and ykdef.h.
 */
const PART_BYTES = 7;
const PARTS = 10;
const PAYLOAD_BYTES = 64;
const SERIAL_SLOT = 0x10;
const WRITE_FLAG = 0x80;
const ANSWER_FLAG = 0x40;
const PART_MASK = 0x1f;
const RESET = 0x8f;

export const YUBIKEY_REPORT_BYTES = PART_BYTES + 1;
/** Asks the key to forget what it has not been asked to the end. */
export const YUBIKEY_RESET: readonly number[] = [0, 0, 0, 0, 0, 0, 0, RESET];
const SERIAL_BYTES = 4;
const CRC_BYTES = 2;
/** What the checksum over data and its own checksum comes to. */
const CRC_RESIDUE = 0xf0b8;

/** The reports that ask for the serial number. Parts of zeros are left out, except the first; the last is never one. */
export function serialQuestion(): readonly (readonly number[])[] {
  const frame = new Uint8Array(PART_BYTES * PARTS);
  frame[PAYLOAD_BYTES] = SERIAL_SLOT;
  const crc = crc16(frame.subarray(0, PAYLOAD_BYTES));
  frame.set([crc & 0xff, crc >> 8], PAYLOAD_BYTES + 1);
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const bytes = [...frame.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)];
    const isLeftOut = part > 0 && bytes.every((byte) => byte === 0);
    return isLeftOut ? [] : [[...bytes, WRITE_FLAG | part]];
  });
}

export type YubikeyReport =
  /** The key has not taken the part before. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'part'; readonly part: number; readonly bytes: readonly number[] }
  /** How the key is, which is no answer. */
  | { readonly kind: 'status' }
  | { readonly kind: 'waiting' };

/** `report`: the 8 bytes, or with the report id 0 before them, as some systems give it. */
export function readYubikeyReport(report: Uint8Array): YubikeyReport {
  const bytes = [...report.subarray(-YUBIKEY_REPORT_BYTES)];
  const flags = bytes[PART_BYTES] ?? 0;
  if ((flags & WRITE_FLAG) !== 0) return { kind: 'busy' };
  if ((flags & ANSWER_FLAG) !== 0) {
    return { kind: 'part', part: flags & PART_MASK, bytes: bytes.slice(0, PART_BYTES) };
  }
  return { kind: flags === 0 ? 'status' : 'waiting' };
}

/** `token-serial-unreadable`: too short, or its checksum is not right. */
export function readSerialAnswer(bytes: readonly number[]): Result<string> {
  const answer = Uint8Array.from(bytes.slice(0, SERIAL_BYTES + CRC_BYTES));
  if (answer.length < SERIAL_BYTES + CRC_BYTES || crc16(answer) !== CRC_RESIDUE) {
    return refuse('token-serial-unreadable', { detail: 'YubiKey: the answer is damaged' });
  }
  return ok(String(new DataView(answer.buffer).getUint32(0)));
}

/** Source: ISO/IEC 13239 (CRC-16/X-25 without the last inversion), as in ykpersonalize, yk_crc16. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0x8408 : crc >> 1;
  }
  return crc;
}
