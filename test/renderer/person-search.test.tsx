// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { SearchView } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeMatch, makeNotice, makeRow } from '../fakes/fake-station.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const anna = makeMatch({ id: 'anna' });
const otherAnna = makeMatch({
  id: 'anna2',
  userPrincipalName: 'anna.conti2@contoso.com',
  department: 'Logistics',
  employeeId: '007731',
});
const bernardo = makeMatch({ id: 'bernardo', displayName: 'Bernardo Conti', department: null, employeeId: null });

function searchBox(): HTMLElement {
  return screen.getByRole('searchbox', { name: 'Name, mail or sign-in name' });
}

function found(query: string, users: SearchView['users']): { readonly search: SearchView } {
  return { search: { query, status: 'found', users, more: false, problem: null } };
}

/** Types and lets the station answer. */
async function search(desk: RenderedDesk, query: string, users: SearchView['users']): Promise<void> {
  await desk.user.type(searchBox(), query);
  await waitFor(() => expect(desk.station.sent).toContainEqual({ kind: 'searchUsers', query }));
  desk.push(found(query, users));
}

describe('finding the person', () => {
  test('what is typed is asked for once it rests, not for each letter', async () => {
    const desk = renderDesk({ open: makeRow() });
    await search(desk, 'conti', [anna]);
    expect(desk.station.sent).toEqual([{ kind: 'searchUsers', query: 'conti' }]);
  });

  test('nobody is preselected', async () => {
    const desk = renderDesk({ open: makeRow() });
    await search(desk, 'conti', [anna, bernardo]);
    for (const option of screen.getAllByRole('option')) {
      expect(option.getAttribute('aria-selected')).not.toBe('true');
      expect(option.hasAttribute('data-focused')).toBe(false);
    }
    expect(searchBox()).toBe(document.activeElement);
  });

  test('Enter chooses the one person that is an exact match', async () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    await search(desk, '004512', [{ ...anna, exact: true }, bernardo]);
    await desk.user.keyboard('{Enter}');
    expect(desk.station.sent).toContainEqual({ kind: 'chooseUser', itemId: 9, userId: 'anna' });
  });

  test.each([
    ['no exact match, though only one is listed', [anna]],
    [
      'two exact matches',
      [
        { ...anna, exact: true },
        { ...otherAnna, exact: true },
      ],
    ],
  ])('Enter does not choose with %s', async (_case, users) => {
    const desk = renderDesk({ open: makeRow() });
    await search(desk, 'anna', users);
    await desk.user.keyboard('{Enter}');
    expect(desk.station.sent.map(({ kind }) => kind)).not.toContain('chooseUser');
    expect(screen.getAllByText(/Not chosen: no single exact match/).length).toBeGreaterThan(0);
  });

  test('Enter does not choose from the answer to other words', async () => {
    const desk = renderDesk({ open: makeRow() });
    await search(desk, 'ann', [{ ...anna, exact: true }]);
    await desk.user.keyboard('a{Enter}');
    expect(desk.station.sent.map(({ kind }) => kind)).not.toContain('chooseUser');
    expect(screen.queryByRole('option')).toBeNull();
    expect(screen.getAllByText(/Still searching/).length).toBeGreaterThan(0);
  });

  test('arrow down and Enter choose explicitly', async () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    await search(desk, 'conti', [anna, bernardo]);
    await desk.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(desk.station.sent.at(-1)).toEqual({ kind: 'chooseUser', itemId: 9, userId: 'bernardo' });
  });

  test('arrow up from the first person and letters go back to the search', async () => {
    const desk = renderDesk({ open: makeRow() });
    await search(desk, 'conti', [anna, bernardo]);
    await desk.user.keyboard('{ArrowDown}{ArrowUp}');
    expect(searchBox()).toBe(document.activeElement);
    await desk.user.keyboard('{ArrowDown}n');
    expect(searchBox()).toBe(document.activeElement);
  });

  test('a click chooses', async () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    await search(desk, 'conti', [anna, bernardo]);
    await desk.user.click(screen.getByRole('option', { name: /Bernardo/ }));
    expect(desk.station.sent.at(-1)).toEqual({ kind: 'chooseUser', itemId: 9, userId: 'bernardo' });
  });

  test('namesakes are marked and told apart', async () => {
    const desk = renderDesk({ open: makeRow() });
    await search(desk, 'conti', [anna, otherAnna, bernardo]);
    const names = screen.getAllByRole('option').map((option) => option.getAttribute('aria-label'));
    expect(names).toEqual([
      'Anna Conti, Same name, anna.conti@contoso.com, Finance · Accountant, 004512',
      'Anna Conti, Same name, anna.conti2@contoso.com, Logistics · Accountant, 007731',
      'Bernardo Conti, anna.conti@contoso.com, Accountant, No id shown',
    ]);
  });

  test('more people than are listed is said', async () => {
    const desk = renderDesk({ open: makeRow() });
    await search(desk, 'a', [anna]);
    desk.push({ search: { ...found('a', [anna]).search, more: true } });
    expect(screen.getByText(/There are more people than these/)).toBeTruthy();
  });

  test('a failed search says why, with the words and the request id', async () => {
    const desk = renderDesk({ open: makeRow() });
    await desk.user.type(searchBox(), 'conti');
    const problem = { code: 'not-permitted', detail: 'Insufficient privileges', requestId: 'r-1' } as const;
    desk.push({ search: { query: 'conti', status: 'failed', users: [], more: false, problem } });
    expect(screen.getByText('Your role does not allow this')).toBeTruthy();
    expect(screen.getByText('Insufficient privileges')).toBeTruthy();
    expect(screen.getByText('r-1')).toBeTruthy();
  });

  test('a refused choice is shown beside the search', async () => {
    const desk = renderDesk({ open: makeRow() });
    desk.station.refuse('chooseUser', { code: 'user-not-listed' });
    await search(desk, 'conti', [anna]);
    await desk.user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByText('That person is not in the list any more')).toBeTruthy();
  });

  test('the next token starts with an empty search, and the old answer is taken away', async () => {
    const desk = renderDesk({ open: makeRow({ id: 1 }) });
    await search(desk, 'conti', [anna]);
    desk.push({ open: makeRow({ id: 2, serialNumber: 'GALT11420105' }) });
    expect(searchBox()).toHaveProperty('value', '');
    await waitFor(() => expect(desk.station.sent.at(-1)).toEqual({ kind: 'searchUsers', query: '' }));
    expect(screen.queryByRole('option')).toBeNull();
  });
});

