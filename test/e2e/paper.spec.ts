import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchStation, type LaunchedStation } from './launch-station.ts';
import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const ANNA = 'anna.schmidt@harbourlark.example';

/** The printer of the stand-in writes to files; a machine with Electron has its own, or none. */
const PRINTER = 'stand-in';

type Settings = Readonly<Record<string, unknown>>;

async function launch(dataPath: string, settings: Settings): Promise<LaunchedStation> {
  await writeFile(join(dataPath, 'settings.json'), JSON.stringify(settings));
  return launchStation(dataPath, null);
}

async function issue(page: Page): Promise<void> {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
}

function listFiles(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

test('where no printer is chosen, the receipt of an issued token becomes a PDF file of 80 mm', async ({ dataPath }) => {
  const { page, close } = await launch(dataPath, { printsReceipts: true });
  await issue(page);
  const folder = join(dataPath, 'Documents', 'Token Station');
  await expect.poll(() => listFiles(folder)).toEqual(['Receipt 0104 Anna Schmidt.pdf']);
  const path = join(folder, 'Receipt 0104 Anna Schmidt.pdf');
  await expect.poll(async () => (await stat(path)).size).toBeGreaterThan(1_000);
  const pdf = await readFile(path, 'latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).toMatch(/MediaBox \[0 0 22[67](\.\d+)? 45[34]/);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await close();
});

test('a printer that was chosen prints without a question, and prints again where it is asked to', async ({
  dataPath,
}) => {
  test.skip(!process.env['ELECTRON_OVERRIDE_DIST_PATH'], 'the printer is the stand-in’s');
  const { page, close } = await launch(dataPath, {
    printsReceipts: true,
    receiptPrinter: PRINTER,
    labelPrinter: PRINTER,
  });
  await issue(page);
  const folder = join(dataPath, 'standin-printed');
  await expect.poll(() => listFiles(folder)).toEqual(['1.pdf']);
  await page.evaluate(() => window.station.send({ kind: 'printLabel', itemId: 1 }));
  await expect.poll(() => listFiles(folder)).toEqual(['1.pdf', '2.pdf']);
  const label = await readFile(join(folder, '2.pdf'), 'latin1');
  expect(label).toMatch(/MediaBox \[0 0 17[56](\.\d+)? 82/);
  await close();
});

test('a printer that is gone is told, and the token is issued all the same', async ({ dataPath }) => {
  const { page, close } = await launch(dataPath, { printsReceipts: true, receiptPrinter: 'Desk 4 (gone)' });
  await issue(page);
  await expect(page.getByText('This printer is not there').first()).toBeAttached();
  await close();
});

test('a page that is printed runs no script, reaches nothing and is not the window', async ({ dataPath }) => {
  await mkdir(join(dataPath, 'templates'));
  // Passes every look at the text of it: what holds it back is the window that it is printed in.
  const template = '<html><style>@page { size: 80mm 40mm }</style><body>{{personName}}</body></html>';
  await writeFile(join(dataPath, 'templates', 'receipt.html'), template);
  const { app, page, close } = await launch(dataPath, {});
  const seen = app.evaluate(
    ({ app: main }) =>
      new Promise<Record<string, unknown>>((resolve) => {
        main.once('web-contents-created', (_event, contents) => {
          contents.once('did-finish-load', () => {
            const isDefault = contents.session.isPersistent();
            resolve({ url: contents.getURL(), isDefault });
          });
        });
      }),
  );
  await issue(page);
  await page.evaluate(() => window.station.send({ kind: 'printReceipt', itemId: 1 }));
  const told = await seen;
  expect(told['url']).toMatch(/^app:\/\/paper\/[0-9a-f-]{36}$/);
  expect(told['isDefault']).toBe(false);
  const folder = join(dataPath, 'Documents', 'Token Station');
  await expect.poll(() => listFiles(folder)).toHaveLength(1);
  await expect.poll(() => app.windows().length).toBe(1);
  await close();
});
