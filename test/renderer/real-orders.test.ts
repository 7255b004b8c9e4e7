// @vitest-environment node
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useWindow } from './use-window.ts';

async function openOrders(page: Page): Promise<void> {
  await page.keyboard.press('Control+o');
  await page.getByRole('region', { name: 'Work orders' }).waitFor();
}

async function isInSight(page: Page, part: Locator): Promise<boolean> {
  const box = await part.boundingBox();
  const size = page.viewportSize();
  return (
    box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height && box.x + box.width <= size.width
  );
}

function focusedWords(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

describe('work orders, in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: { width: 1024, height: 700 } });

  test('a list can be started without going through its lines first', async () => {
    const page = await open('draft ready');
    await openOrders(page);
    expect(await isInSight(page, page.getByRole('button', { name: 'Start with 18 people' }))).toBe(true);
    await page.getByRole('row').last().focus();
    expect(await isInSight(page, page.getByRole('button', { name: 'Start with 18 people' }))).toBe(true);
    expect(await isInSight(page, page.getByRole('row').last())).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the next person is in sight at once, also with the longest name', async () => {
    const page = await open('lane order longest');
    expect(await isInSight(page, page.getByText('Scan the next token for'))).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the arrows walk through a page, and the line that has the focus is never under what stays', async () => {
    const page = await open('orders one');
    await openOrders(page);
    await page.getByRole('row').first().focus();
    for (let step = 0; step < 25; step++) await page.keyboard.press('ArrowDown');
    const last = page.getByRole('row', { name: /^Line 27,/ });
    expect(await focusedWords(page)).toMatch(/^Line 27,/);
    const pages = await page.getByRole('navigation', { name: 'Pages' }).boundingBox();
    const line = await last.boundingBox();
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual((pages?.y ?? 0) + 1);
    for (let step = 0; step < 25; step++) await page.keyboard.press('ArrowUp');
    const filter = await page.getByRole('radiogroup', { name: 'Show' }).boundingBox();
    const first = await page.getByRole('row', { name: /^Line 2,/ }).boundingBox();
    expect(first?.y ?? 0).toBeGreaterThanOrEqual((filter?.y ?? 0) + (filter?.height ?? 0) - 1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the list begins at its newest order, and the arrows go on from there', async () => {
    const page = await open('orders several');
    await openOrders(page);
    await page.keyboard.press('ArrowDown');
    expect(await focusedWords(page)).toMatch(/^Naples/);
    await page.context().close();
  });
});
