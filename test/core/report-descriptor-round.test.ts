import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeReport } from '../../electron/core/hid-report.ts';
import { layoutFromDescriptor } from '../../electron/core/layout-from-descriptor.ts';
import { parseReportDescriptor } from '../../electron/core/report-descriptor.ts';
import type { ReportLayout } from '../../electron/core/report-layout.ts';

// A scanner that nobody has built yet: it describes its report part by part, and fills it part by part in the same order.
// Offsets are counted nowhere in here, so that the parser's are checked against none of its own kind.

type Part =
  | { readonly kind: 'count' | 'aim' | 'aimOneByOne' }
  | { readonly kind: 'data'; readonly capacity: number }
  | { readonly kind: 'flag'; readonly bit: number }
  | { readonly kind: 'padding' | 'own'; readonly lengthBytes: number };

type Scan = {
  readonly data: Uint8Array;
  readonly aimId: string;
  readonly continued: boolean;
  /** What the device puts where nothing is said of the content. */
  readonly noise: number;
};

function describePart(part: Part): readonly number[] {
  switch (part.kind) {
    case 'count':
      return [0x05, 0x01, 0x75, 8, 0x95, 1, 0x09, 0x3b, 0x81, 0x02];
    case 'aim':
      return [0x05, 0x8c, 0x75, 8, 0x95, 3, 0x09, 0xfb, 0x09, 0xfc, 0x09, 0xfd, 0x81, 0x02];
    case 'aimOneByOne':
      return [0x05, 0x8c, 0x75, 8, 0x95, 1, ...[0xfb, 0xfc, 0xfd].flatMap((id) => [0x09, id, 0x81, 0x02])];
    case 'data':
      return [0x05, 0x8c, 0x75, 8, 0x95, part.capacity, 0x09, 0xfe, 0x82, 0x02, 0x01];
    case 'flag': {
      const padding = (bits: number): readonly number[] => (bits === 0 ? [] : [0x95, bits, 0x81, 0x03]);
      const flag = [0x05, 0x8c, 0x95, 1, 0x09, 0xff, 0x81, 0x02];
      return [0x75, 1, ...padding(part.bit), ...flag, ...padding(7 - part.bit)];
    }
    case 'padding':
      return [0x75, 8, 0x95, part.lengthBytes, 0x81, 0x03];
    case 'own':
      return [0x06, 0x66, 0xff, 0x75, 8, 0x95, part.lengthBytes, 0x09, 0x04, 0x81, 0x02];
  }
}

function fillPart(part: Part, { data, aimId, continued, noise }: Scan): readonly number[] {
  switch (part.kind) {
    case 'count':
      return [data.length];
    case 'aim':
    case 'aimOneByOne':
      return aimId === '' ? [0, 0, 0] : [...Buffer.from(aimId, 'latin1')];
    case 'data':
      return [...data, ...Array<number>(part.capacity - data.length).fill(0)];
    case 'flag': {
      const mask = 1 << part.bit;
      return [continued ? noise | mask : noise & ~mask];
    }
    case 'padding':
    case 'own':
      return Array<number>(part.lengthBytes).fill(noise);
  }
}

function describeScanner(parts: readonly Part[], reportId: number | null, isNested: boolean): Uint8Array {
  const body = parts.flatMap(describePart);
  const id = reportId === null ? [] : [0x85, reportId];
  const inner = isNested ? [0x09, 0x12, 0xa1, 0x02, ...id, ...body, 0xc0] : [...id, ...body];
  return Uint8Array.from([0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, ...inner, 0xc0]);
}

function layoutOfScanner(descriptor: Uint8Array): ReportLayout {
  const fields = parseReportDescriptor(descriptor);
  if (!fields.ok) throw new Error(fields.problem.detail);
  const layout = layoutFromDescriptor(fields.value);
  if (!layout.ok) throw new Error(layout.problem.detail);
  return layout.value;
}

const CAPACITY = fc.integer({ min: 1, max: 255 });
const MAY_BE = fc.subarray<Part['kind']>(['count', 'flag', 'aim', 'padding', 'own']);

/** Any parts in any order; data always, and the identifier in one field or in three. */
const PARTS = fc
  .tuple(CAPACITY, MAY_BE, fc.boolean(), fc.nat(7), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([capacity, kinds, oneByOne, bit, paddingBytes, ownBytes]) => {
    const all: readonly Part[] = [
      { kind: 'data', capacity },
      { kind: 'count' },
      { kind: 'flag', bit },
      { kind: oneByOne ? 'aimOneByOne' : 'aim' },
      { kind: 'padding', lengthBytes: paddingBytes },
      { kind: 'own', lengthBytes: ownBytes },
    ];
    const chosen = all.filter(({ kind }) => kind === 'data' || kinds.includes(kind === 'aimOneByOne' ? 'aim' : kind));
    return fc.record({
      parts: fc.shuffledSubarray([...chosen], { minLength: chosen.length }),
      capacity: fc.constant(capacity),
    });
  });

const SCANNER = fc.record({
  made: PARTS,
  reportId: fc.option(fc.integer({ min: 1, max: 255 })),
  isNested: fc.boolean(),
});

const SCAN = fc.record({
  // No NUL: where there is no count, it is the end.
  data: fc.uint8Array({ min: 1, maxLength: 255 }),
  aimId: fc.constantFrom('', ']C0', ']E0', ']Q1', ']d2'),
  continued: fc.boolean(),
  noise: fc.integer({ min: 0, max: 255 }),
});

test('what any scanner that describes itself puts into its reports is read back', () => {
  fc.assert(
    fc.property(SCANNER, SCAN, ({ made: { parts, capacity }, reportId, isNested }, any) => {
      const scan = { ...any, data: any.data.subarray(0, capacity) };
      const layout = layoutOfScanner(describeScanner(parts, reportId, isNested));
      const id = reportId === null ? [] : [reportId];
      const report = Uint8Array.from([...id, ...parts.flatMap((part) => fillPart(part, scan))]);
      const has = (...kinds: readonly string[]): boolean => parts.some(({ kind }) => kinds.includes(kind));

      expect(layout.lengthBytes).toBe(report.length);
      expect(decodeReport(layout, report)).toEqual({
        ok: true,
        value: {
          text: String.fromCharCode(...scan.data),
          aimId: has('aim', 'aimOneByOne') ? scan.aimId || null : null,
          // Without a flag, a full report says it.
          continued: has('flag') ? scan.continued : scan.data.length === capacity,
        },
      });
      expect(decodeReport(layout, report.subarray(0, -1)).ok).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test('a scanner that counts more than it has room for is refused, whatever its layout', () => {
  fc.assert(
    fc.property(SCANNER, fc.uint8Array({ minLength: 600, maxLength: 600 }), ({ made, reportId, isNested }, bytes) => {
      const layout = layoutOfScanner(describeScanner(made.parts, reportId, isNested));
      if (reportId !== null) bytes[0] = reportId;
      const decoded = decodeReport(layout, bytes);
      const count = layout.countOffsetBytes === null ? 0 : (bytes[layout.countOffsetBytes] ?? 0);
      if (count > made.capacity) expect(decoded.ok).toBe(false);
      if (decoded.ok) expect(decoded.value.text.length).toBeLessThanOrEqual(made.capacity);
    }),
  );
});
