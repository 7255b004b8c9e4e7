import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import { readTypedText } from '../../electron/core/scan-typed-text.ts';
import { LABEL_TEXT } from './scan-arbitraries.ts';

describe('what a reader in keyboard mode typed', () => {
  test('is read as a scan', () => {
    expect(readTypedText('S/N: 00040008CFA5', [])).toMatchObject({ serialNumber: '00040008CFA5', aimId: null });
  });

  test('may begin with the AIM identifier', () => {
    expect(readTypedText(']C0GALT11420104', [])).toMatchObject({ serialNumber: 'GALT11420104', aimId: ']C0' });
    expect(readTypedText(']E04006381333931', [])).toMatchObject({
      problem: { code: 'scan-retail-code' },
      aimId: ']E0',
    });
    expect(readTypedText(']C', [])).toMatchObject({ problem: { code: 'scan-not-a-serial' }, aimId: null });
    expect(readTypedText(']C0', [])).toMatchObject({ problem: { code: 'scan-empty' } });
  });

  test.each(['123456', ' 123456\r', '000000'])('%j alone may be the code of a token: it is kept nowhere', (typed) => {
    expect(readTypedText(typed, [])).toEqual({
      kind: 'refused',
      problem: { code: 'scan-not-a-serial' },
      shownText: '',
      scannedText: '',
      aimId: null,
      steps: [{ rule: 'typed-code', before: '', after: '' }],
    });
  });

  test.each(['12345', '1234567', '12345A', ']C0123456'])('%s is no such code', (typed) => {
    expect(readTypedText(typed, []).steps).not.toMatchObject([{ rule: 'typed-code' }]);
  });

  test('with a key that could not be told is refused, and nothing of it is kept', () => {
    const meaning = readTypedText('2003\uFFFD3752', []);
    expect(meaning).toMatchObject({ kind: 'refused', problem: { code: 'scan-control-characters' }, shownText: '' });
    expect(JSON.stringify(meaning)).not.toContain('2003');
  });

  test('is asked of the rules of the site', () => {
    const rule = { id: 'r', means: 'badge', before: 'E', after: '', startsWith: '', alphabet: 'digits' } as const;
    const badge = { ...rule, dashes: 'none', shortest: 4, longest: 4, aimLetter: null } as const;
    expect(readTypedText('E4711', [badge])).toMatchObject({ kind: 'badge', badgeId: '4711' });
  });

  test('otherwise means what the same scan would', () => {
    fc.assert(
      fc.property(LABEL_TEXT, (text) => {
        if (/\uFFFD|^\s*[0-9]{6}\s*$|^\]/.test(text)) return;
        expect(readTypedText(text, [])).toEqual(readScanText(text, null));
      }),
    );
  });
});
