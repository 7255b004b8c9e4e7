import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import type { PracticeTrouble } from '../../electron/contract/command.ts';
import { STORY, type Step } from './demo-story.ts';
import { createDataFolder, launchStation, removeDataFolder } from './launch-station.ts';
import { createOperator } from './operator.ts';

const PICTURES = join(import.meta.dirname, '../../out/demo');

/** Chosen: Graph's "wait" takes eight seconds in practice; a busy machine may need a few more. */
const LIMIT_MS = 25_000;

const DRAWER_CLOSES_AT = 8;

type Outcome = {
  readonly step: Step;
  readonly happened: string;
  readonly isExpected: boolean;
  readonly seconds: number;
};

rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const dataPath = await createDataFolder();
const { page, close } = await launchStation(dataPath, null);
const outcomes: Outcome[] = [];
try {
  await picture(page, '00-start');
  for (const [index, step] of STORY.entries()) {
    // The second half of the pictures shows the window as it is without the practice drawer.
    if (index === DRAWER_CLOSES_AT) await page.keyboard.press('F7');
    outcomes.push(await play(page, step, index + 1));
  }
  await pictureThemes(page);
} finally {
  await close();
  await removeDataFolder(dataPath);
}
printOutcomes(outcomes);
process.exitCode = outcomes.length === STORY.length && outcomes.every(({ isExpected }) => isExpected) ? 0 : 1;

async function play(window: Page, step: Step, number: number): Promise<Outcome> {
  const operator = createOperator(window);
  const name = `${String(number).padStart(2, '0')}-${step.picture}`;
  const startedMs = performance.now();
  if (step.trouble) await makeTrouble(window, step.trouble);
  await operator.scan(step.serialNumber, step.aimId);
  const watched = step.user === null ? window.getByRole('group', { name: 'Last scan' }) : rowOf(window, step);
  if (step.user !== null) {
    await picture(window, `${name}-person`);
    await (step.isHeldBack ? operator.pickPerson : operator.choosePerson)(step.user);
  }
  if (step.user !== null && !step.isHeldBack) {
    if (step.firstCode === 'wrong') {
      await operator.typeCode('000000');
      await window.getByText('That code was not accepted').first().waitFor();
      await picture(window, `${name}-rejected`);
    }
    const code = operator.readCode(step.serialNumber);
    await operator.typeCode(code.slice(0, 3));
    await picture(window, `${name}-code`);
    await operator.typeCode(code.slice(3));
  }
  const isExpected = await appears(watched.filter({ hasText: step.expected }));
  const happened = (await watched.innerText()).replaceAll(/\s+/g, ' ').slice(-60);
  await picture(window, name);
  await finish(window, step);
  return { step, happened, isExpected, seconds: (performance.now() - startedMs) / 1_000 };
}

function makeTrouble(window: Page, trouble: PracticeTrouble): Promise<unknown> {
  return window.evaluate((kind) => globalThis.window.station.send({ kind: 'practiceTrouble', trouble: kind }), trouble);
}

function rowOf(window: Page, step: Step): Locator {
  return window.getByRole('row', { name: step.serialNumber });
}

/** A token that stopped keeps the hand-over until somebody sets it aside: here that is done for the next step. */
async function finish(window: Page, step: Step): Promise<void> {
  if (step.expected === 'Stopped' || step.isHeldBack) await window.keyboard.press('F2');
}

async function appears(locator: Locator): Promise<boolean> {
  try {
    await locator.first().waitFor({ timeout: LIMIT_MS });
    return true;
  } catch {
    return false;
  }
}

async function picture(window: Page, name: string): Promise<void> {
  await window.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** The end of the day in the other colours and in other sizes. */
async function pictureThemes(window: Page): Promise<void> {
  await window.keyboard.press('F7');
  await picture(window, '90-virtual-tokens');
  await window.emulateMedia({ colorScheme: 'dark' });
  await picture(window, '91-virtual-tokens-dark');
  await window.keyboard.press('F7');
  await picture(window, '92-dark');
  await window.keyboard.press('F1');
  await picture(window, '93-keys-dark');
}

function printOutcomes(all: readonly Outcome[]): void {
  console.table(
    all.map(({ step, happened, isExpected, seconds }) => ({
      step: step.title,
      scanned: step.serialNumber.slice(0, 20),
      expected: step.expected,
      happened,
      ok: isExpected ? 'yes' : 'NO',
      seconds: Number(seconds.toFixed(1)),
    })),
  );
  const issued = all.filter(({ step, isExpected }) => isExpected && step.expected === 'Activated').length;
  const wrong = all.filter(({ isExpected }) => !isExpected).length;
  console.log(`${issued} tokens issued, ${wrong} outcomes not as expected. Pictures: out/demo/`);
}
