// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import type { HistoryView } from '../../electron/contract/history.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeEntry, makeHistory } from './history-scenes.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const SEARCH_PAUSE_MS = 200;

async function openHistory(change: Partial<HistoryView> = {}, more: Partial<Snapshot> = {}): Promise<RenderedDesk> {
  const rendered = renderDesk({ history: makeHistory(change), ...more });
  await rendered.user.keyboard('{Control>}h{/Control}');
  return rendered;
}

const searchOf = (change: Partial<HistoryView['search']>, page = 0): Command => ({
  kind: 'searchHistory',
  search: { text: '', fromMs: null, toMs: null, ...change },
  page,
});

const sentSearches = (rendered: RenderedDesk): readonly Command[] =>
  rendered.station.sent.filter(({ kind }) => kind === 'searchHistory');

function list(): HTMLElement {
  return screen.getByRole('list', { name: 'Entries, the newest first' });
}

describe('the history in the window', () => {
  test('Ctrl H opens it and has the journal read; Esc leaves it and has all of it forgotten', async () => {
    const { station, user } = await openHistory();
    expect(screen.getByRole('region', { name: 'History' })).toBeTruthy();
    expect(station.sent.filter(({ kind }) => kind.endsWith('History'))).toEqual([{ kind: 'openHistory' }]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'History' })).toBeNull();
    expect(station.sent.filter(({ kind }) => kind.endsWith('History'))).toEqual([
      { kind: 'openHistory' },
      { kind: 'closeHistory' },
    ]);
  });

  test('whoever signs in while it is open sees it from then on', async () => {
    const { station, push } = await openHistory({}, { session: { kind: 'out', problem: null }, history: null });
    expect(station.sent.filter(({ kind }) => kind === 'openHistory')).toEqual([]);
    push({ session: { kind: 'in', name: 'M. Ferri', userPrincipalName: 'm.ferri@contoso.com' } });
    expect(station.sent.filter(({ kind }) => kind === 'openHistory')).toEqual([{ kind: 'openHistory' }]);
  });

  test('a desk that locks itself leaves it without a word: the station has closed it', async () => {
    const { station, push, desk } = await openHistory();
    push({ session: { kind: 'out', problem: { code: 'idle-locked' } }, history: null });
    expect(screen.queryByRole('region', { name: 'History' })).toBeNull();
    expect(station.sent.filter(({ kind }) => kind === 'closeHistory')).toEqual([]);
    expect(desk.store.getState().view.refusals.history).toBeUndefined();
  });

  test('each entry tells when, what, why and by whom', async () => {
    const problem = { code: 'not-permitted', detail: 'Insufficient privileges.', requestId: 'r7' } as const;
    await openHistory({ entries: [makeEntry({ seq: 4_700, kind: 'activationRefused', problem, requestId: 'r7' })] });
    const row = within(list()).getByRole('listitem');
    expect(row.textContent).toContain('Entry 4,700');
    expect(row.textContent).toContain('2023');
    expect(within(row).getByText('Graph refused GALT11420104 for Anna Conti.')).toBeTruthy();
    expect(within(row).getByText('anna.conti@contoso.com')).toBeTruthy();
    expect(within(row).getByText('Insufficient privileges.')).toBeTruthy();
    expect(within(row).getByText('r7')).toBeTruthy();
    expect(within(row).getByRole('button', { name: 'Copy: Request ID of entry 4,700' })).toBeTruthy();
    expect(within(row).getByText('by M. Ferri')).toBeTruthy();
  });

  test('an entry of nobody says so', async () => {
    await openHistory({ entries: [makeEntry({ kind: 'restarted', operator: null })] });
    expect(within(list()).getByText('nobody signed in')).toBeTruthy();
  });

  test('says how much there is, how much fits, and how much was forgotten', async () => {
    const { push } = await openHistory();
    expect(screen.getByText('4,711 entries.')).toBeTruthy();
    push({ history: makeHistory({ foundCount: 1_200, forgottenCount: 87 }) });
    expect(screen.getByText('1,200 of 4,711 entries. 87 entries were forgotten, as the setting asks.')).toBeTruthy();
    push({ history: makeHistory({ foundCount: 0, entries: [] }) });
    expect(screen.getByText(/Nothing fits this search/)).toBeTruthy();
  });

  test('a journal that cannot be read says why', async () => {
    const rendered = renderDesk({ history: null });
    rendered.station.refuse('openHistory', { code: 'storage-failing', detail: 'disk I/O error' });
    await rendered.user.keyboard('{Control>}h{/Control}');
    expect(screen.getByText('disk I/O error')).toBeTruthy();
  });
});

