import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalText, type HandedOverOrder } from '../../../electron/core/handed-over-order.ts';
import {
  isOrderFileName,
  readOrderFile,
  removeOrderFile,
  writeOrderFile,
} from '../../../electron/io/work-order/order-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'order-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

const USER = {
  id: '11111111-2222-4333-8444-555555555555',
  displayName: 'Łukasz "Bob" Wójcik',
  userPrincipalName: 'bob@example.com',
  mail: null,
  department: 'IT',
  jobTitle: null,
  employeeId: '00471',
};

const ORDER: HandedOverOrder = {
  tenant: 'practice',
  orderKey: 'a1b2',
  name: 'Floor 2',
  goal: 'assign',
  station: 'desk-7',
  handedOverAtMs: 1_700_000_000_000,
  lines: [
    { line: 2, user: USER, requestNumber: 'R1', model: '', note: '', isSkipped: false, done: null },
    {
      line: 3,
      user: { ...USER, id: 'u2' },
      requestNumber: '',
      model: 'M',
      note: 'n',
      isSkipped: true,
      done: { serialNumber: 'GALT1', atMs: 5 },
    },
  ],
};

async function write(order = ORDER): Promise<string> {
  const path = join(folder, 'order.tsorder.json');
  expect(await writeOrderFile(path, order)).toEqual({ ok: true, value: null });
  return path;
}

async function readText(text: string | Uint8Array): Promise<unknown> {
  const path = join(folder, 'given.json');
  await writeFile(path, text);
  return readOrderFile(path, never);
}

const DAMAGED = { ok: false, problem: { code: 'order-file-damaged' } };

describe('an order in a file', () => {
  test('comes back as it was', async () => {
    expect(await readOrderFile(await write(), never)).toEqual({ ok: true, value: ORDER });
  });

  test('is the same order, however it has been laid out anew on the way', async () => {
    const content = JSON.parse(await readFile(await write(), 'utf8'));
    const turned = Object.fromEntries(Object.entries(content).toReversed());
    for (const space of [0, 4, '\t']) {
      expect(await readText(`\uFEFF${JSON.stringify(turned, null, space)}`)).toEqual({ ok: true, value: ORDER });
    }
  });

  test('is found damaged, whatever single sign of it is changed', async () => {
    const text = await readFile(await write(), 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('0', '7', 'x', '"', ' ', '}'), async (at, sign) => {
        const changed = text.slice(0, at) + sign + text.slice(at + 1);
        const isSame = (() => {
          try {
            return canonicalText(JSON.parse(changed)) === canonicalText(JSON.parse(text));
          } catch {
            return false;
          }
        })();
        expect(await readText(changed)).toMatchObject(isSame ? { ok: true } : DAMAGED);
      }),
      { numRuns: 150 },
    );
  });

  test('is found damaged, wherever it is cut off', async () => {
    const text = (await readFile(await write(), 'utf8')).trimEnd();
    for (let length = 0; length < text.length; length += 37)
      expect(await readText(text.slice(0, length))).toMatchObject(DAMAGED);
  });

  test.each([
    ['nothing', ''],
    ['no object', '[]'],
    ['null', 'null'],
    ['no checksum', JSON.stringify({ format: 'token-station-work-order' })],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
  ])('%s is none', async (_what, text) => {
    expect(await readText(text)).toMatchObject(DAMAGED);
  });

  test('what the parser says of it does not repeat it', async () => {
    expect(JSON.stringify(await readText('{"name":"Somebody’s secret" oops'))).not.toContain('secret');
  });

  test('one that is not there is told, and one that is called off', async () => {
    expect(await readOrderFile(join(folder, 'nothing.json'), never)).toMatchObject(DAMAGED);
    expect(await readOrderFile(await write(), AbortSignal.abort())).toMatchObject({ problem: { code: 'cancelled' } });
  });

  test('is written whole or not at all, and belongs to who wrote it', async () => {
    const path = await write();
    expect(await writeOrderFile(join(folder, 'no', 'order.json'), ORDER)).toMatchObject({
      problem: { code: 'file-not-written' },
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('can be taken back, also where there is none', async () => {
    const path = await write();
    await removeOrderFile(path);
    await removeOrderFile(path);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });
});

test.each([
  ['order.tsorder.json', true],
  ['order.tsorder (1).json', true],
  ['ORDER.JSON', true],
  ['list.csv', false],
  ['json.csv', false],
])('whether %s is a handed-over order: %s', (name, is) => {
  expect(isOrderFileName(name)).toBe(is);
});
