// What only the stand-in has: its loud refusals, its printer, and no Chromium left behind.
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onlyOnStandin, test } from './fixture-app.ts';

/** The processes that were started with this folder on their command line. */
async function processesUsing(folder: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(join('/proc', id, 'cmdline'), 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(folder));
}

test('something that is missing fails loudly', async ({ running: { app } }) => {
  onlyOnStandin('Electron has what the stand-in lacks');
  const missing = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setVibrancy('menu'));
  await expect(missing).rejects.toThrow('electron stand-in: BrowserWindow.setVibrancy is not implemented');
  const unknownModule = app.evaluate((electron) => electron.desktopCapturer);
  await expect(unknownModule).rejects.toThrow('electron stand-in: electron.desktopCapturer is not implemented');
  const wrongWindow = app.evaluate(
    ({ BrowserWindow }) => void new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
  );
  await expect(wrongWindow).rejects.toThrow('electron stand-in: webPreferences.nodeIntegration must be false');
});

test('listening to an event that never comes is said once', async ({ running: { app } }) => {
  onlyOnStandin('Electron emits all its events');
  let said = '';
  app.process().stderr?.on('data', (text) => (said += String(text)));
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of [...BrowserWindow.getAllWindows(), ...BrowserWindow.getAllWindows()]) {
      window.webContents.on('before-input-event', () => undefined);
      window.webContents.on('will-redirect', () => undefined);
    }
  });
  const line = "electron stand-in: webContents never emits 'before-input-event'\n";
  await expect.poll(() => said).toBe(line);
});

test('printing goes to a file, and without a printer it fails in the words of Electron', async ({
  launch,
  userData,
}) => {
  onlyOnStandin('a real printer would print');
  const print = async (env: Record<string, string>): Promise<unknown> => {
    const { app } = await launch(env);
    const outcome = await app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          BrowserWindow.getAllWindows()[0]?.webContents.print({ silent: true }, (...told) => resolve(told));
        }),
    );
    await app.close();
    return outcome;
  };
  expect(await print({})).toEqual([true, '']);
  expect(await readFile(join(userData, 'standin-printed/1.pdf'), 'latin1')).toMatch(/^%PDF-/);
  expect(await print({ STANDIN_PRINTER: 'none' })).toEqual([false, 'No printers available on the network']);
});

test('a desktop without a key store can be acted', async ({ launch }) => {
  onlyOnStandin('Electron has the key store of this desktop');
  const { app } = await launch({ STANDIN_SAFE_STORAGE: 'none' });
  expect(await app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())).toBe(false);
});

test('the page learns of no folder of this machine', async ({ running: { page } }) => {
  onlyOnStandin("Electron's own ways are not ours to test");
  const told = await page.evaluate(async () => {
    const failed = await window.fixture.fail().catch((error: Error) => error.stack);
    const [error] = await window.fixture.echo(new Error('seen'));
    const names = performance.getEntriesByType('resource').map((entry) => entry.name);
    return [failed, (error as Error).stack, document.URL, document.documentElement.outerHTML, ...names].join('\n');
  });
  expect(told).toContain('bundle.app.standin.invalid');
  expect(told).not.toContain(import.meta.dirname.split('/test/')[0]);
  expect(told).not.toContain('file:');
});

test('no Chromium is left when the host is killed', async ({ running: { app }, userData }) => {
  onlyOnStandin("Electron's processes are Electron's care");
  expect(await processesUsing(userData)).not.toEqual([]);
  const host = app.process();
  const ended = once(host, 'exit');
  host.kill('SIGKILL');
  await ended;
  await expect.poll(() => processesUsing(userData)).toEqual([]);
});
