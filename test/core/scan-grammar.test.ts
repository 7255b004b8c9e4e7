import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleStep } from '../../electron/contract/doctor.ts';
import { readScan, readScanText } from '../../electron/core/scan-grammar.ts';
import { REFUSED, TAKEN } from './scan-vectors.ts';

describe('what is taken as a serial number', () => {
  test.each(TAKEN)('%s: %j under %s is %s', (_, scanned, aimId, serialNumber) => {
    const scannedText = scanned.trim();
    expect(readScanText(scanned, aimId)).toMatchObject({ kind: 'serialNumber', serialNumber, scannedText, aimId });
  });

  test.each(TAKEN)('%s reads the same as a scan', (_, scanned, aimId) => {
    expect(readScan({ text: scanned, aimId, overflow: false }, [])).toEqual(readScanText(scanned, aimId));
  });
});

describe('what is refused, why, and what of it may be shown', () => {
  test.each(REFUSED)('%s', (_, scanned, aimId, code, shownText) => {
    const refusal = { kind: 'refused', problem: { code }, shownText, scannedText: shownText, aimId };
    expect(readScanText(scanned, aimId)).toMatchObject(refusal);
  });

  test('a scan that went on past the bound', () => {
    expect(readScan({ text: '', aimId: ']Q1', overflow: true }, [])).toEqual({
      kind: 'refused',
      problem: { code: 'scan-too-long' },
      shownText: '',
      scannedText: '',
      aimId: ']Q1',
      steps: [{ rule: 'too-long', before: '', after: '' }],
    });
  });

  test('UTF-8 from a scanner is not mistaken for something else', () => {
    const text = Buffer.from('G\u0410LT11420104', 'utf8').toString('latin1');
    expect(readScanText(text, ']Q1')).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
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

  test('nothing of a link with a secret is kept, wherever it stands in the text', () => {
    const scheme = fc.constantFrom('otpauth://', 'OTPAUTH://', 'OtpAuth://', 'otpauth:', 'otpauth-migration://');
    const base32 = fc.stringMatching(/^[A-Z2-7]{8,32}$/);
    fc.assert(
      fc.property(anyText, scheme, base32, anyText, aimId, (before, link, secret, after, id) => {
        expect(readScanText(`${before}${link}totp/a?x=${secret}${after}`, id)).toEqual({
          kind: 'refused',
          problem: { code: 'scan-holds-secret' },
          shownText: '',
          scannedText: '',
          aimId: id,
          steps: expect.toSatisfy(showNothing),
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
        const meaning = readScanText(before + text + after, id);
        expect(meaning).toMatchObject({ kind: 'refused', shownText: '', scannedText: '' });
        expect(meaning.steps).toSatisfy(showNothing);
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
        const text = Buffer.from(bytes).toString('latin1');
        expect(['serialNumber', 'refused']).toContain(readScan({ text, aimId: id, overflow: false }, []).kind);
      }),
    );
  });
});

function showNothing(steps: readonly RuleStep[]): boolean {
  return steps.every(({ before, after }) => before === '' && after === '');
}
