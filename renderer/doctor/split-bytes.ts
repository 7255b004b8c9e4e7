import type { ReportFields } from '../../electron/contract/doctor.ts';

export type MarkedByte = { readonly hex: string; readonly part: 'data' | 'aim' | 'rest' };

/** Up to eight bytes, or as many as stand there with nothing in them. */
export type ByteGroup =
  | { readonly kind: 'bytes'; readonly bytes: readonly MarkedByte[] }
  | { readonly kind: 'zeros'; readonly count: number };

const GROUP_BYTES = 8;

/** Cuts a report into groups and marks what was read out of it. A long run of nothing is counted instead of shown. */
export function splitBytes(bytesHex: string, fields: ReportFields | null): readonly ByteGroup[] {
  const bytes = bytesHex.match(/../g) ?? [];
  const dataEnd = fields ? fields.dataOffsetBytes + fields.dataLengthBytes : 0;
  const isData = (at: number): boolean => fields !== null && at >= fields.dataOffsetBytes && at < dataEnd;
  const aimAt = fields?.aimId ? findAim(bytes, fields.aimId, isData) : null;
  const isAim = (at: number): boolean => aimAt !== null && at >= aimAt.from && at < aimAt.to;
  const marked = bytes.map((hex, at): MarkedByte => ({ hex, part: isData(at) ? 'data' : isAim(at) ? 'aim' : 'rest' }));
  return inGroups(marked).reduce(joinZeros, []);
}

function joinZeros(groups: readonly ByteGroup[], bytes: readonly MarkedByte[]): readonly ByteGroup[] {
  if (!bytes.every(({ hex, part }) => hex === '00' && part === 'rest')) return [...groups, { kind: 'bytes', bytes }];
  const last = groups.at(-1);
  if (last?.kind !== 'zeros') return [...groups, { kind: 'zeros', count: bytes.length }];
  return [...groups.slice(0, -1), { kind: 'zeros', count: last.count + bytes.length }];
}

/** Some readers send the identifier with its `]`, some without. */
function findAim(bytes: readonly string[], aimId: string, isData: (at: number) => boolean) {
  for (const sign of [aimId, aimId.slice(1)]) {
    const wanted = Array.from(sign, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'));
    const isHere = (at: number): boolean => wanted.every((hex, step) => bytes[at + step]?.toLowerCase() === hex);
    // A label may hold the same letters.
    const from = bytes.findIndex((_hex, at) => !isData(at) && isHere(at));
    if (from >= 0) return { from, to: from + wanted.length };
  }
  return null;
}

function inGroups(bytes: readonly MarkedByte[]): readonly (readonly MarkedByte[])[] {
  const count = Math.ceil(bytes.length / GROUP_BYTES);
  return Array.from({ length: count }, (_, group) => bytes.slice(group * GROUP_BYTES, (group + 1) * GROUP_BYTES));
}
