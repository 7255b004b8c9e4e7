import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { buildVector } from './corpus-build.ts';
import type { CorpusFile, Vector } from './corpus-vector.ts';

type Row = readonly [id: string, what: string, text: string, expect: string, aimId?: string, scanner?: string];

function vector([id, what, text, expect, aimId = ']Q1', scanner = 'layout A']: Row): Vector {
  return buildVector({ id, what, scanner, scans: [{ text, aimId }], expect: [expect] });
}

export const LABELS: CorpusFile = {
  about: 'Labels that say more than the serial number: a mark without a separator, JSON, links.',
  source:
    'S/N without a separator: labels of several makers, made up here with their serial numbers. JSON and links: RFC 8259, RFC 3986; names as in vendors’ lists and in Microsoft Graph. No such label of a token was found in public.',
  vectors: (
    [
      ['mark-blank', 'S/N and a blank', 'S/N GALT11420104', 'GALT11420104', ']C0'],
      ['mark-blanks', 'S/N and blanks', 'S/N   00040008CFA5', '00040008CFA5', ']C0'],
      ['mark-none', 'S/N and nothing', 'S/NGALT11420104', 'GALT11420104', ']C0'],
      ['mark-none-zeros', 'S/N and zeros', 'S/N00040008CFA5', '00040008CFA5', ']C0'],
      ['mark-none-b', 'S/N and nothing, without AIM', 'S/N20033752\r', '20033752', '', 'layout B'],
      ['mark-small', 's/n and a blank', 's/n 20033752', '20033752', ']C0'],
      ['mark-sn-blank', 'SN and a blank', 'SN GALT11420104', 'GALT11420104', ']C0'],
      ['mark-sn-none', 'SN may belong to it', 'SN12345678', 'SN12345678', ']C0'],
      ['mark-serial-none', 'SERIAL may belong to it', 'SERIAL12345678', 'SERIAL12345678', ']C0'],
      ['mark-stars', 'S/N and a blank in stars', '*S/N 00040008CFA5*', '00040008CFA5', ']A0'],
      ['mark-no', 'S/No.:', 'S/No.: 20033752', '20033752', ']C0'],
      ['mark-nr', 'S/Nr:', 'S/Nr:20033752', '20033752', ']C0'],
      ['mark-o', 'S/NO: the O may belong to it', 'S/NO12345678', 'scan-not-a-serial', ']C0'],
      ['mark-serial-no', 'Serial No and a blank', 'Serial No. 20033752', '20033752', ']C0'],
      ['mark-serial-o', 'the NO may belong to it', 'SERIAL NO1234567', 'scan-not-a-serial', ']C0'],
      ['mark-asset', 'S/N before an asset tag', 'S/N IT-0012345', 'scan-asset-tag', ']C0'],
      ['json-sn', 'JSON with sn', '{"sn":"20033752"}', '20033752'],
      ['json-serial', 'JSON with serial', '{"model":"c200","serial":"2600124809778"}', '2600124809778'],
      ['json-graph', 'JSON with serialNumber', '{"serialNumber":"GALT11420104","hash":"sha1"}', 'GALT11420104'],
      ['json-snake', 'JSON with serial_number', '{ "serial_number" : "00040008CFA5" }\r\n', '00040008CFA5'],
      ['json-caps', 'JSON with SERIALNO', '{"SERIALNO":"20033752"}', '20033752'],
      ['json-number', 'JSON with a number', '{"sn":20033752}', '20033752'],
      ['json-zeros', 'JSON with zeros', '{"sn":"00040008"}', '00040008'],
      ['json-nested', 'JSON with an object', '{"token":{"sn":"306EUO4-00960"},"v":2}', '306EUO4-00960'],
      ['json-same', 'JSON with the number twice', '{"sn":"20033752","serial":"20033752"}', '20033752'],
      ['json-two', 'JSON with two numbers', '{"sn":"20033752","serial":"60234567"}', 'scan-ambiguous'],
      ['json-key-twice', 'JSON with sn twice', '{"sn":"20033752","sn":"60234567"}', 'scan-ambiguous'],
      ['json-none', 'JSON without one', '{"model":"OTPC-P1-i"}', 'scan-not-a-serial'],
      ['json-broken', 'JSON that does not end', '{"sn":"20033752"', 'scan-not-a-serial'],
      ['json-escape', 'JSON with an escape', '{"sn":"2003\\u0033752"}', 'scan-not-a-serial'],
      ['json-list', 'JSON that is a list', '["20033752"]', 'scan-not-a-serial'],
      [
        'json-long',
        'JSON in two reports',
        `{"maker":"Example","model":"OTP 110","serialNumber":"GALT11420104"}`,
        'GALT11420104',
      ],
      ['link-sn', 'a link with sn', 'https://example.com/t?sn=20033752', '20033752'],
      ['link-serial', 'a link with serialNumber', 'https://example.com/?m=c200&serialNumber=00040008', '00040008'],
      ['link-upper', 'a link in capitals', 'HTTPS://EXAMPLE.COM/?SERIAL=GALT11420104#TOP', 'GALT11420104'],
      ['link-www-sn', 'a link without scheme', 'www.example.com/?sn=20033752', '20033752'],
      ['link-two', 'a link with two numbers', 'https://example.com/?sn=20033752&serial=60234567', 'scan-ambiguous'],
      ['link-fragment', 'a number behind #', 'https://example.com/#?sn=20033752', 'scan-link'],
      ['link-scheme', 'sn in a link of an app', 'msauth://code?sn=20033752', 'scan-link'],
      ['link-escaped', 'an escaped number', 'https://example.com/?sn=2003%33752', 'scan-not-a-serial'],
      ['link-goods', 'a link in a symbology of goods', 'https://example.com/?sn=20033752', 'scan-retail-code', ']e0'],
    ] satisfies readonly Row[]
  ).map(vector),
};

