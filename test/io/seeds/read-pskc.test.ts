import { describe, expect, test } from 'vitest';
import { readPskc } from '../../../electron/io/seeds/read-pskc.ts';
import {
  derivedKey,
  encryptedSecret,
  macMethod,
  plainSecret,
  PRE_SHARED,
  writeContainer,
  writeEncrypted,
} from './pskc-writer.ts';

const SEED_TEXT = '12345678901234567890';
const SEED = Buffer.from(SEED_TEXT);

describe('a container of keys that is not encrypted', () => {
  test('gives its tokens with what it says of them', async () => {
    const file = await readPskc(writeContainer([{ secret: plainSecret(SEED_TEXT) }]), '');
    expect(file).toMatchObject({
      ok: true,
      value: {
        encoding: 'binary',
        faults: [],
        entries: [
          {
            serialNumber: '987654321',
            manufacturer: 'TokenVendorAcme',
            periodSeconds: 60,
            hash: 'sha1',
            seeds: [SEED],
          },
        ],
      },
    });
  });

  test('tokens that count presses and packages without a seed are told, the rest goes on', async () => {
    const keys = [
      { serialNumber: '1', secret: plainSecret(SEED_TEXT), algorithm: 'urn:ietf:params:xml:ns:keyprov:pskc:hotp' },
      { serialNumber: '2', secret: '' },
      { serialNumber: '3', secret: plainSecret(SEED_TEXT) },
    ];
    const file = await readPskc(writeContainer(keys), '');
    expect(file).toMatchObject({
      ok: true,
      value: {
        entries: [{ serialNumber: '3', line: 3 }],
        faults: [
          { line: 1, serialNumber: '1', kind: 'eventToken' },
          { line: 2, serialNumber: '2', kind: 'seedMissing' },
        ],
      },
    });
  });

  test.each([
    ['another document', '<html><body>no</body></html>'],
    ['a broken one', '<KeyContainer><KeyPackage>'],
    ['no XML', 'serial,seed'],
  ])('%s is refused', async (_what, text) => {
    expect(await readPskc(text, '')).toMatchObject({ ok: false, problem: { code: 'seed-file-unreadable' } });
  });

  test('entities are not followed', async () => {
    const text = writeContainer([{ secret: plainSecret(SEED_TEXT) }]).replace(
      '<pskc:KeyContainer',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY n "TokenVendorAcme">]><pskc:KeyContainer',
    );
    const file = await readPskc(text.replace('TokenVendorAcme</pskc', '&e;&n;</pskc'), '');
    expect(JSON.stringify(file)).not.toContain('root:');
  });
});

describe('an encrypted container', () => {
  // Source: RFC 6030, figure 6 (section 6.1): a pre-shared key. The token of the figure counts presses; this one does not.
  const FIGURE_6 = writeContainer(
    [
      {
        secret: encryptedSecret(
          'AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv',
          'Su+NvtQfmvfJzF6bmQiJqoLRExc=',
        ),
      },
    ],
    PRE_SHARED + macMethod('ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX'),
  );
  // Source: RFC 6030, figure 7 (section 6.2): a key derived from the password "qwerty".
  const FIGURE_7 = writeContainer(
    [
      {
        secret: encryptedSecret(
          'oTvo+S22nsmS2Z/RtcoF8Hfh+jzMe0RkiafpoDpnoZTjPYZu6V+A4aEn032yCr4f',
          'LP6xMvjtypbfT9PdkJhBZ+D6O4w=',
        ),
      },
    ],
    derivedKey('Ej7/PEpyEpw=', 1000, 16) +
      macMethod('2GTTnLwM3I4e5IO5FkufoOEiOhNj91fhKRQBtBJYluUDsPOLTfUvoU2dStyOwYZx'),
  );

  test.each([
    ['a pre-shared key in hexadecimal digits', FIGURE_6, '12345678901234567890123456789012'],
    ['the same key in base64', FIGURE_6, Buffer.from('12345678901234567890123456789012', 'hex').toString('base64')],
    ['a password', FIGURE_7, 'qwerty'],
  ])('of the standard is opened with %s', async (_what, text, password) => {
    expect(await readPskc(text, password)).toMatchObject({
      ok: true,
      value: { entries: [{ seeds: [SEED] }], faults: [] },
    });
  });

  test('with AES-256 is opened whole', async () => {
    const file = await readPskc(
      writeEncrypted('päss wörd', { '1': SEED_TEXT, '2': 'another seed of a token' }),
      'päss wörd',
    );
    expect(file).toMatchObject({ ok: true, value: { entries: [{ serialNumber: '1' }, { serialNumber: '2' }] } });
  });

  test('asks for its password, and says where it is the wrong one', async () => {
    expect(await readPskc(FIGURE_7, '')).toMatchObject({ ok: false, problem: { code: 'seed-password-wanted' } });
    expect(await readPskc(FIGURE_7, 'qwertz')).toMatchObject({ ok: false, problem: { code: 'seed-password-wrong' } });
    expect(await readPskc(FIGURE_6, 'not a key')).toMatchObject({
      ok: false,
      problem: { code: 'seed-password-wrong' },
    });
  });

  test('that was changed in one place gives all other tokens, and says which it is', async () => {
    const text = writeEncrypted('right', { '1': SEED_TEXT, '2': 'another seed of a token' });
    const mac = /<pskc:ValueMAC>([^<]+)</.exec(text)?.[1] ?? '';
    const file = await readPskc(text.replace(mac, Buffer.alloc(20).toString('base64')), 'right');
    expect(file).toMatchObject({
      ok: true,
      value: { entries: [{ serialNumber: '2' }], faults: [{ line: 1, serialNumber: '1', kind: 'seedTampered' }] },
    });
  });

  test('that asks for a hundred years of deriving is refused at once', async () => {
    const text = FIGURE_7.replace('<IterationCount>1000<', '<IterationCount>999999999999<');
    expect(await readPskc(text, 'qwerty')).toMatchObject({ ok: false, problem: { code: 'seed-password-wrong' } });
  });
});
