import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_BURST, pressKey, quietAtMs, restBurst, UNCLEAR, type WedgeKey } from '../../renderer/wedge/detect-burst.ts';
import { keyText } from '../../renderer/wedge/key-text.ts';
import { NOWHERE, play, pressOf, scanned, SEARCH, typed } from './wedge-typing.ts';

const GALT = 'GALT11420104';
const LINK = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&issuer=a%20b';

describe('the sign of a key', () => {
  test.each(Array.from(`abcxyzABCXYZ0123456789-_=+[];:,./?*&%#@ `))('%j', (sign) => {
    const { code, shift } = pressOf(sign);
    expect(keyText(code, shift)).toBe(sign);
  });

  test.each(['Numpad0', 'Numpad7', 'NumpadDecimal', 'NumpadSubtract', 'NumpadMultiply', 'NumpadDivide', 'NumpadAdd'])(
    '%s writes the same with Shift',
    (code) => {
      expect(keyText(code, true)).toBe(keyText(code, false));
      expect(keyText(code, false)).toMatch(/^[07.\-*/+]$/);
    },
  );

  test.each([
    'Enter',
    'Tab',
    'Escape',
    'F3',
    'ArrowLeft',
    'ShiftLeft',
    'IntlBackslash',
    '',
    'KeyAA',
    'Digit',
    'toString',
  ])('%j writes nothing', (code) => {
    expect(keyText(code, false)).toBeNull();
  });
});

