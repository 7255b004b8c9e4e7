import { buildVector } from './corpus-build.ts';
import { placesOf, SCANNER_NAMES } from './corpus-scanners.ts';
import type { CorpusFile, Vector } from './corpus-vector.ts';

const VENDORS: readonly (readonly [key: string, what: string, serialNumber: string])[] = [
  ['thales', 'Thales OTP 110', 'GALT11420104'],
  ['microsoft', 'Microsoft how-to', '20033752'],
  ['microsoft-api', 'Microsoft API sample', 'TOTP123456'],
  ['token2-13', 'Token2 of 13 digits', '8659623852751'],
  ['token2-12', 'Token2 of 12 digits', '245252413141'],
  ['token2-8', 'Token2 of 8 digits', '60234567'],
  ['feitian-c100', 'Feitian c100, which passes the EAN check', '1000133508267'],
  ['feitian-c200', 'Feitian c200', '2600124809778'],
  ['feitian-c200-ean', 'Feitian c200, which passes the EAN check', '2600124809787'],
  ['feitian-c200-lot', 'Feitian c200 of another lot', '2600135004012'],
  ['deepnet', 'Deepnet SafeID', '10001001'],
  ['deepnet-2', 'Deepnet SafeID, second sample', '70029370'],
  ['deepnet-3', 'Deepnet SafeID, third sample', '71358472'],
  ['vasco', 'VASCO', 'VES0052649'],
  ['onespan', 'OneSpan of ten digits', '1452400141'],
  ['onespan-ocra', 'OneSpan OCRA, the dash a part of it', '306EUO4-00960'],
  ['safenet', 'SafeNet, the zeros a part of it', '00040008CFA5'],
  ['nexus', 'Nexus sample', 'LAHE00005501'],
];

type Form = {
  readonly key: string;
  readonly what: string;
  readonly print: (serialNumber: string) => string;
  readonly scanner: string;
  readonly aimId: string;
};

const FORMS: readonly Form[] = [
  { key: 'plain', what: 'alone', print: (serial) => serial, scanner: 'layout A', aimId: ']C0' },
  { key: 'sn', what: 'behind S/N:', print: (serial) => `S/N:${serial}`, scanner: "layout A'", aimId: ']C0' },
  { key: 'stars', what: 'in Code 39 stars', print: (serial) => `*${serial}*`, scanner: 'layout A', aimId: ']A0' },
  {
    key: 'serial-no',
    what: 'behind Serial No.: and a blank',
    print: (serial) => `Serial No.: ${serial}`,
    scanner: 'layout B',
    aimId: '',
  },
];

const SHOWN = ['GALT11420104', '00040008CFA5', '306EUO4-00960'];

function slug(scanner: string): string {
  return scanner.toLowerCase().replace("'", '-shifted').replaceAll(/\W+/g, '-');
}

const vendorVectors: readonly Vector[] = VENDORS.flatMap(([key, who, serialNumber]) =>
  FORMS.map((form) =>
    buildVector({
      id: `serial-${key}-${form.key}`,
      what: `${who}, ${form.what}`,
      scanner: form.scanner,
      scans: [{ text: form.print(serialNumber), aimId: form.aimId }],
      expect: [serialNumber],
    }),
  ),
);

const layoutVectors: readonly Vector[] = SCANNER_NAMES.flatMap((scanner) => [
  ...SHOWN.map((text) =>
    buildVector({
      id: `${slug(scanner)}-${text.toLowerCase()}`,
      what: `${text} from a scanner of ${scanner}`,
      scanner,
      scans: [{ text }],
      expect: [text],
    }),
  ),
  ...(placesOf(scanner).aim === null
    ? []
    : [
        buildVector({
          id: `${slug(scanner)}-aim-off`,
          what: `a scanner of ${scanner} that is set to send no AIM identifier: the three bytes are 0`,
          // Where the ']' is missing, nothing tells A' from A: what would be A' stands as A.
          scanner: scanner === "layout A'" ? 'layout A' : scanner,
          scans: [{ text: 'GALT11420105', aimId: '' }],
          expect: ['GALT11420105'],
        }),
      ]),
]);

export const SERIALS: CorpusFile = {
  about: 'Serial numbers as vendors write them, alone and with what is printed around them.',
  source:
    'Serial numbers: samples in the read-mes, documents and test fixtures of Thales, Microsoft, Token2, LinOTP (Feitian), Deepnet, OneSpan, SafeNet and Nexus. What is around them: HID Global help pages (S/N:), Code 39 start and stop signs sent by scanners that are set so.',
  vectors: vendorVectors,
};

export const LAYOUTS: CorpusFile = {
  about: 'The same labels from scanners of every layout that is known, by profile or by descriptor; AIM on and off.',
  source:
    'Layouts: manuals as named in native/profiles/hid-pos-layouts.json, and the descriptors in test/fixtures/hid/descriptors. Reports are made by hand-written places, not captured.',
  vectors: layoutVectors,
};
