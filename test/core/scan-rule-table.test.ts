import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askRules, readScanText } from '../../electron/core/scan-grammar.ts';
import { SCAN_RULES } from '../../electron/core/scan-rule-table.ts';
import { ALWAYS } from '../../electron/core/scan-traits.ts';
import { LABEL_TEXT, SITE_RULE } from './scan-arbitraries.ts';

/** The same rules, each asked about every label. */
const ALL_ASKED = SCAN_RULES.map((rule) => ({ ...rule, when: ALWAYS }));

const AIM_ID = fc.constantFrom(null, ']C0', ']C1', ']A0', ']E0', ']e0', ']I1', ']Q1', ']Q3', ']d2', ']L3', ']X0');

describe('the table of rules', () => {
  test('asks the dangerous meanings first, and whether it is a serial number last', () => {
    const names = SCAN_RULES.map(({ name }) => name);
    expect(names).toEqual([
      'too-long',
      'trim',
      'empty',
      'secret-link',
      'bare-secret',
      'control-characters',
      'command-mark',
      'order-mark',
      'site-rules',
      'label-json',
      'label-link',
      'retail',
      'gs1-other',
      'gs1-serial',
      'code39-stars',
      'serial-mark',
      'vendor-dashes',
      'bare-secret',
      'site-rules',
      'asset-tag',
      'serial-number',
    ]);
    expect(SCAN_RULES.findLastIndex(({ part }) => part === 'danger')).toBe(5);
  });

  test('says the same of any label where no rule is passed over', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(LABEL_TEXT, AIM_ID, fc.array(SITE_RULE, { maxLength: 2 }), (text, aimId, siteRules) => {
        const meaning = readScanText(text, aimId, siteRules);
        kinds.add(meaning.kind === 'refused' ? meaning.problem.code : meaning.kind);
        expect(meaning).toEqual(askRules(ALL_ASKED, text, aimId, siteRules));
      }),
      { numRuns: 20_000 },
    );
    expect(kinds.size).toBeGreaterThanOrEqual(12);
  });

  test('always comes to a meaning, also where no rule decides', () => {
    expect(askRules([], '20033752', ']C0', [])).toMatchObject({ kind: 'refused', shownText: '' });
  });
});

describe('the steps that are shown', () => {
  const steps = (text: string, aimId: string | null = ']C0'): unknown =>
    readScanText(text, aimId).steps.map(({ rule, before, after }) => [rule, before, after]);

  test('are none for a label that is the serial number itself', () => {
    expect(steps('20033752')).toEqual([]);
  });

  test('name each rule that changed something, in order', () => {
    expect(steps(' *S/N: 00040008CFA5*\r\n', ']A0')).toEqual([
      ['trim', ' *S/N: 00040008CFA5*\r\n', '*S/N: 00040008CFA5*'],
      ['code39-stars', '*S/N: 00040008CFA5*', 'S/N: 00040008CFA5'],
      ['serial-mark', 'S/N: 00040008CFA5', '00040008CFA5'],
    ]);
    expect(steps('21GALT11420104', ']C1')).toEqual([['gs1-serial', '21GALT11420104', 'GALT11420104']]);
  });

  test('end with the rule that refused', () => {
    expect(steps('4006381333931', ']E0')).toEqual([['retail', '4006381333931', '']]);
    expect(steps('*IT-0012345*')).toEqual([
      ['code39-stars', '*IT-0012345*', 'IT-0012345'],
      ['asset-tag', 'IT-0012345', ''],
    ]);
    expect(steps('12345')).toEqual([['serial-number', '12345', '']]);
  });

  test('have no text where nothing of the label may be shown', () => {
    expect(steps('*S/N:JBSWY3DPEHPK3PXP*', ']A0')).toEqual([
      ['code39-stars', '', ''],
      ['serial-mark', '', ''],
      ['bare-secret', '', ''],
    ]);
  });

  test('lead from what was scanned to what is used, each from where the one before ended', () => {
    fc.assert(
      fc.property(LABEL_TEXT, AIM_ID, fc.array(SITE_RULE, { maxLength: 1 }), (text, aimId, siteRules) => {
        const meaning = readScanText(text, aimId, siteRules);
        const { steps: found } = meaning;
        found.slice(1).forEach(({ before }, index) => expect(before).toBe(found[index]?.after));
        if (meaning.kind === 'serialNumber')
          expect(found.at(-1)?.after ?? meaning.scannedText).toBe(meaning.serialNumber);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('whatever label is scanned', () => {
  test('a serial number that comes of it stands in it, its zeros in front, where a rule of the site drops no dashes', () => {
    fc.assert(
      fc.property(LABEL_TEXT, AIM_ID, fc.array(SITE_RULE, { maxLength: 2 }), (text, aimId, siteRules) => {
        const meaning = readScanText(text, aimId, siteRules);
        if (meaning.kind !== 'serialNumber') return;
        const { serialNumber } = meaning;
        const isDropped = siteRules.some(({ dashes }) => dashes === 'drop');
        const printed = isDropped ? text.replaceAll('-', '') : text;
        expect(printed).toContain(isDropped ? serialNumber.replaceAll('-', '') : serialNumber);
        const at = printed.indexOf(isDropped ? serialNumber.replaceAll('-', '') : serialNumber);
        if (siteRules.length === 0) expect(printed.charAt(at - 1)).not.toBe('0');
      }),
      { numRuns: 5_000 },
    );
  });

  test('what is kept of it alone gives the same serial number again', () => {
    fc.assert(
      fc.property(LABEL_TEXT, AIM_ID, (text, aimId) => {
        const meaning = readScanText(text, aimId);
        if (meaning.kind !== 'serialNumber') return;
        const again = readScanText(meaning.scannedText, aimId);
        expect(again).toMatchObject({ kind: 'serialNumber', serialNumber: meaning.serialNumber });
        expect(again.scannedText).toBe(meaning.scannedText);
      }),
      { numRuns: 5_000 },
    );
  });
});
