import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PrintedPage } from '../../electron/core/ports.ts';
import { createPagePrinter, type PaperWindow } from '../../electron/main/print-pages.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { nextTurn } from './build-bench.ts';

const PAGE: PrintedPage = { html: '<p>1</p>', widthMm: 80, heightMm: 160, printerName: 'Star', fileName: 'Receipt' };
const TO_FILE: PrintedPage = { ...PAGE, printerName: '' };

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-pages-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** `said`: what was done with windows, in order. */
function build(parts: Partial<PaperWindow> = {}, place = folder) {
  const said: string[] = [];
  const hand = createHandClock();
  let opened = 0;
  const printer = createPagePrinter({
    folder: place,
    clock: hand.clock,
    openWindow: () => {
      const number = ++opened;
      said.push(`open ${number}`);
      return {
        load: (html) => Promise.resolve(void said.push(`load ${html}`)),
        printerNames: () => Promise.resolve(['Star', 'Zebra']),
        print: ({ printerName }) => Promise.resolve(said.push(`print ${printerName}`)).then(() => null),
        toPdf: () => Promise.resolve(new TextEncoder().encode('%PDF')),
        close: () => said.push(`close ${number}`),
        ...parts,
      };
    },
  });
  return { printer, said, hand };
}

describe('a page for a printer', () => {
  test('is loaded, printed and gone', async () => {
    const { printer, said } = build();
    expect(await printer.print(PAGE)).toEqual({ ok: true, value: { to: 'Star' } });
    expect(said).toEqual(['open 1', 'load <p>1</p>', 'print Star', 'close 1']);
  });

  test('goes nowhere where the printer is gone, and not to another one', async () => {
    const { printer, said } = build({ printerNames: () => Promise.resolve(['Zebra']) });
    expect(await printer.print(PAGE)).toEqual({ ok: false, problem: { code: 'printer-gone', detail: 'Star' } });
    expect(said).toEqual(['open 1', 'close 1']);
  });

  test('that the system refuses is told with the system’s reason', async () => {
    const { printer } = build({ print: () => Promise.resolve('Print job canceled') });
    const problem = { code: 'not-printed', detail: 'Star: Print job canceled' };
    expect(await printer.print(PAGE)).toEqual({ ok: false, problem });
  });

  test('that cannot be loaded is told, and its window is gone all the same', async () => {
    const { printer, said } = build({ load: () => Promise.reject(new Error('ERR_FAILED')) });
    expect(await printer.print(PAGE)).toEqual({ ok: false, problem: { code: 'not-printed', detail: 'ERR_FAILED' } });
    expect(said.at(-1)).toBe('close 1');
  });

  test('that gets no answer within a minute holds up nobody behind it', async () => {
    const { printer, said, hand } = build({
      print: ({ html }) => (html === 'stuck' ? new Promise<null>(() => undefined) : Promise.resolve(null)),
    });
    const [stuck, next] = [printer.print({ ...PAGE, html: 'stuck' }), printer.print(PAGE)];
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    expect(said).toEqual(['open 1', 'load stuck']);
    hand.moveBy(60_000);
    const problem = { code: 'not-printed', detail: 'no answer within 60 s' };
    expect(await stuck).toEqual({ ok: false, problem });
    expect(await next).toEqual({ ok: true, value: { to: 'Star' } });
    expect(said).toEqual(['open 1', 'load stuck', 'close 1', 'open 2', 'load <p>1</p>', 'close 2']);
    expect(hand.timerCount()).toBe(0);
  });
});

test('two hundred pages come out one after the other, in order', async () => {
  const { printer, said } = build();
  const pages = Array.from({ length: 200 }, (_, index) => printer.print({ ...PAGE, html: `${index}` }));
  await Promise.all(pages);
  const loads = said.filter((line) => line.startsWith('load'));
  expect(loads).toEqual(Array.from({ length: 200 }, (_, index) => `load ${index}`));
  const open = said.reduce((most, line) => (line.startsWith('open') ? most + 1 : most), 0);
  expect(open).toBe(200);
  // None is opened before the one before it is closed.
  said.forEach((line, at) => at > 0 && line.startsWith('open') && expect(said[at - 1]).toMatch(/^close/));
});

describe('a page without a printer', () => {
  test('becomes a file, and the same once more another one', async () => {
    const { printer } = build();
    expect(await printer.print(TO_FILE)).toEqual({ ok: true, value: { to: join(folder, 'Receipt.pdf') } });
    await printer.print(TO_FILE);
    expect((await readdir(folder)).toSorted()).toEqual(['Receipt-2.pdf', 'Receipt.pdf']);
  });

  test('is told where the file cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const { printer } = build({}, join(folder, 'file'));
    expect(await printer.print(TO_FILE)).toMatchObject({ ok: false, problem: { code: 'file-not-written' } });
  });
});

test('the printers are those of the system; where it does not tell, there are none', async () => {
  expect(await build().printer.printers()).toEqual(['Star', 'Zebra']);
  const { printer, said } = build({ printerNames: () => Promise.reject(new Error('no spooler')) });
  expect(await printer.printers()).toEqual([]);
  expect(said).toEqual(['open 1', 'close 1']);
});
