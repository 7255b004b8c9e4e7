import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from './station-test.ts';

const electronPath: unknown = createRequire(import.meta.url)('electron');

test('the page has the door to the station and nothing else of Electron or Node', async ({ station: { page } }) => {
  const seen = await page.evaluate(() => ({
    station: Object.keys(window.station).toSorted(),
    frozen: Object.isFrozen(window.station),
    leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  expect(seen).toEqual({ station: ['send', 'watch'], frozen: true, leaks: [] });
});

test('the policy of the page forbids inline scripts, eval and every connection', async ({ station: { page } }) => {
  const seen = await page.evaluate(async () => {
    const broken = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => broken.add(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    const image = document.createElement('img');
    image.src = 'https://example.com/x.png';
    document.body.append(image);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { broken: [...broken].toSorted(), reached, wasRun: 'wasRun' in window };
  });
  expect(seen.wasRun).toBe(false);
  expect(seen.reached).toBe(false);
  expect(seen.broken).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'script-src-elem']));
});

test('the page cannot leave the app', async ({ station: { page, app } }) => {
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.textContent = 'Leave';
    document.body.append(link);
    link.click();
  });
  await expect(page.getByRole('heading', { name: 'Queue' })).toBeVisible();
  const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  expect(url).toBe('app://station/index.html');
});

test('pop-ups are denied, and only listed links go out to the browser', async ({ station: { page, app } }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url: string) => void opened.push(url);
  });
  const answers = await page.evaluate(() => [
    window.open('https://example.com/'),
    window.open('file:///etc/passwd'),
    window.open('https://aka.ms/mysecurityinfo'),
  ]);
  expect(answers).toEqual([null, null, null]);
  const opened = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'opened'));
  await expect.poll(opened).toEqual(['https://aka.ms/mysecurityinfo']);
  expect(app.windows()).toHaveLength(1);
});

test('every permission is denied', async ({ station: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const;
    return Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
});

test('a second window may not speak to the station', async ({ station: { app } }) => {
  const preload = join(import.meta.dirname, '../../out/preload/index.cjs');
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ webPreferences: { preload: path, sandbox: true, contextIsolation: true } });
    void stranger.loadURL('app://station/index.html');
  }, preload);
  const page = await opened;
  await page.waitForFunction(() => 'station' in window);
  const answer = await page.evaluate(() =>
    window.station.send({ kind: 'enterSerial', serialNumber: 'GALT11420104', repeated: 'GALT11420104' }).then(
      () => 'taken',
      (error: unknown) => String(error),
    ),
  );
  expect(answer).toContain('this page may not speak to the station');
});

test('a command that is not well-formed is refused and nothing of it is answered back', async ({
  station: { page },
}) => {
  const answer = await page.evaluate(() => {
    const send = window.station.send as (command: unknown) => Promise<unknown>;
    return Promise.all([
      send({ kind: 'enterCode', itemId: 1, code: '123456', extra: 'x' }),
      send({ kind: 'openEverything' }),
      send('not even an object'),
      send({ kind: 'searchUsers', query: 'x'.repeat(5_000) }),
    ]);
  });
  for (const one of answer) expect(one).toMatchObject({ ok: false, problem: { code: 'command-malformed' } });
  expect(JSON.stringify(answer)).not.toContain('123456');
});

test('a second start on the same data gives way to the first', async ({ station, dataPath }) => {
  const project = join(import.meta.dirname, '../..');
  const second = spawn(String(electronPath), ['--no-sandbox', project, `--user-data-dir=${dataPath}`], {
    stdio: 'ignore',
  });
  const [status] = await once(second, 'exit');
  expect(status).toBe(0);
  await expect(station.page.getByRole('heading', { name: 'Queue' })).toBeVisible();
});
