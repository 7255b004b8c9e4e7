import { describe, expect, test } from 'vitest';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import { flushView, lookAt, NOTHING_IN_VIEW } from '../../electron/core/scan-view.ts';
import { tell, type Reading } from './scan-view-tell.ts';

const SERIAL = '20033752';
const OTHER = '60234567';
const RETAIL = ['4006381333931', ']E0'] as const;
const SECRET = 'JBSWY3DPEHPK3PXP';

describe('a label that stays in view', () => {
  test('is told once, as long as 600 ms do not pass without it', () => {
    expect(
      tell([
        [0, SERIAL],
        [600, SERIAL],
        [1_200, SERIAL],
        [1_800, SERIAL],
      ]),
    ).toEqual([`0 ${SERIAL}`]);
  });

  test('is told again after more than that', () => {
    expect(
      tell([
        [0, SERIAL],
        [601, SERIAL],
      ]),
    ).toEqual([`0 ${SERIAL}`, `601 ${SERIAL}`]);
    expect(
      tell([
        [0, SERIAL],
        [600, SERIAL],
        [1_201, SERIAL],
      ]),
    ).toEqual([`0 ${SERIAL}`, `1201 ${SERIAL}`]);
  });

  test('is known beside others that are in view with it', () => {
    const turns: Reading[] = [0, 100, 200, 300, 400, 500].flatMap((atMs) => [
      [atMs, SERIAL],
      [atMs + 50, OTHER],
    ]);
    expect(tell(turns)).toEqual([`0 ${SERIAL}`, `50 ${OTHER}`]);
  });

  test('is another label where it has another suffix or another kind of bar code', () => {
    expect(
      tell([
        [0, SERIAL],
        [100, SERIAL, ']A0'],
      ]),
    ).toHaveLength(2);
    expect(
      tell([
        [0, SERIAL],
        [100, `${SERIAL}\r`],
      ]),
    ).toHaveLength(2);
  });

  test.each([SECRET, '', '2003\u00003752', 'TS:PARK', '1'.repeat(257)])('%j is told once, too', (text) => {
    expect(
      tell([
        [0, text],
        [300, text],
      ]),
    ).toEqual([`0 ${text}`]);
  });

  test('is told once where it is refused, and not again when it was held back', () => {
    expect(
      tell([
        [0, ...RETAIL],
        [300, ...RETAIL],
        [600, ...RETAIL],
      ]),
    ).toEqual([`400 ${RETAIL[0]}`]);
  });

  test('is not known where its text is not: each is told', () => {
    const meaning = readScanText('1'.repeat(300), ']Q1');
    const first = lookAt<string>(NOTHING_IN_VIEW, { scan: 'one', text: null, meaning }, 0);
    expect(first.told).toEqual(['one']);
    expect(lookAt(first.view, { scan: 'two', text: null, meaning }, 1).told).toEqual(['two']);
  });

  test('is known by the eight newest', () => {
    const many: Reading[] = Array.from({ length: 8 }, (_, index) => [index, `2003375${index}`]);
    expect(tell([...many, [20, '20033750']])).toHaveLength(8);
    expect(tell([...many, [20, '20033759'], [21, '20033750']])).toHaveLength(10);
  });

  test('is one of before, also where the clock was set back', () => {
    expect(
      tell([
        [10_000, SERIAL],
        [9_990, SERIAL],
      ]),
    ).toHaveLength(1);
    expect(
      tell([
        [10_000, SERIAL],
        [1_000, SERIAL],
      ]),
    ).toHaveLength(2);
  });
});

