import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createOperator, type Operator } from './operator.ts';

const PICTURES = join(import.meta.dirname, '../../out/days');

/** Somebody at work in the built app, with the keyboard and the virtual reader only; each step leaves a picture. */
export type Worker = Operator & {
  /** Presses a button, a radio or a row by keyboard. */
  readonly press: (name: string | RegExp, key?: 'Enter' | 'Space') => Promise<void>;
  /** `out/days/<day>-<number>-<what>.png`. */
  readonly look: (what: string) => Promise<void>;
  readonly handOver: Locator;
  readonly row: (serialNumber: string) => Locator;
};

export function createWorker(page: Page, day: string): Worker {
  mkdirSync(PICTURES, { recursive: true });
  let pictureCount = 0;
  return {
    ...createOperator(page),
    handOver: page.getByRole('region', { name: 'Hand-over' }),
    row: (serialNumber) => page.getByRole('row', { name: serialNumber }),
    press: async (name, key = 'Enter') => {
      const button = page.getByRole('button', { name }).or(page.getByRole('radio', { name })).first();
      await button.press(key);
    },
    look: async (what) => {
      pictureCount += 1;
      const name = `${day}-${String(pictureCount).padStart(2, '0')}-${what}.png`;
      await page.screenshot({ path: join(PICTURES, name) });
    },
  };
}
