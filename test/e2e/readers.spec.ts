import type { Page } from '@playwright/test';
import { PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';
import { launchStation } from './launch-station.ts';
import { createOperator } from './operator.ts';
import { expect, test } from './station-test.ts';

const [LEFT = '', RIGHT = ''] = PRACTICE_TOKENS.filter(({ note }) => note === 'fresh').map(
  ({ serialNumber }) => serialNumber,
);
const SECRET = 'JBSWY3DPEHPK3PXP';

async function scanAt(page: Page, reader: number, text: string, aimId = ']C0'): Promise<void> {
  await page.evaluate((scan) => window.station.send({ kind: 'practiceScan', ...scan }), { reader, text, aimId });
}

async function openDoctor(page: Page): Promise<void> {
  await page.keyboard.press('F10');
  await expect(page.getByText('Scans are tested here. They do not enter the queue.')).toBeVisible();
}

test('two readers hand over one token each, and the keyboard works on the one in front', async ({
  station: { page },
  tenant,
}) => {
  const operator = createOperator(page);
  await page.getByRole('button', { name: 'Plug in a second reader' }).click();
  await expect(page.getByRole('radio', { name: '2, Second practice reader, Scan' })).toBeVisible();
  await scanAt(page, 1, LEFT);
  await scanAt(page, 2, RIGHT);
  const handOver = page.getByRole('region', { name: 'Hand-over' });
  await expect(page.getByRole('row', { name: RIGHT })).toBeVisible();
  await expect(handOver).toContainText(LEFT);

  await page.keyboard.press('Control+2');
  await operator.choosePerson('bjorn.akesson@harbourlark.example');
  await operator.typeCode(operator.readCode(RIGHT));
  await expect(page.getByRole('row', { name: RIGHT })).toContainText('Activated');
  await expect(handOver).toContainText(LEFT);
  await expect(page.getByRole('row', { name: LEFT })).toContainText('Choose the person');
  expect(tenant.countPosts('assignAndActivateBySerialNumber')).toBe(1);
});

test('the doctor tries scans out by keyboard alone, and nothing of them is queued', async ({ station: { page } }) => {
  await openDoctor(page);
  const scans = page.getByRole('region', { name: 'Test scan' });
  await scanAt(page, 1, `S/N: ${LEFT}`);
  await expect(scans).toContainText('Serial number');
  await expect(scans).toContainText(LEFT);
  await scanAt(page, 1, `otpauth://totp/x?secret=${SECRET}`, ']Q1');
  await expect(scans).toContainText('holds a token’s secret');
  expect(await page.content()).not.toContain(SECRET);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nothing scanned yet')).toBeVisible();
  await scanAt(page, 1, LEFT);
  await expect(page.getByRole('row', { name: LEFT })).toBeVisible();
});

test('three badges make a rule, which outlives a restart of the app', async ({ station, dataPath, tenant }) => {
  const { page } = station;
  await openDoctor(page);
  await page.getByRole('tab', { name: 'Label rules' }).click();
  await page.getByRole('button', { name: 'Badge' }).click();
  for (const [index, badge] of ['HL#40101', 'HL#40192', 'HL#40318'].entries()) {
    await scanAt(page, 1, badge, ']A0');
    if (index < 2) await expect(page.getByText(`${index + 1} of 3 scanned`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Keep this rule' }).click();
  await expect(page.getByText(/is a badge/)).toBeVisible();
  await station.close();

  const again = await launchStation(dataPath, tenant);
  await scanAt(again.page, 1, LEFT);
  await expect(again.page.getByRole('searchbox', { name: 'Name, mail or sign-in name' })).toBeVisible();
  await scanAt(again.page, 1, 'HL#40192', ']A0');
  await expect(again.page.getByRole('searchbox', { name: 'Name, mail or sign-in name' })).toHaveValue('40192');
  await expect(again.page.getByRole('option')).toHaveCount(1);
  await expect(again.page.getByLabel('Six digits on the token')).toHaveCount(0);
  await again.page.getByRole('searchbox', { name: 'Name, mail or sign-in name' }).press('Enter');
  await expect(again.page.getByLabel('Six digits on the token')).toBeVisible();
  await again.close();
});
