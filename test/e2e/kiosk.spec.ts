import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createOperator } from './operator.ts';
import { catchBrowser, openSignInDesk } from './sign-in-desk.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const HARUKA = 'Haruka Tanaka';

/** Every text in a folder, in whatever folder below it, without the journal: it keeps who was issued what. */
async function readAllButJournal(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const others = files.filter((file) => !file.includes('journal'));
  return (await Promise.all(others.map((file) => readFile(file, 'latin1').catch(() => '')))).join('\n');
}

test('somebody signs in at a kiosk, activates their own token, and leaves nothing behind', async ({ dataPath }) => {
  const desk = await openSignInDesk(dataPath, { selfService: true });
  const station = await desk.launch();
  const { page } = station;
  const operator = createOperator(page);
  const nextPage = await catchBrowser(station);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await desk.authority.browse(await nextPage());
  await expect(page.getByText(`Hello ${HARUKA}`, { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Type the serial number' }).click();
  for (const field of await page.getByRole('dialog').getByRole('textbox').all()) await field.fill(TOKEN);
  await page.keyboard.press('Enter');
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('heading', { name: 'It is yours' })).toBeVisible({ timeout: 15_000 });
  const writes = desk.tenant.requests().filter(({ method, path }) => method !== 'GET' && !path.includes('$batch'));
  expect(writes.map(({ path }) => path)).toEqual([expect.stringContaining('/me/authentication/')]);

  await page.getByRole('button', { name: 'Finish now' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(HARUKA);
  await expect(page.locator('body')).not.toContainText(TOKEN);
  await station.close();
  const kept = await readAllButJournal(dataPath);
  for (const secret of [...desk.authority.secrets(), HARUKA]) expect(kept).not.toContain(secret);
  expect(desk.tenant.tenant.violations()).toEqual([]);
  await desk.close();
});
