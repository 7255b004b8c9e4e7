import { buildVector } from './corpus-build.ts';
import type { CorpusFile } from './corpus-vector.ts';

type Row = readonly [id: string, what: string, text: string, aimId: string, expect: string, scanner?: string];

function file(about: string, source: string, rows: readonly Row[]): CorpusFile {
  const vectors = rows.map(([id, what, text, aimId, expect, scanner = 'layout A']) =>
    buildVector({ id, what, scanner, scans: [{ text, aimId }], expect: [expect] }),
  );
  return { about, source, vectors };
}

const GS = '\u001d';

export const RETAIL = file(
  'What is printed on boxes beside the serial number: trade numbers, cartons, lots.',
  'Symbologies: ISO/IEC 15424 (AIM identifiers). Application identifiers: GS1 General Specifications. 4006381333931 is a published EAN example; the Feitian numbers are LinOTP fixtures.',
  [
    ['retail-ean13', 'EAN-13', '4006381333931', ']E0', 'scan-retail-code'],
    ['retail-ean13-cr', 'EAN-13 with a carriage return', '4006381333931\r', ']E0', 'scan-retail-code'],
    ['retail-ean8', 'EAN-8', '96385074', ']E4', 'scan-retail-code'],
    ['retail-upca', 'UPC-A as 12 digits', '036000291452', ']E0', 'scan-retail-code'],
    ['retail-upca-13', 'UPC-A as 13 digits', '0036000291452', ']E0', 'scan-retail-code'],
    ['retail-upce', 'UPC-E', '04252614', ']E0', 'scan-retail-code'],
    ['retail-addon-2', 'EAN with an add-on of 2 digits', '400638133393112', ']E3', 'scan-retail-code'],
    ['retail-addon-5', 'an add-on of 5 digits alone', '52495', ']E2', 'scan-retail-code'],
    [
      'retail-as-feitian',
      'an EAN with the digits of a Feitian serial number',
      '2600124809787',
      ']E0',
      'scan-retail-code',
    ],
    ['retail-itf14', 'ITF-14 of a carton', '14006381333938', ']I0', 'scan-retail-code'],
    ['retail-itf14-checked', 'ITF-14, check digit tested', '14006381333938', ']I1', 'scan-retail-code'],
    ['retail-itf-6', 'a short ITF', '123456', ']I0', 'scan-retail-code'],
    ['retail-databar', 'GS1 DataBar', '0104006381333931', ']e0', 'scan-retail-code'],
    ['retail-shifted', "EAN-13 from a scanner of layout A'", '4006381333931', ']E0', 'scan-retail-code', "layout A'"],
    [
      'retail-no-id',
      'EAN-13 without report id',
      '4006381333931',
      ']E0',
      'scan-retail-code',
      'descriptor pos-no-report-id',
    ],
    ['gs1-sscc', 'the number of a carton, AI 00', '00340123450000000018', ']C1', 'scan-retail-code'],
    ['gs1-gtin-128', 'a product in GS1-128, AI 01', '0104006381333931', ']C1', 'scan-retail-code'],
    ['gs1-gtin-matrix', 'a product in GS1 DataMatrix', '0104006381333931', ']d2', 'scan-retail-code'],
    ['gs1-gtin-qr', 'a product in GS1 QR', '0104006381333931', ']Q3', 'scan-retail-code'],
    ['gs1-qr-eci', 'a product in GS1 QR with ECI', '0104006381333931', ']Q4', 'scan-retail-code'],
    ['gs1-matrix-eci', 'a serial number in GS1 DataMatrix with ECI', '21GALT11420104', ']d5', 'GALT11420104'],
    ['gs1-aztec', 'a product in GS1 Aztec', '0104006381333931', ']z1', 'scan-retail-code'],
    ['gs1-gtin-dot', 'a product in GS1 DotCode', '0104006381333931', ']J1', 'scan-retail-code'],
    ['gs1-content', 'the content of a carton, AI 02', '0204006381333931', ']C1', 'scan-retail-code'],
    ['gs1-gtin-serial', 'a product and its serial number', '010400638133393121GALT11420104', ']d2', 'scan-retail-code'],
    ['gs1-gtin-lot', 'a product and its lot', '010400638133393110LOT1234', ']C1', 'scan-retail-code'],
    ['gs1-serial-128', 'a serial number in GS1-128, AI 21', '21GALT11420104', ']C1', 'GALT11420104'],
    ['gs1-serial-matrix', 'a serial number in GS1 DataMatrix', '2100040008CFA5', ']d2', '00040008CFA5'],
    ['gs1-serial-qr', 'a serial number that begins with 21 itself', '2121003375', ']Q3', '21003375'],
    ['gs1-serial-dot', 'a serial number in GS1 DotCode', '21VES0052649', ']J1', 'VES0052649'],
    ['gs1-serial-cr', 'AI 21 and a carriage return', '21GALT11420104\r', ']C1', 'GALT11420104'],
    ['gs1-serial-short', 'AI 21 and too short a number', '2112345', ']C1', 'scan-not-a-serial'],
    ['gs1-serial-none', 'AI 21 and nothing', '21', ']C1', 'scan-not-a-serial'],
    ['gs1-serial-lot', 'AI 21, a separator, AI 10', `21GALT11420104${GS}10LOT1`, ']C1', 'scan-control-characters'],
    ['gs1-lot', 'a lot, AI 10', '10LOT20033752', ']C1', 'scan-not-a-serial'],
    ['gs1-lot-digits', 'a lot of digits', '1020033752', ']d2', 'scan-not-a-serial'],
    ['gs1-item', 'an item number, AI 240', '24020033752', ']d2', 'scan-not-a-serial'],
    ['gs1-serial-second', 'a lot and a serial number', `10LOT1${GS}21GALT11420104`, ']C1', 'scan-control-characters'],
    ['gs1-look-alike', '21 in front, in plain Code 128', '21003375', ']C0', '21003375'],
    [
      'gs1-look-alike-01',
      'sixteen digits with 01 in front, in plain Code 128',
      '0104006381333931',
      ']C0',
      '0104006381333931',
    ],
  ],
);

