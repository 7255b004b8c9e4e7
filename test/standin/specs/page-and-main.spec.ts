// What crosses between page, preload and main.
import { expect, test } from './fixture-app.ts';

test('a click goes through preload and main and back', async ({ running: { page } }) => {
  await page.getByRole('button', { name: 'Ask main' }).click();
  await expect(page.getByTestId('url')).toHaveText('app://bundle/index.html');
  await expect(page.getByTestId('origin')).toHaveText('app://bundle');
  await expect(page.getByTestId('version')).toHaveText('1.2.3');
  await expect(page.getByTestId('secret')).toHaveText('kept');
});

test('events pushed from main arrive in order, with dates and bytes', async ({ running: { page } }) => {
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(page.getByTestId('counted')).toHaveText('1@1 2@2 3@3');
});

test('the page has the exposed api and nothing else of Electron', async ({ running: { page } }) => {
  const seen = await page.evaluate(() => {
    const { writable, configurable } = Object.getOwnPropertyDescriptor(window, 'fixture') ?? {};
    return {
      electrons: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window),
      extra: Object.getOwnPropertyNames(window).filter((name) => /standin|ipc|electron/i.test(name)),
      names: Object.keys(window.fixture).toSorted(),
      isFrozen: Object.isFrozen(window.fixture),
      isPlain: Object.getPrototypeOf(window.fixture) === Object.prototype,
      hasPlainFunctions: Object.values(window.fixture).some(
        (value) => Object.getPrototypeOf(value) === Function.prototype,
      ),
      writable,
      configurable,
      sum: window.fixture.sum(2, 3),
    };
  });
  expect(seen).toEqual({
    electrons: [],
    extra: [],
    names: ['about', 'count', 'echo', 'fail', 'onCounted', 'onDone', 'platform', 'sum'],
    isFrozen: true,
    isPlain: true,
    hasPlainFunctions: true,
    writable: false,
    configurable: false,
    sum: 5,
  });
});

test('values are cloned in both directions', async ({ running: { page } }) => {
  const seen = await page.evaluate(async () => {
    const circle: Record<string, unknown> = { a: 1 };
    circle['self'] = circle;
    const sent = {
      date: new Date(5),
      map: new Map([['k', { v: 1 }]]),
      set: new Set([1, 'x']),
      bytes: new Uint8Array([1, 2, 255]),
      buffer: new Uint16Array([7, 8]).buffer,
      big: 12345678901234567890n,
      nothing: undefined,
      pattern: /a+/gi,
      error: new RangeError('bad'),
      numbers: [-0, Number.NaN, Number.POSITIVE_INFINITY],
      circle,
    };
    const [back] = (await window.fixture.echo(sent)) as [typeof sent];
    return {
      date: back.date instanceof Date && back.date.getTime(),
      map: back.map instanceof Map && back.map.get('k')?.v,
      set: back.set instanceof Set && back.set.has('x'),
      bytes: back.bytes instanceof Uint8Array && [...back.bytes],
      buffer: back.buffer instanceof ArrayBuffer && back.buffer.byteLength,
      big: String(back.big),
      hasNothing: 'nothing' in back && back.nothing === undefined,
      pattern: String(back.pattern),
      error: back.error instanceof RangeError && back.error.message,
      negativeZero: Object.is(back.numbers[0], -0),
      numbers: back.numbers.slice(1).map(String),
      isCircle: back.circle['self'] === back.circle,
    };
  });
  expect(seen).toEqual({
    date: 5,
    map: 1,
    set: true,
    bytes: [1, 2, 255],
    buffer: 4,
    big: '12345678901234567890',
    hasNothing: true,
    pattern: '/a+/gi',
    error: 'bad',
    negativeZero: true,
    numbers: ['NaN', 'Infinity'],
    isCircle: true,
  });
});

test('what cannot be cloned is refused', async ({ running: { page } }) => {
  const refusal = await page.evaluate(() => window.fixture.echo(() => 1).then(() => 'accepted', String));
  expect(refusal).toContain('An object could not be cloned.');
});

test('a failing handler is reported in the words of Electron', async ({ running: { page } }) => {
  const report = await page.evaluate(() => window.fixture.fail().catch(String));
  expect(report).toBe("Error: Error invoking remote method 'fail': TypeError: nope");
});

test('unsubscribing stops the events', async ({ running: { page } }) => {
  const heard = await page.evaluate(async () => {
    let count = 0;
    const unsubscribe = window.fixture.onCounted(() => {
      count++;
      unsubscribe();
    });
    await new Promise<void>((resolve) => {
      window.fixture.onDone(() => resolve());
      window.fixture.count(3);
    });
    return count;
  });
  expect(heard).toBe(1);
});

test('a reload runs the preload again', async ({ running: { page } }) => {
  await page.reload();
  await page.getByRole('button', { name: 'Ask main' }).click();
  await expect(page.getByTestId('url')).toHaveText('app://bundle/index.html');
});
