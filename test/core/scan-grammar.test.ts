import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScan, readScanText, scanEvent } from '../../electron/core/scan-grammar.ts';
import { REFUSED, TAKEN } from './scan-vectors.ts';

const BY = { readerKey: 'left', readerName: 'Left scanner', atMs: 7 };

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('what is taken as a serial number', () => {
  test.each(TAKEN)('%s: %j under %s is %s', (_, scanned, aimId, serialNumber) => {
    const scannedText = scanned.trim();
    expect(readScanText(scanned, aimId)).toEqual({ kind: 'serialNumber', serialNumber, scannedText, aimId });
  });

  test.each(TAKEN)('%s reads the same from bytes', (_, scanned, aimId, serialNumber) => {
    const meaning = readScan({ bytes: latin1(scanned), aimId, overflow: false });
    expect(meaning).toMatchObject({ kind: 'serialNumber', serialNumber });
  });
});

describe('what is refused, why, and what of it may be shown', () => {
  test.each(REFUSED)('%s', (_, scanned, aimId, code, shownText) => {
    expect(readScanText(scanned, aimId)).toEqual({ kind: 'refused', problem: { code }, shownText });
  });

  test('a scan that went on past the bound', () => {
    const meaning = readScan({ bytes: new Uint8Array(0), aimId: ']Q1', overflow: true });
    expect(meaning).toEqual({ kind: 'refused', problem: { code: 'scan-too-long' }, shownText: '' });
  });

  test('UTF-8 from a scanner is not mistaken for something else', () => {
    const bytes = new TextEncoder().encode('G\u0410LT11420104');
    expect(readScan({ bytes, aimId: ']Q1', overflow: false })).toMatchObject({
      problem: { code: 'scan-not-a-serial' },
    });
  });
});

describe('the event of a scan', () => {
  test('keeps what the label said beside the serial number that is used', () => {
    expect(scanEvent(readScanText('S/N: 00040008CFA5\r', ']C0'), BY)).toEqual({
      kind: 'scanned',
      atMs: 7,
      readerKey: 'left',
      readerName: 'Left scanner',
      serialNumber: '00040008CFA5',
      scannedText: 'S/N: 00040008CFA5',
      aimId: ']C0',
    });
  });

  test('of a refused one says why and who read it', () => {
    expect(scanEvent(readScanText('4006381333931', ']E0'), BY)).toEqual({
      kind: 'scanRefused',
      atMs: 7,
      readerKey: 'left',
      problem: { code: 'scan-retail-code' },
      shownText: '4006381333931',
    });
  });
});

describe('whatever text is scanned', () => {
  const aimId = fc.constantFrom(null, ']C0', ']A0', ']Q1', ']E0');
  const front = fc.constantFrom('', '', ' ', '\r\n', 'S/N:', 'SN: ', '*', '*S/N:', '-', '0', '\u00e4', 'S/N:S/N:');
  const back = fc.constantFrom('', '', ' ', '\r\n', '\t', '*', '* ', '-', '%', '\u200f', '0');
  const run = fc.stringMatching(/^[A-Za-z0-9-]{0,4}[0-9]{1,12}[A-Z]{0,4}$/);
  const nearly = fc.tuple(front, run, back).map((parts) => parts.join(''));
  const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nearly, nearly);

  test('a serial number that is accepted stands in it whole, with its zeros, in allowed characters only', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyText, aimId, (text, id) => {
        const meaning = readScanText(text, id);
        if (meaning.kind !== 'serialNumber') return;
        accepted += 1;
        const { serialNumber } = meaning;
        expect(serialNumber).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{4,18}[A-Za-z0-9]$/);
        const at = text.indexOf(serialNumber);
        expect(at).toBeGreaterThanOrEqual(0);
        // Nothing of the run of characters was cut off, at either end.
        expect(text.charAt(at - 1)).toMatch(/^[^A-Za-z0-9-]?$/);
        expect(text.charAt(at + serialNumber.length)).toMatch(/^[^A-Za-z0-9-]?$/);
      }),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test('a serial number comes out as it was printed, whatever a vendor puts around it', () => {
    const serial = fc
      .stringMatching(/^[A-Z0-9]{2}[A-Z0-9-]{0,9}[0-9]{4}$/)
      .filter((text) => !/^(?:ASSET|TAG|INV|PROP|LAPTOP|PC|IT|AT)-/.test(text));
    const before = fc.constantFrom('', ' ', '\t', 'S/N:', 'S/N: ', 'sn: ', 'Serial No.: ', 'SERIAL#');
    const after = fc.constantFrom('', ' ', '\r', '\n', '\r\n', '\t');
    fc.assert(
      fc.property(before, serial, after, (prefix, serialNumber, suffix) => {
        expect(readScanText(`${prefix}${serialNumber}${suffix}`, ']C0')).toMatchObject({ serialNumber });
      }),
    );
  });

  test('nothing of a link with a secret is in the event, wherever it stands in the text', () => {
    const scheme = fc.constantFrom('otpauth://', 'OTPAUTH://', 'OtpAuth://', 'otpauth:', 'otpauth-migration://');
    const base32 = fc.stringMatching(/^[A-Z2-7]{8,32}$/);
    fc.assert(
      fc.property(anyText, scheme, base32, anyText, aimId, (before, link, secret, after, id) => {
        const event = scanEvent(readScanText(`${before}${link}totp/a?x=${secret}${after}`, id), BY);
        expect(event).toEqual({
          kind: 'scanRefused',
          atMs: 7,
          readerKey: 'left',
          problem: { code: 'scan-holds-secret' },
          shownText: '',
        });
      }),
    );
  });

  test('no run of 16 base32 characters is ever shown, whatever stands around it', () => {
    const seed = fc.stringMatching(/^[A-Z2-7]{15,20}[A-Z]$/);
    const lead = fc.constantFrom('', ' ', '*', 'KEY:', 'S/N:', '\u00e4');
    const tail = fc.constantFrom('', '\r\n', '*', '%', '=', '-');
    fc.assert(
      fc.property(lead, seed, tail, fc.constantFrom(null, ']C0', ']C1', ']Q1', ']E0'), (before, text, after, id) => {
        expect(readScanText(before + text + after, id)).toMatchObject({ kind: 'refused', shownText: '' });
      }),
    );
  });

  test('nothing that is longer than a serial number is kept of a refused scan', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ minLength: 15, maxLength: 300 })), aimId, (text, id) => {
        const meaning = readScanText(text, id);
        if (meaning.kind === 'refused') expect(meaning.shownText.length).toBeLessThanOrEqual(20);
      }),
    );
  });

  test('any bytes are read without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1_024 }), aimId, (bytes, id) => {
        expect(['serialNumber', 'refused']).toContain(readScan({ bytes, aimId: id, overflow: false }).kind);
      }),
    );
  });
});
