import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCode } from '../../../electron/io/paper/draw-code.ts';
import { readCode128 } from '../../fakes/read-code-128.ts';

/** The bars of a drawing, as wide as they are printed, without the quiet zones. */
function barsOf(svg: string): Parameters<typeof readCode128>[0] {
  const paths = [...svg.matchAll(/stroke-width="(\d+)" d="([^"]*)"/g)];
  const bars = paths.flatMap(([, width, d = '']) =>
    [...d.matchAll(/M([\d.]+) /g)].map(([, middle]) => ({
      at: Number(middle) - Number(width) / 2 - QUIET,
      width: Number(width),
    })),
  );
  const [, all] = /viewBox="0 0 (\d+) /.exec(svg) ?? [];
  return { widthModules: Number(all) - 2 * QUIET, bars: bars.toSorted((one, other) => one.at - other.at) };
}

const QUIET = 10;

describe('a Code 128', () => {
  test.each(['GALT11420104', '2600124809778', '00040008CFA5', '306EUO4-00960', 'TSO:3f9d2c41:12'])(
    'of %s is read as exactly this, between two quiet zones',
    (text) => {
      const { bars, ...drawn } = barsOf(drawCode({ symbology: 'code128', text }));
      expect(bars[0]?.at).toBe(0);
      expect(readCode128({ bars, ...drawn }).text).toBe(text);
    },
  );

  test('of any label of up to twenty signs is read as exactly this', () => {
    const ascii = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(ascii, { minLength: 1, maxLength: 20 }), (signs) => {
        const text = signs.join('');
        expect(readCode128(barsOf(drawCode({ symbology: 'code128', text }))).text).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('is not drawn where a label has no room for it, and a scanner would not read it', () => {
    expect(drawCode({ symbology: 'code128', text: 'X'.repeat(22) })).not.toBe('');
    expect(drawCode({ symbology: 'code128', text: 'X'.repeat(23) })).toBe('');
  });

  test.each(['日本', 'Ä1', '', 'A\u0000B', 'A\nB'])('is not drawn of %j, which it would change', (text) => {
    expect(drawCode({ symbology: 'code128', text })).toBe('');
  });
});

describe('a QR code', () => {
  test('is square, with a quiet zone of four modules', () => {
    const svg = drawCode({ symbology: 'qr', text: 'https://mysignins.microsoft.com/security-info' });
    // 29 modules and twice four, two units each.
    expect(svg).toContain('viewBox="0 0 74 74"');
    expect(svg).toMatch(/d="M8 |d="M4 /);
  });
});

test('a drawing is a drawing, whatever its text says', () => {
  const svg = drawCode({ symbology: 'code128', text: '"/><script>' });
  expect(svg).not.toContain('script');
  expect(svg.match(/<\w+/g)?.every((tag) => tag === '<svg' || tag === '<path')).toBe(true);
});
