// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SoughtToken, SoughtTokens } from '../../electron/contract/seed-file.ts';
import { makeSeeds, makeSoughtToken } from '../fakes/fake-station.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';
import { startKeyClock, type, waitAtKeys } from './window-keys.ts';

async function openSeek(sought: SoughtTokens | null = null): Promise<RenderedDesk> {
  const desk = renderDesk({ seeds: makeSeeds({ sought }) });
  await desk.user.keyboard('{Control>}{Shift>}s{/Shift}{/Control}');
  return desk;
}

function seek(): HTMLElement {
  return screen.getByRole('region', { name: 'Which token is this?' });
}

function field(): HTMLInputElement {
  return screen.getByRole('textbox', { name: 'Six digits on the token' });
}

function came(codeCount: number, ...matches: readonly SoughtToken[]): SoughtTokens {
  return { codeCount, matches };
}

function said(): readonly (string | null)[] {
  return [...document.querySelectorAll('[role="log"] p')].map(({ textContent }) => textContent);
}

const one = makeSoughtToken();
const other = makeSoughtToken({ serialNumber: '2600124809787', drift: { driftMs: 480_000, isFit: true } });

beforeEach(startKeyClock);

describe('which token is this?', () => {
  test('its field has the focus, the sixth digit looks it up, and nothing of the code is left', async () => {
    const { user, station, desk } = await openSeek();
    expect(field()).toBe(document.activeElement);
    await user.keyboard('588213');
    expect(station.sent).toEqual([{ kind: 'seekToken', code: '588213' }]);
    expect(field().value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain('588213');
    expect(JSON.stringify(desk.store.getState())).not.toContain('588213');
    expect(field()).toBe(document.activeElement);
  });

  test('Esc takes the digits first and leaves the screen only after that', async () => {
    const { user } = await openSeek();
    await user.keyboard('588{Escape}');
    expect(field().value).toBe('');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Seeds in memory' })).toBeNull();
  });

  test('other keys are ignored with a word, and Enter says what is missing', async () => {
    const { user, station, played } = await openSeek();
    await user.keyboard('5a');
    expect(within(seek()).getByText('Only digits. Nothing was typed.')).toBeTruthy();
    expect(played.map(({ name }) => name)).toEqual(['keyIgnored']);
    await user.keyboard('8{Enter}');
    expect(within(seek()).getByText(/^Six digits are needed/)).toBeTruthy();
    expect(station.sent).toEqual([]);
  });

  test('the one token is shown with its model and its clock, and said once', async () => {
    const { push } = await openSeek();
    const found = came(1, makeSoughtToken({ drift: { driftMs: -120_000, isFit: true } }));
    push({ seeds: makeSeeds({ sought: found }) });
    push({ seeds: makeSeeds({ sought: found }) });
    expect(within(seek()).getByTitle('8659623852755')).toBeTruthy();
    expect(within(seek()).getByText('C300-i')).toBeTruthy();
    expect(within(seek()).getByText('Clock 2 min slow')).toBeTruthy();
    expect(said()).toEqual(['One token shows this code: 8659623852755. Clock 2 min slow.']);
  });

  test('where several fit, the next code of the same token is asked for and added', async () => {
    const { user, station, push } = await openSeek();
    push({ seeds: makeSeeds({ sought: came(1, one, other) }) });
    expect(within(seek()).getByText('2 tokens fit')).toBeTruthy();
    expect(within(seek()).getByText('Type the next code that the same token shows')).toBeTruthy();
    expect(said()).toEqual(['2 tokens fit. Type the next code that the same token shows.']);
    await user.keyboard('004417');
    expect(station.sent).toEqual([{ kind: 'seekToken', code: '004417' }]);
    push({ seeds: makeSeeds({ sought: came(2, other) }) });
    expect(within(seek()).getByText('One token shows these 2 codes')).toBeTruthy();
  });

  test.each([
    ['found', came(1, one)],
    ['not found', came(1)],
  ])('the code after a token that was %s begins anew', async (_case, sought) => {
    const { user, station } = await openSeek(sought);
    await user.keyboard('004417');
    expect(station.sent).toEqual([{ kind: 'stopSeeking' }, { kind: 'seekToken', code: '004417' }]);
  });

  test('the one token is proved with its next code, where that is asked for', async () => {
    const { user, station, push } = await openSeek(came(1, one));
    await user.click(within(seek()).getByRole('button', { name: 'Prove it with its next code' }));
    expect(field()).toBe(document.activeElement);
    await user.keyboard('004417');
    expect(station.sent).toEqual([{ kind: 'seekToken', code: '004417' }]);
    push({ seeds: makeSeeds({ sought: came(2, one) }) });
    await user.keyboard('588213');
    expect(station.sent.slice(1).map(({ kind }) => kind)).toEqual(['stopSeeking', 'seekToken']);
  });

  test('where none fits, it says what to try and what it means', async () => {
    const { push } = await openSeek();
    push({ seeds: makeSeeds({ sought: came(1) }) });
    expect(within(seek()).getByText('No token of the file shows this code')).toBeTruthy();
    expect(within(seek()).getByText('Type the code that is on the display now')).toBeTruthy();
    expect(said()).toHaveLength(1);
  });

  test('“Start over” forgets what was found, and the field is ready', async () => {
    const { user, station, push } = await openSeek(came(1, one, other));
    await user.click(within(seek()).getByRole('button', { name: 'Start over' }));
    expect(station.sent).toEqual([{ kind: 'stopSeeking' }]);
    push({ seeds: makeSeeds() });
    expect(field()).toBe(document.activeElement);
  });

  test('a refusal stands beside the boxes', async () => {
    const { user, station } = await openSeek();
    station.refuse('seekToken', { code: 'seeds-missing' });
    await user.keyboard('588213');
    expect(within(seek()).getByText('No seeds are in memory')).toBeTruthy();
  });
});

describe('a reader in keyboard mode', () => {
  test.each(['GALT11420104', '8659623852755', '588213'])('%s is a scan and no code to look for', async (scanned) => {
    const { station } = await openSeek();
    type('58', { gapMs: 200, heldMs: 90 });
    waitAtKeys(500);
    type(`${scanned}\n`, { gapMs: 10 });
    expect(field().value).toBe('58');
    expect(station.sent).toEqual([{ kind: 'wedgeScan', text: scanned }]);
  });
});
