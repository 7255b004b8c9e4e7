import { launchStation } from './launch-station.ts';
import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const OTHER_TOKEN = '8659623852751';
const ANNA = 'anna.schmidt@harbourlark.example';

test('with the seeds of the box in memory, the wrong token in the hand is named before anything is sent', async ({
  dataPath,
}) => {
  const { page, close } = await launchStation(dataPath, null);
  const operator = createOperator(page);
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('button', { name: 'Open a seed file…' }).click();
  await expect(page.getByText('practice-seeds.csv', { exact: true })).toBeVisible();

  // A token without a label tells its serial number by its code.
  await page.getByLabel('Six digits on the token').click();
  await page.keyboard.type(operator.readCode(OTHER_TOKEN), { delay: 150 });
  await expect(page.getByRole('main')).toContainText(OTHER_TOKEN);
  await page.keyboard.press('Escape');

  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  await operator.typeCode(operator.readCode(OTHER_TOKEN));
  await expect(page.getByRole('region', { name: 'Hand-over' })).toContainText('This code belongs to another token');
  await expect(page.getByRole('region', { name: 'Hand-over' })).toContainText(OTHER_TOKEN);
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  await close();
});
