// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../renderer/theme/tokens.css'), 'utf8');

const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const themes = { light: readColors(lightCss), dark: { ...readColors(lightCss), ...readColors(darkCss) } };

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
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(hex.slice(place, place + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
