import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeBase32 } from '../../../electron/io/seeds/encode-seed.ts';

const CHILD = fileURLToPath(new URL('forgetting-child.ts', import.meta.url));
const SERIAL = 'CANARY-1';

const folder = mkdtempSync(join(tmpdir(), 'token-station-canary-'));
const seed = randomBytes(20);
const FORMS = {
  'in base32': encodeBase32(seed),
  'in hexadecimal digits': seed.toString('hex').toUpperCase(),
  'in base64': seed.toString('base64').toUpperCase(),
};

function read(name: string): string {
  return readFileSync(join(folder, name), 'latin1').toUpperCase();
}

beforeAll(async () => {
  const rows = [`${SERIAL},${FORMS['in base32']}`, `OTHER-2,${encodeBase32(randomBytes(20))}`];
  writeFileSync(join(folder, 'box.csv'), `serial,seed\n${rows.join('\n')}\n`);
  writeFileSync(join(folder, 'seed.bin'), seed);
  await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, folder, SERIAL]);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a seed that was loaded, proved, put into the tenant and forgotten', () => {
  test('did all of that', () => {
    const cameTo = JSON.parse(readFileSync(join(folder, 'came-to.json'), 'utf8'));
    expect(cameTo).toMatchObject({
      inventory: { stage: 'done', isProved: true, counts: { created: 2 } },
      has: { status: 'available' },
    });
  });

  test.each(Object.entries(FORMS))('is in no picture, event, journal or log %s', (_what, form) => {
    for (const name of ['told.json', 'station.log']) {
      const text = read(name);
      expect(text.length).toBeGreaterThan(500);
      expect(text).not.toContain(form);
    }
  });

  test.each(Object.entries(FORMS))('is held by nothing in memory any more %s', (_what, form) => {
    const memory = read('memory.heapsnapshot');
    const holds = (words: string): boolean => memory.includes(words);
    // What is kept on purpose is found: this is the memory of the bench, and it is looked through.
    expect([holds('PLANTED CANARY OF THE TEST'), holds(SERIAL)]).toEqual([true, true]);
    // Half of it at either end would be too much.
    expect([holds(form.slice(0, 12)), holds(form.slice(-12))]).toEqual([false, false]);
  });
});
