import type { Result } from '../contract/result.ts';
import { ok, refuse } from './result.ts';

/** One short item of a report descriptor. */
export type DescriptorItem = {
  readonly kind: 'main' | 'global' | 'local';
  readonly tag: number;
  readonly lengthBytes: 0 | 1 | 2 | 4;
  /** Little-endian and unsigned; 0 where the item has no data. */
  readonly value: number;
  readonly offsetBytes: number;
};

/** Source: Linux HID_MAX_DESCRIPTOR_SIZE and hidapi HID_API_MAX_REPORT_DESCRIPTOR_SIZE: nothing longer reaches anybody. */
export const LONGEST_DESCRIPTOR_BYTES = 4_096;

/** Chosen: a sensor hub's descriptor, the longest kind there is, has under 1,000 items; a scanner's has under 100. */
const MOST_ITEMS = 2_048;

/** Source: HID 1.11 §6.2.2.3. */
const LONG_ITEM = 0xfe;

const KINDS = ['main', 'global', 'local', null] as const;
const LENGTHS = [0, 1, 2, 4] as const;

/**
 * Takes a report descriptor apart into its short items, in their order.
 * Long items and those of the reserved type say nothing in HID 1.11 and are passed over.
 * `report-malformed`: too long, too many items, or one that is cut off.
 * Source: HID 1.11 §6.2.2.2 and §6.2.2.3.
 */
export function splitDescriptor(bytes: Uint8Array): Result<readonly DescriptorItem[]> {
  if (bytes.length > LONGEST_DESCRIPTOR_BYTES) return refuseAt(0, `${bytes.length} bytes`);
  const items: DescriptorItem[] = [];
  let at = 0;
  while (at < bytes.length) {
    const prefix = bytes[at] ?? 0;
    const isLong = prefix === LONG_ITEM;
    const headBytes = isLong ? 3 : 1;
    const lengthBytes = LENGTHS[prefix & 0b11] ?? 0;
    const next = at + headBytes + (isLong ? (bytes[at + 1] ?? 0) : lengthBytes);
    if (next > bytes.length) return refuseAt(at, 'item cut off');
    const kind = isLong ? null : (KINDS[(prefix >> 2) & 0b11] ?? null);
    if (kind !== null) {
      if (items.length === MOST_ITEMS) return refuseAt(at, 'too many items');
      const value = readUnsigned(bytes.subarray(at + 1, next));
      items.push({ kind, tag: prefix >> 4, lengthBytes, value, offsetBytes: at });
    }
    at = next;
  }
  return ok(items);
}

/** All that is wrong with a descriptor is told with the byte at which it was seen. */
export function refuseAt(offsetBytes: number, what: string): ReturnType<typeof refuse> {
  return refuse('report-malformed', { detail: `descriptor byte ${offsetBytes}: ${what}` });
}

/** By multiplication: a shift would make the top bit of four bytes a sign. */
function readUnsigned(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}
