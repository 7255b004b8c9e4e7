// @vitest-environment node
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SCENE_NAMES, type SceneName } from './scenes.ts';
import { useWindow } from './use-window.ts';

/** A person's pace: faster, the page takes the keys for a reader in keyboard mode. */
const PERSON_MS = 150;

// What a document without layout cannot show: widths, scrolling, the page's policy, and Tab.
describe('the window in Chromium', { timeout: 60_000 }, () => {
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

describe('the reader doctor in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });

  test('twenty devices scroll in themselves, at every width, and the way out stays on screen', async () => {
    const page = await open('doctor at work');
    for (const [width, height] of [
      [1280, 800],
      [800, 900],
      [720, 700],
    ] as const) {
      await page.setViewportSize({ width, height });
      const last = page.getByRole('region', { name: 'Keyboards and other devices' }).getByRole('listitem').last();
      await last.scrollIntoViewIfNeeded();
      expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(
        0,
      );
      await expectOnScreen(page.getByRole('button', { name: 'Close', exact: true }), width, height);
      await expectOnScreen(page.getByText('Serial number', { exact: true }).first(), width, height);
    }
    await page.context().close();
  });

  test('a list that scrolls is reached and scrolled by keyboard', async () => {
    const page = await open('doctor with trouble');
    const list = page.getByRole('group', { name: 'Tested scans and reports' });
    await page.keyboard.press('F6');
    await expect.poll(() => list.evaluate((element) => element.contains(document.activeElement))).toBe(false);
    await page.keyboard.press('Tab');
    await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await page.context().close();
  });

  test('a mark is black on white and in whole pixels, in the dark, in forced colours and in a narrow window', async () => {
    const page = await open('doctor with trouble');
    await page.getByRole('button', { name: 'Show the mark for Symbol Bar Code Scanner' }).click();
    const mark = page.getByRole('img', { name: /^Mark for/ });
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      for (const width of [1280, 720]) {
        await page.setViewportSize({ width, height: 800 });
        const widths = await mark
          .locator('rect')
          .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
        expect(new Set(widths.map((barPx) => barPx % 3))).toEqual(new Set([0]));
        const colors = await mark.evaluate((svg) => [
          getComputedStyle(svg).fill,
          getComputedStyle(svg.parentElement ?? svg).backgroundColor,
        ]);
        expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      }
    }
    await page.context().close();
  });

  test('on paper there are the command marks and nothing else', async () => {
    const page = await open('doctor at work');
    await page.getByRole('tab', { name: 'Command marks' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('img').count()).toBe(3);
    for (const gone of [
      page.getByRole('banner'),
      page.getByRole('contentinfo'),
      page.getByRole('tablist'),
      page.getByText('Scans are tested here.', { exact: false }),
      page.getByRole('region', { name: 'Test scan' }),
      page.getByText('Nothing here reaches a tenant', { exact: false }),
    ])
      expect(await gone.isVisible()).toBe(false);
    await expect.poll(() => page.getByRole('img').last().isVisible()).toBe(true);
    await page.context().close();
  });

  test('a name is given by keyboard, and Esc twice leaves', async () => {
    const page = await open('doctor at work');
    await page.getByRole('button', { name: 'Name and colour of Bench left' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name on this bench').press('Control+a');
    await page.keyboard.type('Ramp', { delay: PERSON_MS });
    await page.keyboard.press('Enter');
    expect(await page.evaluate('window.station.sent')).toEqual([
      { kind: 'nameReader', readerKey: 'left', name: 'Ramp', color: 1 },
    ]);
    await page.getByRole('button', { name: 'Name and colour of Bench right' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('window.station.sent.at(-1)')).toEqual({ kind: 'closeDoctor' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('several readers in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: { width: 1024, height: 768 } });

  test('with six places the code boxes are on screen', async () => {
    const page = await open('six lanes');
    const field = await page.getByLabel('Six digits on the token').boundingBox();
    const park = await page.getByRole('button', { name: 'Park', exact: true }).boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThan(park?.y ?? 0);
    await page.context().close();
  });

  test('with two, their tabs are as high as the queue’s head', async () => {
    const page = await open('two lanes');
    const tabs = await page.getByRole('radiogroup', { name: 'Readers’ places' }).boundingBox();
    const strip = await page.getByRole('group', { name: 'Last scan' }).boundingBox();
    expect(Math.abs((tabs?.y ?? 0) + (tabs?.height ?? 0) - (strip?.y ?? 0))).toBeLessThanOrEqual(1);
    await page.context().close();
  });

  test('Ctrl and a digit asks for a place', async () => {
    const page = await open('two lanes');
    await page.getByLabel('Six digits on the token').focus();
    await page.keyboard.press('Control+2');
    expect(await page.evaluate('window.station.sent')).toEqual([{ kind: 'showLane', laneId: 'right' }]);
    expect(await page.getByLabel('Six digits on the token').inputValue()).toBe('');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

async function expectOnScreen(place: Locator, width: number, height: number): Promise<void> {
  const box = await place.boundingBox();
  expect(box, `${width} by ${height}`).not.toBeNull();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

async function show(page: Page, scene: SceneName): Promise<void> {
  await page.evaluate(`Scenes.showScene(${JSON.stringify(scene)})`);
}
