import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { savePdf } from '../../../electron/io/paper/save-pdf.ts';

const BYTES = new TextEncoder().encode('%PDF-1.7');

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'save-pdf-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('the folder is made, and the file is its owner’s alone', async () => {
  const path = join(folder, 'Token Station');
  const saved = await savePdf(path, 'Receipt 0104', BYTES);
  expect(saved).toEqual({ ok: true, value: join(path, 'Receipt 0104.pdf') });
  expect(await readFile(join(path, 'Receipt 0104.pdf'), 'utf8')).toBe('%PDF-1.7');
  expect((await stat(join(path, 'Receipt 0104.pdf'))).mode & 0o777).toBe(0o600);
});

test('what is there stays, and the next one gets a number', async () => {
  await writeFile(join(folder, 'Receipt.pdf'), 'theirs');
  await savePdf(folder, 'Receipt', BYTES);
  await savePdf(folder, 'Receipt', BYTES);
  expect((await readdir(folder)).toSorted()).toEqual(['Receipt-2.pdf', 'Receipt-3.pdf', 'Receipt.pdf']);
  expect(await readFile(join(folder, 'Receipt.pdf'), 'utf8')).toBe('theirs');
});

test('two at once are two files', async () => {
  await Promise.all(Array.from({ length: 8 }, () => savePdf(folder, 'Label', BYTES)));
  expect(await readdir(folder)).toHaveLength(8);
});

test('where the disk refuses, it is told', async () => {
  await writeFile(join(folder, 'file'), '');
  expect(await savePdf(join(folder, 'file'), 'Receipt', BYTES)).toMatchObject({
    problem: { code: 'file-not-written' },
  });
});