export const COMMANDS: CorpusFile = {
  about: 'Printed marks that work on the open token.',
  source: "The station's own marks, as it prints them. The others are made up.",
  vectors: (
    [
      ['command-park', 'park', 'TS:PARK', 'mark:park', ']C0'],
      ['command-retry', 'retry', 'TS:RETRY', 'mark:retry', ']C0'],
      ['command-read', 'read now', 'TS:READ', 'mark:readNow', ']C0'],
      ['command-suffix', 'with a suffix', 'TS:PARK\r\n', 'mark:park', ']C0'],
      ['command-qr', 'in QR', 'TS:PARK', 'mark:park', ']Q1'],
      ['command-b', 'from a scanner of layout B', 'TS:RETRY', 'mark:retry', '', 'layout B'],
      ['command-unknown', 'one that there is not', 'TS:ACTIVATE', 'scan-command-not-possible', ']C0'],
      ['command-serial', 'a serial number behind the prefix', 'TS:20033752', 'scan-command-not-possible', ']C0'],
      ['command-empty', 'the prefix alone', 'TS:', 'scan-command-not-possible', ']C0'],
      ['command-small', 'in small letters', 'ts:park', 'scan-not-a-serial', ']C0'],
      ['command-none', 'without the colon', 'TSPARK', 'scan-not-a-serial', ']C0'],
    ] satisfies readonly Row[]
  ).map(vector),
};

const RULE: SiteRule = {
  id: 'rule-1',
  means: 'badge',
  before: '',
  after: '',
  startsWith: '',
  alphabet: 'digits',
  dashes: 'none',
  shortest: 4,
  longest: 8,
  aimLetter: null,
};

type SiteRow = readonly [
  id: string,
  what: string,
  rules: readonly Partial<SiteRule>[],
  text: string,
  expect: string,
  aimId?: string,
];

const SITE_ROWS: readonly SiteRow[] = [
  ['site-badge', 'a badge', [{ before: 'EMP/' }], 'EMP/00471', 'badge:00471'],
  ['site-badge-cr', 'a badge with a suffix', [{ before: 'EMP/', after: '%' }], 'EMP/00471%\r', 'badge:00471'],
  ['site-badge-itf', 'a badge in ITF', [{ aimLetter: 'I' }], '00471142', 'badge:00471142', ']I0'],
  ['site-badge-other', 'another symbology', [{ aimLetter: 'I' }], '00471142', '00471142', ']C0'],
  [
    'site-order',
    'a work order',
    [{ means: 'workOrderLine', before: 'WO-', dashes: 'keep' }],
    'WO-1234-02',
    'order:1234-02',
  ],
  ['site-ignored', 'what is never meant', [{ means: 'ignored' }], '20033752', 'scan-not-a-serial'],
  ['site-short', 'a short serial number', [{ means: 'serialNumber' }], '0471', '0471'],
  ['site-short-mark', 'a short one behind S/N:', [{ means: 'serialNumber' }], 'S/N: 0471', '0471'],
  ['site-words', 'one of letters', [{ means: 'serialNumber', alphabet: 'alphanumeric' }], 'ABCDEFGH', 'ABCDEFGH'],
  [
    'site-dashes',
    'dashes that are printed only',
    [{ means: 'serialNumber', dashes: 'drop', longest: 10 }],
    '14-5240014-1',
    '1452400141',
  ],
  [
    'site-retail',
    'a trade number stays one',
    [{ means: 'serialNumber', longest: 13 }],
    '4006381333931',
    'scan-retail-code',
    ']E0',
  ],
  [
    'site-seed',
    'a seed stays one',
    [{ means: 'badge', before: 'EMP/', alphabet: 'alphanumeric', longest: 64 }],
    'EMP/JBSWY3DPEHPK3PXP',
    'scan-holds-secret',
  ],
  ['site-link', 'a link with a secret stays one', [{ before: 'otpauth://' }], 'otpauth://0471', 'scan-holds-secret'],
  ['site-control', 'a control character stays one', [{ before: '\u001d' }], '9\u001d0471', 'scan-control-characters'],
  ['site-command', 'a mark stays one', [{ before: 'TS:' }], 'TS:0471', 'scan-command-not-possible'],
  [
    'site-two-mean',
    'two rules that disagree',
    [{ means: 'badge' }, { id: 'rule-2', means: 'workOrderLine' }],
    '20033752',
    'scan-ambiguous',
  ],
  [
    'site-two-use',
    'two rules that use other parts',
    [{}, { id: 'rule-2', before: '20' }],
    '20033752',
    'scan-ambiguous',
  ],
  ['site-two-same', 'two rules that agree', [{}, { id: 'rule-2', longest: 20 }], '20033752', 'badge:20033752'],
  ['site-none', 'a rule that does not fit', [{ startsWith: '9' }], '20033752', '20033752'],
];

export const SITE_LABELS: CorpusFile = {
  about: 'Labels of a site, by the rules that it has set or taught.',
  source: 'Made up: badges, work orders and short serial numbers as a depot may have them.',
  vectors: SITE_ROWS.map(([id, what, rules, text, expect, aimId = ']C0']) =>
    buildVector({
      id,
      what,
      scanner: 'layout A',
      scans: [{ text, aimId }],
      expect: [expect],
      siteRules: rules.map((rule) => ({ ...RULE, ...rule })),
    }),
  ),
};
