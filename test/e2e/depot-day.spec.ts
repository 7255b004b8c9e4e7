import { createWorker } from './day.ts';
import { launchStation } from './launch-station.ts';
import { expect, test } from './station-test.ts';

/** Tokens of the practice bench that lie in the inventory and are nobody's. */
const SHIPPED = ['GALT11420104', 'GALT11420105', 'GALT11420112'];
const AT_LAST = 'GALT11420127';
const RETAIL_CODE = '4006381333931';
const ANOTHERS = '60234567';

test('a day at the depot: a list becomes an order, tokens are assigned by scanning, and the shift ends compared', async ({
  dataPath,
}) => {
  test.setTimeout(180_000);
  const { page, close } = await launchStation(dataPath, null);
  const morning = createWorker(page, 'depot');
  await page.keyboard.press('Control+O');
  await morning.look('no-order');
  await page.keyboard.press('Enter');
  const served = page.getByText(/^\d+ of \d+ people can be served$/);
  await expect(served).toHaveText('9 of 14 people can be served');
  await morning.look('list-read');
  await morning.press(/^Put them back/);
  await expect(page.getByRole('button', { name: /^Put them back/ })).toHaveCount(0);
  await expect(served).toHaveText('10 of 14 people can be served');
  await page.getByRole('textbox', { name: 'Name of the order' }).fill('Naples');
  await morning.press(/^Assign only/, 'Space');
  await morning.look('ready-to-start');
  await morning.press(/^Start with/);
  await expect(page.getByRole('button', { name: 'Take up here' })).toBeVisible();
  await morning.look('order');
  await morning.press('Take up here');
  await expect(morning.handOver).toContainText('Scan the next token for');
  await morning.look('taken-up');

  // The bag's own bar code came first.
  await morning.scan(RETAIL_CODE, ']E0');
  await expect(page.getByRole('group', { name: 'Last scan' })).toContainText(RETAIL_CODE);
  await morning.look('retail-code');
  for (const serialNumber of SHIPPED) {
    // One after the other, as hands do.
    // oxlint-disable-next-line no-await-in-loop
    await morning.scan(serialNumber);
    // oxlint-disable-next-line no-await-in-loop
    await expect(morning.row(serialNumber)).toContainText('Assigned');
  }
  await morning.look('assigned');
  await morning.scan(ANOTHERS);
  await expect(morning.row(ANOTHERS)).toContainText('Stopped');
  await morning.look('somebody-elses-token');
  // Back from the shelf: the next person of the list gets the next token.
  await morning.scan(AT_LAST);
  await expect(morning.row(AT_LAST)).toContainText('Assigned');

  await page.keyboard.press('Control+O');
  await morning.look('order-so-far');
  await morning.press('Print the manifest');
  await expect(page.getByRole('region', { name: 'Work orders' })).toBeVisible();
  await page.keyboard.press('Control+E');
  await expect(page.getByText(RETAIL_CODE).first()).toBeVisible();
  await expect(page.getByText(ANOTHERS).first()).toBeVisible();
  await morning.look('exceptions');
  await morning.press('Compare with the tenant');
  await expect(page.getByText('All 4 tokens are as they should be').first()).toBeVisible();
  await morning.look('compared');
  await morning.press('Print the shift report');
  await morning.press('Close the shift');
  await morning.look('asked-to-close');
  await morning.press('Close it');
  await expect(page.getByText('Nothing has happened since the last shift was closed.').first()).toBeVisible();
  await page.keyboard.press('Control+H');
  await expect(page.getByText(/The chain holds/).first()).toBeVisible();
  await morning.look('history');
  await close();
});
