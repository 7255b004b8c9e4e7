// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { QueueView } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeNotice, makePractice, makeRow } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

function queueOf(...rows: readonly QueueRow[]): { readonly queue: QueueView } {
  const counts = { all: rows.length, needsYou: rows.length, working: 0, issued: 0 };
  return { queue: { filter: 'all', page: 0, pageCount: 1, rows, counts } };
}

const first = makeRow({ id: 1 });
const second = makeRow({ id: 2, serialNumber: 'GALT11420105' });

function searchBox(): HTMLElement {
  return screen.getByRole('searchbox');
}

function codeField(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Six digits on the token' });
}

describe('where the focus goes', () => {
  test('a token that needs its person has the search focused', () => {
    const { push } = renderDesk();
    push({ ...queueOf(first), open: first });
    expect(searchBox()).toBe(document.activeElement);
  });

  test('a token that needs its code has the code focused, also after the person was chosen', () => {
    const { push } = renderDesk({ ...queueOf(first), open: first });
    push({ open: makeCodeRow({ id: 1 }) });
    expect(codeField()).toBe(document.activeElement);
  });

  test('a rejected code leaves the focus in the code', async () => {
    const { user, push } = renderDesk({ open: makeCodeRow() });
    await user.type(codeField(), '588213');
    push({ open: makeCodeRow({ state: { kind: 'activating' }, can: [] }) });
    expect(screen.getByRole('region', { name: 'Hand-over' })).toBe(document.activeElement);
    push({ open: makeCodeRow({ rejections: 1, state: { kind: 'needsCode', problem: { code: 'code-rejected' } } }) });
    expect(codeField()).toBe(document.activeElement);
  });

  test('a scan while a code is typed changes neither the focus nor the digits nor the open token', async () => {
    const open = makeCodeRow({ id: 1 });
    const { user, push } = renderDesk({ ...queueOf(open), open });
    await user.type(codeField(), '588');
    push({ ...queueOf(second, open), open, notices: [makeNotice({ seq: 5, itemId: 2, text: second.serialNumber })] });
    expect(codeField()).toBe(document.activeElement);
    expect(codeField()).toHaveProperty('value', '588');
    expect(screen.getByText('It waits in the queue until the open token is done.')).toBeTruthy();
  });

  test('a scan while somebody is in the queue opens the token and leaves the focus in the queue', () => {
    const { push } = renderDesk(queueOf(second));
    screen.getByRole('row', { name: /GALT11420105/ }).focus();
    push({ ...queueOf(first, second), open: first });
    expect(screen.getByRole('row', { name: /GALT11420105/ })).toBe(document.activeElement);
  });

  test('a row opened on purpose takes the focus to its field', async () => {
    const { user, push, station } = renderDesk(queueOf(second, first));
    screen.getByRole('row', { name: /GALT11420104/ }).focus();
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'openItem', itemId: 1 }]);
    push({ open: first });
    expect(searchBox()).toBe(document.activeElement);
  });

  test('a scan does not take the focus out of a dialog', async () => {
    const { user, push } = renderDesk();
    await user.keyboard('{F3}');
    const field = screen.getByRole('textbox', { name: 'Serial number' });
    await user.type(field, '7002');
    push({ ...queueOf(first), open: first });
    expect(field).toBe(document.activeElement);
    expect(field).toHaveProperty('value', '7002');
  });

  test('scanning a virtual token with the mouse goes on in the hand-over', async () => {
    const { user, push } = renderDesk({ practice: makePractice() });
    await user.click(screen.getByRole('button', { name: 'Scan GALT11420104' }));
    push({ ...queueOf(first), open: first });
    expect(searchBox()).toBe(document.activeElement);
  });

  test('F6 goes round the areas and comes back', async () => {
    const { user } = renderDesk({ ...queueOf(first), open: first });
    await user.keyboard('{F6}');
    expect(screen.getByRole('region', { name: 'Queue' }).contains(document.activeElement)).toBe(true);
    await user.keyboard('{F6}');
    expect(screen.getByRole('banner').contains(document.activeElement)).toBe(true);
    await user.keyboard('{F6}');
    expect(searchBox()).toBe(document.activeElement);
    await user.keyboard('{Shift>}{F6}{/Shift}');
    expect(screen.getByRole('banner').contains(document.activeElement)).toBe(true);
  });

  test('removing is asked for with the safe answer focused', async () => {
    const { user, station } = renderDesk(queueOf(second, first));
    screen.getByRole('row', { name: /GALT11420104/ }).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Keep it' })).toBe(document.activeElement));
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Remove it' })).toBeNull();
    expect(screen.getByRole('row', { name: /GALT11420104/ })).toBe(document.activeElement);
  });

  test('Esc keeps a row that was to be removed', async () => {
    const { user, station } = renderDesk(queueOf(first));
    screen.getByRole('row').focus();
    await user.keyboard('{Delete}{Escape}');
    expect(screen.queryByRole('button', { name: 'Remove it' })).toBeNull();
    expect(station.sent).toEqual([]);
  });
});
