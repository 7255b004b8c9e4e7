import { expect, test } from 'vitest';
import { loadHidLibrary } from '../../../electron/io/scanner/hid-library.ts';

test('the HID library loads and lists what is plugged in, or says that it is missing and why', async () => {
  const loaded = await loadHidLibrary();
  if (!loaded.ok) {
    expect(loaded.problem.code).toBe('reader-library-missing');
    expect(loaded.problem.detail).not.toBe('');
    return;
  }
  const devices = await loaded.value.listDevices();
  expect(Array.isArray(devices)).toBe(true);
  for (const { vendorId, productId } of devices)
    expect([typeof vendorId, typeof productId]).toEqual(['number', 'number']);
});

test('a path where no device is cannot be opened', async ({ skip }) => {
  const loaded = await loadHidLibrary();
  if (!loaded.ok) return skip(`the HID library cannot be loaded here: ${loaded.problem.detail}`);
  await expect(loaded.value.open('/dev/no-such-reader')).rejects.toThrow(/./);
});
