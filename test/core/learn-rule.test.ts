import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteRule, SiteRuleMeaning } from '../../electron/contract/site-rule.ts';
import { learnRule, SAMPLES_WANTED, type Sample } from '../../electron/core/learn-rule.ts';
import { readScanText } from '../../electron/core/scan-grammar.ts';

function samples(texts: readonly string[], aimId: string | null = ']C0'): readonly Sample[] {
  return texts.map((text) => ({ text, aimId }));
}

function learn(
  texts: readonly string[],
  means: SiteRuleMeaning = 'serialNumber',
  aimId: string | null = ']C0',
): SiteRule {
  const learned = learnRule(samples(texts, aimId), means, 'rule-1');
  if (!learned.ok) throw new Error(learned.problem.code);
  return learned.value.rule;
}

function used(texts: readonly string[], means: SiteRuleMeaning = 'serialNumber'): readonly string[] {
  const learned = learnRule(samples(texts), means, 'rule-1');
  return learned.ok ? learned.value.used : [learned.problem.code];
}

function refusal(
  texts: readonly string[],
  means: SiteRuleMeaning = 'serialNumber',
  aimId: string | null = ']C0',
): string {
  const learned = learnRule(samples(texts, aimId), means, 'rule-1');
  return learned.ok ? 'learned' : learned.problem.code;
}

describe('the rule that labels have in common', () => {
  test('is learned of three', () => {
    expect(SAMPLES_WANTED).toBe(3);
    expect(learn(['2600124809778', '2600135004012', '2600124809787'])).toEqual({
      id: 'rule-1',
      means: 'serialNumber',
      before: '',
      after: '',
      startsWith: '2600',
      alphabet: 'digits',
      dashes: 'none',
      shortest: 13,
      longest: 13,
      aimLetter: 'C',
    });
  });

  test('leaves out what all have before and after, as far as it ends in a sign', () => {
    const texts = ['EMP:00471/DE', 'EMP:00592/DE', 'EMP:01833/DE'];
    expect(learn(texts, 'badge')).toMatchObject({
      before: 'EMP:',
      after: '/DE',
      startsWith: '0',
      shortest: 5,
      longest: 5,
    });
    expect(used(texts, 'badge')).toEqual(['00471', '00592', '01833']);
  });

  test('leaves a dash in a serial number, and takes one for a border elsewhere', () => {
    const texts = ['306EUO4-00960', '306EUO4-00977', '306EUO4-01205'];
    expect(learn(texts)).toMatchObject({ before: '', startsWith: '306E', dashes: 'keep', alphabet: 'alphanumeric' });
    expect(used(texts)).toEqual(texts);
    expect(learn(texts, 'ignored')).toMatchObject({ before: '306EUO4-', dashes: 'none', alphabet: 'digits' });
    expect(used(['WO-1-20', 'WO-2-31', 'WO-3-42'], 'workOrderLine')).toEqual(['1-20', '2-31', '3-42']);
  });

  test('takes off what the built-in rules take off anyway', () => {
    expect(used(['S/N: 0471\r', '*S/N:0592*', ' 01833 '])).toEqual(['0471', '0592', '01833']);
    expect(used(['{"sn":"0471"}', 'https://a.b/?sn=0592', 'S/N 01833'])).toEqual(['0471', '0592', '01833']);
    expect(learn(['210471', '210592', '211833'], 'serialNumber', ']C1')).toMatchObject({ before: '', longest: 4 });
  });

  test.each([
    [['0471', '0592', '1833'], 'digits'],
    [['0A71', '0592', '1f33'], 'hex'],
    [['0G71', '0592', '1833'], 'alphanumeric'],
  ])('has the narrowest alphabet: of %j %s', (texts, alphabet) => {
    expect(learn(texts, 'badge')).toMatchObject({ alphabet });
  });

  test('allows for the lengths that were seen', () => {
    expect(learn(['471', '59200', '1833'], 'badge')).toMatchObject({ shortest: 3, longest: 5 });
  });

  test('names a symbology only where it is the same in all', () => {
    expect(learn(['471', '592', '833'], 'badge', null).aimLetter).toBeNull();
    const mixed = [...samples(['471', '592']), { text: '833', aimId: ']A0' }];
    expect(learnRule(mixed, 'badge', 'r')).toMatchObject({ value: { rule: { aimLetter: null } } });
    const unknown = [...samples(['471', '592']), { text: '833', aimId: null }];
    expect(learnRule(unknown, 'badge', 'r')).toMatchObject({ value: { rule: { aimLetter: null } } });
    const others = [...samples(['471', '592']), { text: '833', aimId: ']C1' }];
    expect(learnRule(others, 'badge', 'r')).toMatchObject({ value: { rule: { aimLetter: 'C' } } });
  });

  test('starts with at most four characters', () => {
    expect(learn(['GALT11420104', 'GALT11420533', 'GALT11429217']).startsWith).toBe('GALT');
    expect(learn(['VES0052649', 'VES0052650', 'VES0052651']).startsWith).toBe('VES0');
  });

  test.each([
    [['1001', '1002', '1003'], ['1010', '1100', '1999', '2003'], ''],
    [['20033752', '20033753', '20033754'], ['20033755', '20034754'], '2003'],
    [['0097', '0098', '0099'], ['0100', '1099'], ''],
    [['A8999', 'A9001', 'A9002'], ['A9003', 'A9999'], 'A'],
    [['997', '998', '999'], ['900'], ''],
  ])('of the neighbours %j also fits those that come later: %j', (texts, later, startsWith) => {
    const rule = learn(texts, 'badge');
    expect(rule.startsWith).toBe(startsWith);
    for (const text of later) expect(readScanText(text, ']C0', [rule])).toMatchObject({ kind: 'badge', badgeId: text });
  });

  test('is not learned where the rules of GS1 would leave another part of one than it uses', () => {
    expect(refusal(['00000', '0', '211'], 'serialNumber', ']C1')).toBe('scan-ambiguous');
  });

  test('is learned of a link, which may stand on a badge', () => {
    const texts = ['https://id.example/p/471', 'https://id.example/p/592', 'https://id.example/p/833'];
    expect(learn(texts, 'badge')).toMatchObject({ before: 'https://id.example/p/' });
    expect(used(texts, 'badge')).toEqual(['471', '592', '833']);
  });

  test('is learned of trade numbers, where they are to be ignored', () => {
    const texts = ['4006381333931', '4006381333948', '4006381333955'];
    expect(learn(texts, 'ignored', ']E0')).toMatchObject({ means: 'ignored', aimLetter: 'E' });
    expect(refusal(texts, 'serialNumber', ']E0')).toBe('scan-retail-code');
  });
});

