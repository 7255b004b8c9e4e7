import fc from 'fast-check';
import type { SiteRule } from '../../electron/contract/site-rule.ts';

const SERIAL = fc.oneof(
  fc.stringMatching(/^[A-Z0-9]{0,6}[0-9]{3,14}$/),
  fc.stringMatching(/^0{1,4}[A-F0-9-]{4,10}$/),
  fc.stringMatching(/^[a-zA-Z0-9-]{1,22}$/),
);

const SEED = fc.stringMatching(/^[A-Z2-7]{8,34}={0,2}$/);

/** What stands around a serial number on labels, and what is near to it. */
const FRONT = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '\t',
  '*',
  '21',
  '01',
  '0',
  '-',
  'S/N:',
  'S/N ',
  'S/N',
  's/n',
  'SN ',
  'SN: ',
  'SN',
  '*S/N:',

  'Serial No. ',
  'SERIAL NO',
  'ASSET-',
  'IT ',
  'PC_',
  'INV#',
  'TS:',
  'TS:PARK',
  '{',
  '{"sn":"',
  '{"SN" : "',
  '{"a":1,"serial":',
  'https://a.b/?sn=',
  'www.a.b?serial=',
  'http://a.b/c?x=1&serialNumber=',
  'tel:',
  'otpauth:',
  '?secret=',
  'key=',
  '\u00e4',
  '\u0000',
  'EMP/',
  '#',
  '_',
  '.',
  ':',
  '=',
);
const BACK = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '\r',
  '\r\n',
  '*',
  '-',
  '"}',
  '" }',
  '}',
  ',"model":"c200"}',
  '","serial":"12345678"}',
  '&secret=JBSWY3DP',
  '&sn=12345678',
  '#x',
  '","key":"JBSWY3DP"}',
  '/',
  '%',
  '\u001d',
  '\u200f',
  '=',
  ':',
);

/** Texts that are labels, nearly labels, or anything. */
export const LABEL_TEXT: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(FRONT, SERIAL, BACK).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(FRONT, FRONT, SERIAL, BACK, BACK).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(FRONT, SEED, BACK).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 250, maxLength: 260 }) },
);

export const SITE_RULE: fc.Arbitrary<SiteRule> = fc.record({
  id: fc.constantFrom('rule-1', 'rule-2'),
  means: fc.constantFrom('serialNumber', 'badge', 'workOrderLine', 'ignored'),
  before: fc.constantFrom('', '', '', 'EMP/', 'ASSET-', 'SN', 'S/N:'),
  after: fc.constantFrom('', '', '', '/', '%'),
  startsWith: fc.constantFrom('', '', '', '0', 'A', '2'),
  alphabet: fc.constantFrom('digits', 'hex', 'alphanumeric'),
  dashes: fc.constantFrom('none', 'keep', 'drop'),
  shortest: fc.integer({ min: 1, max: 8 }),
  longest: fc.integer({ min: 8, max: 64 }),
  aimLetter: fc.constantFrom(null, null, null, 'C', 'Q', 'E'),
});
