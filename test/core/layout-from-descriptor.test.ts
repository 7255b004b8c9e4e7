import { describe, expect, test } from 'vitest';
import { inputReportBytes, layoutFromDescriptor } from '../../electron/core/layout-from-descriptor.ts';
import { parseReportDescriptor, type ReportField } from '../../electron/core/report-descriptor.ts';
import type { ReportLayout } from '../../electron/core/report-layout.ts';
import { descriptorFixture, fromHex } from '../fixtures/hid/descriptors/read-descriptor-fixture.ts';

function fieldsOf(bytes: Uint8Array): readonly ReportField[] {
  const parsed = parseReportDescriptor(bytes);
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return parsed.value;
}

function refusal(bytes: Uint8Array): string {
  const layout = layoutFromDescriptor(fieldsOf(bytes));
  return layout.ok ? 'read' : `${layout.problem.code}: ${layout.problem.detail}`;
}

/** The application collection of a scanner around these items, which begin with report 2 and bytes. */
function scanner(items: string): Uint8Array {
  return fromHex(`05 8C 09 02 A1 01 85 02 15 00 26 FF 00 75 08 ${items} C0`);
}

type Places = Omit<ReportLayout, 'name'>;

const A: Places = {
  reportId: 2,
  lengthBytes: 64,
  countOffsetBytes: 1,
  aimOffsetBytes: 2,
  dataOffsetBytes: 5,
  dataCapacityBytes: 56,
  continuedOffsetBytes: 63,
  continuedMask: 1,
};

const LAYOUTS: readonly (readonly [string, Places])[] = [
  ['pos-64', A],
  ['pos-64-eight-flags', A],
  ['pos-and-maintenance', A],
  ['pos-layout-b', { ...A, aimOffsetBytes: null, dataOffsetBytes: 2 }],
  ['pos-62-counted', { ...A, lengthBytes: 62, continuedOffsetBytes: 61 }],
  [
    'pos-61-uncounted',
    { ...A, lengthBytes: 61, countOffsetBytes: null, aimOffsetBytes: 1, dataOffsetBytes: 4, continuedOffsetBytes: 60 },
  ],
  [
    'keyboard-and-pos',
    {
      ...A,
      reportId: 3,
      lengthBytes: 61,
      countOffsetBytes: null,
      aimOffsetBytes: 1,
      dataOffsetBytes: 4,
      continuedOffsetBytes: 60,
    },
  ],
  [
    'pos-other-order',
    {
      reportId: 7,
      lengthBytes: 36,
      countOffsetBytes: 35,
      aimOffsetBytes: 32,
      dataOffsetBytes: 2,
      dataCapacityBytes: 30,
      continuedOffsetBytes: 1,
      continuedMask: 0b10_0000,
    },
  ],
  [
    'pos-no-report-id',
    {
      reportId: null,
      lengthBytes: 37,
      countOffsetBytes: 0,
      aimOffsetBytes: 1,
      dataOffsetBytes: 4,
      dataCapacityBytes: 32,
      continuedOffsetBytes: 36,
      continuedMask: 1,
    },
  ],
];

