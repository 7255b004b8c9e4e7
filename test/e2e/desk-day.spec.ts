import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorker } from './day.ts';
import { launchStation } from './launch-station.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const NEXT_TOKEN = '8659623852751';
const SIOBHAN = "siobhan.o'brien@harbourlark.example";
const BADGE = '40101';
const ANNA = 'anna.schmidt@harbourlark.example';

test('a morning at the desk: the person first, then the ID, the token, the code and the receipt', async ({
  dataPath,
}) => {
  test.setTimeout(120_000);
  const settings = { requiresIdCheck: true, printsReceipts: true };
  await writeFile(join(dataPath, 'settings.json'), JSON.stringify(settings));
  const { page, close } = await launchStation(dataPath, null);
  const desk = createWorker(page, 'desk');
  await desk.look('start');
  const search = page.getByRole('searchbox', { name: /^Or begin with the person/ });
  await search.fill(SIOBHAN);
  await page.getByRole('option', { name: SIOBHAN }).waitFor();
  await desk.look('found');
  await search.press('Enter');
  await expect(desk.handOver).toContainText('Which ID have you seen?');
  await desk.look('who');
  await page.keyboard.press('1');
  await expect(desk.handOver).toContainText('Scan the token for');
  await desk.look('id-seen');
  await desk.scan(TOKEN);
  await desk.look('code');
  await desk.typeCode(desk.readCode(TOKEN));
  await expect(desk.row(TOKEN)).toContainText('Activated');
  await expect(desk.handOver).toContainText('Or begin with the person');
  await desk.look('issued');

  // The next token has nobody: it is not for the person before.
  await desk.scan(NEXT_TOKEN);
  await expect(desk.row(NEXT_TOKEN)).toContainText('Choose the person');
  await desk.look('next-token-is-nobodys');
  await page.keyboard.press('Control+H');
  await expect(page.getByText(/The chain holds/).first()).toBeVisible();
  await page.getByRole('searchbox').fill(SIOBHAN.split('@')[0] ?? '');
  await desk.look('history-of-the-person');
  await close();
});

test('a badge finds its person, and chooses nobody by itself', async ({ dataPath }) => {
  const badges = { id: 'badge', means: 'badge', before: 'EMP-', after: '', startsWith: '', alphabet: 'digits' };
  const siteRules = [{ ...badges, dashes: 'none', shortest: 3, longest: 10, aimLetter: null }];
  const bench = { readers: {}, typingScanners: [], siteRules, readerProfiles: [] };
  await writeFile(join(dataPath, 'bench.json'), JSON.stringify(bench));
  const { page, close } = await launchStation(dataPath, null);
  const desk = createWorker(page, 'badge');
  await desk.scan(`EMP-${BADGE}`);
  const found = page.getByRole('option', { name: ANNA });
  await expect(found).toBeVisible();
  await desk.look('found');
  await expect(desk.handOver).not.toContainText('They have gone');
  await page.getByRole('searchbox').press('Enter');
  await expect(desk.handOver).toContainText('They have gone');
  await desk.look('here');
  // Their token, and only theirs.
  await desk.scan(TOKEN);
  await expect(desk.row(TOKEN)).toContainText(ANNA);
  await desk.scan(NEXT_TOKEN);
  await expect(desk.row(NEXT_TOKEN)).toContainText('Choose the person');
  await close();
});
