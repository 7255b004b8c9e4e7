// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { useWindow } from './use-window.ts';

// What a document without layout cannot show: scrolling, Tab, and what stands beside what.
describe('the settings in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: { width: 1280, height: 800 } });

  test('a change is made and saved by keyboard, at its end, with Save in sight', async () => {
    const page = await open('settings in practice');
    await page.keyboard.press('Control+,');
    await page.getByRole('switch', { name: 'Self-service' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'In this computer’s browser' }).focus();
    await page.keyboard.press('ArrowDown');
    for (const [width, height] of [
      [1280, 800],
      [720, 700],
    ] as const) {
      await page.setViewportSize({ width, height });
      const save = await page.getByRole('button', { name: 'Save', exact: true }).boundingBox();
      expect((save?.x ?? width) + (save?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(save?.y).toBeLessThan(height / 4);
      expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(
        0,
      );
    }
    await page.keyboard.press('Control+s');
    const sent = await page.evaluate<readonly { readonly kind: string }[]>('window.station.sent');
    expect(sent.filter(({ kind }) => kind !== 'findPrinters')).toEqual([
      { kind: 'changeSettings', change: { signInBy: 'deviceCode' }, replacesBroken: false },
    ]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the code for another device covers nothing, at any width', async () => {
    const page = await open('sign-in by code');
    for (const width of [1280, 1024, 720]) {
      await page.setViewportSize({ width, height: 800 });
      const panel = await page.getByRole('region', { name: 'Sign-in' }).boundingBox();
      const main = await page.getByRole('main').boundingBox();
      const foot = await page.getByRole('contentinfo').boundingBox();
      expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual((panel?.y ?? 0) + 1);
      expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
    }
    await page.context().close();
  });
});
