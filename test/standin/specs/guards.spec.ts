// What keeps the page inside: pop-ups, navigation, content security policy, permissions.
import { expect, test } from './fixture-app.ts';

test('pop-ups are refused and put to the handler', async ({ running: { app, page } }) => {
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.resolve();
  });
  await page.getByRole('link', { name: 'Document' }).click();
  expect(await page.evaluate(() => window.open('https://example.com/two'))).toBeNull();
  await page.getByRole('link', { name: 'Leave' }).click({ modifiers: ['ControlOrMeta'] });
  await expect
    .poll(() => app.evaluate(() => globalThis.seen.windows))
    .toEqual(['https://example.com/doc', 'https://example.com/two', 'https://elsewhere.example/']);
  await expect.poll(() => app.windows().length).toBe(1);
});

test('leaving the app is prevented', async ({ running: { app, page } }) => {
  await page.getByRole('link', { name: 'Leave' }).click();
  await expect.poll(() => app.evaluate(() => globalThis.seen.navigations)).toEqual(['https://elsewhere.example/']);
  await page.getByRole('button', { name: 'Ask main' }).click();
  await expect(page.getByTestId('url')).toHaveText('app://bundle/index.html');
});

test('a link to another page of the app is followed', async ({ running: { app, page } }) => {
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.getByRole('heading', { name: 'Other' }).waitFor();
  expect(await app.evaluate(() => globalThis.seen.navigations)).toEqual(['app://bundle/other.html']);
  const window = await app.browserWindow(page);
  expect(await window.evaluate((each) => each.webContents.getURL())).toBe('app://bundle/other.html');
  await expect.poll(() => window.evaluate((each) => each.getTitle())).toBe('Other page');
});

test('the content security policy holds', async ({ running: { page } }) => {
  await page.evaluate(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    // oxlint-disable-next-line no-implied-eval -- the policy must refuse just this
    setTimeout('window.ranLate = true', 0);
  });
  const reached = page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'blocked',
    ),
  );
  expect(await reached).toBe('blocked');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { violations: string[] }).violations.toSorted()))
    .toEqual(['connect-src', 'script-src', 'script-src-elem']);
  expect(await page.evaluate(() => 'ranInline' in window || 'ranLate' in window)).toBe(false);
});

test('permissions are refused', async ({ running: { page } }) => {
  const stateOf = (name: string): Promise<string> =>
    page.evaluate(
      async (permission) => (await navigator.permissions.query({ name: permission as PermissionName })).state,
      name,
    );
  expect(await stateOf('geolocation')).toBe('denied');
  expect(await stateOf('microphone')).toBe('denied');
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
});

test('webRequest can block a request', async ({ running: { app, page } }) => {
  const reach = (): Promise<string> =>
    page.evaluate(() =>
      fetch('other.html').then(
        (response) => String(response.status),
        () => 'blocked',
      ),
    );
  expect(await reach()).toBe('200');
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      answer({ cancel: details.url === 'app://bundle/other.html' });
    });
  });
  await expect.poll(reach).toBe('blocked');
});
