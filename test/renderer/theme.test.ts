// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../renderer/theme/tokens.css'), 'utf8');

const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const themes = { light: readColors(lightCss), dark: { ...readColors(lightCss), ...readColors(darkCss) } };

/** Source: Machado, Oliveira, Fernandes 2009, "A Physiologically-based Model …", severity 1.0, for linear RGB. */
const EYES = {
  'all colours': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

type Lab = readonly [lightness: number, a: number, b: number];

const SURFACES = [
  'chrome',
  'queue',
  'paper',
  'display',
  'open',
  'now-fill',
  'now-deep',
  'stop-fill',
  'care-fill',
  'done-fill',
];
const INKS = ['ink', 'ink-2', 'ink-3', 'now', 'stop', 'care', 'done'];

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  test.each(INKS)('--%s is 4.5:1 or better on every surface', (ink) => {
    const worst = Math.min(...SURFACES.map((surface) => contrast(color(theme, ink), color(theme, surface))));
    expect(worst).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['now', 'stop', 'done'])('text on solid --%s is 4.5:1 or better', (fill) => {
    expect(contrast(color(theme, 'on-fill'), color(theme, fill))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['queue', 'paper', 'display'])('--edge is 3:1 or better on --%s', (surface) => {
    expect(contrast(color(theme, 'edge'), color(theme, surface))).toBeGreaterThanOrEqual(3);
  });
});

const LANES = ['lane-1', 'lane-2', 'lane-3', 'lane-4', 'lane-5', 'lane-6'];

describe.each(['light', 'dark'] as const)('the colours of readers, %s', (theme) => {
  test.each(LANES)('--%s holds a number, and is seen on every surface', (lane) => {
    expect(contrast(color(theme, 'on-fill'), color(theme, lane))).toBeGreaterThanOrEqual(4.5);
    const worst = Math.min(...SURFACES.map((surface) => contrast(color(theme, lane), color(theme, surface))));
    expect(worst).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(EYES) as (keyof typeof EYES)[])('are told apart by an eye with %s', (eye) => {
    const seen = LANES.map((lane) => toLab(color(theme, lane), EYES[eye]));
    const nearest = Math.min(
      ...seen.flatMap((one, index) => seen.slice(index + 1).map((other) => distance(one, other))),
    );
    expect(nearest).toBeGreaterThanOrEqual(18);
  });
});

test('the tape is readable', () => {
  expect(contrast(color('light', 'tape'), color('light', 'tape-ink'))).toBeGreaterThanOrEqual(7);
});

function readColors(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

function color(theme: 'light' | 'dark', name: string): string {
  const hex = themes[theme][name];
  if (!hex) throw new Error(`tokens.css has no --${name}.`);
  return hex;
}

/** Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = toLinear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(hex: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(hex.slice(place, place + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** What an eye makes of a colour, in CIE L*a*b* under D65. */
function toLab(hex: string, eye: readonly number[]): Lab {
  const shown = toLinear(hex);
  const seen = (row: number): number => {
    const sum = shown.reduce((total, part, column) => total + part * (eye[3 * row + column] ?? 0), 0);
    return Math.min(1, Math.max(0, sum));
  };
  const [red, green, blue] = [seen(0), seen(1), seen(2)];
  const bend = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** About 2 is just seen; 18 and more are two colours. */
function distance([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}
