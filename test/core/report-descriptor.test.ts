import { describe, expect, test } from 'vitest';
import { usageNumber } from '../../electron/core/report-descriptor-usages.ts';
import { parseReportDescriptor, type ReportField } from '../../electron/core/report-descriptor.ts';
import { descriptorFixture, fromHex } from '../fixtures/hid/descriptors/read-descriptor-fixture.ts';

function fieldsOf(descriptor: Uint8Array | string): readonly ReportField[] {
  const parsed = parseReportDescriptor(typeof descriptor === 'string' ? fromHex(descriptor) : descriptor);
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return parsed.value;
}

function refusal(descriptor: string): string {
  const parsed = parseReportDescriptor(fromHex(descriptor));
  return parsed.ok ? 'read' : `${parsed.problem.code}: ${parsed.problem.detail}`;
}

/** One line for a field: where it is, what it is called, and how it is sent. */
function line(field: ReportField): string {
  const { reportType, reportId, bitOffset, bitSize, count, isConstant, isVariable, isBuffered } = field;
  const usages = field.usages.map(({ first, last }) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`));
  const flags = [isConstant && 'constant', !isVariable && 'array', isBuffered && 'buffered'].filter(Boolean);
  const place = `${reportType} ${reportId ?? '-'} @${bitOffset} ${count}x${bitSize}`;
  return [place, usages.join(',') || 'padding', ...flags].join(' ');
}

function hex(usage: number): string {
  return usage.toString(16);
}

/** A main item on 8 bits, once, so that what stands before it can be seen. */
const FIELD = '75 08 95 01 81 02';

describe('the fields of a descriptor', () => {
  test('of a scanner with a count, identifiers, data, bytes of its own and a flag', () => {
    expect(fieldsOf(descriptorFixture('pos-64')).map(line)).toEqual([
      'input 2 @0 1x8 1003b',
      'input 2 @8 3x8 8c00fb,8c00fc,8c00fd',
      'input 2 @32 56x8 8c00fe buffered',
      'input 2 @480 2x8 ff660004,ff660000',
      'input 2 @496 1x1 8c00ff',
      'input 2 @497 7x1 padding constant',
      'feature 254 @0 1x1 ff660008',
      'feature 254 @1 7x1 padding constant',
      'output 4 @0 8x1 8c0000',
    ]);
  });

  test('of a keyboard without report ids, input and output each counted from its own first bit', () => {
    expect(fieldsOf(descriptorFixture('boot-keyboard')).map(line)).toEqual([
      'input - @0 8x1 700e0-700e7',
      'input - @8 1x8 padding constant array',
      'output - @0 5x1 80001-80005',
      'output - @5 1x3 padding constant array',
      'input - @16 6x8 70000-700ff array',
    ]);
  });

  test('stand in the collections that were open', () => {
    const [count] = fieldsOf(descriptorFixture('pos-and-maintenance'));
    expect(count?.collections).toEqual([
      { kind: 'application', usage: usageNumber(0x8c, 0x02) },
      { kind: 'logical', usage: usageNumber(0x8c, 0x12) },
    ]);
    const last = fieldsOf(descriptorFixture('pos-and-maintenance')).at(-1);
    expect(last?.collections).toEqual([{ kind: 'application', usage: usageNumber(0xff8c, 0x02) }]);
    expect(fieldsOf(`A1 00 A1 07 ${FIELD} C0 C0`)[0]?.collections.map(({ kind }) => kind)).toEqual([
      'physical',
      'other',
    ]);
  });

  test('of several reports are counted report by report, in whatever order they come', () => {
    const mixed = `75 08 95 01 85 01 81 02 85 02 81 02 91 02 85 01 81 02 85 02 81 02`;
    expect(fieldsOf(mixed).map(({ reportType, reportId, bitOffset }) => [reportType, reportId, bitOffset])).toEqual([
      ['input', 1, 0],
      ['input', 2, 0],
      ['output', 2, 0],
      ['input', 1, 8],
      ['input', 2, 8],
    ]);
  });

  test('that hold nothing are none', () => {
    expect(fieldsOf('75 08 81 02 95 03 75 00 81 02')).toEqual([]);
    expect(fieldsOf('')).toEqual([]);
  });
});

describe('the names of the controls', () => {
  test.each([
    ['a usage gets the page that holds', `05 8C 09 FE ${FIELD}`, '8c00fe'],
    ['a usage before its page gets the page that stands last', `09 FE 05 8C ${FIELD}`, '8c00fe'],
    ['two pages for one field hold each for its own usage', `05 8C 09 FB 05 01 09 3B ${FIELD}`, '8c00fb,1003b'],
    ['a usage of 32 bits brings its own page', `05 01 0B FE 00 8C 00 05 07 ${FIELD}`, '8c00fe'],
    [
      'a page that only such a usage has made use of holds for those before it',
      `05 01 09 FE 0B 01 00 8C 00 05 8C ${FIELD}`,
      '8c00fe,8c0001',
    ],
    ['a usage of 16 bits does not', `05 8C 0A 00 01 ${FIELD}`, '8c0100'],
    ['the highest page and usage are no negative numbers', `0B FF FF FF FF ${FIELD}`, 'ffffffff'],
    ['a range has both its ends', `05 8C 19 FB 29 FD ${FIELD}`, '8c00fb-8c00fd'],
    ['a range may be told from its upper end', `05 8C 29 FD 19 FB ${FIELD}`, '8c00fb-8c00fd'],
    ['a range of 32 bits brings its own page', `1B 04 00 8C 00 2B 06 00 8C 00 ${FIELD}`, '8c0004-8c0006'],
    ['usages are forgotten after a field', `05 8C 09 FE ${FIELD} ${FIELD}`, '8c00fe padding'],
    ['usages are forgotten after a collection', `05 8C 09 02 A1 01 ${FIELD} C0`, 'padding'],
    ['of a delimited set the first counts', `05 8C A9 01 09 FE 09 01 A9 00 09 FF ${FIELD}`, '8c00fe,8c00ff'],
    ['designators and strings are no names', `05 8C 39 01 49 01 59 02 79 01 89 01 99 02 09 FE ${FIELD}`, '8c00fe'],
  ])('%s', (_, descriptor, expected) => {
    const names = fieldsOf(descriptor).map((field) => line(field).split(' ')[4] ?? '');
    expect(names.join(' ')).toBe(expected);
  });
});

describe('what is passed over', () => {
  test.each([
    ['a long item, its data included', `FE 03 10 81 02 C0 ${FIELD}`],
    ['a long item without data', `FE 00 10 ${FIELD}`],
    ['an item of the reserved type', `0D 01 ${FIELD}`],
    ['a reserved main item', `00 00 D1 05 ${FIELD}`],
    ['ranges and units', `15 00 26 FF 00 35 00 46 FF 00 55 0E 65 11 ${FIELD}`],
  ])('%s', (_, descriptor) => {
    expect(fieldsOf(descriptor).map(line)).toEqual(['input - @0 1x8 padding']);
  });
});

test('pushed state comes back: page, size, count and report id', () => {
  const descriptor = `05 8C 75 08 95 02 85 03 A4 05 01 75 01 95 08 85 04 09 3B 81 02 B4 09 FE 81 02`;
  expect(fieldsOf(descriptor).map(line)).toEqual(['input 4 @0 8x1 1003b', 'input 3 @0 2x8 8c00fe']);
});

describe('a descriptor that cannot be read', () => {
  const at = (offset: number, what: string): string => `report-malformed: descriptor byte ${offset}: ${what}`;

  test.each([
    ['an item cut off', '05 8C 26 FF', at(2, 'item cut off')],
    ['an item of four bytes cut off', '0B FE 00 8C', at(0, 'item cut off')],
    ['a long item cut off', 'FE 04 10 01 02', at(0, 'item cut off')],
    ['a long item without its size', 'FE', at(0, 'item cut off')],
    ['a collection that is not closed', 'A1 01 A1 02 C0', at(5, 'collection not closed')],
    ['a collection closed twice', 'A1 01 C0 C0', at(3, 'closes a collection that was not opened')],
    ['report id 0', '85 00', at(0, 'report id 0')],
    ['report id 256', '86 00 01', at(0, 'report id 256')],
    ['a size of 257 bits', '76 01 01', at(0, 'report size 257')],
    ['a count of 12,289', '96 01 30', at(0, 'report count 12289')],
    ['a size of 4,294,967,295 bits', '77 FF FF FF FF', at(0, 'report size 4294967295')],
    ['a page of 17 bits', '07 00 00 01 00', at(0, 'usage page 65536')],
    ['popped without push', 'A4 B4 B4', at(2, 'popped what was not pushed')],
    ['pushed five times', 'A4 A4 A4 A4 A4', at(4, 'pushed too deep')],
    ['a reserved global item', 'C4', at(0, 'global tag 12')],
    ['a range with a lower end alone', `19 01 ${FIELD}`, at(6, 'usage range with one end')],
    ['a range with an upper end alone', `29 01 ${FIELD}`, at(6, 'usage range with one end')],
    ['a range out of order', '19 05 29 04', at(2, 'usage range out of order')],
    ['a range over two pages', '1B 01 00 8C 00 2B 02 00 8D 00', at(5, 'usage range out of order')],
    ['a set within a set', 'A9 01 A9 01', at(2, 'delimiters do not pair')],
    ['a set closed that was not opened', 'A9 00', at(0, 'delimiters do not pair')],
    ['a set not closed', `A9 01 09 01 ${FIELD}`, at(8, 'delimiters do not pair')],
    ['one report with an id and one without', `${FIELD} 85 01 ${FIELD}`, at(14, 'fields with and without report id')],
    ['a report of more than 16,384 bytes', `76 00 01 96 00 02 81 02 95 01 81 02`, at(10, 'report of 131328 bits')],
  ])('%s', (_, descriptor, expected) => {
    expect(refusal(descriptor)).toBe(expected);
  });

  test('a report of 16,384 bytes is the longest that is read', () => {
    expect(fieldsOf('76 00 01 96 00 02 81 02')).toHaveLength(1);
  });

  test('collections nest 16 deep and no deeper', () => {
    expect(refusal('A1 02'.repeat(16) + 'C0'.repeat(16))).toBe('read');
    expect(refusal('A1 02'.repeat(17) + 'C0'.repeat(17))).toBe(at(32, 'collections nested too deep'));
  });

  test('2,048 items are read and no more, 4,096 bytes and no more', () => {
    expect(refusal('14'.repeat(2_048))).toBe('read');
    expect(refusal('14'.repeat(2_049))).toBe(at(2_048, 'too many items'));
    expect(refusal('FE FD 00'.concat('00'.repeat(253)).repeat(16))).toBe('read');
    expect(refusal('00'.repeat(4_097))).toBe(at(0, '4097 bytes'));
  });
});
