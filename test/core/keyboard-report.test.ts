import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING_TYPED, readKeyReport, restTyping, type HalfTyping } from '../../electron/core/keyboard-report.ts';
import { keyReport, typeReports } from './keyboard-writer.ts';

const ENTER = 0x28;
const [A, B, ONE] = [0x04, 0x05, 0x1e];
const [LEFT_SHIFT, RIGHT_SHIFT] = [0x02, 0x20];

/** The labels that end, then what is left half typed. */
function type(reports: readonly Uint8Array[], stepMs = 1): readonly string[] {
  let half: HalfTyping = NOTHING_TYPED;
  const typed: string[] = [];
  reports.forEach((bytes, index) => {
    const reading = readKeyReport(half, bytes, index * stepMs);
    if (!reading) throw new Error('no report of a boot keyboard');
    half = reading.half;
    typed.push(...reading.typed);
  });
  return [...typed, half.text];
}

describe('the keys of a boot keyboard', () => {
  test('write as a US keyboard does, with Shift and without', () => {
    const text = ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~';
    expect(type(typeReports('keyboard us', text))).toEqual([text]);
  });

  test('of the number pad write the same with Shift', () => {
    const pad = [0x59, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f, 0x60, 0x61, 0x62, 0x63, 0x54, 0x55, 0x56, 0x57];
    const press = (modifiers: number): readonly Uint8Array[] =>
      pad.flatMap((usage) => [keyReport([usage], modifiers), keyReport([])]);
    expect(type(press(0))).toEqual(['1234567890./*-+']);
    expect(type(press(LEFT_SHIFT))).toEqual(['1234567890./*-+']);
  });

  test('beside Enter and Shift on other keyboards are the backslash, or not known', () => {
    expect(type([keyReport([0x32]), keyReport([]), keyReport([0x32], LEFT_SHIFT)])).toEqual(['\\|']);
    expect(type([keyReport([0x64])])).toEqual(['\uFFFD']);
  });

  test.each([
    [LEFT_SHIFT, 'A!'],
    [RIGHT_SHIFT, 'A!'],
    [LEFT_SHIFT | RIGHT_SHIFT, 'A!'],
    [0, 'a1'],
  ])('under the modifiers %i write %s', (modifiers, text) => {
    expect(type([keyReport([A], modifiers), keyReport([]), keyReport([ONE], modifiers)])).toEqual([text]);
  });

  test.each([0x01, 0x04, 0x08, 0x10, 0x40, 0x80, 0x01 | LEFT_SHIFT])(
    'under the modifiers %i are not known',
    (modifiers) => {
      expect(type([keyReport([A], modifiers)])).toEqual(['\uFFFD']);
    },
  );

  test.each([
    ['Escape', 0x29],
    ['Backspace', 0x2a],
    ['Caps Lock', 0x39],
    ['F1', 0x3a],
    ['Num Lock', 0x53],
    ['an arrow', 0x4f],
    ['a usage of no key', 0xa5],
    ['a Shift that stands among the keys', 0xe1],
  ])('that write nothing are not known: %s', (_, usage) => {
    expect(type([keyReport([usage])])).toEqual(['\uFFFD']);
  });

  test('Shift alone writes nothing', () => {
    expect(
      type([keyReport([], LEFT_SHIFT), keyReport([A], LEFT_SHIFT), keyReport([], LEFT_SHIFT), keyReport([])]),
    ).toEqual(['A']);
  });
});