describe('the layout of', () => {
  test.each(LAYOUTS)('%s is found by what its fields are called', (name, places) => {
    expect(layoutFromDescriptor(fieldsOf(descriptorFixture(name)))).toEqual({
      ok: true,
      value: { name: 'descriptor', ...places },
    });
  });

  test.each([
    ['three bytes of the first identifier are one whole identifier', '95 03 09 FB 81 02', 1],
    ['identifiers in one field with the data', '95 01 09 FB 81 02 95 02 09 FC 09 FD 81 02', 1],
    ['one identifier alone is a number of the maker', '95 01 09 FB 81 02', null],
    ['two are none', '95 02 09 FB 09 FC 81 02', null],
    ['three out of order are none', '95 03 09 FC 09 FB 09 FD 81 02', null],
    ['three with a gap are none', '95 01 09 FB 81 02 81 03 95 02 09 FC 09 FD 81 02', null],
    ['three in a row and one elsewhere are none', '95 03 09 FB 09 FC 09 FD 81 02 81 03 95 01 09 FD 81 02', null],
    ['four of them are none', '95 04 09 FB 09 FC 09 FD 81 02', null],
  ])('a report: %s', (_, identifiers, aimOffsetBytes) => {
    const layout = layoutFromDescriptor(fieldsOf(scanner(`${identifiers} 95 20 09 FE 82 02 01`)));
    expect(layout.ok && layout.value.aimOffsetBytes).toBe(aimOffsetBytes);
  });

  test.each([
    ['no flag at all', '', null, undefined],
    ['a flag of one whole byte', '95 01 09 FF 81 02', 33, 0xff],
    ['a flag in the highest bit', '75 01 95 07 81 03 95 01 09 FF 81 02', 33, 0x80],
    ['a flag of two bits', '75 01 95 01 81 03 75 02 95 01 09 FF 81 02', 33, 0b110],
    ['eight flags', '75 01 95 08 09 FF 81 02', 33, 1],
  ])('a report with %s', (_, flag, offset, mask) => {
    const layout = layoutFromDescriptor(fieldsOf(scanner(`95 20 09 FE 82 02 01 ${flag}`)));
    expect(layout.ok && [layout.value.continuedOffsetBytes, layout.value.continuedMask]).toEqual([offset, mask]);
  });

  test('a scanner with other reports of decoded data is read by the one that it calls scanned data', () => {
    const two = scanner('95 10 09 FE 82 02 01 09 12 A1 02 85 03 95 20 09 FE 82 02 01 C0');
    expect(layoutFromDescriptor(fieldsOf(two))).toMatchObject({ value: { reportId: 3, dataCapacityBytes: 32 } });
  });

  test('a report that other collections share is as long as all of its parts', () => {
    const shared = fromHex(
      '05 8C 09 02 A1 01 85 02 75 08 95 20 09 FE 82 02 01 C0 06 00 FF 09 01 A1 01 95 10 09 01 81 02 C0',
    );
    expect(layoutFromDescriptor(fieldsOf(shared))).toMatchObject({ value: { lengthBytes: 49 } });
  });
});

describe('no layout', () => {
  const none = (what: string): string => `report-malformed: descriptor: ${what}`;

  test.each([
    ['a keyboard', descriptorFixture('boot-keyboard'), none('no bar code scanner')],
    ['the maintenance interface', descriptorFixture('maintenance-only'), none('no bar code scanner')],
    ['nothing', new Uint8Array(0), none('no bar code scanner')],
    ['a badge reader', fromHex('05 8C 09 01 A1 01 75 08 95 20 09 FE 82 02 01 C0'), none('no bar code scanner')],
    ['a scanner that only takes data', scanner('95 20 09 FE 92 02 01'), none('no bar code scanner')],
    ['no data', scanner('95 03 09 FB 09 FC 09 FD 81 02'), none('0 reports of scanned data')],
    ['data of another page', scanner('05 8D 95 20 09 FE 81 02'), none('0 reports of scanned data')],
    ['data that are padding', scanner('95 20 09 FE 82 03 01'), none('0 reports of scanned data')],
    ['data in two reports', scanner('95 20 09 FE 81 02 85 03 09 FE 81 02'), none('2 reports of scanned data')],
    ['data in two places', scanner('95 10 09 FE 81 02 81 03 09 FE 81 02'), none('scanned data are not bytes in a row')],
    ['data of 16 bits', scanner('75 10 95 10 09 FE 81 02'), none('scanned data are not bytes in a row')],
    ['data between bytes', scanner('75 04 95 01 81 03 75 08 09 FE 81 02'), none('scanned data are not bytes in a row')],
    [
      'a count of 16 bits',
      scanner('95 20 09 FE 81 02 05 01 75 10 95 01 09 3B 81 02'),
      none('byte count is not one byte'),
    ],
    [
      'two counts apart',
      scanner('95 20 09 FE 81 02 05 01 95 01 09 3B 81 02 81 03 09 3B 81 02'),
      none('byte count is not one byte'),
    ],
    ['two counts', scanner('95 20 09 FE 81 02 05 01 95 02 09 3B 81 02'), none('byte count is not one byte')],
    [
      'a flag over two bytes',
      scanner('95 20 09 FE 81 02 75 07 95 01 81 03 75 02 09 FF 81 02'),
      none('continued flag is not one'),
    ],
    [
      'two flags',
      scanner('95 20 09 FE 81 02 75 01 95 01 09 FF 81 02 81 03 09 FF 81 02'),
      none('continued flag is not one'),
    ],
  ])('of %s', (_, bytes, expected) => {
    expect(refusal(bytes)).toBe(expected);
  });
});

test('the length of an input report has its id in it, and is 0 where there is no such report', () => {
  const numbered = fieldsOf(descriptorFixture('pos-64'));
  expect([2, 4, 254, null].map((id) => inputReportBytes(numbered, id))).toEqual([64, 0, 0, 0]);
  expect(inputReportBytes(fieldsOf(descriptorFixture('boot-keyboard')), null)).toBe(8);
});
