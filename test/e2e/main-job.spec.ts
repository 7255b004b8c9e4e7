import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const ANNA = 'anna.schmidt@harbourlark.example';

test('a token is scanned, handed to a person and activated, by keyboard only and with one write', async ({
  station: { page },
  tenant,
}) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  await expect(page.getByRole('searchbox', { name: 'Name, mail or sign-in name' })).toBeFocused();
  await operator.choosePerson(ANNA);
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);
  expect(tenant.requests().filter(({ method }) => method !== 'GET')).toHaveLength(1);
  expect(tenant.tenant.findAssignment(TOKEN)?.status).toBe('activated');
  expect(tenant.tenant.violations()).toEqual([]);
});

test('a rejected code says so, and the next one activates the same token', async ({ station: { page }, tenant }) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  await operator.typeCode('000000');
  await expect(page.getByText('That code was not accepted').first()).toBeVisible();
  await expect(page.getByLabel('Six digits on the token')).toBeFocused();
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);
  expect(tenant.countPosts('activate')).toBe(1);
});

test('nobody is preselected: two people of one name are told apart, and Enter alone chooses neither', async ({
  station: { page },
}) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  const search = page.getByRole('searchbox', { name: 'Name, mail or sign-in name' });
  await search.fill('Anna Schmidt');
  await expect(page.getByRole('option')).toHaveCount(2);
  await search.press('Enter');
  await expect(page.getByRole('region', { name: 'Hand-over' })).toContainText('Not chosen');
  await expect(page.getByLabel('Six digits on the token')).toHaveCount(0);
  await search.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Six digits on the token')).toBeFocused();
  await expect(page.getByRole('region', { name: 'Hand-over' })).toContainText('anna.schmidt2@');
});

test('a scan neither moves the focus nor types into a field nor takes the place of the open token', async ({
  station: { page },
}) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  const search = page.getByRole('searchbox', { name: 'Name, mail or sign-in name' });
  await search.fill('Ann');
  await operator.scan('8659623852751');
  await expect(page.getByRole('row', { name: '8659623852751' })).toBeVisible();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('Ann');
  await expect(page.getByRole('region', { name: 'Hand-over' })).toContainText(TOKEN);
});

test('the code field takes digits only and sends nothing before the sixth', async ({ station: { page }, tenant }) => {
  const operator = createOperator(page);
  await operator.scan(TOKEN);
  await operator.choosePerson(ANNA);
  const field = page.getByLabel('Six digits on the token');
  // At a person's pace: faster, it would be a reader in keyboard mode.
  await page.keyboard.type('12a4-5', { delay: 150 });
  await expect(field).toHaveValue('1245');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(0);
  await operator.typeCode(operator.readCode(TOKEN));
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Activated');
  // What was typed is nowhere in the page any more.
  await expect(field).toHaveCount(0);
});
