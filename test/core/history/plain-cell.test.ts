import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainCell } from '../../../electron/core/history/plain-cell.ts';

describe('a cell of a list that leaves the station', () => {
  test.each([
    '=HYPERLINK("https://evil.example","click")',
    '=cmd|"/C calc"!A0',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1+1',
    '\uFF1D1+1',
    '\uFF0B1',
    '\uFF0D1',
    '\uFF20SUM(A1)',
    '\u00A0=1',
  ])('%j becomes a text', (text) => {
    expect(plainCell(text)).toBe(`'${text}`);
  });

  test.each([
    '',
    'GALT11420104',
    "Bob O'Brien",
    '306EUO4-00960',
    'a=b',
    'ann@example.com',
    '2026-11-24T10:00:00+01:00',
    '1',
  ])('%j stays as it is', (text) => {
    expect(plainCell(text)).toBe(text);
  });

  test('no text, whatever it is, begins as a formula does, and none loses a character', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '\uFF1D'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const cell = plainCell(text);
        expect(cell.trimStart()).not.toMatch(/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/);
        expect(cell).not.toMatch(/^[\t\r\n]/);
        expect(cell.endsWith(text)).toBe(true);
      }),
    );
  });
});