describe('another person', () => {
  test('F4 opens the search again, and the person can be kept', async () => {
    const { user } = renderDesk({ open: makeCodeRow() });
    await user.keyboard('{F4}');
    expect(searchBox()).toBe(document.activeElement);
    await user.click(screen.getByRole('button', { name: 'Keep Anna Conti' }));
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
  });

  test('the code is wanted again once the other person is chosen', async () => {
    const desk = renderDesk({ open: makeCodeRow({ id: 9 }) });
    await desk.user.keyboard('{F4}');
    await search(desk, 'bern', [bernardo]);
    await desk.user.keyboard('{ArrowDown}{Enter}');
    expect(desk.station.sent.at(-1)).toEqual({ kind: 'chooseUser', itemId: 9, userId: 'bernardo' });
    expect(screen.queryByRole('textbox', { name: 'Six digits on the token' })).toBeNull();
    desk.push({ open: makeCodeRow({ id: 9, user: bernardo }) });
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
    expect(screen.getByText('Bernardo Conti')).toBeTruthy();
  });

  test('F4 does nothing where the snapshot does not allow it', async () => {
    const { user } = renderDesk({ open: makeCodeRow({ can: ['enterCode', 'remove'] }) });
    await user.keyboard('{F4}');
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Other person' })).toBeNull();
  });
});

describe('a badge', () => {
  const badge = (seq: number) => ({
    ...found('004512', [makeMatch({ exact: true })]),
    notices: [makeNotice({ seq, kind: 'badgeRead', itemId: null, text: '004512' })],
  });

  test('puts its number into the search, and chooses nobody', async () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    await desk.user.type(searchBox(), 'co');
    desk.push(badge(1));
    expect(searchBox()).toHaveProperty('value', '004512');
    expect(screen.getByText('Exact match. Enter chooses it.')).toBeTruthy();
    expect(desk.station.sent.filter(({ kind }) => kind === 'chooseUser')).toEqual([]);
    await desk.user.keyboard('{Enter}');
    expect(desk.station.sent).toEqual([{ kind: 'chooseUser', itemId: 9, userId: 'anna' }]);
  });

  test('is not asked for a second time', () => {
    vi.useFakeTimers();
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    desk.push(badge(1));
    act(() => {
      vi.advanceTimersByTime(1000);
    });
    vi.useRealTimers();
    expect(searchBox()).toHaveProperty('value', '004512');
    expect(desk.station.sent).toEqual([]);
  });

  test('asks who gets it instead where the token has a person', () => {
    const desk = renderDesk({ open: makeCodeRow({ id: 9 }) });
    desk.push(badge(1));
    expect(screen.getByText('Who gets it instead?')).toBeTruthy();
    expect(searchBox()).toHaveProperty('value', '004512');
    expect(searchBox()).toBe(document.activeElement);
  });

  test('the second one replaces the first', () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    desk.push(badge(1));
    desk.push({
      ...found('007731', []),
      notices: [makeNotice({ seq: 2, kind: 'badgeRead', itemId: null, text: '007731' })],
    });
    expect(searchBox()).toHaveProperty('value', '007731');
  });

  test('what is typed after it is searched for', async () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    desk.push(badge(1));
    await desk.user.clear(searchBox());
    await desk.user.type(searchBox(), 'bern');
    await waitFor(() => expect(desk.station.sent.at(-1)).toEqual({ kind: 'searchUsers', query: 'bern' }));
  });

  test('says nothing about the next token', async () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    desk.push(badge(1));
    desk.push({ open: makeRow({ id: 10 }) });
    expect(searchBox()).toHaveProperty('value', '');
    await waitFor(() => expect(desk.station.sent).toEqual([{ kind: 'searchUsers', query: '' }]));
  });

  test('that was read before this window was there is not taken up', () => {
    renderDesk({ ...badge(1), open: makeRow({ id: 9 }) });
    expect(searchBox()).toHaveProperty('value', '');
  });

  test('is heard and shown in the strip', () => {
    const desk = renderDesk({ open: makeRow({ id: 9 }) });
    desk.push(badge(1));
    expect(desk.played.map(({ name }) => name)).toEqual(['badgeRead']);
    expect(screen.getByRole('group', { name: 'Last scan' }).textContent).toContain(
      'Badge read004512Looking for its person.',
    );
  });
});