export const ZEROS = file(
  'Zeros and dashes that are part of a serial number, and how long one may be.',
  'Zeros lost on the way: reports on privacyIDEA (737) and SnipeMobile (9); dashes dropped: onscan.js 1.5.2. SafeNet and OneSpan OCRA samples; the rest is made up.',
  [
    ['zero-hex', 'SafeNet: hexadecimal with zeros in front', '00040008CFA5', ']C0', '00040008CFA5'],
    ['zero-all', 'zeros only', '00000000', ']C0', '00000000'],
    ['zero-one', 'nine zeros and a one', '0000000001', ']C0', '0000000001'],
    ['zero-twelve', 'twelve digits with a zero in front', '012345678905', ']C0', '012345678905'],
    ['zero-thirteen', 'thirteen digits with two zeros in front', '0012345678905', ']C0', '0012345678905'],
    ['zero-stars', 'in stars', '*0012345678*', ']A0', '0012345678'],
    ['zero-mark', 'behind S/N:', 'S/N:0012345678', ']C0', '0012345678'],
    ['zero-b', 'from a reader without AIM', '0012345678', '', '0012345678', 'layout B'],
    ['zero-c', "from a reader of a maker's own report", '0012345678', '', '0012345678', 'layout C'],
    ['zero-octal', 'what looks octal', '00777777', ']C0', '00777777'],
    ['zero-exponent', 'what looks like an exponent', '0000E12345', ']C0', '0000E12345'],
    ['zero-x', 'what looks like a hexadecimal number', '0x00123456', ']C0', '0x00123456'],
    ['dash-ocra', 'OneSpan OCRA', '306EUO4-00960', ']C0', '306EUO4-00960'],
    ['dash-ocra-stars', 'OneSpan OCRA in stars', '*306EUO4-00960*', ']A0', '306EUO4-00960'],
    ['dash-groups', 'digits in groups', '12-34-56-78', ']C0', '12-34-56-78'],
    ['dash-go6', 'ten digits in groups, as on the back of a token', '14-5240014-1', ']C0', '14-5240014-1'],
    ['dash-front', 'a dash in front', '-20033752', ']C0', 'scan-not-a-serial'],
    ['dash-end', 'a dash at the end', '20033752-', ']C0', 'scan-not-a-serial'],
    ['case-small', 'small letters stay small', 'galt11420104', ']C0', 'galt11420104'],
    ['case-mixed', 'letters of both cases', 'Galt11420104', ']C0', 'Galt11420104'],
    ['length-5', 'five characters', '12345', ']C0', 'scan-not-a-serial'],
    ['length-6', 'six characters', '123456', ']C0', '123456'],
    ['length-20', 'twenty characters', 'ABCDEFGHIJKLMNOP1234', ']C0', 'ABCDEFGHIJKLMNOP1234'],
    ['length-21', 'twenty-one characters', 'ABCDEFGHIJKLMNOP12345', ']C0', 'scan-not-a-serial'],
    ['digits-3', 'three digits are too few', 'ABCDEF123', ']C0', 'scan-not-a-serial'],
    ['digits-4', 'four digits', 'GALTXY1142', ']C0', 'GALTXY1142'],
  ],
);

export const SYMBOLOGIES = file(
  'One serial number in every kind of bar code that a label may be printed in.',
  'ISO/IEC 15424: AIM identifiers. The second character of the identifier tells the kind, the third how it was read.',
  [
    ['kind-code39', 'Code 39', '00040008CFA5', ']A0', '00040008CFA5'],
    ['kind-code39-check', 'Code 39, check character tested', '00040008CFA5', ']A1', '00040008CFA5'],
    ['kind-code39-full', 'Code 39 with all of ASCII', '00040008CFA5', ']A4', '00040008CFA5'],
    ['kind-code128', 'Code 128', '00040008CFA5', ']C0', '00040008CFA5'],
    ['kind-code93', 'Code 93', '00040008CFA5', ']G0', '00040008CFA5'],
    ['kind-codabar', 'Codabar', '20033752', ']F0', '20033752'],
    ['kind-code11', 'Code 11', '20033752', ']H0', '20033752'],
    ['kind-msi', 'MSI', '20033752', ']M0', '20033752'],
    ['kind-pdf417', 'PDF417', '00040008CFA5', ']L0', '00040008CFA5'],
    ['kind-matrix', 'Data Matrix', '00040008CFA5', ']d1', '00040008CFA5'],
    ['kind-matrix-eci', 'Data Matrix with ECI', '00040008CFA5', ']d4', '00040008CFA5'],
    ['kind-qr', 'QR', '00040008CFA5', ']Q1', '00040008CFA5'],
    ['kind-qr-eci', 'QR with ECI', '00040008CFA5', ']Q2', '00040008CFA5'],
    ['kind-aztec', 'Aztec', '00040008CFA5', ']z0', '00040008CFA5'],
    ['kind-dotcode', 'DotCode without FNC1', '00040008CFA5', ']J0', '00040008CFA5'],
  ],
);
