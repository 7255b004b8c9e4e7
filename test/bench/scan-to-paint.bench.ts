import type { Page } from 'playwright';
import { createDataFolder, launchStation, removeDataFolder } from '../e2e/launch-station.ts';
import { printSeries, type Series } from './measure.ts';

const ROWS_BEFORE = 1_000;
const SCANS = 200;

const dataPath = await createDataFolder();
const { page, close } = await launchStation(dataPath, null);
try {
  await fill(page, ROWS_BEFORE);
  const series = await page.evaluate(measure, { count: SCANS, first: 50_000_000 });
  printSeries(`Scan → row painted, with ${ROWS_BEFORE} items in the queue (reader, journal on disk, picture, paint)`, {
    'from the virtual reader’s reports': series,
  });
} finally {
  await close();
  await removeDataFolder(dataPath);
}

async function fill(window: Page, count: number): Promise<void> {
  await window.evaluate(async (rows) => {
    for (let index = 0; index < rows; index++) {
      await globalThis.window.station.send({
        kind: 'practiceScan',
        text: `FILL${10_000_000 + index}`,
        aimId: ']C0',
        reader: 1,
      });
    }
  }, count);
  await window
    .getByText(`FILL${10_000_000 + count - 1}`)
    .first()
    .waitFor();
}

/** Runs in the page: the time from sending the scan to the frame after the one in which its row stands. */
async function measure({ count, first }: { count: number; first: number }): Promise<Series> {
  const series: number[] = [];
  for (let index = 0; index < count; index++) {
    const text = `SCAN${first + index}`;
    const startedMs = performance.now();
    void window.station.send({ kind: 'practiceScan', text, aimId: ']C0', reader: 1 });
    await new Promise<void>((painted) => {
      const look = (): void => {
        if (document.body.textContent?.includes(text)) requestAnimationFrame(() => setTimeout(painted, 0));
        else requestAnimationFrame(look);
      };
      look();
    });
    series.push(performance.now() - startedMs);
  }
  return series;
}
