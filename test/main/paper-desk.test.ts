import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StationSettings } from '../../electron/contract/settings.ts';
import { SILENT_EDGES } from '../fakes/silent-edges.ts';
import { createFakePrinter, type FakePrinter } from '../fakes/fake-printer.ts';
import { buildBench, nextTurn, TOKEN, type Bench } from './build-bench.ts';

let dataPath = '';

beforeEach(async () => {
  dataPath = await mkdtemp(join(tmpdir(), 'paper-desk-'));
});

afterEach(() => rm(dataPath, { recursive: true, force: true }));

type Built = { readonly bench: Bench; readonly printer: FakePrinter };

async function build(
  change: Partial<StationSettings> = {},
  printer = createFakePrinter('Star', 'Zebra'),
): Promise<Built> {
  const settings = (): StationSettings => ({ ...SILENT_EDGES.settings(), ...change });
  return { printer, bench: await buildBench({ edges: { printer: printer.port, dataPath, settings } }) };
}

/** Issues one token. Pages on their way to paper have come out. */
async function issue(bench: Bench, serialNumber = TOKEN): Promise<string> {
  const { id: itemId } = await bench.prepare(serialNumber);
  const code = bench.code(serialNumber);
  await bench.send({ kind: 'enterCode', itemId, code });
  await bench.station.idle();
  await settled(bench);
  return code;
}

/** Templates are read from the disk, which takes its time. */
async function settled(bench: Bench): Promise<void> {
  while (bench.station.snapshot().paper.printingCount > 0) await nextTurn();
  await bench.station.idle();
}

