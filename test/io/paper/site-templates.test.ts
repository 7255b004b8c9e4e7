import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTemplate, writeTemplates } from '../../../electron/io/paper/site-templates.ts';
import { BUILT_IN_TEMPLATES } from '../../../electron/io/paper/templates/built-in-templates.ts';

const IS_ROOT = process.getuid?.() === 0;

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function put(content: string | Uint8Array, name = 'receipt.html'): Promise<void> {
  return writeFile(join(folder, name), content);
}

describe('a template', () => {
  test('is the built-in one where the site has none', async () => {
    expect(await readTemplate(folder, 'receipt')).toEqual({ ok: true, value: BUILT_IN_TEMPLATES.receipt });
    expect(await readTemplate(join(folder, 'nowhere'), 'label')).toEqual({ ok: true, value: BUILT_IN_TEMPLATES.label });
  });

  test('of the site takes the place of its own paper alone, at once', async () => {
    await put('<p>{{personName}}</p>');
    expect(await readTemplate(folder, 'receipt')).toEqual({ ok: true, value: '<p>{{personName}}</p>' });
    expect(await readTemplate(folder, 'label')).toEqual({ ok: true, value: BUILT_IN_TEMPLATES.label });
    await rm(join(folder, 'receipt.html'));
    expect(await readTemplate(folder, 'receipt')).toEqual({ ok: true, value: BUILT_IN_TEMPLATES.receipt });
  });

  test.each([
    ['what it holds that it may not', '<script></script>', 'receipt.html: it holds a script'],
    ['a section that does not end', '{{#a}}', 'receipt.html: Unclosed section "a" at 6'],
    ['its size', `<p>${'x'.repeat(256 * 1_024)}</p>`, 'receipt.html: it is larger than 256 KB'],
    ['that it is no text', new Uint8Array([0xff, 0xfe, 0x41]), 'receipt.html: it is not UTF-8 text'],
  ])('that is broken is refused with its name and %s', async (_what, content, detail) => {
    await put(content);
    expect(await readTemplate(folder, 'receipt')).toEqual({ ok: false, problem: { code: 'template-broken', detail } });
  });

  test('that is a folder is refused', async () => {
    await mkdir(join(folder, 'receipt.html'));
    const detail = 'receipt.html: EISDIR';
    expect(await readTemplate(folder, 'receipt')).toEqual({ ok: false, problem: { code: 'template-broken', detail } });
  });
});

describe('writing the templates', () => {
  test('makes the folder and one file for each paper, of which nothing has changed', async () => {
    const path = join(folder, 'new', 'templates');
    expect(await writeTemplates(path)).toEqual({ ok: true, value: null });
    expect((await readdir(path)).toSorted()).toEqual([
      'label.html',
      'manifest.html',
      'orderSheet.html',
      'receipt.html',
      'shiftReport.html',
    ]);
    expect(await readTemplate(path, 'manifest')).toEqual({ ok: true, value: BUILT_IN_TEMPLATES.manifest });
    expect((await stat(join(path, 'label.html'))).mode & 0o777).toBe(0o600);
  });

  test('leaves what is there', async () => {
    await put('<p>ours</p>');
    await writeTemplates(folder);
    expect(await readFile(join(folder, 'receipt.html'), 'utf8')).toBe('<p>ours</p>');
    expect(await readdir(folder)).toHaveLength(5);
  });

  test.skipIf(IS_ROOT)('tells where the disk refuses', async () => {
    await chmod(folder, 0o500);
    expect(await writeTemplates(join(folder, 'a'))).toMatchObject({ problem: { code: 'file-not-written' } });
  });

  test('tells where something else is in the way', async () => {
    await put('x', 'a');
    expect(await writeTemplates(join(folder, 'a'))).toMatchObject({ problem: { code: 'file-not-written' } });
  });
});
