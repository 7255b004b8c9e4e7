import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/secret.ts';
import { decodeSeed } from '../../../electron/io/seeds/decode-seed.ts';
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

  test('a code that fits proves the file, and the clocks that were seen are counted', async () => {
    const { box } = await openBox();
    expect(box.view()).toMatchObject({ isProved: false, drifts: [] });
    box.prove('A1', shownBy(FIRST, -5), NOW_MS);
    box.find([{ code: shownBy(SECOND, 1), atMs: NOW_MS }]);
    expect(box.view()?.isProved).toBe(true);
    expect(box.view()?.drifts.filter(({ count }) => count > 0)).toEqual([
      { minutes: -2, count: 1 },
      { minutes: 0, count: 1 },
    ]);
    // The same token again is one token, with its newest clock.
    box.prove('A1', shownBy(FIRST), NOW_MS);
    expect(box.view()?.drifts.filter(({ count }) => count > 0)).toEqual([{ minutes: 0, count: 2 }]);
  });

  test('a code of no token, or that of another one than was scanned, proves nothing', async () => {
    const { box } = await openBox();
    box.find([{ code: new Secret('000000'), atMs: NOW_MS }]);
    box.prove('A1', shownBy(SECOND), NOW_MS);
    expect(box.view()).toMatchObject({ isProved: false, drifts: [] });
    expect(box.newDevices(['A1'])).toBeNull();
  });

  test('a big file wants two codes of a token that is looked for', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, place) => `T${place},${Buffer.from(`seed number ${place + 1_000}`).toString('hex')}`,
    );
    const { box } = await openBox(`serial,seed\n${rows.join('\n')}\n`);
    const first = { code: shownBy('seed number 1007'), atMs: NOW_MS };
    box.find([first]);
    expect(box.view()?.isProved).toBe(false);
    box.find([first, { code: shownBy('seed number 1007', 1), atMs: NOW_MS + 30_000 }]);
    expect(box.view()?.isProved).toBe(true);
  });

  test('its tokens are told as Graph wants them, with a word where the file has none, and always as the same list', async () => {
    const { box } = await openBox(`${LIST}C3,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n`);
    const tokens = box.devices();
    expect(tokens?.[1]).toEqual({
      serialNumber: 'B2',
      manufacturer: 'Unknown',
      model: 'Unknown',
      periodSeconds: 30,
      hashFunction: 'hmacsha1',
    });
    box.prove('A1', shownBy(FIRST), NOW_MS);
    expect(box.devices()).toBe(tokens);
    const [device, ...more] = box.newDevices(['b2', 'nobody']) ?? [];
    expect(more).toEqual([]);
    expect(device?.serialNumber).toBe('B2');
    expect(decodeSeed(device?.secretKey.reveal() ?? '', 'base32')).toEqual(new Uint8Array(Buffer.from(SECOND)));
    expect(JSON.stringify(device)).toContain('[secret]');
  });

  test('what is forgotten is gone', async () => {
    const { box } = await openBox();
    box.forget();
    expect([box.view(), box.devices(), box.newDevices(['A1'])]).toEqual([null, null, null]);
    expect(box.prove('A1', shownBy(FIRST), NOW_MS)).toBeNull();
    expect(box.find([{ code: shownBy(FIRST), atMs: NOW_MS }])).toEqual([]);
  });

  test.each(['forgotten', 'replaced'] as const)(
    'a token that somebody still holds shows nothing once its file is %s',
    async (how) => {
      const { box } = await openBox();
      const [match] = box.find([{ code: shownBy(FIRST), atMs: NOW_MS }]);
      const isShown = () => match?.token.shows(totpStep(30, NOW_MS), Number(shownBy(FIRST).reveal()));
      expect(isShown()).toBe(true);
      if (how === 'forgotten') box.forget();
      else await box.load({ name: 'other.csv', bytes: Buffer.from(LIST), password: new Secret('') });
      expect(isShown()).toBe(false);
    },
  );

  test('no seed and no code can be read off what the box gives away', async () => {
    const { box, loaded } = await openBox();
    const proof = box.prove('A1', shownBy(FIRST), NOW_MS);
    const given = inspect([box, loaded, proof, box.find([{ code: shownBy(FIRST), atMs: NOW_MS }])], { depth: 9 });
    for (const secret of [FIRST, Buffer.from(FIRST).toString('hex'), shownBy(FIRST).reveal()]) {
      expect(given).not.toContain(secret);
    }
  });
});
