import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { answerDialogs } from '../e2e/answer-dialogs.ts';
import { createDataFolder, launchStation, removeDataFolder, startTenant } from '../e2e/launch-station.ts';
import { createOperator, type Operator } from '../e2e/operator.ts';
import { percentile, printSeries, type Series } from './measure.ts';

/**
 * Seconds per token by a keystroke-level model: the hands and eyes of the model are waited for, the station is real.
 * Source: Card, Moran and Newell, 1980, in seconds: a key by a good typist, the hand's way to another device, a thought.
 */
const KEY_MS = 280;
const HAND_MS = 400;
const THOUGHT_MS = 1_350;

/** Chosen: an ordinary answer of Graph over the internet. */
const LATENCY_MS = 150;
const PEOPLE = ['anna.schmidt', 'juergen.mueller', 'zoe.vanderberg', 'ines.duarte', 'jiri.dvorak'];
const TOKENS = ['GALT11420104', 'GALT11420105', 'GALT11420112', 'GALT11420127', '8659623852751'];
/** Source: facts/field.md §5: what the same work takes elsewhere by the same model. */
const ELSEWHERE = { 'two dialogs of a portal': 26, 'Security info, without the sign-in': 25.5 };
const CLAIM_S = { desk: 6, paired: 4.5 };

type Bench = { readonly page: Page; readonly operator: Operator; readonly wait: (ms: number) => Promise<void> };

/** From the trigger of the reader to the word "Activated" in the token's row. */
async function scanToConfirmed(bench: Bench, serialNumber: string): Promise<number> {
  const { page, operator, wait } = bench;
  const startedMs = performance.now();
  await operator.scan(serialNumber);
  await wait(HAND_MS);
  await wait(THOUGHT_MS);
  await page.getByLabel('Six digits on the token').waitFor();
  for (const digit of operator.readCode(serialNumber)) {
    await wait(KEY_MS);
    await page.keyboard.press(digit);
  }
  await page.getByRole('row', { name: serialNumber }).filter({ hasText: 'Activated' }).waitFor();
  return performance.now() - startedMs;
}

/** The person's badge, a look at the screen, Enter, the kind of ID by its digit, the hand to the token. */
async function begin({ page, operator, wait }: Bench, badge: string): Promise<number> {
  const startedMs = performance.now();
  await operator.scan(badge);
  await wait(THOUGHT_MS);
  await page.getByRole('option').first().waitFor();
  await wait(KEY_MS);
  await page.getByRole('searchbox').press('Enter');
  await page.getByText('Which ID have you seen?').waitFor();
  await wait(KEY_MS);
  await page.keyboard.press('1');
  await page.getByText('Scan the token for').first().waitFor();
  await wait(HAND_MS);
  await wait(KEY_MS);
  return performance.now() - startedMs;
}

async function measure(isPaired: boolean): Promise<{ readonly whole: Series; readonly token: Series }> {
  const tenant = await startTenant();
  const dataPath = await createDataFolder();
  await writeFile(join(dataPath, 'settings.json'), JSON.stringify({ requiresIdCheck: true }));
  await writeFile(join(dataPath, 'bench.json'), JSON.stringify(BADGES));
  const { app, page, close } = await launchStation(dataPath, tenant);
  tenant.tenant.setConditions({ latencyMs: LATENCY_MS, faults: [] });
  const operator = createOperator(page);
  const bench: Bench = { page, operator, wait: (ms) => page.waitForTimeout(ms) };
  const whole: number[] = [];
  const token: number[] = [];
  try {
    if (isPaired) {
      const list = join(dataPath, 'list.csv');
      await writeFile(list, `UPN\n${PEOPLE.map((name) => `${name}@harbourlark.example\n`).join('')}`);
      await answerDialogs(app, list);
      await startOrder(page);
    }
    for (const [place, serialNumber] of TOKENS.entries()) {
      const begunMs = isPaired ? 0 : await begin(bench, `EMP-${EMPLOYEE_IDS[place] ?? ''}`);
      const confirmedMs = await scanToConfirmed(bench, serialNumber);
      token.push(confirmedMs);
      whole.push(begunMs + confirmedMs);
    }
  } finally {
    await close();
    await removeDataFolder(dataPath);
    await tenant.close();
  }
  return { whole, token };
}

async function startOrder(page: Page): Promise<void> {
  await page.keyboard.press('Control+O');
  await page.getByRole('button', { name: 'Import a list…' }).press('Enter');
  await page.getByRole('radio', { name: /^Assign and activate/ }).press('Space');
  await page.getByRole('button', { name: /^Start with/ }).press('Enter');
  await page.getByRole('button', { name: 'Take up here' }).press('Enter');
  await page.getByText('Scan the next token for').first().waitFor();
}

const EMPLOYEE_IDS = ['40101', '40136', '40143', '40164', '40171'];
const RULE = { id: 'badge', means: 'badge', before: 'EMP-', after: '', startsWith: '', alphabet: 'digits' };
const BADGES = {
  readers: {},
  typingScanners: [],
  siteRules: [{ ...RULE, dashes: 'none', shortest: 3, longest: 10, aimLetter: null }],
  readerProfiles: [],
};

const desk = await measure(false);
const paired = await measure(true);
printSeries(`Seconds per token by a keystroke-level model, Graph answers in ${LATENCY_MS} ms`, {
  'desk: from the scan of the token to confirmed': desk.token,
  'desk: from the badge to confirmed, ID seen': desk.whole,
  'paired with a work order: from the scan to confirmed': paired.token,
});
for (const [where, seconds] of Object.entries(ELSEWHERE)) console.log(`${where}: ${seconds} s by the same model`);
const isKept =
  percentile(desk.token, 0.5) <= CLAIM_S.desk * 1_000 && percentile(paired.token, 0.5) <= CLAIM_S.paired * 1_000;
console.log(`at most ${CLAIM_S.desk} s at the desk and ${CLAIM_S.paired} s paired: ${isKept ? 'kept' : 'BROKEN'}`);
if (!isKept) process.exitCode = 1;
