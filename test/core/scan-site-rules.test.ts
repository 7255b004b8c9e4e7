import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { readScanText, type ScanMeaning } from '../../electron/core/scan-grammar.ts';
import { LABEL_TEXT, SITE_RULE } from './scan-arbitraries.ts';

/** Not a part of a longer run, which may be a serial number. `S/N` in front of one is no part of it. */
const SEED_ALONE = /(?<![A-Za-z0-9-])[A-Z2-7]*[A-Z][A-Z2-7]*(?![A-Za-z0-9-])/g;

const BADGE: SiteRule = {
  id: 'rule-badge',
  means: 'badge',
  before: 'EMP/',
  after: '',
  startsWith: '',
  alphabet: 'digits',
  dashes: 'none',
  shortest: 4,
  longest: 8,
  aimLetter: null,
};
const SHORT: SiteRule = { ...BADGE, id: 'rule-short', means: 'serialNumber', before: '', shortest: 3, longest: 5 };

function read(text: string, rules: readonly SiteRule[], aimId: string | null = ']C0'): ScanMeaning {
  return readScanText(text, aimId, rules);
}

describe('a rule of the site', () => {
  test('finds a badge, and its step is named after the rule', () => {
    expect(read('EMP/00471\r', [BADGE])).toEqual({
      kind: 'badge',
      badgeId: '00471',
      scannedText: 'EMP/00471',
      aimId: ']C0',
      steps: [
        { rule: 'trim', before: 'EMP/00471\r', after: 'EMP/00471' },
        { rule: 'rule-badge', before: 'EMP/00471', after: '00471' },
      ],
    });
  });

  test('finds the line of a work order', () => {
    const order: SiteRule = { ...BADGE, id: 'rule-order', means: 'workOrderLine', before: 'WO-', dashes: 'keep' };
    expect(read('WO-1234-02', [order])).toMatchObject({ kind: 'workOrderLine', lineId: '1234-02' });
    expect(read('WO-1234-02', [order]).steps).toEqual([{ rule: 'rule-order', before: 'WO-1234-02', after: '1234-02' }]);
  });

  test('passes over what is never meant, and says that the rule did', () => {
    expect(read('EMP/4711', [{ ...BADGE, means: 'ignored' }])).toMatchObject({
      kind: 'refused',
      problem: { code: 'scan-not-a-serial' },
      shownText: 'EMP/4711',
      steps: [{ rule: 'rule-badge', before: 'EMP/4711', after: '' }],
    });
  });

  test('takes a serial number that the built-in rules find too short', () => {
    expect(read('0471', [])).toMatchObject({ kind: 'refused' });
    expect(read('0471', [SHORT])).toMatchObject({ kind: 'serialNumber', serialNumber: '0471' });
    expect(read('0471', [SHORT]).steps).toEqual([{ rule: 'rule-short', before: '0471', after: '0471' }]);
  });

  test('takes one with few digits, and one that looks like an asset tag', () => {
    const words: SiteRule = { ...SHORT, alphabet: 'alphanumeric', dashes: 'keep', longest: 10 };
    expect(read('ABCDEFGH', [words])).toMatchObject({ serialNumber: 'ABCDEFGH' });
    expect(read('IT-000471', [words])).toMatchObject({ serialNumber: 'IT-000471' });
  });

  test('is asked again for what stands behind a mark, in JSON, in a link, in stars and in GS1 data', () => {
    for (const [text, aimId] of [
      ['S/N: 0471', ']C0'],
      ['*0471*', ']A0'],
      ['{"sn":"0471"}', ']Q1'],
      ['https://a.b/?sn=0471', ']Q1'],
      ['210471', ']C1'],
    ] as const)
      expect(read(text, [SHORT], aimId)).toMatchObject({ kind: 'serialNumber', serialNumber: '0471' });
  });

  test('comes before what the built-in rules would make of the label', () => {
    expect(read('20033752', [{ ...BADGE, before: '' }])).toMatchObject({ kind: 'badge', badgeId: '20033752' });
    expect(read('S/N:4711', [{ ...BADGE, before: 'S/N:' }])).toMatchObject({ kind: 'badge', badgeId: '4711' });
  });

  test('drops dashes where it says so', () => {
    const grouped: SiteRule = { ...SHORT, dashes: 'drop', longest: 10 };
    expect(read('14-5240014-1', [grouped])).toMatchObject({ serialNumber: '1452400141', scannedText: '14-5240014-1' });
  });
});

