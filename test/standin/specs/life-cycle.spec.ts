// Starting, starting twice, starting again, closing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appFolder, executable, expect, test } from './fixture-app.ts';

test('a second start tells the first one and ends', async ({ running: { app }, userData }) => {
  const args = ['--no-sandbox', '.', `--user-data-dir=${userData}`, 'hello'];
  const second = spawn(executable, args, { cwd: appFolder, stdio: 'ignore' });
  const [exitCode] = await once(second, 'exit');
  expect(exitCode).toBe(0);
  await expect.poll(() => app.evaluate(() => globalThis.seen.secondStarts.flat())).toContain('hello');
});

test('what the page and main keep is there after a restart', async ({ launch }) => {
  const first = await launch();
  await first.page.evaluate(() => localStorage.setItem('key', 'value'));
  const encrypted = await first.app.evaluate(({ safeStorage }) => safeStorage.encryptString('kept').toString('hex'));
  await first.app.close();
  const { app, page } = await launch();
  expect(await page.evaluate(() => localStorage.getItem('key'))).toBe('value');
  const decrypted = await app.evaluate(
    ({ safeStorage }, hex) => safeStorage.decryptString(Buffer.from(hex, 'hex')),
    encrypted,
  );
  expect(decrypted).toBe('kept');
});

test('closing the last window ends the app, unless the close is prevented', async ({ running: { app } }) => {
  const open = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    await new Promise<void>((resolve) => {
      window?.once('close', (event) => {
        event.preventDefault();
        resolve();
      });
      window?.close();
    });
    return BrowserWindow.getAllWindows().length;
  });
  expect(open).toBe(1);
  // Asked for now: Playwright forgets the process when it ends.
  const host = app.process();
  expect(host.exitCode).toBeNull();

  const ended = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0);
  });
  await ended;
  expect(host.exitCode).toBe(0);
});

test('an app that prevents before-quit goes on', async ({ running: { app } }) => {
  const windows = await app.evaluate(({ app: main, BrowserWindow }) => {
    main.once('before-quit', (event) => event.preventDefault());
    main.quit();
    return BrowserWindow.getAllWindows().length;
  });
  expect(windows).toBe(1);
});
