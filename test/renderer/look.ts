// Takes pictures of the window in every state, for people to look at: `node test/renderer/look.ts [scene]`.
// The page is served with the policy of the app, and a word about a broken policy or a thrown error ends the run.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { SCENE_NAMES, type SceneName } from './scenes.ts';
import { CHROMIUM_PATH, openScene, serveWindow, type ServedWindow } from './serve-window.ts';

const PICTURES = resolve(import.meta.dirname, '../../out/look');

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 800, height: 900 },
] as const;

type Act = (page: Page) => Promise<void>;

/** What is done in a scene before the picture is taken. */
const ACTS: Partial<Record<SceneName, Act>> = {
  'settings in practice': openSettings,
  'settings by policy': openSettings,
  'settings broken': openSettings,
  'paper settings': openPaperSettings,
  'inventory not begun': openSeeds,
  'inventory not permitted': openSeeds,
  'inventory doubtful': openSeeds,
  'inventory being read': openSeeds,
  'inventory compared': openSeeds,
  'inventory proved': openSeeds,
  'inventory being sent': openSeeds,
  'inventory stopped': openSeeds,
  'inventory done': openSeeds,
  'seeds none': openSeeds,
  'seeds read': openSeeds,
  'seeds with faults': openSeeds,
  'seeds found one': openSeeds,
  'seeds found several': openSeeds,
  'seeds found none': openSeeds,
  'history open': openHistory,
  'history broken': openHistory,
  'history found nothing': openHistory,
  'history being read': openHistory,
  'orders none': openOrders,
  'orders several': openOrders,
  'orders one': openOrders,
  'orders longest': openOrders,
  'orders handed over': openOrders,
  'draft reading': openOrders,
  'draft checking': openOrders,
  'draft ready': openOrders,
  'draft handed over': openOrders,
  'shift empty': openShift,
  'shift at noon': openShift,
  'shift comparing': openShift,
  'shift compared': openShift,
  'shift with differences': openShift,
  'shift of thousands': openShift,
  'needs user': searchConti,
  'visit search': searchConti,
  'code half typed': async (page) => {
    await page.getByLabel('Six digits on the token').pressSequentially('588');
    await page.waitForTimeout(6000);
  },
};

async function searchConti(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('conti');
  await page.getByRole('option').first().waitFor();
}

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('region', { name: 'Settings' }).waitFor();
}

async function openPaperSettings(page: Page): Promise<void> {
  await openSettings(page);
  await page.getByRole('region', { name: 'What the papers look like' }).scrollIntoViewIfNeeded();
}

async function openOrders(page: Page): Promise<void> {
  await page.keyboard.press('Control+o');
  await page.getByRole('region', { name: 'Work orders' }).waitFor();
}

async function openHistory(page: Page): Promise<void> {
  await page.keyboard.press('Control+H');
  await page.getByRole('region', { name: 'History' }).waitFor();
}

async function openSeeds(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('region', { name: 'Seeds in memory' }).waitFor();
}

async function openShift(page: Page): Promise<void> {
  await page.keyboard.press('Control+e');
  await page.getByRole('region', { name: 'Shift and exceptions' }).waitFor();
}

