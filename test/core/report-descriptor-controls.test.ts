import { describe, expect, test } from 'vitest';
import { asBytes, findControls, joinControls } from '../../electron/core/report-descriptor-controls.ts';
import { parseReportDescriptor, type ReportField } from '../../electron/core/report-descriptor.ts';
import { fromHex } from '../fixtures/hid/descriptors/read-descriptor-fixture.ts';

const DATA = 0x8c_00fe;

function fieldsOf(descriptor: string): readonly ReportField[] {
  const parsed = parseReportDescriptor(fromHex(descriptor));
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return parsed.value;
}

describe('the controls that bear a usage', () => {
  test.each([
    ['all, where it is the only one', '05 8C 75 08 95 05 09 FE 81 02', [[0, 8, 5]]],
    ['all that are left, where it is the last one', '05 8C 75 08 95 05 09 01 09 FE 81 02', [[8, 8, 4]]],
    ['one, where others follow', '05 8C 75 08 95 05 09 01 09 FE 09 02 81 02', [[8, 8, 1]]],
    ['one within a range', '05 8C 75 08 95 05 19 FD 29 FF 81 02', [[8, 8, 1]]],
    ['all that are left at the end of a range', '05 8C 75 08 95 05 19 FD 29 FE 81 02', [[8, 8, 4]]],
    ['those after a range', '05 8C 75 08 95 05 19 01 29 03 09 FE 81 02', [[24, 8, 2]]],
    ['named one by one, joined', '05 8C 75 08 95 03 09 FE 09 FE 09 FE 81 02', [[0, 8, 3]]],
    ['of two fields that touch, joined', '05 8C 75 08 95 02 09 FE 81 02 09 FE 81 02', [[0, 8, 4]]],
    [
      'of two fields apart, one by one',
      '05 8C 75 08 95 02 09 FE 81 02 81 03 09 FE 81 02',
      [
        [0, 8, 2],
        [32, 8, 2],
      ],
    ],
    [
      'of two sizes, one by one',
      '05 8C 75 08 95 01 09 FE 81 02 75 04 09 FE 81 02',
      [
        [0, 8, 1],
        [8, 4, 1],
      ],
    ],
    ['none, where there are more usages than controls', '05 8C 75 08 95 01 09 01 09 FE 81 02', []],
    ['none, where the range begins too late', '05 8C 75 08 95 02 19 01 29 FF 81 02', []],
    ['none, of a constant', '05 8C 75 08 95 02 09 FE 81 03', []],
    ['all, of an array of one usage', '05 8C 75 08 95 02 09 FE 81 00', [[0, 8, 2]]],
    ['none, of an array of several usages', '05 8C 75 08 95 02 09 01 09 FE 81 00', []],
    ['none, of an array of a range', '05 8C 75 08 95 03 19 FD 29 FF 81 00', []],
  ])('%s', (_, descriptor, expected) => {
    const controls = findControls(fieldsOf(descriptor), DATA);
    expect(controls.map(({ bitOffset, bitSize, count }) => [bitOffset, bitSize, count])).toEqual(expected);
  });

  test('nothing joined is nothing', () => {
    expect(joinControls([])).toEqual([]);
  });

  test('are bytes only at whole bytes and of eight bits', () => {
    expect(asBytes({ bitOffset: 16, bitSize: 8, count: 3 })).toEqual({ offsetBytes: 2, lengthBytes: 3 });
    expect(asBytes({ bitOffset: 15, bitSize: 8, count: 3 })).toBeNull();
    expect(asBytes({ bitOffset: 16, bitSize: 16, count: 3 })).toBeNull();
  });
});
