import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoopbackTenant } from '../fakes/loopback-tenant.ts';
import { answerDialogs } from './answer-dialogs.ts';
import { createWorker, type Worker } from './day.ts';
import { createDataFolder, launchStation, removeDataFolder, type LaunchedStation } from './launch-station.ts';
import { expect, test } from './station-test.ts';

const FIRST = 'GALT11420104';
const SECOND = 'GALT11420105';
const THIRD = '8659623852751';

const LIST = `UPN;Request
anna.schmidt@harbourlark.example;RITM1
siobhan.o'brien@harbourlark.example;RITM2
juergen.mueller@harbourlark.example;RITM3
`;

type Station = LaunchedStation & { readonly worker: Worker };

async function open(dataPath: string, tenant: LoopbackTenant): Promise<Station> {
  const launched = await launchStation(dataPath, tenant);
  return { ...launched, worker: createWorker(launched.page, 'orders') };
}

async function openOrder({ app, page, worker }: Station, path: string): Promise<void> {
  await answerDialogs(app, path);
  await page.keyboard.press('Control+O');
  await worker.press('Import a list…');
}

async function issue({ worker }: Station, serialNumber: string): Promise<void> {
  await worker.scan(serialNumber);
  await worker.typeCode(worker.readCode(serialNumber));
  await expect(worker.row(serialNumber)).toContainText('Activated');
}

test('an order goes on tomorrow, and at another station, and nobody gets two tokens', async ({ dataPath, tenant }) => {
  test.setTimeout(120_000);
  const list = join(dataPath, 'list.csv');
  await writeFile(list, LIST);
  const first = await open(dataPath, tenant);
  await openOrder(first, list);
  await first.page.getByRole('textbox', { name: 'Name of the order' }).fill('Counter');
  await first.worker.press(/^Assign and activate/, 'Space');
  await first.worker.press(/^Start with 3/);
  await first.worker.press('Take up here');
  await issue(first, FIRST);
  await expect(first.worker.row(FIRST)).toContainText('Anna Schmidt');
  await first.close();

  const tomorrow = await open(dataPath, tenant);
  await expect(tomorrow.worker.handOver).toContainText('Counter');
  await expect(tomorrow.worker.handOver).toContainText("Siobhán O'Brien");
  await issue(tomorrow, SECOND);
  const order = join(dataPath, 'counter.tsorder.json');
  await answerDialogs(tomorrow.app, order);
  await tomorrow.page.keyboard.press('Control+O');
  await tomorrow.page.getByRole('row', { name: /Counter/ }).press('Enter');
  await tomorrow.worker.press(/^Hand over to another station/);
  await expect(tomorrow.page.getByText('Another station goes on with this order').first()).toBeVisible();
  await tomorrow.worker.look('handed-over');
  await tomorrow.close();

  const otherPath = await createDataFolder();
  const other = await open(otherPath, tenant);
  await openOrder(other, order);
  await expect(other.page.getByText(/2 issued there/).first()).toBeVisible();
  await other.worker.look('taken-over');
  await other.worker.press(/^Start with/);
  await other.worker.press('Take up here');
  await expect(other.worker.handOver).toContainText('Jürgen Müller');
  await issue(other, THIRD);
  await expect(other.worker.handOver).toContainText('Everybody in this order has been served');
  await other.worker.look('done');
  await other.close();
  await removeDataFolder(otherPath);
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(3);
});
