import type { Page } from '@playwright/test';
import { PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';
import { readDisplay } from '../../electron/practice/virtual-token.ts';

/** What the person at the bench does, by keyboard and virtual reader only. */
export type Operator = {
  /** Holds a label to the virtual reader. */
  readonly scan: (text: string, aimId?: string) => Promise<void>;
  /** Types a whole sign-in name and takes the exact match. */
  readonly choosePerson: (userPrincipalName: string) => Promise<void>;
  /** The same, where no code is asked for afterwards. */
  readonly pickPerson: (userPrincipalName: string) => Promise<void>;
  readonly typeCode: (code: string) => Promise<void>;
  /** The code on a token's display now, taken early enough in its step not to change while it is typed. */
  readonly readCode: (serialNumber: string) => string;
};

export function createOperator(page: Page): Operator {
  async function pickPerson(userPrincipalName: string): Promise<void> {
    const search = page.getByRole('searchbox', { name: 'Name, mail or sign-in name' });
    await search.fill(userPrincipalName);
    await page.getByRole('option', { name: userPrincipalName }).waitFor();
    await search.press('Enter');
  }

  return {
    scan: async (text, aimId = ']C0') => {
      await page.evaluate((label) => window.station.send({ kind: 'practiceScan', reader: 1, ...label }), {
        text,
        aimId,
      });
    },
    pickPerson,
    choosePerson: async (userPrincipalName) => {
      await pickPerson(userPrincipalName);
      await page.getByLabel('Six digits on the token').waitFor();
    },
    typeCode: async (code) => {
      await page.getByLabel('Six digits on the token').waitFor();
      await page.keyboard.type(code);
    },
    readCode: (serialNumber) => {
      const token = PRACTICE_TOKENS.find((candidate) => candidate.serialNumber === serialNumber);
      if (!token) throw new Error(`no virtual token ${serialNumber}`);
      return readDisplay(token, Date.now()).code;
    },
  };
}
