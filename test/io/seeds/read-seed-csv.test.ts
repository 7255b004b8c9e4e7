import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../electron/io/decode-text.ts';
import { readSeedCsv } from '../../../electron/io/seeds/read-seed-csv.ts';
import type { SeedFile } from '../../../electron/io/seeds/seed-entry.ts';

const BASE32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const HEX = '3132333435363738393031323334353637383930';
const SEED = new Uint8Array(Buffer.from('12345678901234567890'));

function read(text: string): SeedFile {
  const file = readSeedCsv(text);
  if (!file.ok) throw new Error(file.problem.code);
  return file.value;
}

describe('a list of seeds', () => {
  test.each([
    [
      'as Entra takes it',
      `upn,serial number,secret key,time interval,manufacturer,model\n,8659623852751,${BASE32},30,Token2,C301`,
    ],
    [
      'in the other spelling, with spaces',
      `upn, serial number ,secret key,timeinterval, manufacturer,model\n,8659623852751,${BASE32},30,Token2,C301`,
    ],
    [
      'as Graph names it, in another order',
      `model,manufacturer,timeIntervalInSeconds,secretKey,serialNumber\nC301,Token2,30,${BASE32},8659623852751`,
    ],
    [
      'with semicolons and quotes, as a spreadsheet writes it',
      `"Serial Number";"Secret Key";"Manufacturer";"Model"\r\n"8659623852751";"${BASE32}";"Token2";"C301"\r\n`,
    ],
    ['with a byte order mark', `\uFEFFserial,seed,manufacturer,model\n8659623852751,${BASE32},Token2,C301`],
    ['in hexadecimal digits', `serial,seed,manufacturer,model\n8659623852751,${HEX},Token2,C301`],
  ])('%s', (_what, text) => {
    const { entries, faults } = read(text);
    expect(faults).toEqual([]);
    expect(entries).toEqual([
      {
        line: 2,
        serialNumber: '8659623852751',
        manufacturer: 'Token2',
        model: 'C301',
        periodSeconds: 30,
        hash: 'sha1',
        seeds: [SEED],
      },
    ]);
  });

  test('without a header, as privacyIDEA writes it', () => {
    const { entries, faults } = read(`00040008CFA5,${HEX},TOTP,6,60\n00040008CFA6,${HEX},HOTP,6,30\n`);
    expect(entries.map(({ serialNumber, periodSeconds }) => [serialNumber, periodSeconds])).toEqual([
      ['00040008CFA5', 60],
    ]);
    expect(faults).toEqual([{ line: 2, serialNumber: '00040008CFA6', kind: 'eventToken' }]);
  });

  test('a serial number keeps its leading zeros', () => {
    expect(read(`serial,seed\n00012345,${BASE32}`).entries[0]?.serialNumber).toBe('00012345');
  });

  test('columns that mean nothing here are told, those of Entra are not', () => {
    expect(read(`upn,serial,seed,batch,colour\n,1,${BASE32},7,blue`).ignoredColumns).toEqual(['batch', 'colour']);
  });

  test.each([
    ['serialMissing', `,${BASE32},30,sha1,totp,6`],
    ['seedMissing', '10001001,,30,sha1,totp,6'],
    ['seedUnreadable', '10001001,what is this?,30,sha1,totp,6'],
    ['eventToken', `10001001,${BASE32},30,sha1,hotp,6`],
    ['notSixDigits', `10001001,${BASE32},30,sha1,totp,8`],
    ['periodNotTaken', `10001001,${BASE32},45,sha1,totp,6`],
    ['hashNotTaken', `10001001,${BASE32},30,sha512,totp,6`],
  ])('%s is told of its row, and the rest goes on', (kind, row) => {
    const header = 'serial,seed,interval,hash,type,digits';
    const { entries, faults } = read(
      `${header}\n10001000,${BASE32},30,sha256,totp,6\n${row}\n10001002,${BASE32},60s,,,`,
    );
    expect(faults.map((fault) => [fault.line, fault.kind])).toEqual([[3, kind]]);
    expect(entries.map(({ serialNumber }) => serialNumber)).toEqual(['10001000', '10001002']);
  });

  test('one seed that can be read in one way only tells it for the whole file', () => {
    const both = 'AABBCCDDEEFF22334455667722334455';
    expect(read(`serial,seed\n1,${both}\n2,${HEX}`)).toMatchObject({ encoding: 'hex' });
    expect(read(`serial,seed\n1,${both}\n2,${BASE32}`)).toMatchObject({ encoding: 'base32' });
  });

  test('where no seed tells it, both readings are kept until a code proves one', () => {
    const { encoding, entries } = read('serial,seed\n1,AABBCCDDEEFF22334455667722334455');
    expect(encoding).toBe('unproved');
    expect(entries[0]?.seeds).toHaveLength(2);
  });

  test.each([
    ['nothing', ''],
    ['another list', 'upn,displayName\nanna@example.com,Anna'],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
  ])('%s is refused as a whole', (_what, text) => {
    expect(readSeedCsv(text)).toMatchObject({ ok: false, problem: { code: 'seed-file-unreadable' } });
  });

  test('no seed stands in what is told of a file', () => {
    const { faults, ignoredColumns } = read(`serial,seed,note\n10001001,${BASE32}!,x\n,${BASE32},y`);
    expect(JSON.stringify({ faults, ignoredColumns })).not.toContain(BASE32.slice(0, 8));
  });
});

describe('the text of a file', () => {
  test.each([
    ['UTF-8', Buffer.from('Größe')],
    ['UTF-16, little end first', Buffer.from('\uFEFFGröße', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFGröße', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Größe', 'latin1')],
  ])('in %s', (_what, bytes) => {
    expect(decodeText(bytes)).toBe('Größe');
  });
});
