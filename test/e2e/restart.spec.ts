import { launchStation } from './launch-station.ts';
import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const ANNA = 'anna.schmidt@harbourlark.example';

test('a station killed in the middle of an activation reads back at its next start and sends nothing again', async ({
  dataPath,
  tenant,
}) => {
  const first = await launchStation(dataPath, tenant);
  const operator = createOperator(first.page);
  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  const held = tenant.holdNextAnswer('assignAndActivateBySerialNumber');
  await operator.typeCode(operator.readCode(TOKEN));
  await held.reached;
  await first.kill();

  const second = await launchStation(dataPath, tenant);
  await expect(second.page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  await expect(second.page.getByRole('row', { name: TOKEN })).toContainText('Anna Schmidt');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);
  expect(tenant.countPosts('activate')).toBe(0);
  await second.close();
});

test('the queue is there again after a restart, in the same order', async ({ dataPath, tenant }) => {
  const first = await launchStation(dataPath, tenant);
  for (const serial of [TOKEN, '8659623852751', '10001001']) await createOperator(first.page).scan(serial);
  await expect(first.page.getByRole('row')).toHaveCount(3);
  await first.close();

  const second = await launchStation(dataPath, tenant);
  await expect(second.page.getByRole('row')).toHaveCount(3);
  await expect(second.page.getByRole('row').first()).toContainText('10001001');
  await second.close();
});
