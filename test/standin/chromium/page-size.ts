// Gives a page the size that its window has in the app's eyes.
import { setTimeout as delay } from 'node:timers/promises';
import { browserSession } from './chromium-process.ts';
import { isHeaded } from './chromium-switches.ts';
import type { Target } from './targets.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// Chosen: a common desktop; api/screen.ts tells the app the same.
export const SCREEN = { width: 1920, height: 1080 };

const STEP_MS = 20;
const STEPS = 20;
const STEPS_BETWEEN_ATTEMPTS = 4;

/** Sizes the page; on a display this moves a real window, which may take a few attempts. */
export async function sizePage(target: Target, bounds: Bounds): Promise<void> {
  if (isHeaded()) await sizeWindow(target, bounds);
  else await sizeViewport(target, bounds);
}

async function sizeViewport({ session }: Target, { width, height }: Bounds): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 0,
    mobile: false,
    screenWidth: SCREEN.width,
    screenHeight: SCREEN.height,
  });
}

// Chromium draws a title bar of its own: ask for the size, see what the page got of it, and add the difference.
async function sizeWindow({ session, targetId }: Target, wanted: Bounds): Promise<void> {
  const browser = browserSession();
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
  const set = (width: number, height: number): Promise<unknown> =>
    browser.send('Browser.setWindowBounds', { windowId, bounds: { left: wanted.x, top: wanted.y, width, height } });
  await set(wanted.width, wanted.height);
  for (let step = 1; step <= STEPS; step++) {
    const { cssLayoutViewport: viewport } = await session.send('Page.getLayoutMetrics');
    const missingWidth = wanted.width - viewport.clientWidth;
    const missingHeight = wanted.height - viewport.clientHeight;
    if (missingWidth === 0 && missingHeight === 0) return;
    if (step % STEPS_BETWEEN_ATTEMPTS === 0) {
      const { bounds } = await browser.send('Browser.getWindowBounds', { windowId });
      await set((bounds.width ?? wanted.width) + missingWidth, (bounds.height ?? wanted.height) + missingHeight);
    }
    await delay(STEP_MS);
  }
}