describe('a key that is held', () => {
  test('counts once, over however many reports', () => {
    expect(type([keyReport([A]), keyReport([A]), keyReport([A]), keyReport([])])).toEqual(['a']);
  });

  test('counts again once it was up', () => {
    expect(type([keyReport([A]), keyReport([]), keyReport([A])])).toEqual(['aa']);
  });

  test('does not count again when another one goes down, in whatever place it stands', () => {
    expect(type([keyReport([A]), keyReport([A, B]), keyReport([B]), keyReport([])])).toEqual(['ab']);
    expect(type([keyReport([A]), keyReport([B, A]), keyReport([B]), keyReport([])])).toEqual(['ab']);
  });

  test('goes down with others in one report, in their order', () => {
    expect(type([keyReport([B, A, ONE]), keyReport([])])).toEqual(['ba1']);
  });

  test('is not lost where more were down than fit', () => {
    const rollOver = keyReport([1, 1, 1, 1, 1, 1]);
    expect(type([keyReport([A]), rollOver, keyReport([A, B]), keyReport([])])).toEqual(['ab']);
    expect(type([keyReport([1]), keyReport([2]), keyReport([3]), keyReport([4])])).toEqual(['a']);
  });
});

describe('the end of a label', () => {
  test.each([
    ['Enter', ENTER],
    ['Enter of the number pad', 0x58],
    ['Tab', 0x2b],
  ])('is %s', (_, usage) => {
    expect(type([keyReport([A]), keyReport([usage]), keyReport([]), keyReport([B])])).toEqual(['a', 'b']);
  });

  test('is one, where a scanner sends two', () => {
    expect(type([keyReport([A]), keyReport([ENTER]), keyReport([]), keyReport([ENTER]), keyReport([0x2b])])).toEqual([
      'a',
      '',
    ]);
  });

  test('may stand in one report with keys before and after it', () => {
    expect(type([keyReport([A, ENTER, B])])).toEqual(['a', 'b']);
  });

  test('is seen also with Shift down', () => {
    expect(type([keyReport([A]), keyReport([ENTER], LEFT_SHIFT)])).toEqual(['a', '']);
  });

  const half: HalfTyping = { text: 'GALT', held: [], lastAtMs: 1_000 };

  test('without a sign is a pause of 100 ms', () => {
    expect(restTyping(half, 1_099)).toEqual({ half, typed: [] });
    expect(restTyping(half, 1_100)).toEqual({ half: { ...half, text: '' }, typed: ['GALT'] });
  });

  test('is no end where nothing was typed', () => {
    expect(restTyping({ ...half, text: '' }, 9_000).typed).toEqual([]);
  });

  test('is put off by every report, one that lets a key go as well', () => {
    expect(readKeyReport(half, keyReport([]), 1_090)?.half.lastAtMs).toBe(1_090);
    expect(readKeyReport(half, keyReport([1]), 1_090)?.half.lastAtMs).toBe(1_090);
  });

  test('of too long a label is seen, and no more of it is kept than is needed to refuse it', () => {
    const typed = type([...typeReports('keyboard us', '1a'.repeat(2_000)), keyReport([ENTER])]);
    expect(typed.map(({ length }) => length)).toEqual([257, 0]);
  });
});

test.each([0, 1, 7, 9, 64])('a report of %i bytes is none of a boot keyboard', (length) => {
  expect(readKeyReport(NOTHING_TYPED, new Uint8Array(length), 0)).toBeNull();
});

describe('whatever is typed', () => {
  const label = fc.stringMatching(/^[ -~]{1,40}$/);

  test('comes out as it was, label by label, whether keys overlap or not', () => {
    const scanner = fc.constantFrom('keyboard us', 'keyboard overlapping');
    const suffix = fc.constantFrom('\r', '\t', '\r\t');
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), scanner, suffix, (labels, name, end) => {
        const reports = labels.flatMap((text) => typeReports(name, text + end));
        expect(type(reports)).toEqual([...labels, '']);
      }),
    );
  });

  test('any bytes are read without an exception, and no key counts that is not in them', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 8, maxLength: 8 }), { maxLength: 40 }), (reports) => {
        const signs = type(reports).join('').length;
        const keys = reports.reduce((sum, report) => sum + report.subarray(2).filter((usage) => usage > 3).length, 0);
        expect(signs).toBeLessThanOrEqual(keys);
      }),
    );
  });
});