describe('a label beside a token', () => {
  test.each([
    ['a trade number', RETAIL],
    ['an asset tag', ['ASSET-0012345'] as const],
    ['a link', ['https://example.com/help', ']Q1'] as const],
    ['something that is no serial number', ['OTPC-P1'] as const],
  ])('%s that is read first is not told once the token is read', (_, label) => {
    expect(
      tell([
        [0, ...label],
        [400, SERIAL],
      ]),
    ).not.toHaveLength(1);
    expect(
      tell([
        [0, ...label],
        [399, SERIAL],
      ]),
    ).toEqual([`399 ${SERIAL}`]);
  });

  test.each([
    ['a trade number', RETAIL],
    ['an asset tag', ['ASSET-0012345'] as const],
    ['a link', ['https://example.com/help', ']Q1'] as const],
    ['something that is no serial number', ['OTPC-P1'] as const],
  ])('%s that is read after the token is not told within 600 ms', (_, label) => {
    expect(
      tell([
        [0, SERIAL],
        [600, ...label],
      ]),
    ).toEqual([`0 ${SERIAL}`]);
    expect(
      tell([
        [0, SERIAL],
        [601, ...label],
      ]),
    ).toEqual([`0 ${SERIAL}`, `1001 ${label[0]}`]);
  });

  test('is not told as long as the token stays in view', () => {
    expect(
      tell([
        [0, SERIAL],
        [500, SERIAL],
        [1_000, ...RETAIL],
      ]),
    ).toEqual([`0 ${SERIAL}`]);
  });

  test('is dropped, too, where the token was read a moment before and is read again', () => {
    expect(
      tell([
        [0, SERIAL],
        [500, SERIAL],
        [1_101, ...RETAIL],
        [1_102, SERIAL],
      ]),
    ).toEqual([`0 ${SERIAL}`, `1102 ${SERIAL}`]);
  });

  test('that has no token beside it is told after 400 ms', () => {
    expect(tell([[0, ...RETAIL]])).toEqual([`400 ${RETAIL[0]}`]);
  });

  test('is told in order with the others', () => {
    expect(
      tell([
        [0, ...RETAIL],
        [100, 'ASSET-0012345'],
        [450, 'OTPC-P1'],
      ]),
    ).toEqual([`400 ${RETAIL[0]}`, '500 ASSET-0012345', '850 OTPC-P1']);
  });

  test('is told before a scan that comes after its time, also where no timer ran', () => {
    const look = lookAt<string>(NOTHING_IN_VIEW, { scan: 'A', text: 'A', meaning: readScanText('OTPC-P1', ']C0') }, 0);
    expect(look).toMatchObject({ told: [], heldUntilMs: 400 });
    const next = lookAt(look.view, { scan: SERIAL, text: SERIAL, meaning: readScanText(SERIAL, ']C0') }, 400);
    expect(next).toMatchObject({ told: ['A', SERIAL], heldUntilMs: null });
  });
});

describe('what may not wait', () => {
  test.each([
    ['a secret', SECRET],
    ['a control character', '2003\u00003752'],
    ['too long a label', '1'.repeat(257)],
    ['nothing', ''],
    ['a mark', 'TS:PARK'],
    ['a mark that is not known', 'TS:STOP'],
    ['two serial numbers in one label', '{"sn":"20033752","serial":"60234567"}'],
  ])('%s is told at once, also beside a token', (_, text) => {
    expect(
      tell([
        [0, SERIAL],
        [10, text],
      ]),
    ).toEqual([`0 ${SERIAL}`, `10 ${text}`]);
  });

  test('does not drop what is held back', () => {
    expect(
      tell([
        [0, ...RETAIL],
        [10, SECRET],
      ]),
    ).toEqual([`10 ${SECRET}`, `400 ${RETAIL[0]}`]);
  });

  test('two tokens in quick succession are both told, and so are fifty a second', () => {
    expect(
      tell([
        [0, SERIAL],
        [1, OTHER],
      ]),
    ).toEqual([`0 ${SERIAL}`, `1 ${OTHER}`]);
    const many: Reading[] = Array.from({ length: 500 }, (_, index) => [index * 20, `GALT${10_000 + index}`]);
    expect(tell(many)).toHaveLength(500);
  });
});

describe('flushing', () => {
  test('at the end tells all that is held back, and leaves nothing', () => {
    const first = lookAt<string>(NOTHING_IN_VIEW, { scan: 'A', text: 'A', meaning: readScanText('OTPC-P1', null) }, 0);
    const second = lookAt(first.view, { scan: 'B', text: 'B', meaning: readScanText('OTPC-P2', null) }, 9);
    expect(second.heldUntilMs).toBe(400);
    expect(flushView(second.view, 399)).toMatchObject({ told: [], heldUntilMs: 400 });
    expect(flushView(second.view, 400)).toMatchObject({ told: ['A'], heldUntilMs: 409 });
    expect(flushView(second.view, Infinity)).toMatchObject({ told: ['A', 'B'], heldUntilMs: null });
    expect(flushView(flushView(second.view, Infinity).view, Infinity).told).toEqual([]);
  });
});