describe('a scan', () => {
  test.each([5, 10, 20, 30, 40, 60, 80, 100])('at %i ms a key is taken, with Enter, with Tab and without', (gapMs) => {
    for (const text of [GALT, '20033752', '306EUO4-00960', '*VES0052649*', 'S/N: 8659623852751', LINK]) {
      expect(play(scanned(`${text}\n`, { gapMs })).scans).toEqual([text]);
      expect(play(scanned(`${text}\t`, { gapMs })).scans).toEqual([text]);
      expect(play(scanned(text, { gapMs })).scans).toEqual([text]);
    }
  });

  test('is known on its sixth key when it is fast; each later key and the Enter are swallowed', () => {
    const { decisions } = play(scanned(`${GALT}\n`, { gapMs: 8 }));
    expect(decisions).toEqual([...Array(5).fill('pass'), ...Array(7).fill('swallow'), 'scan']);
  });

  test('ends with silence: three keys of its own rhythm, and 60 ms at the least', () => {
    for (const [gapMs, quietMs] of [
      [5, 60],
      [80, 240],
    ] as const) {
      const keys = scanned(GALT, { gapMs });
      const { burst } = keys.reduce((step, key) => pressKey(step.burst, key, SEARCH), { burst: NO_BURST });
      expect((quietAtMs(burst) ?? 0) - (keys.at(-1)?.atMs ?? 0)).toBeCloseTo(quietMs, 5);
    }
  });

  test('after a scan, a late Enter or a second one is its, and 200 ms later it is a person’s', () => {
    const crLf = play(scanned(`${GALT}\n\n`, { gapMs: 10 }));
    expect(crLf.decisions.at(-1)).toBe('swallow');
    const end = scanned('\n', { startMs: 1000 + 13 * 10 + 200, gapMs: 10 });
    expect(play(end, NOWHERE, crLf.burst).decisions).toEqual(['pass']);
  });

  test('two scans of readers without a suffix are two', () => {
    const keys = [...scanned(GALT, { gapMs: 8 }), ...scanned('20033752', { startMs: 1000 + 12 * 8 + 70, gapMs: 8 })];
    expect(play(keys).scans).toEqual([GALT, '20033752']);
  });

  test('of a slow reader is known sooner once its rhythm is', () => {
    const short = 'AB1234';
    expect(play(scanned(short, { gapMs: 80 })).scans).toEqual([]);
    const { burst } = play(scanned(`${GALT}\n`, { gapMs: 80 }));
    expect(play(scanned(short, { startMs: 9000, gapMs: 84 }), SEARCH, burst).scans).toEqual([short]);
    expect(play(scanned(short, { startMs: 9000, gapMs: 50 + 55 }), SEARCH, burst).scans).toEqual([]);
  });

  test('with a key that writes nothing known is unclear, never cut', () => {
    const keys = scanned(`${GALT}\n`, { gapMs: 8 });
    const group: WedgeKey = { code: 'BracketRight', shift: false, isCombined: true, heldBeforeMs: 2, atMs: 0 };
    const withGroup = [...keys.slice(0, 8), { ...group, atMs: 1000 + 8 * 8 - 4 }, ...keys.slice(8)];
    expect(play(withGroup).scans).toEqual([`GALT1142${UNCLEAR}0104`]);
  });

  test('that runs into typing is unclear, so that the station refuses it', () => {
    const keys = [...scanned('12', { gapMs: 100, heldMs: 60 }), ...scanned('20033752\n', { startMs: 1190, gapMs: 8 })];
    const { scans } = play(keys);
    expect(scans).toEqual([`${UNCLEAR}20033752`]);
  });

  test('whose keys come after the page gave up waiting is unclear, never half of one', () => {
    const keys = scanned(`${GALT}\n`, { gapMs: 10 });
    for (const at of [3, 6, 8]) {
      const { burst } = keys.slice(0, at).reduce((step, key) => pressKey(step.burst, key, SEARCH), { burst: NO_BURST });
      const rest = play(keys.slice(at), SEARCH, restBurst(burst).burst);
      expect(rest.scans.every((text) => text.startsWith(UNCLEAR))).toBe(true);
    }
  });

  test('longer than any label is cut at the door’s limit and still ends', () => {
    const { scans } = play(scanned(`${'7'.repeat(6000)}\n`, { gapMs: 5 }));
    expect(scans.map(({ length }) => length)).toEqual([4096]);
  });

  const label = fc.oneof(
    fc.stringMatching(/^[A-Z]{0,4}[0-9]{7,13}$/),
    fc.stringMatching(/^[0-9A-F]{2}[0-9]{5}-[0-9]{4,6}$/),
    fc.constantFrom(GALT, LINK, 'https://example.com/t/1', '4006381333931', 'S/N: 20033752', 'GEZDGNBVGY3TQOJQ'),
  );
  const strays = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

  test('from 5 to 100 ms a key, with every gap up to a fifth off, after a pause is always taken', () => {
    fc.assert(
      fc.property(
        label,
        fc.double({ min: 5, max: 100, noNaN: true }),
        strays,
        fc.double({ min: 0.02, max: 0.35, noNaN: true }),
        fc.constantFrom('\n', '\t', ''),
        fc.constantFrom(SEARCH, NOWHERE),
        (text, gapMs, off, held, end, spot) => {
          const keys = scanned(text + end, { gapMs, strays: off, heldMs: held * gapMs });
          expect(play(keys, spot).scans).toEqual([text]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('after somebody typed and paused is taken whole, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 130, max: 2000 }),
        fc.integer({ min: 5, max: 100 }),
        (seed, pauseMs, gapMs) => {
          const before = typed('anna con', { meanMs: 140, spread: 0.35, heldMs: 90 }, seed);
          const startMs = (before.at(-1)?.atMs ?? 0) + pauseMs;
          expect(play([...before, ...scanned(`${GALT}\n`, { startMs, gapMs })]).scans).toEqual([GALT]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('typing', () => {
  test.each([
    ['five signs', scanned('A1234\n', { gapMs: 10 })],
    ['six digits at a person’s best speed', scanned('588213\n', { gapMs: 70 })],
    ['a name at a steady 90 ms', scanned('constanze conti\n', { gapMs: 90 })],
    ['a sign-in name at a steady 90 ms', scanned('anna.conti@contoso.com\n', { gapMs: 90 })],
    ['a long number at a steady 130 ms', scanned('8659623852751\n', { gapMs: 130 })],
    ['a number with each key held for long', scanned('8659623852751\n', { gapMs: 90, heldMs: 60 })],
    ['a number with keys rolled over', scanned('86596238\n', { gapMs: 90, heldMs: Number.POSITIVE_INFINITY })],
    ['a number that limps', scanned('86596238\n', { gapMs: 90, strays: [-2, 0, 1] })],
  ])('%s is no scan, and every key is passed on', (_, keys) => {
    const { scans, decisions } = play(keys);
    expect(scans).toEqual([]);
    expect(new Set(decisions)).toEqual(new Set(['pass']));
  });

  const text = fc.oneof(
    fc.stringMatching(/^[a-z]{2,10} [a-z]{2,12}\n$/),
    fc.stringMatching(/^[a-z]{4,8}\.[a-z]{4,9}@contoso\.com\n$/),
    fc.stringMatching(/^[0-9]{4,13}\n$/),
    fc.stringMatching(/^[A-Z]{3,4}[0-9]{8}\n$/),
  );

  test('of any hand, from 90 to 250 ms a key, is never a scan and no key of it waits', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 90, max: 250 }),
        fc.double({ min: 0.25, max: 0.5, noNaN: true }),
        fc.integer({ min: 75, max: 120 }),
        fc.nat(),
        (words, meanMs, spread, heldMs, seed) => {
          const { scans, decisions } = play(typed(words, { meanMs, spread, heldMs }, seed));
          expect(scans).toEqual([]);
          expect(decisions.every((decision) => decision === 'pass')).toBe(true);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('with pauses in it starts afresh each time', () => {
    const words = ['anna', 'conti', '004512'].flatMap((word, index) =>
      typed(word, { meanMs: 95, spread: 0.3, heldMs: 90 }, index, 1000 + index * 3000),
    );
    expect(play(words).scans).toEqual([]);
  });

  test.each([
    ['with Ctrl, Alt, Meta or AltGraph, held or composed', true, 'KeyV'],
    ['Backspace', false, 'Backspace'],
    ['an arrow', false, 'ArrowDown'],
    ['a function key', false, 'F2'],
  ])('a key %s passes and ends what may have been a scan', (_, isCombined, code) => {
    const other: WedgeKey = { code, shift: false, isCombined, heldBeforeMs: 5, atMs: 1045 };
    const keys = [...scanned('12345', { gapMs: 10 }), other, ...scanned('67890', { startMs: 1050, gapMs: 10 })];
    expect(play(keys)).toMatchObject({ scans: [], decisions: Array(11).fill('pass') });
  });
});

describe('keys that must wait', () => {
  const code = { inField: true, inCodeField: true, completesCode: false };

  test('the last digit of a code waits, however slowly it came', () => {
    const keys = scanned('588213', { gapMs: 400 });
    const steps = keys.map((key, index) => play([key], { ...code, completesCode: index === 5 }).decisions[0]);
    expect(steps).toEqual([...Array(5).fill('pass'), 'hold']);
  });

  test('in the code field a letter waits, because it would be refused with a sound', () => {
    expect(play(scanned('5a8', { gapMs: 10 }), code).decisions).toEqual(['pass', 'hold', 'hold']);
  });

  test('outside of fields a blank and a question mark wait once another key went before', () => {
    expect(play(scanned('a ?', { gapMs: 40 }), NOWHERE).decisions).toEqual(['pass', 'hold', 'hold']);
    expect(play(scanned(' ', { gapMs: 40 }), NOWHERE).decisions).toEqual(['pass']);
    expect(play(scanned('a ?', { gapMs: 40 }), SEARCH).decisions).toEqual(['pass', 'pass', 'pass']);
  });
});
