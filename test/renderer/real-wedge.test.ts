// @vitest-environment node
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { useWindow } from './use-window.ts';
import { pressOf } from './wedge-typing.ts';

const GALT = 'GALT11420104';

// What a page without a browser cannot prove: that a key which was kept back really does nothing.
describe('a reader in keyboard mode, in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow();

  afterAll(() => {
    expect(faults).toEqual([]);
  });

  describe.each([10, 80])('at %i ms a key', (gapMs) => {
    test.each(['\n', '\t', ''])('with %j at its end leaves the search as it was', async (end) => {
      const page = await open('needs user');
      const search = page.getByRole('searchbox');
      await search.fill('conti');
      await search.focus();
      const before = await sent(page);
      await scan(page, GALT + end, gapMs);
      await expect.poll(() => sent(page)).toContainEqual({ kind: 'wedgeScan', text: GALT });
      expect(await search.inputValue()).toBe('conti');
      expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
      // React must hold the same text as the page: the next key goes on from it.
      await page.waitForTimeout(300);
      await page.keyboard.press('x');
      expect(await search.inputValue()).toBe('contix');
      expect((await sent(page)).slice(before.length).map(({ kind }) => kind)).not.toContain('chooseUser');
      await page.context().close();
    });

    test.each(['\n', '\t', ''])('with %j at its end does not press Remove', async (end) => {
      const page = await open('stopped');
      const remove = page.getByRole('button', { name: 'Remove', exact: true });
      await remove.focus();
      await scan(page, `S/N: ${GALT}${end}`, gapMs);
      await expect.poll(() => sent(page)).toEqual([{ kind: 'wedgeScan', text: `S/N: ${GALT}` }]);
      expect(await remove.evaluate((button) => button === document.activeElement)).toBe(true);
      expect(await page.getByRole('button', { name: 'Keep it', exact: true }).count()).toBe(0);
      await page.context().close();
    });

    test.each([GALT, '8659623852751', '20033752'])('%s leaves the code boxes as they were', async (label) => {
      const page = await open('code half typed');
      const field = page.getByLabel('Six digits on the token');
      await field.focus();
      await page.keyboard.type('588', { delay: 150 });
      await scan(page, `${label}\n`, gapMs);
      await expect.poll(() => sent(page)).toEqual([{ kind: 'wedgeScan', text: label }]);
      expect(await field.inputValue()).toBe('588');
      await page.waitForTimeout(200);
      await page.keyboard.type('213', { delay: 150 });
      await expect.poll(() => sent(page)).toContainEqual({ kind: 'enterCode', itemId: 43, code: '588213' });
      await page.context().close();
    });
  });

  test('the code of a token with a plug is entered from the queue, and opens no row with its Enter', async () => {
    const page = await open('code half typed');
    await page.locator('[data-queue-row="42"]').focus();
    await scan(page, '004711\n', 8);
    await expect.poll(() => sent(page)).toEqual([{ kind: 'enterCode', itemId: 43, code: '004711' }]);
    await page.context().close();
  });

  test('a person’s keys do what they always did', async () => {
    const page = await open('needs user');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('Anna-Maria 0045', { delay: 90 });
    expect(await page.getByRole('searchbox').inputValue()).toBe('Anna-Maria 0045');
    const park = page.getByRole('button', { name: 'Park', exact: true });
    await park.focus();
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter', { delay: 60 });
    await expect.poll(() => sent(page)).toContainEqual({ kind: 'parkItem', itemId: 43 });
    await page.context().close();
  });
});

type Sent = { readonly kind: string };

function sent(page: Page): Promise<readonly Sent[]> {
  return page.evaluate('window.station.sent');
}

const SHIFT = { code: 'ShiftLeft', key: 'Shift', windowsVirtualKeyCode: 16 };

/** What a browser wants to know of a key beside its code. */
function keyOf(sign: string): { readonly key: string; readonly text: string; readonly windowsVirtualKeyCode: number } {
  if (sign === '\n') return { key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  if (sign === '\t') return { key: 'Tab', text: '', windowsVirtualKeyCode: 9 };
  const isPlain = /^[a-z0-9 ]$/i.test(sign);
  return { key: sign, text: sign, windowsVirtualKeyCode: isPlain ? sign.toUpperCase().charCodeAt(0) : 0 };
}

/**
 * Keys with the times of a reader, each let go after a fifth of its gap. They are sent in one go with the times that they
 * would have had, so that a busy machine changes nothing in the rhythm; the last one is now.
 */
async function scan(page: Page, text: string, gapMs: number): Promise<void> {
  // No key is older than the page, or than what was typed before.
  await page.waitForTimeout(300 + text.length * gapMs);
  const session = await page.context().newCDPSession(page);
  const startMs = Date.now() - text.length * gapMs;
  const answers: Promise<unknown>[] = [];
  for (const [index, sign] of Array.from(text).entries()) {
    const { code, shift } = pressOf(sign);
    const key = { code, modifiers: shift ? 8 : 0, ...keyOf(sign) };
    const atMs = startMs + index * gapMs;
    const type = key.text === '' ? 'rawKeyDown' : 'keyDown';
    const press = (what: 'keyDown' | 'rawKeyDown' | 'keyUp', of: object, timeMs: number): void => {
      answers.push(session.send('Input.dispatchKeyEvent', { type: what, ...of, timestamp: timeMs / 1000 }));
    };
    if (shift) press('rawKeyDown', { ...SHIFT, modifiers: 8 }, atMs - gapMs / 10);
    press(type, key, atMs);
    press('keyUp', key, atMs + gapMs / 5);
    if (shift) press('keyUp', { ...SHIFT, modifiers: 0 }, atMs + gapMs / 4);
  }
  await Promise.all(answers);
  await session.detach();
}
