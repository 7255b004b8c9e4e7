// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { InventoryView } from '../../electron/contract/inventory.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeSeeds } from '../fakes/fake-station.ts';
import { makeInventory, makeInventoryRow } from '../fakes/make-inventory.ts';
import { DRIFTS, mayWriteInventory } from './inventory-scenes.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';
import { startKeyClock } from './window-keys.ts';

const NONE = { new: 0, there: 0, twice: 0, created: 0, refused: 0, unsure: 0 };

async function open(change: Partial<Snapshot> = {}): Promise<RenderedDesk> {
  const desk = renderDesk({ seeds: makeSeeds(), capabilities: mayWriteInventory('yes'), ...change });
  await desk.user.keyboard('{Control>}{Shift>}s{/Shift}{/Control}');
  return desk;
}

function withRun(change: Partial<InventoryView> = {}): Promise<RenderedDesk> {
  return open({ inventory: makeInventory(change) });
}

function section(): ReturnType<typeof within> {
  return within(screen.getByRole('region', { name: 'Put these tokens into the tenant' }));
}

function button(name: string): HTMLElement {
  return section().getByRole('button', { name });
}

function boxes(): HTMLElement | null {
  return section().queryByRole('textbox', { name: 'Six digits on one token of the box' });
}

function steps(): readonly (string | null)[] {
  return section()
    .getAllByRole('listitem')
    .map((step: HTMLElement) => step.getAttribute('data-state'));
}

function said(): readonly (string | null)[] {
  return [...document.querySelectorAll('[role="log"] p')].map(({ textContent }) => textContent);
}

beforeEach(startKeyClock);

describe('whoever may not put tokens into the tenant', () => {
  test('is told what is missing, and is offered nothing', async () => {
    await open({ capabilities: mayWriteInventory('no', ['Policy.ReadWrite.AuthenticationMethod']) });
    expect(section().getByText(/Policy\.ReadWrite\.AuthenticationMethod is missing/)).toBeTruthy();
    expect(section().getByText(/role Authentication Policy Administrator/)).toBeTruthy();
    expect(section().queryByRole('button')).toBeNull();
  });

  test('is offered all of it where nothing is certain', async () => {
    await open({ capabilities: mayWriteInventory('unknown', ['Authentication Policy Administrator']) });
    expect(section().getByText(/does not name the role/)).toBeTruthy();
    expect(button('Start the dry run')).toBeTruthy();
  });

  test('sees nothing of it without seeds', async () => {
    await open({ seeds: null });
    expect(screen.queryByRole('region', { name: 'Put these tokens into the tenant' })).toBeNull();
  });
});

describe('the three steps', () => {
  test('begin with the dry run; the others are later', async () => {
    const { user, station } = await open();
    expect(steps()).toEqual(['now', 'later', 'later']);
    await user.click(button('Start the dry run'));
    expect(station.sent).toEqual([{ kind: 'checkInventory' }]);
  });

  test('say how far the reading is, and can be left', async () => {
    const { user, station } = await withRun({ stage: 'reading', doneCount: 1_200, counts: NONE, rows: [] });
    const bar = section().getByRole('progressbar', { name: 'Dry run' });
    expect(bar.textContent).toBe('1200 tokens of the tenant read');
    await user.click(button('Leave it'));
    expect(station.sent).toEqual([{ kind: 'leaveInventory' }]);
  });

  test('say what is new and that nothing was sent, and create nothing before the proof', async () => {
    await withRun();
    expect(
      section().getByText('482 are new. 17 are there already. 1 is there twice. Nothing has been sent.'),
    ).toBeTruthy();
    expect(steps()).toEqual(['done', 'now', 'later']);
    expect(button('Create 482 tokens')).toHaveProperty('disabled', true);
  });

  test('take a code by itself on the sixth digit and keep nothing of it', async () => {
    const { user, station, desk } = await withRun();
    const field = boxes();
    if (!field) throw new Error('no boxes');
    await user.click(field);
    await user.keyboard('012345');
    expect(station.sent).toEqual([{ kind: 'proveInventory', code: '012345' }]);
    expect(field).toHaveProperty('value', '');
    expect(JSON.stringify(desk.store.getState())).not.toContain('012345');
  });

  test('say why a code proved nothing, in place', async () => {
    const { user, station } = await withRun();
    station.refuse('proveInventory', { code: 'code-of-no-token' });
    await user.click(boxes() ?? document.body);
    await user.keyboard('012345');
    expect(section().getByText('No token of the seed file shows this code')).toBeTruthy();
  });

  test('ask for the next code of the same token where the first may fit by chance', async () => {
    await withRun({ wantsNextCode: true });
    expect(section().getByText(/Type the next code of the same token/)).toBeTruthy();
  });

  test('create what is new once it is proved', async () => {
    const { user, station } = await withRun({ isProved: true });
    expect(boxes()).toBeNull();
    expect(steps()).toEqual(['done', 'done', 'now']);
    await user.click(button('Create 482 tokens'));
    expect(station.sent).toEqual([{ kind: 'importInventory' }]);
  });

  test('offer nothing to create where nothing is new', async () => {
    await withRun({ isProved: true, counts: { ...NONE, there: 500 } });
    expect(section().getByText('Nothing is left to create.')).toBeTruthy();
    expect(section().queryByRole('button', { name: /^Create/ })).toBeNull();
  });

  test('want another dry run where the file is another one', async () => {
    const { user, station } = await withRun({ isProved: true, problem: { code: 'inventory-out-of-date' } });
    expect(button('Create 482 tokens')).toHaveProperty('disabled', true);
    await user.click(button('Start another dry run'));
    expect(station.sent).toEqual([{ kind: 'checkInventory' }]);
  });

  test('say how far the creating is, and stop after the list that is under way', async () => {
    const counts = { ...NONE, new: 282, there: 18, created: 198, refused: 1 };
    const { user, station } = await withRun({ stage: 'sending', isProved: true, counts });
    expect(section().getByRole('progressbar', { name: 'Create them' }).getAttribute('aria-valuetext')).toBe(
      '199 of 481',
    );
    expect(section().queryByRole('button', { name: 'Start another dry run' })).toBeNull();
    await user.click(button('Stop after this list'));
    expect(station.sent).toEqual([{ kind: 'leaveInventory' }]);
  });

  test('say why it stopped, that what was created stays, and how it goes on', async () => {
    const counts = { ...NONE, new: 70, created: 50 };
    await withRun({ stage: 'stopped', problem: { code: 'seeds-missing' }, counts });
    expect(section().getByText('No seeds are in memory')).toBeTruthy();
    expect(section().getByText(/What was created stays/)).toBeTruthy();
    expect(button('Start another dry run')).toBeTruthy();
  });

  test('still show what was created where the seeds are gone', async () => {
    await open({ seeds: null, inventory: makeInventory({ stage: 'stopped', problem: { code: 'seeds-missing' } }) });
    expect(button('Start another dry run')).toBeTruthy();
  });
});

