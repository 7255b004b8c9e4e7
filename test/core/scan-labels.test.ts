import { describe, expect, test } from 'vitest';
import { readScanText } from '../../electron/core/scan-grammar.ts';

const HIDDEN = { kind: 'refused', shownText: '', scannedText: '' };

describe('a label that is JSON', () => {
  test.each([
    ['sn', '{"sn":"20033752"}'],
    ['serial', '{"serial":"20033752"}'],
    ['serialNumber', '{"serialNumber":"20033752"}'],
    ['serial_number', '{"serial_number":"20033752"}'],
    ['serialNo', '{"serialNo":"20033752"}'],
    ['serial-no', '{"serial-no":"20033752"}'],
    ['Serial Number in words', '{"Serial Number":"20033752"}'],
    ['SN in capitals', '{"SN":"20033752"}'],
    ['blanks around', ' { "sn" : "20033752" } \r\n'],
    ['a number that is not quoted', '{"sn":20033752}'],
    ['other values beside it', '{"v":1,"mfg":"Token2","sn":"20033752","ok":true,"x":null,"w":-1.5e3}'],
    ['an object inside', '{"token":{"model":"c200","sn":"20033752"},"list":[1,"a"]}'],
    ['the same number twice', '{"sn":"20033752","serial":"20033752"}'],
    ['blanks inside the quotes', '{"sn":" 20033752 "}'],
    ['a mark inside the quotes', '{"sn":"S/N:20033752"}'],
  ])('with %s gives its serial number', (_, text) => {
    expect(readScanText(text, ']Q1')).toMatchObject({ kind: 'serialNumber', serialNumber: '20033752' });
  });

  test('keeps leading zeros where they are quoted, and gives none to a number', () => {
    expect(readScanText('{"sn":"00040008"}', ']Q1')).toMatchObject({ serialNumber: '00040008' });
    expect(readScanText('{"sn":1e8}', ']Q1')).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
    expect(readScanText('{"sn":12345e3}', ']Q1')).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
    expect(readScanText('{"sn":-20033752}', ']Q1')).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
  });

  test('is kept no further than the one value', () => {
    const meaning = readScanText('{"owner":"ann@example.com","sn":"20033752"}\r', ']Q1');
    expect(meaning).toEqual({
      kind: 'serialNumber',
      serialNumber: '20033752',
      scannedText: '{"sn":"20033752"}',
      aimId: ']Q1',
      steps: [{ rule: 'label-json', before: '{"sn":"20033752"}', after: '20033752' }],
    });
  });

  test.each([
    'secret',
    'seed',
    'key',
    'secretKey',
    'SECRET_KEY',
    'otpSeed',
    'shared-secret',
    'seedHex',
    's',
    'k',
    'password',
  ])('with a value called %s holds a secret', (name) => {
    const text = `{"sn":"20033752","${name}":"JBSW"}`;
    expect(readScanText(text, ']Q1')).toMatchObject({ ...HIDDEN, problem: { code: 'scan-holds-secret' } });
    const inside = `{"sn":"20033752","a":[{"${name}":"JBSW"}]}`;
    expect(readScanText(inside, ']Q1')).toMatchObject({ ...HIDDEN, problem: { code: 'scan-holds-secret' } });
  });

  test.each(['JBSWY3DPEHPK3PXP', 'gezdgnbvgy3tqojq', '3132333435363738393031323334353637383930'])(
    'with the seed %s under any name holds a secret',
    (seed) => {
      const text = `{"sn":"20033752","x":"${seed}"}`;
      expect(readScanText(text, ']Q1')).toMatchObject({ ...HIDDEN, problem: { code: 'scan-holds-secret' } });
    },
  );

  test('with words is no secret', () => {
    const text = '{"sn":"20033752","product":"Hardware OATH token"}';
    expect(readScanText(text, ']Q1')).toMatchObject({ serialNumber: '20033752' });
  });

  test('with two different serial numbers is ambiguous', () => {
    const text = '{"sn":"20033752","serial":"60234567"}';
    expect(readScanText(text, ']Q1')).toMatchObject({ ...HIDDEN, problem: { code: 'scan-ambiguous' } });
    const twice = '{"sn":"20033752","sn":"60234567"}';
    expect(readScanText(twice, ']Q1')).toMatchObject({ problem: { code: 'scan-ambiguous' } });
  });

  test.each([
    ['without a serial number', '{"model":"OTPC-P1-i","id":"20033752"}'],
    ['that is a list', '[{"sn":"20033752"}]'],
    ['that does not end', '{"sn":"20033752"'],
    ['that is none', '{sn:20033752}'],
    ['with an escape, behind which anything may stand', '{"sn":"20033752","\\u006bey":"JBSW"}'],
    ['with an empty serial number', '{"sn":""}'],
    ['with a serial number that is no text', '{"sn":null}'],
    ['with a serial number that is too short', '{"sn":"12345"}'],
    ['that names no serial number but nearly', '{"snr":"20033752"}'],
  ])('%s is no serial number', (_, text) => {
    expect(readScanText(text, ']Q1')).toMatchObject({ kind: 'refused', problem: { code: 'scan-not-a-serial' } });
  });

  test('that names a secret and is not understood is shown no more than one that is', () => {
    expect(readScanText('[{"key":"JBSWY3"}]', ']Q1')).toMatchObject(HIDDEN);
    expect(readScanText("{'seed':'JBSWY3'}", ']Q1')).toMatchObject(HIDDEN);
  });

  test('with an asset tag for a serial number is an asset tag', () => {
    expect(readScanText('{"sn":"IT-0012345"}', ']Q1')).toMatchObject({
      problem: { code: 'scan-asset-tag' },
      shownText: 'IT-0012345',
    });
  });
});

