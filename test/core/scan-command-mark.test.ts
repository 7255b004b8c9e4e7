import { describe, expect, test } from 'vitest';
import { COMMAND_MARKS, commandMarkText, parseCommandMark } from '../../electron/core/scan-command-mark.ts';
import { readScanText } from '../../electron/core/scan-grammar.ts';

describe('command marks', () => {
  test.each([
    ['park', 'TS:PARK'],
    ['retry', 'TS:RETRY'],
    ['readNow', 'TS:READ'],
  ] as const)('%s is printed as %s, and read back', (mark, text) => {
    expect(commandMarkText(mark)).toBe(text);
    expect(parseCommandMark(text)).toBe(mark);
    expect(readScanText(`${text}\r`, ']C0')).toMatchObject({ kind: 'commandMark', mark, scannedText: text });
    expect(readScanText(text, null).steps).toEqual([{ rule: 'command-mark', before: text, after: mark }]);
  });

  test('are all there is', () => {
    expect(COMMAND_MARKS).toEqual(['park', 'retry', 'readNow']);
  });

  test.each(['TS:', 'TS:park', 'TS:PARK1', 'TS:STOP', 'TS:20033752', 'TS: PARK'])(
    '%s is none that is known',
    (text) => {
      expect(parseCommandMark(text)).toBeNull();
      expect(readScanText(text, ']C0')).toMatchObject({
        problem: { code: 'scan-command-not-possible' },
        shownText: text,
      });
    },
  );

  test.each(['ts:PARK', 'TSPARK', 'XTS:PARK', '*TS:PARK*'])('%s is no mark', (text) => {
    expect(parseCommandMark(text)).toBeNull();
    expect(readScanText(text, ']C0')).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
  });

  test('a secret in a mark stays one', () => {
    expect(readScanText('TS:otpauth:x', ']C0')).toMatchObject({
      problem: { code: 'scan-holds-secret' },
      shownText: '',
    });
    expect(readScanText('TS:JBSWY3DPEHPK3PXP', ']C0')).toMatchObject({ kind: 'refused', shownText: '' });
  });
});