describe('the chain', () => {
  test('shows up to where it holds, with a hash to copy', async () => {
    await openHistory({ chain: { kind: 'holds', headSeq: 4_711, headHash: 'ab12cd' } });
    const chain = screen.getByRole('region', { name: 'Chain of hashes' });
    expect(within(chain).getByText('The chain holds up to entry 4,711.')).toBeTruthy();
    expect(within(chain).getByText('ab12cd')).toBeTruthy();
    expect(within(chain).getByRole('button', { name: 'Copy: Hash of entry 4,711' })).toBeTruthy();
  });

  test('says where it breaks and what to do', async () => {
    await openHistory({ chain: { kind: 'broken', atSeq: 97 } });
    const chain = screen.getByRole('region', { name: 'Chain of hashes' });
    expect(within(chain).getByText('The chain breaks at entry 97.')).toBeTruthy();
    expect(chain.textContent).toContain('Keep a copy of the journal');
  });

  test('is followed again on request, and not twice at once', async () => {
    const { station, user, push } = await openHistory();
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(station.sent.at(-1)).toEqual({ kind: 'verifyHistory' });
    push({ history: makeHistory({ isBusy: true }) });
    expect(screen.getByText('Reading the journal …')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Check again' })).toHaveProperty('disabled', true);
  });
});

describe('the search', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function pause(): void {
    act(() => {
      vi.advanceTimersByTime(SEARCH_PAUSE_MS);
    });
  }

  test('asks once for what was typed, without blanks around it', async () => {
    const rendered = await openHistory();
    fireEvent.change(screen.getByRole('searchbox', { name: 'Person, serial number or operator' }), {
      target: { value: ' conti ' },
    });
    pause();
    expect(sentSearches(rendered)).toEqual([searchOf({ text: 'conti' })]);
    pause();
    expect(sentSearches(rendered)).toHaveLength(1);
  });

  test('by days: from the beginning of the first to the end of the last', async () => {
    const rendered = await openHistory();
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-11-23' } });
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-11-24' } });
    pause();
    const fromMs = new Date(2026, 10, 23).getTime();
    const toMs = new Date(2026, 10, 25).getTime();
    expect(sentSearches(rendered)).toEqual([searchOf({ fromMs, toMs })]);
  });

  test('an emptied search is asked for, too', async () => {
    const rendered = await openHistory();
    const field = screen.getByRole('searchbox', { name: 'Person, serial number or operator' });
    fireEvent.change(field, { target: { value: 'conti' } });
    pause();
    fireEvent.change(field, { target: { value: '' } });
    pause();
    expect(sentSearches(rendered)).toEqual([searchOf({ text: 'conti' }), searchOf({})]);
  });
});

describe('pages and lists that leave', () => {
  test('older and newer entries are pages of the same search', async () => {
    const search = { text: 'conti', fromMs: null, toMs: null };
    const { station, user, push } = await openHistory({ search });
    expect(screen.getByText('1 of 95')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Newer entries' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Older entries' }));
    expect(station.sent.at(-1)).toEqual(searchOf(search, 1));
    push({ history: makeHistory({ search, page: 94 }) });
    expect(screen.getByRole('button', { name: 'Older entries' })).toHaveProperty('disabled', true);
  });

  test('one page has no buttons for pages', async () => {
    await openHistory({ pageCount: 1 });
    expect(screen.queryByRole('button', { name: 'Older entries' })).toBeNull();
  });

  test.each([
    ['CSV', 'csv'],
    ['JSON', 'json'],
  ] as const)('what was found is saved as %s, and that is said', async (name, format) => {
    const { station, user, desk } = await openHistory();
    await user.click(screen.getByRole('button', { name: `Save as ${name}` }));
    expect(station.sent.at(-1)).toEqual({ kind: 'exportHistory', format });
    expect(desk.store.getState().view.said.at(-1)?.text).toBe('4,711 entries were saved.');
  });

  test('a list that was not written says why, and nothing was saved', async () => {
    const { station, user, desk } = await openHistory();
    station.refuse('exportHistory', { code: 'file-not-written', detail: 'ENOSPC' });
    await user.click(screen.getByRole('button', { name: 'Save as CSV' }));
    expect(screen.getByText('ENOSPC')).toBeTruthy();
    expect(desk.store.getState().view.said.at(-1)?.text).not.toContain('saved');
  });

  test('nothing found is not saved', async () => {
    await openHistory({ foundCount: 0, entries: [] });
    expect(screen.getByRole('button', { name: 'Save as CSV' })).toHaveProperty('disabled', true);
  });
});
