import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeReport, type Frame } from '../../electron/core/hid-report.ts';
import { assembleScan, type Assembly, type HalfScan } from '../../electron/core/scan-assembler.ts';
import { LAYOUT_A, LAYOUT_B, report } from './hid-bytes.ts';

type Sent = Frame & { readonly atMs: number };

function frame(text: string, atMs: number, more: Partial<Frame> = {}): Sent {
  return { text, aimId: ']C0', continued: false, atMs, ...more };
}

/** What one reader's frames come to, one after the other. */
function assemble(frames: readonly Sent[]): readonly Assembly[] {
  let half: HalfScan | null = null;
  return frames.map(({ atMs, ...sent }) => {
    const assembly: Assembly = assembleScan(half, sent, atMs);
    half = assembly.kind === 'more' ? assembly.half : null;
    return assembly;
  });
}

function textOf(assembly: Assembly | undefined): string {
  if (assembly?.kind !== 'whole') return assembly?.kind ?? 'nothing';
  return assembly.scan.overflow ? 'overflow' : assembly.scan.text;
}

describe('the reports of one scan', () => {
  test('one report is a whole scan', () => {
    expect(assemble([frame('20033752', 0)])).toEqual([
      { kind: 'whole', scan: { text: '20033752', aimId: ']C0', overflow: false }, droppedHalf: false },
    ]);
  });

  test.each([2, 3, 4])('%i reports are joined in their order', (count) => {
    const frames = Array.from({ length: count }, (_, index) =>
      frame(String(index + 1).repeat(56), index * 4, { continued: index < count - 1 }),
    );
    const assemblies = assemble(frames);
    expect(assemblies.map((assembly) => assembly.kind)).toEqual([...Array(count - 1).fill('more'), 'whole']);
    expect(textOf(assemblies.at(-1))).toBe(
      ['1', '2', '3', '4']
        .slice(0, count)
        .map((digit) => digit.repeat(56))
        .join(''),
    );
  });

  test.each([
    [55, 1],
    [56, 1],
    [57, 2],
    [112, 2],
    [113, 3],
  ])('a text of %i characters takes %i reports and comes out whole', (length, count) => {
    const text = 'A1b2-'.repeat(30).slice(0, length);
    const frames = Array.from({ length: count }, (_, index) =>
      frame(text.slice(index * 56, (index + 1) * 56), index, { continued: index < count - 1 }),
    );
    expect(textOf(assemble(frames).at(-1))).toBe(text);
  });

  test('an empty last report ends a scan of exactly 56 characters', () => {
    const text = 'z'.repeat(56);
    expect(textOf(assemble([frame(text, 0, { continued: true }), frame('', 1)]).at(-1))).toBe(text);
  });

  test('the AIM identifier of the first report stands, and a later one fills in where it had none', () => {
    const aimOf = (first: string | null, second: string | null): unknown => {
      const assembly = assemble([
        frame('a', 0, { aimId: first, continued: true }),
        frame('b', 1, { aimId: second }),
      ]).at(-1);
      return assembly?.kind === 'whole' ? assembly.scan.aimId : assembly;
    };
    expect(aimOf(']C0', null)).toBe(']C0');
    expect(aimOf(null, ']E0')).toBe(']E0');
    expect(aimOf(null, null)).toBeNull();
  });

  test('another AIM identifier begins another scan, and the half before it is told', () => {
    const last = assemble([
      frame('LOST', 0, { aimId: ']C0', continued: true }),
      frame('GALT11420104', 1, { aimId: ']Q1' }),
    ]).at(-1);
    expect(last).toMatchObject({ kind: 'whole', droppedHalf: true, scan: { aimId: ']Q1' } });
  });
});

