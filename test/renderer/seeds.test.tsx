// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makePractice, makeSeeds, makeSoughtToken } from '../fakes/fake-station.ts';
import { makeDoctor } from '../fakes/make-doctor.ts';
import { makeKiosk } from './make-kiosk.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';
import { FAULT_KINDS } from './seeds-scenes.ts';
import { startKeyClock, type, waitAtKeys } from './window-keys.ts';
import { askedOf } from './open-settings.tsx';

const OPEN_KEYS = '{Control>}{Shift>}s{/Shift}{/Control}';
const PASSWORD = 'Tr0ub4dor';

async function openSeeds(change: Partial<Snapshot> = {}): Promise<RenderedDesk> {
  const desk = renderDesk(change);
  await desk.user.keyboard(OPEN_KEYS);
  return desk;
}

function area(): HTMLElement | null {
  return screen.queryByRole('region', { name: 'Seeds in memory' });
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

function passwordField(): HTMLInputElement {
  return screen.getByLabelText('Password of the file');
}

beforeEach(startKeyClock);

describe('the way to the seeds and back', () => {
  test('Ctrl Shift S opens them in the place of the work, and again or Esc closes them', async () => {
    const { user, station } = await openSeeds();
    expect(area()).toBe(document.activeElement);
    expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    await user.keyboard(OPEN_KEYS);
    expect(area()).toBeNull();
    await user.keyboard(`${OPEN_KEYS}{Escape}`);
    expect(area()).toBeNull();
    expect(station.sent).toEqual([]);
  });

  test('the bar opens them, and says how many tokens are in memory', async () => {
    const { user, push } = renderDesk();
    await user.click(button('Seeds in memory'));
    expect(area()).not.toBeNull();
    push({ seeds: makeSeeds() });
    expect(button('Seeds in memory: 500 tokens').textContent).toBe('500');
    await user.click(button('Seeds in memory: 500 tokens'));
    expect(area()).toBeNull();
  });

  test('the focus comes back to the field that is due', async () => {
    const { user } = await openSeeds({ open: makeCodeRow() });
    await user.keyboard('{Escape}');
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
  });

  test('their key stands on the help sheet, and F6 goes round', async () => {
    const { user } = await openSeeds({ practice: makePractice() });
    await user.keyboard('{F6}');
    expect(screen.getByRole('banner').contains(document.activeElement)).toBe(true);
    await user.keyboard('{F6}');
    expect(area()?.contains(document.activeElement)).toBe(true);
    await user.keyboard('{F1}');
    const sheet = screen.getByRole('dialog', { name: 'Keys, sounds and signs' });
    expect(within(sheet).getByText('Close the seeds')).toBeTruthy();
    expect(within(sheet).getByText('Seeds in memory')).toBeTruthy();
  });

  test('F10 leads on to the doctor, Ctrl comma to the settings, and from neither they open', async () => {
    const { user, station, push } = await openSeeds();
    await user.keyboard('{Control>},{/Control}');
    expect(screen.getByRole('region', { name: 'Settings' })).toBeTruthy();
    expect(button('Seeds in memory')).toHaveProperty('disabled', true);
    await user.keyboard(OPEN_KEYS);
    expect(area()).toBeNull();
    await user.keyboard(`{Escape}${OPEN_KEYS}{F10}`);
    expect(askedOf(station)).toEqual([{ kind: 'openDoctor' }]);
    push({ doctor: makeDoctor() });
    await user.keyboard(OPEN_KEYS);
    expect(area()).toBeNull();
  });

  test('a kiosk has neither the button nor the key', async () => {
    await openSeeds({ kiosk: makeKiosk(), seeds: makeSeeds() });
    expect(area()).toBeNull();
    expect(screen.queryByRole('button', { name: /^Seeds/ })).toBeNull();
  });

  test('the lock closes them with all that was half typed, and unlocking does not open them again', async () => {
    const tenant = { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } as const;
    const session = { kind: 'in', name: 'Marta Ferri', userPrincipalName: 'marta@contoso.com' } as const;
    const { user, push } = await openSeeds({ mode: tenant, session, seeds: makeSeeds() });
    await user.keyboard('588');
    push({ session: { kind: 'out', problem: { code: 'idle-locked' } }, seeds: null });
    expect(area()).toBeNull();
    await user.keyboard(OPEN_KEYS);
    expect(area()).toBeNull();
    push({ session });
    expect(area()).toBeNull();
  });
});

describe('opening a file', () => {
  test('says first what never happens with the seeds, and asks for the file', async () => {
    const { user, station } = await openSeeds();
    expect(within(screen.getByRole('region', { name: 'Seeds in memory' })).getAllByRole('listitem')).toHaveLength(4);
    await user.click(button('Open a seed file…'));
    expect(station.sent).toEqual([{ kind: 'openSeedFile', password: '', again: false }]);
  });

  test('an encrypted one asks for its password, by keyboard alone, and keeps nothing of it', async () => {
    const { user, station, desk } = await openSeeds();
    station.refuse('openSeedFile', { code: 'seed-password-wanted' });
    await user.click(button('Open a seed file…'));
    expect(passwordField()).toBe(document.activeElement);
    expect([passwordField().type, passwordField().autocomplete]).toEqual(['password', 'off']);
    station.refuse('openSeedFile', { code: 'seed-password-wrong' });
    await user.keyboard(`${PASSWORD}{Enter}`);
    expect(station.sent.at(-1)).toEqual({ kind: 'openSeedFile', password: PASSWORD, again: true });
    expect(screen.getByText('This password does not open the file')).toBeTruthy();
    expect(passwordField().value).toBe('');
    expect(passwordField()).toBe(document.activeElement);
    expect(document.documentElement.outerHTML).not.toContain(PASSWORD);
    expect(JSON.stringify(desk.store.getState())).not.toContain(PASSWORD);
  });

  test('an empty password is not sent', async () => {
    const { user, station } = await openSeeds();
    station.refuse('openSeedFile', { code: 'seed-password-wanted' });
    await user.click(button('Open a seed file…'));
    await user.keyboard('{Enter}');
    expect(station.sent).toHaveLength(1);
  });

  test('another trouble is shown in place, a dialog that was called off is not', async () => {
    const { user, station } = await openSeeds();
    station.refuse('openSeedFile', { code: 'seed-file-unreadable' });
    await user.click(button('Open a seed file…'));
    expect(screen.getByText('This is not a file of seeds')).toBeTruthy();
    station.refuse('openSeedFile', { code: 'cancelled' });
    await user.click(button('Open a seed file…'));
    expect(screen.queryByText('This is not a file of seeds')).toBeNull();
    expect(within(screen.getByRole('region', { name: 'Seeds in memory' })).queryByText('Called off')).toBeNull();
  });

  test('a refusal does not wait for the next visit', async () => {
    const { user, station } = await openSeeds();
    station.refuse('openSeedFile', { code: 'seed-password-wanted' });
    await user.click(button('Open a seed file…'));
    await user.keyboard(`{Escape}${OPEN_KEYS}`);
    expect(screen.queryByLabelText('Password of the file')).toBeNull();
  });

  test('a scan into the password leaves it as it was and opens nothing', async () => {
    const { user, station } = await openSeeds();
    station.refuse('openSeedFile', { code: 'seed-password-wanted' });
    await user.click(button('Open a seed file…'));
    type('abc', { gapMs: 200, heldMs: 90 });
    waitAtKeys(500);
    type('GALT11420104\n', { gapMs: 10 });
    expect(passwordField().value).toBe('abc');
    expect(station.sent.slice(1)).toEqual([{ kind: 'wedgeScan', text: 'GALT11420104' }]);
  });
});

describe('a file in memory', () => {
  test('tells what was read, how it is written and what means nothing here', async () => {
    await openSeeds({ seeds: makeSeeds({ encoding: 'unproved', ignoredColumns: ['Batch', 'Delivery note'] }) });
    const file = screen.getByRole('region', { name: 'Seed file' });
    for (const words of [
      'token2-order-20117.csv',
      '500',
      'Not proved yet: the first code will tell',
      'Batch, Delivery note',
    ])
      expect(within(file).getByText(words)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('lists each row that was left out with its line, its serial number and what is wrong in words', async () => {
    const faults = FAULT_KINDS.map((kind, index) => ({
      line: index + 2,
      serialNumber: index === 0 ? null : `26001248${index}`,
      kind,
    }));
    await openSeeds({ seeds: makeSeeds({ faults }) });
    const table = within(screen.getByRole('group', { name: '10 rows left out' }));
    const rows = table.getAllByRole('row').slice(1);
    const cells = rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
    expect(cells[0]).toEqual(['2', '–', 'No serial number']);
    expect(cells[3]).toEqual(['5', '260012483', 'Counts presses; Microsoft Entra takes tokens that count time']);
    expect(new Set(cells.map(([, , what]) => what)).size).toBe(FAULT_KINDS.length);
  });

  test('is forgotten by its button, and the focus stays on the screen', async () => {
    const { user, station, push } = await openSeeds({ seeds: makeSeeds() });
    await user.click(button('Forget the seeds'));
    expect(station.sent).toEqual([{ kind: 'forgetSeeds' }]);
    push({ seeds: null });
    expect(area()).toBe(document.activeElement);
    expect(button('Open a seed file…')).toBeTruthy();
  });

  test('is said once when it has been read and when it is gone', () => {
    const { push } = renderDesk();
    const said = (): readonly (string | null)[] =>
      [...document.querySelectorAll('[role="log"] p')].map(({ textContent }) => textContent);
    const faults = [{ line: 4, serialNumber: null, kind: 'rowBroken' }] as const;
    push({ seeds: makeSeeds({ faults }) });
    push({ seeds: makeSeeds({ faults }) });
    push({ seeds: null });
    expect(said()).toEqual([
      '500 tokens from token2-order-20117.csv are in memory. 1 row left out.',
      'The seeds are forgotten.',
    ]);
  });

  test('a scan while one is looked at goes to the queue, and six digits at once are no code of the open token', async () => {
    const { station } = await openSeeds({ open: makeCodeRow(), seeds: makeSeeds({ sought: null }) });
    act(() => screen.getByRole('region', { name: 'Seeds in memory' }).focus());
    type('588213\n', { gapMs: 10 });
    waitAtKeys(500);
    type('GALT11420104\n', { gapMs: 10 });
    expect(station.sent).toEqual([
      { kind: 'wedgeScan', text: '588213' },
      { kind: 'wedgeScan', text: 'GALT11420104' },
    ]);
  });
});

test('a token that is found stays on screen while its file is looked at', async () => {
  await openSeeds({ seeds: makeSeeds({ sought: { codeCount: 1, matches: [makeSoughtToken()] } }) });
  expect(screen.getByTitle('8659623852755')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Seed file' })).toBeTruthy();
});
