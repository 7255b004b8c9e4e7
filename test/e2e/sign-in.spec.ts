import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createOperator } from './operator.ts';
import { catchBrowser, openSignInDesk } from './sign-in-desk.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';

async function typeSerial(page: Page, serialNumber: string): Promise<void> {
  await page.keyboard.press('F3');
  const dialog = page.getByRole('dialog');
  for (const field of await dialog.getByRole('textbox').all()) await field.fill(serialNumber);
  await page.keyboard.press('Enter');
}

/** Every text in a folder, in whatever folder below it. */
async function readAll(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')))).join('\n');
}

test('somebody signs in with the browser, issues a token, and is forgotten at the sign-out', async ({ dataPath }) => {
  const desk = await openSignInDesk(dataPath);
  const station = await desk.launch();
  const { page } = station;
  const nextPage = await catchBrowser(station);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await desk.authority.browse(await nextPage());
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();

  const operator = createOperator(page);
  await typeSerial(page, TOKEN);
  await operator.choosePerson('bjorn.akesson@harbourlark.example');
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  expect(desk.tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('row', { name: TOKEN })).toBeVisible();
  await station.close();
  const kept = await readAll(dataPath);
  for (const secret of desk.authority.secrets()) expect(kept).not.toContain(secret);
  await desk.close();
});

test('a window that is closed in the browser does not hang the desk', async ({ dataPath }) => {
  const desk = await openSignInDesk(dataPath);
  const station = await desk.launch();
  const { page } = station;
  const nextPage = await catchBrowser(station);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await nextPage();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await station.close();
  await desk.close();
});

test('a desk without a browser shows what to type elsewhere', async ({ dataPath }) => {
  const desk = await openSignInDesk(dataPath, { signInBy: 'deviceCode' });
  desk.authority.setDeviceTerms({ intervalSeconds: 1 });
  const station = await desk.launch();
  const { page } = station;
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('CODE-1')).toBeVisible();
  desk.authority.answerDevice('CODE-1', 'approved');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('CODE-1')).toHaveCount(0);
  await station.close();
  await desk.close();
});
