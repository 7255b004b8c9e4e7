import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const ANNA = 'anna.schmidt@harbourlark.example';

test('while Graph is down scanning goes on, and the token waits and says why', async ({
  station: { page },
  tenant,
}) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  tenant.tenant.setConditions({ faults: [{ on: 'any', times: Infinity, kind: 'dropRequest' }] });
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Not known yet');
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Graph cannot be reached');
  await expect(page.getByText(/Microsoft Graph cannot be reached/)).toBeVisible();
  await operator.scan('8659623852751');
  await expect(page.getByRole('row')).toHaveCount(2);
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);
});

test('a lost answer is found by reading, without a second write', async ({ station: { page }, tenant }) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  tenant.tenant.setConditions({ faults: [{ on: 'writes', times: 1, kind: 'dropAnswer' }] });
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);
});

test('a throttled code goes out by itself after the pause that Graph named', async ({ station: { page }, tenant }) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  const busy = { on: 'writes', times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 1 } as const;
  tenant.tenant.setConditions({ faults: [busy] });
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(2);
});
