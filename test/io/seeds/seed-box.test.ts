import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/secret.ts';
import { createSeedBox } from '../../../electron/io/seeds/seed-box.ts';
import { computeCode } from '../../../electron/practice/totp.ts';
import { totpStep } from '../../../electron/core/oath-code.ts';
import { writeEncrypted } from './pskc-writer.ts';

const NOW_MS = 1_790_000_010_000;
const FIRST = 'first seed of a token';
const SECOND = 'second seed of a token';

function shownBy(seed: string | Uint8Array, offsetSteps = 0): Secret {
  const key = { secret: Buffer.from(seed), hash: 'sha1', periodSeconds: 30 } as const;
  return new Secret(computeCode(key, totpStep(30, NOW_MS) + offsetSteps));
}

const LIST = `serial,seed\nA1,${Buffer.from(FIRST).toString('hex')}\nB2,${Buffer.from(SECOND).toString('hex')}\n`;

async function openBox(text = LIST, password = '') {
  const box = createSeedBox();
  const loaded = await box.load({ name: 'seeds.csv', bytes: Buffer.from(text), password: new Secret(password) });
  return { box, loaded };
}

describe('the seeds in memory', () => {
  test('a code proves the scanned token, whatever the case of its serial number', async () => {
    const { box } = await openBox();
    expect(box.prove('a1', shownBy(FIRST, -3), NOW_MS)).toMatchObject({ kind: 'match', match: { offsetSteps: -3 } });
  });

  test('a token in the wrong bag is named', async () => {
    const { box } = await openBox();
    expect(box.prove('A1', shownBy(SECOND), NOW_MS)).toMatchObject({
      kind: 'others',
      matches: [{ token: { serialNumber: 'B2' }, offsetSteps: 0 }],
    });
  });

  test('a token without a label is found by its code', async () => {
    const { box } = await openBox();
    expect(box.find([{ code: shownBy(SECOND, 2), atMs: NOW_MS }])).toMatchObject([{ token: { serialNumber: 'B2' } }]);
  });

  test('the first code tells whether a file of doubtful seeds is base32 or hexadecimal', async () => {
    const first = 'AABBCCDDEEFF22334455667722334455';
    const { box, loaded } = await openBox(`serial,seed\nA1,${first}\nB2,${first.toLowerCase().replaceAll('a', 'f')}\n`);
    expect(loaded).toMatchObject({ ok: true, value: { encoding: 'unproved' } });
    expect(box.prove('A1', shownBy(Buffer.from(first, 'hex')), NOW_MS)).toMatchObject({ kind: 'match' });
    expect(box.view()).toMatchObject({ encoding: 'hex', tokenCount: 2, faults: [] });
  });

  test('a serial number that stands there twice is told once, and the first one counts', async () => {
    const { box } = await openBox(`${LIST}a1,${Buffer.from(SECOND).toString('hex')}\n`);
    expect(box.view()).toMatchObject({ tokenCount: 2, faults: [{ line: 4, serialNumber: 'a1', kind: 'serialTwice' }] });
    expect(box.prove('A1', shownBy(FIRST), NOW_MS)).toMatchObject({ kind: 'match' });
  });

  test('a file that cannot be read leaves the one before', async () => {
    const { box } = await openBox();
    const refused = await box.load({ name: 'other', bytes: Buffer.from('nothing'), password: new Secret('') });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'seed-file-unreadable' } });
    expect(box.view()).toMatchObject({ fileName: 'seeds.csv' });
  });

  test('an encrypted container is opened with its password', async () => {
    const { box } = await openBox(writeEncrypted('open sesame', { A1: FIRST }), 'open sesame');
    expect(box.view()).toMatchObject({ tokenCount: 1 });
  });

  test('what is forgotten is gone', async () => {
    const { box } = await openBox();
    box.forget();
    expect(box.view()).toBeNull();
    expect(box.prove('A1', shownBy(FIRST), NOW_MS)).toBeNull();
    expect(box.find([{ code: shownBy(FIRST), atMs: NOW_MS }])).toEqual([]);
  });

  test('no seed and no code can be read off what the box gives away', async () => {
    const { box, loaded } = await openBox();
    const proof = box.prove('A1', shownBy(FIRST), NOW_MS);
    const given = inspect([box, loaded, proof, box.find([{ code: shownBy(FIRST), atMs: NOW_MS }])], { depth: 9 });
    for (const secret of [FIRST, Buffer.from(FIRST).toString('hex'), shownBy(FIRST).reveal()]) {
      expect(given).not.toContain(secret);
    }
  });
});
