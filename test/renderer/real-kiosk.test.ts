// @vitest-environment node
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SCENE_NAMES, type SceneName } from './scenes.ts';
import { useWindow } from './use-window.ts';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const NOWHERE: Box = { x: Infinity, y: Infinity, width: 0, height: 0 };

async function boxOf(locator: Locator): Promise<Box> {
  return (await locator.boundingBox()) ?? NOWHERE;
}

async function show(page: Page, scene: SceneName): Promise<void> {
  await page.evaluate(`Scenes.showScene(${JSON.stringify(scene)})`);
}

// What a document without layout cannot show: what fits, what covers what, and what stays where it is.
describe('the kiosk in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: { width: 1280, height: 800 } });

  test('the code boxes are in sight at once, also above the virtual tokens', async () => {
    const page = await open('kiosk scan');
    for (const [width, height] of [
      [1280, 800],
      [1024, 768],
      [800, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const scene of ['kiosk code', 'kiosk code rejected often', 'kiosk practice code'] as const) {
        await show(page, scene);
        const field = await boxOf(page.getByLabel('Six digits on the token'));
        const drawer = page.getByRole('region', { name: 'Virtual tokens' });
        const isBeside = (await drawer.count()) === 0 || (await boxOf(drawer)).width < width / 2;
        const floor = isBeside ? height : (await boxOf(drawer)).y;
        expect(field.y + field.height, `${scene} at ${width}`).toBeLessThan(floor);
      }
    }
    await page.context().close();
  });

  test('the steps never run into each other', async () => {
    const page = await open('kiosk scan');
    const scenes = SCENE_NAMES.filter((name) => name.startsWith('kiosk'));
    for (const width of [1280, 1024, 800, 720]) {
      await page.setViewportSize({ width, height: 800 });
      for (const scene of scenes) {
        await show(page, scene);
        const ends = await page.getByRole('list', { name: 'Steps' }).evaluate((list) =>
          [...list.children].map((step) => {
            const words = [...step.children].map((part) => part.getBoundingClientRect());
            return { start: step.getBoundingClientRect().left, end: Math.max(...words.map(({ right }) => right)) };
          }),
        );
        for (const [index, { end }] of ends.entries())
          expect(end, `${scene} at ${width}, step ${index + 1}`).toBeLessThanOrEqual(ends[index + 1]?.start ?? width);
      }
    }
    await page.context().close();
  });

  test('from the code to the end, the number and the sentence stay where they are', async () => {
    const page = await open('kiosk code');
    const number = page.getByTitle('GALT11420104');
    const before = await boxOf(number);
    for (const scene of ['kiosk working', 'kiosk trouble', 'kiosk done'] as const) {
      await show(page, scene);
      expect(await boxOf(number), scene).toEqual(before);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('a visit by keyboard alone', async () => {
    const page = await open('kiosk empty');
    await page.keyboard.press('Enter');
    await show(page, 'kiosk browser');
    await page.keyboard.press('Escape');
    await show(page, 'kiosk code');
    // As fast as fingers are: faster is a reader.
    await page.keyboard.type('588213', { delay: 100 });
    await expect.poll(() => page.evaluate('window.station.sent.length')).toBe(3);
    await show(page, 'kiosk done');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Finish now' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('window.station.sent')).toEqual([
      { kind: 'signIn' },
      { kind: 'cancelSignIn' },
      { kind: 'enterCode', itemId: 1, code: '588213' },
      { kind: 'signOut' },
    ]);
    await page.context().close();
  });
});
