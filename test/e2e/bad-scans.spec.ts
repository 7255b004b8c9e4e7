import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';

const LABELS: readonly (readonly [what: string, text: string, aimId: string, says: RegExp])[] = [
  ['the bar code of the box', '4006381333931', ']E0', /bar code of the box/],
  ['an asset tag', 'ASSET-004217', ']C0', /asset tag/],
  ['a web link', 'https://www.example.com/start', ']Q1', /web link/],
  ['a link with a secret', `otpauth://totp/x?secret=${SECRET}`, ']Q1', /holds a token.s secret/],
  ['an empty label', '', ']C0', /empty/],
  ['four thousand characters', 'A1'.repeat(2_000), ']Q1', /Too long/],
  ['control characters', 'GALT\u001d11420104', ']C1', /signs that no serial number has/],
  ['quotes and slashes', "x' or '1'eq'1/../../users", ']C0', /no serial number/],
];

test('what is no serial number is refused with the reason, and nothing is sent', async ({
  station: { page },
  tenant,
}) => {
  const operator = createOperator(page);
  for (const [what, text, aimId, says] of LABELS) {
    await test.step(what, async () => {
      await operator.scan(text, aimId);
      await expect(page.getByRole('group', { name: 'Last scan' })).toContainText(says);
      await expect(page.getByText('Nothing scanned yet')).toBeVisible();
    });
  }
  expect(tenant.requests()).toEqual([]);
});

test('nothing of a secret is shown', async ({ station: { page } }) => {
  await createOperator(page).scan(`otpauth://totp/x?secret=${SECRET}`, ']Q1');
  await expect(page.getByRole('group', { name: 'Last scan' })).toContainText('secret');
  expect(await page.content()).not.toContain(SECRET);
});

test('a repeated scan makes no second row and says so', async ({ station: { page } }) => {
  const operator = createOperator(page);
  // Within 0.6 seconds it would be the same look at the same label.
  await expect(async () => {
    await operator.scan('GALT11420104');
    await expect(page.getByRole('group', { name: 'Last scan' })).toContainText('Scanned twice', { timeout: 500 });
  }).toPass({ intervals: [700] });
  await expect(page.getByRole('row')).toHaveCount(1);
});
