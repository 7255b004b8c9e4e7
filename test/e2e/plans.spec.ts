import type { Page } from '@playwright/test';
import type { LoopbackTenant } from '../fakes/loopback-tenant.ts';
import { createOperator } from './operator.ts';
import { launchStation } from './launch-station.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';
const OTHER_TOKEN = '8659623852751';
const ANNA = 'anna.schmidt@harbourlark.example';
const BJOERN = 'bjorn.akesson@harbourlark.example';

async function issue(page: Page, serialNumber: string, userPrincipalName: string): Promise<void> {
  const operator = createOperator(page);
  await operator.scan(serialNumber);
  await operator.choosePerson(userPrincipalName);
  await operator.typeCode(operator.readCode(serialNumber));
  await expect(page.getByRole('row', { name: serialNumber })).toContainText('Activated');
}

function holderOf(tenant: LoopbackTenant, serialNumber: string): string | null {
  const userId = tenant.tenant.findAssignment(serialNumber)?.userId ?? null;
  return userId;
}

test('a token that was given to the wrong person is taken back by a plan and given to the right one', async ({
  station: { page },
  tenant,
}) => {
  const operator = createOperator(page);
  await issue(page, TOKEN, ANNA);
  await page
    .getByRole('row', { name: TOKEN })
    .getByRole('button', { name: `Undo: ${TOKEN}` })
    .click();
  await page.getByText('The wrong person has it').click();
  await page.getByRole('button', { name: 'Show the plan' }).click();
  await expect(page.getByText('Nothing has been sent yet.')).toBeVisible();
  // The safe answer has the focus: Enter alone sends nothing.
  await expect(page.getByRole('button', { name: 'Leave it' })).toBeFocused();
  expect(tenant.requests().filter(({ method }) => method === 'DELETE')).toHaveLength(0);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('searchbox', { name: 'Name, mail or sign-in name' })).toBeVisible();
  expect(tenant.requests().filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  expect(holderOf(tenant, TOKEN)).toBeNull();
  await operator.choosePerson(BJOERN);
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Björn Åkesson');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);
  expect(tenant.tenant.violations()).toEqual([]);
});

test('two people who exchanged their tokens are put right, one call after the other, and a killed station goes on', async ({
  dataPath,
  tenant,
}) => {
  // The app is started twice.
  test.slow();
  const first = await launchStation(dataPath, tenant);
  await issue(first.page, TOKEN, ANNA);
  await issue(first.page, OTHER_TOKEN, BJOERN);
  const [annaId, bjoernId] = [holderOf(tenant, TOKEN), holderOf(tenant, OTHER_TOKEN)];
  await first.page.getByRole('row', { name: TOKEN }).press('Enter');
  await first.page.getByRole('button', { name: 'Swapped with another token…' }).click();
  await createOperator(first.page).scan(OTHER_TOKEN);
  await expect(first.page.getByRole('radio', { name: new RegExp(OTHER_TOKEN) })).toBeChecked();
  await first.page.getByRole('button', { name: 'Show the plan' }).click();
  tenant.tenant.setConditions({ faults: [{ on: 'unassign', times: 1, kind: 'dropAnswer' }] });
  await first.page.getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => tenant.requests().filter(({ method }) => method === 'DELETE').length).toBeGreaterThan(0);
  await first.kill();

  const { page, close } = await launchStation(dataPath, tenant);
  await expect(page.getByRole('row', { name: TOKEN })).toContainText('Björn Åkesson', { timeout: 30_000 });
  await expect(page.getByRole('row', { name: OTHER_TOKEN })).toContainText('Anna Schmidt');
  expect([holderOf(tenant, TOKEN), holderOf(tenant, OTHER_TOKEN)]).toEqual([null, null]);
  expect(annaId).not.toBe(bjoernId);
  await close();
});
