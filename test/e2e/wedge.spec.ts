import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const TOKEN = 'GALT11420104';

test('a reader in keyboard mode scans past the search that has the focus, and its Enter chooses nobody', async ({
  station: { page },
}) => {
  await createOperator(page).scan(TOKEN);
  const search = page.getByRole('searchbox', { name: 'Name, mail or sign-in name' });
  await search.pressSequentially('Ann', { delay: 120 });
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('8659623852751', { delay: 10 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: '8659623852751' })).toBeVisible();
  await expect(search).toHaveValue('Ann');
  await expect(page.getByRole('region', { name: 'Hand-over' })).toContainText(TOKEN);
  await expect(page.getByLabel('Six digits on the token')).toHaveCount(0);
});