describe('the rows', () => {
  const rows = [
    makeInventoryRow(),
    makeInventoryRow({
      serialNumber: 'VES0052656',
      manufacturer: 'Unknown',
      model: 'Unknown',
      periodSeconds: 60,
      state: 'refused',
      problem: { code: 'graph-refused', detail: '400 · badRequest · too long', requestId: 'abc' },
    }),
    makeInventoryRow({ serialNumber: '60234567', state: 'unsure', problem: { code: 'answer-lost' } }),
  ];

  test('tell what each is, what became of it, and what Graph said', async () => {
    await withRun({ rows });
    const table = within(section().getByRole('group', { name: 'Tokens of the file' }));
    const [, first, second, third] = table.getAllByRole('row').map(({ textContent }) => textContent);
    expect(first).toBe('8659623852755Token2 · C300-ievery 30 sNew');
    expect(second).toContain('VES0052656Unknown · Unknownevery 60 sRefused');
    expect(second).toContain('400 · badRequest · too long');
    expect(third).toContain('Another dry run tells whether it was created.');
    expect(third).not.toContain('code');
  });

  test('are turned page by page, and only those to look at are shown when asked for', async () => {
    const { user, station } = await withRun({ rows });
    await user.click(button('Only what to look at'));
    await user.click(button('Next page'));
    expect(station.sent).toEqual([
      { kind: 'showInventory', page: 0, onlyTroubled: true },
      { kind: 'showInventory', page: 1, onlyTroubled: false },
    ]);
  });

  test('say so where there is nothing to look at', async () => {
    await withRun({ rows: [], onlyTroubled: true, pageCount: 1 });
    expect(section().getByText('Nothing to look at.')).toBeTruthy();
    expect(button('Only what to look at').getAttribute('aria-pressed')).toBe('true');
  });
});

test('each step is said once it has come to something', async () => {
  const { push } = await withRun({ stage: 'reading', counts: NONE, rows: [] });
  push({ inventory: makeInventory() });
  push({ inventory: makeInventory({ wantsNextCode: true }) });
  push({ inventory: makeInventory({ isProved: true }) });
  push({ inventory: makeInventory({ isProved: true, stage: 'sending' }) });
  push({ inventory: makeInventory({ isProved: true, stage: 'done', counts: { ...NONE, created: 482 } }) });
  expect(said()).toEqual([
    'Dry run: 482 are new. 17 are there already. 1 is there twice. Nothing has been sent.',
    'The code fits. Type the next code of the same token.',
    'The code fits: the seeds are read rightly.',
    'Creating is done. 482 were created.',
  ]);
});

describe('the clocks of the box', () => {
  test('are told in words beside the bars', async () => {
    await open({ seeds: makeSeeds({ drifts: DRIFTS }) });
    const figure = screen.getByRole('figure');
    expect(figure.textContent).toContain(
      '38 tokens were seen. Most run less than a minute off. 2 are too far off to go out: put them aside.',
    );
  });

  test.each([
    [-3, 'It runs 3 minutes slow.'],
    [1, 'It runs 1 minute fast.'],
    [10, 'It runs ten minutes fast or more. 1 is too far off to go out: put it aside.'],
  ])('one token, %i minutes', async (off, words) => {
    const drifts = DRIFTS.map(({ minutes }) => ({ minutes, count: minutes === off ? 1 : 0 }));
    await open({ seeds: makeSeeds({ drifts }) });
    expect(screen.getByRole('figure').textContent).toContain(`1 token was seen. ${words}`);
  });

  test('are not shown before one was seen', async () => {
    await open();
    expect(screen.queryByRole('figure')).toBeNull();
  });
});
