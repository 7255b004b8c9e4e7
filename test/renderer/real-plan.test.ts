// @vitest-environment node
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SceneName } from './scenes.ts';
import { useWindow } from './use-window.ts';

/** A person's pace: faster, the page takes the keys for a reader in keyboard mode. */
const PERSON_MS = 150;

/** The smallest window that is promised to keep both places. */
const SMALL = { width: 1024, height: 700 };

describe('what was looked up, in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: SMALL });

  test('moves neither the boxes nor the buttons when it comes', async () => {
    const page = await open('pre-flight reading');
    const before = await places(page);
    for (const scene of ['pre-flight quiet', 'pre-flight full'] as const) {
      await show(page, scene);
      await page.getByText('Not checked').waitFor();
      expect(await places(page), scene).toEqual(before);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('is in sight without scrolling, the gravest of it, also with the longest names', async () => {
    const page = await open('pre-flight warns');
    const found = page.getByRole('region', { name: 'Looked up before the code' });
    const title = await found.getByText('Holds an admin role').boundingBox();
    const foot = await page.getByRole('button', { name: 'Park', exact: true }).boundingBox();
    expect((title?.y ?? 0) + (title?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
    await page.context().close();
  });

  test('its reasons open by keyboard', async () => {
    const page = await open('pre-flight quiet');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByText('Insufficient privileges').first().isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('a plan in Chromium', { timeout: 30_000 }, () => {
  const { open, faults } = useWindow({ viewport: SMALL });

  test('its answers are in sight at every width, however long it is', async () => {
    const page = await open('empty start');
    for (const viewport of [SMALL, { width: 800, height: 900 }, { width: 720, height: 700 }]) {
      await page.setViewportSize(viewport);
      for (const [scene, answer] of [
        ['plan to swap', 'Start'],
        ['plan to replace', 'Start'],
        ['plan stopped', 'Go on'],
        ['plan stopped', 'Leave it as it is'],
        ['plan running', 'Set aside'],
      ] as const) {
        await show(page, scene);
        const box = await page.getByRole('button', { name: answer, exact: true }).boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 9999), `${scene}, ${answer}`).toBeLessThanOrEqual(viewport.height);
        expect((box?.x ?? 0) + (box?.width ?? 9999), `${scene}, ${answer}`).toBeLessThanOrEqual(viewport.width);
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('Enter leaves it, and Tab and Enter start it', async () => {
    for (const [keys, kind] of [
      [['Enter'], 'leavePlan'],
      [['Escape'], 'leavePlan'],
      [['Tab', 'Enter'], 'startPlan'],
    ] as const) {
      const page = await open('plan proposed');
      for (const key of keys) await page.keyboard.press(key);
      expect(await page.evaluate('window.station.sent')).toEqual([{ kind }]);
      await page.context().close();
    }
  });

  test('is asked for by keyboard alone: row, reason, plan', async () => {
    const page = await open('issued and idle');
    await page.getByRole('row').first().focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Space', { delay: PERSON_MS });
    await page.keyboard.press('Enter');
    expect(await page.evaluate('window.station.sent')).toEqual([
      { kind: 'planUndo', itemId: 42, reason: 'wrongPerson' },
    ]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-queue-row'))).toBe('42');
    await page.context().close();
  });

  test('Tab goes from a row to its Undo', async () => {
    const page = await open('issued and idle');
    await page.getByRole('row').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('radio', { name: 'The wrong person has it' }).isVisible()).toBe(true);
    await page.context().close();
  });
});

/** Where the code and the foot of the hand-over stand. */
async function places(page: Page): Promise<unknown> {
  return [
    await page.getByLabel('Six digits on the token').boundingBox(),
    await page.getByRole('button', { name: 'Park', exact: true }).boundingBox(),
  ];
}

async function show(page: Page, scene: SceneName): Promise<void> {
  await page.evaluate(`Scenes.showScene(${JSON.stringify(scene)})`);
}