describe('by itself, the station', () => {
  test('prints a receipt once a token is issued, and remembers it with the token', async () => {
    const { bench, printer } = await build({ printsReceipts: true, receiptPrinter: 'Star' });
    const code = await issue(bench);
    expect(printer.pages).toMatchObject([{ printerName: 'Star', widthMm: 80, fileName: 'Receipt 0104 Anna Schmidt' }]);
    expect(printer.pages[0]?.html).toContain('PRACTICE');
    expect(printer.pages[0]?.html).not.toMatch(new RegExp(`\\b${code}\\b`));
    expect(bench.row().receiptAtMs).toBe(bench.hand.clock.nowMs());
    expect(bench.journal.kinds()).toContain('paperPrinted');
    expect(bench.station.snapshot().notices.map(({ kind }) => kind)).not.toContain('paperPrinted');
  });

  test('prints nothing where it is not to', async () => {
    const { bench, printer } = await build();
    await issue(bench);
    expect(printer.pages).toEqual([]);
  });

  test('prints nothing again after a restart', async () => {
    const { bench, printer } = await build({ printsReceipts: true });
    await issue(bench);
    const again = await bench.restart();
    await settled(again);
    expect(printer.pages).toHaveLength(1);
    expect(again.row().receiptAtMs).not.toBeNull();
  });

  test('prints what was confirmed only after a restart', async () => {
    const { bench, printer } = await build({ printsReceipts: true });
    const { id: itemId } = await bench.prepare();
    // The station is killed while the answer is on its way: the answer never arrives.
    bench.holdAnswers();
    void bench.send({ kind: 'enterCode', itemId, code: bench.code() });
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    const again = await bench.restart();
    await again.station.idle();
    await settled(again);
    expect(again.row().state.kind).toBe('activated');
    expect(printer.pages).toHaveLength(1);
  });

  test('goes on issuing while a printer is slow, and shows how many pages wait', async () => {
    const { bench, printer } = await build({ printsReceipts: true });
    const { id: itemId } = await bench.prepare();
    const slow = printer.hold();
    await bench.send({ kind: 'enterCode', itemId, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.station.snapshot().paper.printingCount).toBe(1);
    slow.release();
    await settled(bench);
    expect(printer.pages).toHaveLength(1);
  });

  test('tells of a printer that is gone; the token is issued, and the receipt is printed from its row later', async () => {
    const { bench, printer } = await build({ printsReceipts: true, receiptPrinter: 'Away' });
    await issue(bench);
    expect(bench.row()).toMatchObject({ state: { kind: 'activated' }, receiptAtMs: null });
    const failed = { kind: 'paperFailed', itemId: 1, problem: { code: 'printer-gone', detail: 'Away' } };
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject(failed);
    expect(bench.journal.kinds()).toContain('paperNotPrinted');
    printer.setPrinters(['Away']);
    expect(await bench.send({ kind: 'printReceipt', itemId: 1 })).toEqual({ ok: true, value: null });
    await settled(bench);
    expect(printer.pages).toHaveLength(1);
    expect(bench.row().receiptAtMs).not.toBeNull();
  });
});

describe('asked to', () => {
  test('print, it prints in order to the printer of each kind, and says so', async () => {
    const { bench, printer } = await build({ labelPrinter: 'Zebra' });
    await issue(bench);
    for (let turn = 0; turn < 100; turn++) {
      void bench.send({ kind: 'printLabel', itemId: 1 });
      void bench.send({ kind: 'printReceipt', itemId: 1 });
    }
    await nextTurn();
    expect(bench.station.snapshot().paper.printingCount).toBeGreaterThan(190);
    await settled(bench);
    expect(printer.pages.map(({ printerName }) => printerName)).toEqual(
      Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'Zebra' : '')),
    );
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({ kind: 'paperPrinted', text: TOKEN });
  });

  test.each([
    ['a token that is not there', { kind: 'printReceipt', itemId: 99 }, 'item-gone'],
    ['a token that is not issued', { kind: 'printLabel', itemId: 1 }, 'command-not-allowed'],
    ['an order that is not there', { kind: 'printOrder', paper: 'manifest', orderId: 1 }, 'order-gone'],
  ] as const)('print %s, it refuses', async (_what, command, code) => {
    const { bench, printer } = await build();
    await bench.scan(TOKEN);
    expect(await bench.send(command)).toMatchObject({ ok: false, problem: { code } });
    expect(printer.pages).toEqual([]);
  });

  test('print the shift, it counts what the journal holds by who did it', async () => {
    const { bench, printer } = await build();
    await issue(bench);
    expect(await bench.send({ kind: 'printShiftReport' })).toEqual({ ok: true, value: null });
    await settled(bench);
    const html = printer.pages[0]?.html ?? '';
    expect(html).toContain('Shift report');
    expect(html).toMatch(/<bdi>Operator<\/bdi><\/td><td class="number count">1</);
    expect(bench.row().receiptAtMs).toBeNull();
  });

  test('find printers, it shows those of the system', async () => {
    const { bench } = await build();
    expect(bench.station.snapshot().paper).toEqual({
      printers: [],
      printingCount: 0,
      templatesPath: join(dataPath, 'templates'),
    });
    await bench.send({ kind: 'findPrinters' });
    expect(bench.station.snapshot().paper.printers).toEqual(['Star', 'Zebra']);
  });
});

describe('a site’s template', () => {
  test('is written to be changed, and is what the next page looks like', async () => {
    const { bench, printer } = await build();
    await issue(bench);
    await bench.send({ kind: 'writeTemplates' });
    const folder = join(dataPath, 'templates');
    expect(await readdir(folder)).toHaveLength(5);
    await writeFile(join(folder, 'label.html'), '<style>@page { size: 100mm 50mm }</style>Bag of {{personName}}');
    await bench.send({ kind: 'printLabel', itemId: 1 });
    await settled(bench);
    expect(printer.pages).toMatchObject([{ widthMm: 100, heightMm: 50 }]);
    expect(printer.pages[0]?.html).toContain('Bag of Anna Schmidt');
  });

  test('that is broken prints nothing and says what is wrong with which file', async () => {
    const { bench, printer } = await build({ printsReceipts: true });
    await mkdir(join(dataPath, 'templates'));
    await writeFile(join(dataPath, 'templates', 'receipt.html'), '<script>steal()</script>');
    await issue(bench);
    expect(printer.pages).toEqual([]);
    const problem = { code: 'template-broken', detail: 'receipt.html: it holds a script' };
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({ kind: 'paperFailed', problem });
  });
});
