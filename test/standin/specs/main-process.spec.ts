// What a test sees and replaces in the main process, as Playwright offers it.
import { expect, test } from './fixture-app.ts';

test('main can be looked into', async ({ running: { app, page } }) => {
  const about = await app.evaluate(({ app: main, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return [main.getName(), main.isReady(), main.isPackaged, window?.webContents.getURL(), window?.getContentSize()];
  });
  expect(about).toEqual(['Fixture', true, false, 'app://bundle/index.html', [900, 600]]);
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 600]);
});

test('the data folder is the one of the command line', async ({ running: { app }, userData }) => {
  expect(await app.evaluate(({ app: main }) => main.getPath('userData'))).toBe(userData);
});

test('a window made with show:false appears when it is ready', async ({ running: { app, page } }) => {
  const window = await app.browserWindow(page);
  await expect.poll(() => window.evaluate((each) => each.isVisible())).toBe(true);
  expect(await app.evaluate(() => globalThis.seen.shownAtLoad)).toBe(false);
});

test('modules of main can be replaced', async ({ running: { app } }) => {
  const answer = await app.evaluate(async ({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 7, checkboxChecked: true });
    return (await dialog.showMessageBox({ message: '?' })).response;
  });
  expect(answer).toBe(7);
});

test('the page follows nativeTheme', async ({ running: { app, page } }) => {
  const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const theme of ['dark', 'light'] as const) {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await expect.poll(isDark).toBe(theme === 'dark');
  }
});

test('the window can be captured and printed to PDF', async ({ running: { app, page } }) => {
  const window = await app.browserWindow(page);
  const size = await window.evaluate(async (each) => (await each.capturePage()).getSize());
  expect(size.width / size.height).toBeCloseTo(900 / 600, 1);
  const pdf = await window.evaluate(async (each) => {
    const bytes = await each.webContents.printToPDF({ pageSize: 'A4', landscape: true });
    return bytes.toString('latin1');
  });
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).toMatch(/MediaBox \[0 0 84\d(\.\d+)? 59\d/);
});

test('a page that crashes is told to the app and can be reloaded', async ({ running: { app } }) => {
  const told = await app.evaluate(async ({ app: main, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return undefined;
    const gone = new Promise<string>((resolve) => {
      main.once('render-process-gone', (_event, which, details) => resolve(`${which.id} ${details.reason}`));
    });
    contents.forcefullyCrashRenderer();
    const isSame = (await gone).startsWith(`${contents.id} `);
    const loaded = new Promise<void>((resolve) => {
      contents.once('did-finish-load', () => resolve());
    });
    contents.reload();
    await loaded;
    return [isSame, contents.isCrashed(), contents.getURL()];
  });
  expect(told).toEqual([true, false, 'app://bundle/index.html']);
});