describe('a label that is a link', () => {
  test.each([
    ['sn', 'https://example.com/t?sn=20033752'],
    ['serial', 'HTTPS://EXAMPLE.COM/?SERIAL=20033752'],
    ['serialNumber', 'http://example.com?model=c200&serialNumber=20033752&lang=en'],
    ['serial_number', 'https://example.com/?serial_number=20033752#top'],
    ['serialNo behind a semicolon', 'https://example.com/?a;serialNo=20033752'],
    ['sn without a scheme', 'www.example.com/?sn=20033752'],
    ['the same number twice', 'https://example.com/?sn=20033752&serial=20033752'],
    ['sn with a blank behind it', 'https://example.com/?sn=20033752 #x'],
  ])('gives the serial number of its %s', (_, text) => {
    expect(readScanText(text, ']Q1')).toMatchObject({ kind: 'serialNumber', serialNumber: '20033752' });
  });

  test('is kept no further than that value', () => {
    expect(readScanText('https://a.b/?sn=20033752 #x', ']Q1').scannedText).toBe('https://\u2026?sn=20033752');
    expect(readScanText('https://example.com/JBSWY3DP?a=1&SN=00040008&b=2\r\n', ']Q1')).toEqual({
      kind: 'serialNumber',
      serialNumber: '00040008',
      scannedText: 'https://\u2026?SN=00040008',
      aimId: ']Q1',
      steps: [{ rule: 'label-link', before: 'https://\u2026?SN=00040008', after: '00040008' }],
    });
  });

  test.each([
    'https://example.com/?sn=20033752&secret=JBSW',
    'https://example.com/?sn=20033752&secretKey=JBSW',
    'https://example.com/?SEED=JBSW&sn=20033752',
    'https://example.com/?sn=20033752&otp-key=JBSW',
    'https://example.com/?sn=20033752&x=JBSWY3DPEHPK3PXP',
    'https://example.com/?sn=20033752#key=JBSW',
  ])('%s holds a secret', (text) => {
    expect(readScanText(text, ']Q1')).toMatchObject({ ...HIDDEN, problem: { code: 'scan-holds-secret' } });
  });

  test('with two different serial numbers is ambiguous', () => {
    const text = 'https://example.com/?sn=20033752&serial=60234567';
    expect(readScanText(text, ']Q1')).toMatchObject({ ...HIDDEN, problem: { code: 'scan-ambiguous' } });
  });

  test.each([
    'https://example.com/20033752',
    'https://example.com/20033752?lang=en&s=1&k=2',
    'https://example.com/sn=20033752',
    'https://example.com/#?sn=20033752',
    'https://example.com/?snr=20033752',
    'steam://x?sn=20033752',
    'tel:?sn=20033752',
    'msauth://code?sn=20033752',
  ])('%s is a link and no more', (text) => {
    expect(readScanText(text, ']Q1')).toMatchObject({ ...HIDDEN, problem: { code: 'scan-link' } });
  });

  test.each(['https://example.com/?sn=2003%33752', 'https://example.com/?sn=12345', 'https://example.com/?sn='])(
    '%s names no serial number that can be one',
    (text) => {
      expect(readScanText(text, ']Q1')).toMatchObject({ problem: { code: 'scan-not-a-serial' } });
    },
  );

  test('in a symbology of goods is goods', () => {
    expect(readScanText('https://example.com/?sn=20033752', ']E0')).toMatchObject({
      problem: { code: 'scan-retail-code' },
    });
  });
});