describe('whatever a rule of the site says', () => {
  test('a trade number is no serial number, and may be a badge', () => {
    const any: SiteRule = { ...SHORT, longest: 20 };
    expect(read('4006381333931', [any], ']E0')).toMatchObject({ problem: { code: 'scan-retail-code' } });
    expect(read('0104006381333931', [any], ']C1')).toMatchObject({ problem: { code: 'scan-retail-code' } });
    expect(read('14006381333938', [any], ']I1')).toMatchObject({ problem: { code: 'scan-retail-code' } });
    expect(read('00471114', [{ ...any, means: 'badge' }], ']I0')).toMatchObject({ kind: 'badge', badgeId: '00471114' });
  });

  test.each(['JBSWY3DPEHPK3PXP', 'JBSW-Y3DP-EHPK-3PXP', '3132333435363738393031323334353637383930'])(
    'the seed %s is a secret, alone and behind something',
    (seed) => {
      for (const means of ['serialNumber', 'badge', 'workOrderLine', 'ignored'] as const) {
        const rule: SiteRule = { ...BADGE, means, alphabet: 'alphanumeric', dashes: 'keep', longest: 64 };
        const hidden = { kind: 'refused', shownText: '' };
        expect(read(`EMP/${seed}`, [rule])).toMatchObject(hidden);
        expect(read(seed, [{ ...rule, before: '' }])).toMatchObject(hidden);
        if (means !== 'serialNumber')
          expect(read(`EMP/${seed}`, [rule])).toMatchObject({ problem: { code: 'scan-holds-secret' } });
      }
    },
  );

  test('a serial number is no longer than one can be', () => {
    const long: SiteRule = { ...SHORT, longest: 64 };
    expect(read('1'.repeat(20), [long])).toMatchObject({ kind: 'serialNumber' });
    expect(read('1'.repeat(21), [long])).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
    expect(read('1'.repeat(21), [{ ...long, means: 'workOrderLine' }])).toMatchObject({ kind: 'workOrderLine' });
  });

  test.each([
    ['EMP/47\u001d11', 'scan-control-characters'],
    ['otpauth://4711', 'scan-holds-secret'],
    ['TS:4711', 'scan-command-not-possible'],
  ])('%j is refused before it is asked', (text, code) => {
    const rule: SiteRule = { ...BADGE, before: text.slice(0, -4), shortest: 1 };
    expect(read(text, [rule])).toMatchObject({ problem: { code } });
  });

  test('what comes of a label is neither a secret nor a control character, and a trade number is no serial number', () => {
    const aim = fc.constantFrom(null, ']C0', ']C1', ']E0', ']I1', ']Q1');
    fc.assert(
      fc.property(LABEL_TEXT, aim, fc.array(SITE_RULE, { minLength: 1, maxLength: 3 }), (text, aimId, rules) => {
        const meaning = read(text, rules, aimId);
        const kept = JSON.stringify(meaning);
        if (meaning.kind === 'serialNumber') {
          expect(aimId ?? '').not.toMatch(/^\][EI]/);
          expect(meaning.serialNumber).toMatch(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/);
        }
        // oxlint-disable-next-line no-control-regex -- none may be there
        if (meaning.kind !== 'refused') expect(meaning.scannedText).not.toMatch(/[\u0000-\u001f]/);
        if (/otpauth:|[?&]secret=|"key":/.test(text)) expect(kept).not.toContain('JBSWY3DP');
        for (const [seed] of text.replaceAll(/s\/n/gi, ' ').matchAll(SEED_ALONE))
          if (seed.length >= 16) expect(kept).not.toContain(seed);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('two rules of the site', () => {
  test('that say the same of a label agree', () => {
    const other = { ...BADGE, id: 'rule-other', longest: 20 };
    expect(read('EMP/4711', [BADGE, other])).toMatchObject({ kind: 'badge', steps: [{ rule: 'rule-badge' }] });
    expect(read('EMP/4711', [other, BADGE])).toMatchObject({ kind: 'badge', steps: [{ rule: 'rule-other' }] });
  });

  test.each([
    ['mean', { means: 'workOrderLine' }],
    ['use', { before: '', alphabet: 'alphanumeric', after: '', startsWith: '' }],
    ['ignore', { means: 'ignored' }],
  ] as const)('that %s different things make the label ambiguous', (_, more) => {
    const label = 'EMP/4711';
    const other: SiteRule = { ...BADGE, id: 'rule-other', ...more };
    const fits: SiteRule = { ...other, before: other.before || 'EMP/4', shortest: 1 };
    expect(read(label, [BADGE, fits])).toMatchObject({ problem: { code: 'scan-ambiguous' }, shownText: label });
    expect(read(label, [fits, BADGE])).toMatchObject({ problem: { code: 'scan-ambiguous' } });
  });

  test('that both ignore a label agree, whatever they would use', () => {
    const one: SiteRule = { ...BADGE, means: 'ignored' };
    expect(read('EMP/4711', [one, { ...one, before: 'EMP/4', shortest: 1 }])).toMatchObject({
      problem: { code: 'scan-not-a-serial' },
    });
  });

  test('of which one does not fit leave it to the other', () => {
    expect(
      read('EMP/4711', [
        { ...BADGE, before: 'X' },
        { ...BADGE, id: 'rule-other' },
      ]),
    ).toMatchObject({
      kind: 'badge',
      steps: [{ rule: 'rule-other' }],
    });
  });
});
