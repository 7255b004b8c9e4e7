import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommandMark } from '../../electron/core/scan-command-mark.ts';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import { orderMarkText, parseOrderMark } from '../../electron/core/scan-order-mark.ts';

describe('the mark of a line of an order', () => {
  test('names the order and the line, and is read back', () => {
    const text = orderMarkText('1a2b3c4d-0000-4000-8000-000000000001', 17);
    expect(text).toBe('TSO:1a2b3c4d:17');
    expect(parseOrderMark(text)).toEqual({ keyStart: '1a2b3c4d', line: 17 });
    expect(readScanText(`${text}\r`, ']Q1')).toMatchObject({ kind: 'workOrderLine', lineId: text, scannedText: text });
    expect(readScanText(text, null).steps).toEqual([{ rule: 'order-mark', before: text, after: text }]);
  });

  test('is read back for every key and every line, through every kind of code', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom(']C0', ']Q1', ']d1', ']A0', ']L0', null),
        (key, line, aimId) => {
          const text = orderMarkText(key, line);
          expect(parseOrderMark(text)).toEqual({ keyStart: key.slice(0, 8), line });
          expect(readScanText(text, aimId)).toMatchObject({ kind: 'workOrderLine', lineId: text });
          expect(parseCommandMark(text)).toBeNull();
        },
      ),
    );
  });

  test('in capital letters is the same one', () => {
    expect(parseOrderMark('TSO:1A2B3C4D:17')).toEqual({ keyStart: '1a2b3c4d', line: 17 });
  });

  test.each([
    'TSO:',
    'TSO:1a2b3c4d',
    'TSO:1a2b3c4d:',
    'TSO:1a2b3c4d:0',
    'TSO:1a2b3c4d:017',
    'TSO:1a2b3c4:17',
    'TSO:1a2b3c4g:7',
    'TSO:1a2b3c4d:17:1',
  ])('%s was cut off or changed: it is refused, never taken for a serial number', (text) => {
    expect(parseOrderMark(text)).toBeNull();
    expect(readScanText(text, ']C0')).toMatchObject({ kind: 'refused', problem: { code: 'order-line-unknown' } });
  });

  test.each(['tso:1a2b3c4d:17', 'XTSO:1a2b3c4d:17', 'TSO1a2b3c4d17', 'TSO 1a2b3c4d:17'])('%s is none', (text) => {
    expect(parseOrderMark(text)).toBeNull();
    expect(readScanText(text, ']C0').kind).not.toBe('workOrderLine');
  });

  test('a secret in one stays a secret', () => {
    expect(readScanText('TSO:otpauth:x', ']C0')).toMatchObject({
      problem: { code: 'scan-holds-secret' },
      shownText: '',
    });
    expect(readScanText('TSO:JBSWY3DPEHPK3PXP', ']C0')).toMatchObject({ kind: 'refused', shownText: '' });
  });
});