/** Pictures that are a scene seen in another way. */
const EXTRA_PICTURES: readonly { readonly scene: SceneName; readonly name: string; readonly act: Act }[] = [
  { scene: 'code half typed', name: 'help sheet', act: (page) => page.keyboard.press('F1') },
  { scene: 'needs user', name: 'serial entry', act: (page) => page.keyboard.press('F3') },
  { scene: 'code half typed', name: 'across the bench', act: (page) => page.keyboard.press('Control+B') },
  {
    scene: 'queue of forty',
    name: 'remove asked',
    act: async (page) => {
      await page.getByRole('row').nth(2).focus();
      await page.keyboard.press('Delete');
    },
  },
  {
    scene: 'pre-flight quiet',
    name: 'pre-flight not checked',
    act: (page) => page.getByText('Not checked').click(),
  },
  {
    scene: 'issued and idle',
    name: 'undo asked',
    act: async (page) => {
      await page.getByRole('row').first().focus();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('ArrowDown');
    },
  },
  { scene: 'held for five', name: 'replace asked', act: (page) => page.keyboard.press('F12') },
  {
    scene: 'issued just now',
    name: 'swap asked',
    act: (page) => page.getByRole('button', { name: 'Swapped with another token…' }).click(),
  },
  { scene: 'plan running', name: 'plan aside', act: (page) => page.keyboard.press('Control+p') },
  { scene: 'plan stopped', name: 'plan stopped aside', act: (page) => page.keyboard.press('Control+p') },
  {
    scene: 'doctor at work',
    name: 'doctor marks',
    act: (page) => page.getByRole('tab', { name: 'Command marks' }).click(),
  },
  {
    scene: 'doctor at work',
    name: 'doctor naming',
    act: (page) => page.getByRole('button', { name: 'Name and colour of Bench left' }).click(),
  },
  {
    scene: 'doctor with trouble',
    name: 'doctor with mark',
    act: (page) => page.getByRole('button', { name: 'Show the mark' }).click(),
  },
  {
    scene: 'settings in practice',
    name: 'settings wrong',
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('textbox', { name: 'Tenant id' }).fill('8b1c6d1e-9c43');
      await page.getByRole('radio', { name: 'US Government' }).check({ force: true });
      await page.keyboard.press('Escape');
    },
  },
  {
    scene: 'settings by policy',
    name: 'settings at their end',
    act: async (page) => {
      await openSettings(page);
      await page.getByText('Where this is kept').scrollIntoViewIfNeeded();
    },
  },
  {
    scene: 'seeds none',
    name: 'seeds password',
    act: async (page) => {
      await openSeeds(page);
      await page.evaluate(`Scenes.refuse('openSeedFile', 'seed-password-wrong')`);
      await page.getByRole('button', { name: 'Open a seed file…' }).click();
      await page.getByLabel('Password of the file').fill('hunter22');
    },
  },
  {
    scene: 'inventory stopped',
    name: 'inventory rows',
    act: async (page) => {
      await openSeeds(page);
      await page.getByRole('group', { name: 'Tokens of the file' }).scrollIntoViewIfNeeded();
    },
  },
  {
    scene: 'shift at noon',
    name: 'shift asked',
    act: async (page) => {
      await openShift(page);
      await page.getByRole('button', { name: 'Remove 2600124809787' }).click();
      await page.getByRole('button', { name: 'Close the shift' }).click();
      for (const what of ['2600124809787', 'LAHE0000550100000042'])
        // One after the other, as a hand would.
        // oxlint-disable-next-line no-await-in-loop
        await page
          .getByText('Details', { exact: true })
          .nth(what === '2600124809787' ? 1 : 2)
          .click();
    },
  },
  {
    scene: 'signed in',
    name: 'who is signed in',
    act: (page) => page.getByRole('button', { name: /^Signed in as/ }).click(),
  },
  {
    scene: 'id seen',
    name: 'id asked',
    act: (page) => page.getByRole('button', { name: 'Another ID…' }).click(),
  },
  {
    scene: 'rights usual',
    name: 'rights opened',
    act: (page) => page.getByRole('button', { name: /^Signed in as/ }).click(),
  },
  {
    scene: 'rights missing',
    name: 'rights missing opened',
    act: (page) => page.getByRole('button', { name: /^Signed in as/ }).click(),
  },
  {
    scene: 'kiosk practice code',
    name: 'kiosk across the bench',
    act: (page) => page.keyboard.press('Control+B'),
  },
  {
    scene: 'real tenant',
    name: 'reader in trouble',
    act: (page) => page.getByRole('button', { name: /^Bench right/ }).click(),
  },
  {
    scene: 'real tenant',
    name: 'journal warnings',
    act: (page) => page.getByRole('button', { name: /Journal/ }).click(),
  },
];

async function main(wanted: string | undefined): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const served = await serveWindow(PICTURES);
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox'] });
  try {
    const pictures: readonly Picture[] = [
      ...SCENE_NAMES.map((name) => ({ scene: name, name, act: ACTS[name] })),
      ...EXTRA_PICTURES,
    ];
    for (const picture of pictures) {
      if (!wanted || picture.name.includes(wanted)) await takePictures(browser, served, picture);
    }
  } finally {
    await browser.close();
    served.close();
  }
}

type Picture = { readonly scene: SceneName; readonly name: string; readonly act?: Act | undefined };

async function takePictures(browser: Browser, served: ServedWindow, picture: Picture): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openScene(browser, served, picture.scene, { colorScheme, viewport: SIZES[0] }, (words) => {
      throw new Error(`${picture.name}: ${words}`);
    });
    await picture.act?.(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForTimeout(120);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) console.log(`${picture.name} ${size.width}: ${overflow} px too wide`);
      const file = `${picture.name.replaceAll(' ', '-')}-${size.width}-${colorScheme}.png`;
      await page.screenshot({ path: join(PICTURES, file) });
    }
    await page.context().close();
  }
}

await main(process.argv[2]);