describe('a half whose rest never comes', () => {
  const lostHalf = frame('LOST', 1_000, { continued: true });

  test('is dropped when the next report comes later than 300 ms, and that is told', () => {
    expect(assemble([lostHalf, frame('20033752', 1_301)])[1]).toEqual({
      kind: 'whole',
      scan: { text: '20033752', aimId: ']C0', overflow: false },
      droppedHalf: true,
    });
  });

  test('is still waited for at 300 ms', () => {
    expect(assemble([lostHalf, frame('20033752', 1_300)])[1]).toMatchObject({ kind: 'whole', droppedHalf: false });
    expect(textOf(assemble([lostHalf, frame('20033752', 1_300)])[1])).toBe('LOST20033752');
  });

  test('is given 300 ms from its newest report, not from its first', () => {
    const frames = [lostHalf, frame('A', 1_250, { continued: true }), frame('B', 1_500)];
    expect(textOf(assemble(frames)[2])).toBe('LOSTAB');
  });

  test('leaves neither bytes nor AIM identifier in a next scan of several reports', () => {
    const frames = [
      { ...lostHalf, aimId: ']E0' },
      frame('A', 2_000, { aimId: null, continued: true }),
      frame('B', 2_001, { aimId: null }),
    ];
    expect(assemble(frames)[2]).toMatchObject({ kind: 'whole', scan: { text: 'AB', aimId: null } });
  });

  test('is told also where the next scan comes in several reports', () => {
    const frames = [
      lostHalf,
      frame('A', 2_000, { continued: true }),
      frame('B', 2_001, { continued: true }),
      frame('C', 2_002),
    ];
    expect(assemble(frames)[3]).toMatchObject({ kind: 'whole', scan: { text: 'ABC' }, droppedHalf: true });
  });

  test('leaves nothing of an overflow either', () => {
    const big = Array.from({ length: 20 }, (_, index) => frame('x'.repeat(56), index, { continued: true }));
    expect(textOf(assemble([...big, frame('20033752', 9_000)]).at(-1))).toBe('20033752');
  });
});

describe('a scan without end', () => {
  const parts = (bytes: number): readonly Sent[] =>
    Array.from({ length: Math.ceil(bytes / 56) }, (_, index) =>
      frame('x'.repeat(Math.min(56, bytes - index * 56)), index, { continued: (index + 1) * 56 < bytes }),
    );

  test('is taken up to 1,024 bytes', () => {
    expect(textOf(assemble(parts(1_024)).at(-1))).toBe('x'.repeat(1_024));
  });

  test('overflows at 1,025 bytes, and its text is let go', () => {
    expect(assemble(parts(1_025)).at(-1)).toEqual({
      kind: 'whole',
      scan: { text: '', aimId: ']C0', overflow: true },
      droppedHalf: false,
    });
  });

  test('stays an overflow however it ends, and holds no memory meanwhile', () => {
    const endless = Array.from({ length: 200 }, (_, index) => frame('x'.repeat(56), index, { continued: true }));
    const assemblies = assemble([...endless, frame('20033752', 200)]);
    const kept = assemblies.map((assembly) => (assembly.kind === 'more' ? assembly.half.text.length : 0));
    expect(Math.max(...kept)).toBeLessThanOrEqual(1_024);
    expect(kept.at(-2)).toBe(0);
    expect(textOf(assemblies.at(-1))).toBe('overflow');
  });
});

test('two readers that scan at the same time keep their halves apart', () => {
  const left = assembleScan(null, frame('LEFT-', 0, { continued: true }), 0);
  const right = assembleScan(null, frame('RIGHT-', 1, { continued: true }), 1);
  if (left.kind !== 'more' || right.kind !== 'more') throw new Error('both go on');
  expect(textOf(assembleScan(left.half, frame('1', 2), 2))).toBe('LEFT-1');
  expect(textOf(assembleScan(right.half, frame('2', 3), 3))).toBe('RIGHT-2');
});

test.each([LAYOUT_A, LAYOUT_B])(
  'any text of up to 1,024 bytes comes whole out of reports of layout $name',
  (layout) => {
    const cut = fc.integer({ min: 0, max: 56 });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 1_024, size: 'max' }),
        fc.array(cut, { minLength: 1 }),
        (bytes, lengths) => {
          const text = String.fromCharCode(...bytes);
          const pieces: string[] = [];
          for (let at = 0, turn = 0; at < text.length; turn++) {
            const length = Math.max(1, lengths[turn % lengths.length] ?? 56);
            pieces.push(text.slice(at, at + length));
            at += length;
          }
          const reports = pieces.map((piece, index) =>
            report(layout, piece, { aimId: layout.name === 'A' ? ']C0' : '', continued: index < pieces.length - 1 }),
          );
          const frames = reports.map((raw) => decodeReport(layout, raw));
          const sent = frames.flatMap((decoded, index) =>
            decoded.ok ? [{ ...decoded.value, atMs: index * 300 }] : [],
          );
          expect(sent).toHaveLength(pieces.length);
          expect(textOf(assemble(sent).at(-1))).toBe(text === '' ? 'nothing' : text);
        },
      ),
      { numRuns: 60 },
    );
  },
);