describe('no rule is learned', () => {
  test.each([
    ['of two labels', ['471', '592'], 'scan-ambiguous'],
    ['of none', [], 'scan-ambiguous'],
    ['of the same label twice', ['471', '592', '471'], 'scan-ambiguous'],
    ['of the same label in two forms', ['471', '592', 'S/N:471'], 'scan-ambiguous'],
    ['of labels without a common form', ['471', '5_92', '8 33'], 'scan-ambiguous'],
    ['where one has nothing of its own', ['A/1', 'A/12', 'A/'], 'scan-ambiguous'],
    ['where a dash stands at an end', ['-471', '-592', '-833'], 'scan-ambiguous'],
    ['of a seed', ['471', '592', 'JBSWY3DPEHPK3PXP'], 'scan-holds-secret'],
    ['of a link with a seed', ['471', '592', 'otpauth://totp/a'], 'scan-holds-secret'],
    ['of seeds behind a word', ['K:JBSWY3DPEHPK3PXP', 'K:JBSWY3DPEHPK3PXA', 'K:JBSWY3DPEHPK3PXB'], 'scan-holds-secret'],
    ['of JSON with a seed', ['471', '592', '{"sn":"833","seed":"JBSW"}'], 'scan-holds-secret'],
    ['of a mark', ['TS:PARK', 'TS:READ', 'TS:RETRY'], 'scan-command-not-possible'],
    ['of nothing', ['471', '592', ' \r'], 'scan-empty'],
    ['of control characters', ['471', '592', '8\u001d33'], 'scan-control-characters'],
    ['of a book', ['471', '592', '8'.repeat(257)], 'scan-too-long'],
    ['of numbers too long for a token', ['1', '2', '3'].map((digit) => digit.repeat(21)), 'scan-not-a-serial'],
    ['of a label with two serial numbers', ['471', '592', '{"sn":"8","serial":"9"}'], 'scan-ambiguous'],
  ])('%s', (_, texts, code) => {
    expect(refusal(texts)).toBe(code);
  });
});

describe('whatever rule is learned', () => {
  const run = fc.stringMatching(/^[0-9]{1,9}$|^[0-9A-F-]{1,9}$|^[0-9A-Za-z]{1,12}$/);
  const front = fc.constantFrom('', '', 'EMP/', 'S/N:', 'A', 'X-', 'https://a.b/');
  const back = fc.constantFrom('', '', '/DE', '%', '-1', ' ');
  const labels = fc
    .tuple(front, fc.array(run, { minLength: 3, maxLength: 5 }), back)
    .map(([before, parts, after]) => parts.map((middle) => before + middle + after));
  const meaning = fc.constantFrom<SiteRuleMeaning>('serialNumber', 'badge', 'workOrderLine', 'ignored');
  const aim = fc.constantFrom(null, ']C0', ']C1', ']Q1', ']E0');

  test('reads each of its samples as it says', () => {
    let learnedOf = 0;
    fc.assert(
      fc.property(labels, meaning, aim, (texts, means, aimId) => {
        const learned = learnRule(samples(texts, aimId), means, 'rule-1');
        if (!learned.ok) return;
        learnedOf += 1;
        const { rule, used: parts } = learned.value;
        texts.forEach((text, index) => {
          const found = readScanText(text, aimId, [rule]);
          const part = parts[index];
          expect(found.steps.at(-1)?.rule).toBe('rule-1');
          if (means === 'serialNumber') expect(found).toMatchObject({ kind: 'serialNumber', serialNumber: part });
          if (means === 'badge') expect(found).toMatchObject({ kind: 'badge', badgeId: part });
          if (means === 'workOrderLine') expect(found).toMatchObject({ kind: 'workOrderLine', lineId: part });
          if (means === 'ignored') expect(found).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
          expect(text).toContain(part);
        });
      }),
      { numRuns: 3_000 },
    );
    expect(learnedOf).toBeGreaterThan(300);
  });

  test('takes neither a trade number nor a seed for a serial number', () => {
    const seed = fc.stringMatching(/^[A-Z2-7]{15,40}[A-Z]$/);
    fc.assert(
      fc.property(labels, seed, fc.stringMatching(/^[0-9]{8,14}$/), (texts, secret, digits) => {
        const learned = learnRule(samples(texts, null), 'serialNumber', 'rule-1');
        if (!learned.ok) return;
        const rules = [learned.value.rule];
        for (const aimId of [']E0', ']e0', ']I1']) expect(readScanText(digits, aimId, rules).kind).toBe('refused');
        expect(readScanText(secret, ']C0', rules)).toMatchObject({ kind: 'refused', shownText: '' });
        const { before, after } = learned.value.rule;
        expect(readScanText(before + secret + after, ']C0', rules)).toMatchObject({ kind: 'refused', shownText: '' });
      }),
      { numRuns: 1_000 },
    );
  });
});
