// @vitest-environment node
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SCENE_NAMES, type SceneName } from './scenes.ts';
import { useWindow } from './use-window.ts';

/** A person's pace: faster, the page takes the keys for a reader in keyboard mode. */
const PERSON_MS = 150;

// What a document without layout cannot show: widths, scrolling, the page's policy, and Tab.
describe('the window in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: { width: 1280, height: 800 } });

  test('every scene fits every width and keeps the policy of the page', async () => {
    const page = await open('empty start');
    const tooWide: string[] = [];
    for (const width of [1280, 1024, 800, 720]) {
      await page.setViewportSize({ width, height: 800 });
      for (const scene of SCENE_NAMES) {
        await show(page, scene);
        const overPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overPx > 0) tooWide.push(`${scene} at ${width}: ${overPx} px`);
      }
    }
    expect(tooWide).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('at 1024 the code boxes are on screen, whatever stands above and below them', async () => {
    const page = await open('needs user');
    await page.setViewportSize({ width: 1024, height: 768 });
    for (const scene of ['code rejected', 'code rejected often', 'storage failing'] as const) {
      await show(page, scene);
      const field = await page.getByLabel('Six digits on the token').boundingBox();
      const park = await page.getByRole('button', { name: 'Park', exact: true }).boundingBox();
      expect((field?.y ?? 0) + (field?.height ?? 0), scene).toBeLessThan(park?.y ?? 0);
    }
    await page.context().close();
  });

  test('a scan moves no row while the list is scrolled or the hand is on it', async () => {
    const page = await open('queue of forty');
    const row = page.locator('[data-queue-row="36"]');
    const list = page.getByRole('grid');
    const scan = (id: number): Promise<unknown> => page.evaluate(`Scenes.scanOne(${id})`);

    await list.evaluate((element) => element.scrollTo(0, 200));
    const scrolled = await row.boundingBox();
    await scan(100);
    await page.locator('[data-queue-row="100"]').waitFor({ state: 'attached' });
    await expect.poll(() => row.boundingBox()).toEqual(scrolled);

    await list.evaluate((element) => element.scrollTo(0, 0));
    await page.mouse.move(300, 400);
    const touched = await row.boundingBox();
    await scan(101);
    await page.locator('[data-queue-row="101"]').waitFor({ state: 'attached' });
    await expect.poll(() => row.boundingBox()).toEqual(touched);

    await page.mouse.move(1100, 400);
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(0);
    await page.context().close();
  });

  test('the serial dialog starts in its first field, Tab goes on, and the focus comes back', async () => {
    const page = await open('code half typed');
    await page.keyboard.press('F3');
    await page.keyboard.type('70029370', { delay: PERSON_MS });
    await page.keyboard.press('Tab');
    await page.keyboard.type('70029370', { delay: PERSON_MS });
    expect(await page.getByLabel('Serial number', { exact: true }).inputValue()).toBe('70029370');
    expect(await page.getByLabel('Serial number again').inputValue()).toBe('70029370');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('Six digits on the token');
    await page.context().close();
  });

  test('the question about a row is answered by keyboard', async () => {
    const page = await open('queue of forty');
    await page.locator('[data-queue-row="42"]').focus();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Keep it', exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('window.station.sent.at(-1)')).toEqual({ kind: 'removeItem', itemId: 42 });
    await page.context().close();
  });

  test('across the bench everything is half as large again, and both places stay', async () => {
    const page = await open('code half typed');
    const before = await page.getByLabel('Six digits on the token').boundingBox();
    await page.keyboard.press('Control+b');
    const after = await page.getByLabel('Six digits on the token').boundingBox();
    expect((after?.height ?? 0) / (before?.height ?? 1)).toBeCloseTo(1.5, 1);
    expect(await page.getByRole('grid').isVisible()).toBe(true);
    await page.context().close();
  });
});

function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

async function show(page: Page, scene: SceneName): Promise<void> {
  await page.evaluate(`Scenes.showScene(${JSON.stringify(scene)})`);
}
