// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ItemState } from '../../electron/contract/item.ts';
import type { QueueView } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeNotice, makeRow } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

function queue(change: Partial<QueueView>): { readonly queue: QueueView } {
  const counts = { all: 46, needsYou: 3, working: 3, issued: 40 };
  return { queue: { filter: 'all', page: 0, pageCount: 1, rows: [], counts, ...change } };
}

describe('the queue', () => {
  test('a row says its serial number, person and state', () => {
    renderDesk(queue({ rows: [makeCodeRow({ id: 2 })] }));
    expect(screen.getByRole('row', { name: 'GALT11420104, Anna Conti, Type the code' })).toBeTruthy();
  });

  test.each<[ItemState, string, RegExp]>([
    [
      { kind: 'waiting', untilMs: Date.now() + 65_000, problem: { code: 'throttled' } },
      'Waiting for Graph',
      /Goes on in 1:0/,
    ],
    [
      { kind: 'unsure', nextReadAtMs: Date.now(), problem: { code: 'answer-lost' }, readProblem: null },
      'Not known yet',
      /Looks again in 0 s/,
    ],
    [{ kind: 'stopped', problem: { code: 'token-taken' } }, 'Stopped', /This token is somebody else’s/],
  ])('%o says why', (state, word, why) => {
    renderDesk(queue({ rows: [makeCodeRow({ state })] }));
    const row = screen.getByRole('row');
    expect(within(row).getByText(word)).toBeTruthy();
    expect(within(row).getByText(why)).toBeTruthy();
  });

  test('a serial number typed by hand says so', () => {
    renderDesk(queue({ rows: [makeRow({ readerName: '' })] }));
    expect(within(screen.getByRole('row')).getByText('Typed by hand')).toBeTruthy();
  });

  test('the counts are the filter', async () => {
    const { user, station } = renderDesk(queue({}));
    await user.click(screen.getByRole('radio', { name: 'Needs you 3' }));
    expect(station.sent).toEqual([{ kind: 'showQueue', filter: 'needsYou', page: 0 }]);
  });

  test('pages are asked for', async () => {
    const { user, station } = renderDesk(queue({ page: 1, pageCount: 3, filter: 'issued' }));
    expect(screen.getByText('Page 2 of 3')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(station.sent).toEqual([
      { kind: 'showQueue', filter: 'issued', page: 2 },
      { kind: 'showQueue', filter: 'issued', page: 0 },
    ]);
  });

  test('an empty queue says what to do', () => {
    renderDesk();
    expect(screen.getByText(/Scan the bar code on the first token/)).toBeTruthy();
  });

  test('a finished row is removed at once', async () => {
    const row = makeCodeRow({ id: 3, state: { kind: 'activated' }, can: ['remove'] });
    const { user, station } = renderDesk(queue({ rows: [row] }));
    screen.getByRole('row').focus();
    await user.keyboard('{Delete}');
    expect(station.sent).toEqual([{ kind: 'removeItem', itemId: 3 }]);
  });

  test('a row that may not be removed stays', async () => {
    const row = makeCodeRow({ state: { kind: 'activating' }, can: [] });
    const { user, station } = renderDesk(queue({ rows: [row] }));
    screen.getByRole('row').focus();
    await user.keyboard('{Delete}');
    expect(station.sent).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Remove it' })).toBeNull();
  });

  test('an unfinished row is removed after a yes', async () => {
    const { user, station } = renderDesk(queue({ rows: [makeRow({ id: 4 })] }));
    screen.getByRole('row').focus();
    await user.keyboard('{Delete}');
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(station.sent).toEqual([{ kind: 'removeItem', itemId: 4 }]);
  });

  test('a refused command is shown in the queue', async () => {
    const { user, station } = renderDesk(queue({ rows: [makeRow()] }));
    station.refuse('openItem', { code: 'item-gone' });
    screen.getByRole('row').focus();
    await user.keyboard('{Enter}');
    expect(within(screen.getByRole('region', { name: 'Queue' })).getByText(/no longer in the queue/)).toBeTruthy();
  });
});

describe('the last scan', () => {
  function strip(): HTMLElement {
    return screen.getByRole('group', { name: 'Last scan' });
  }

  test('says what was taken', () => {
    renderDesk({ open: makeRow(), notices: [makeNotice()] });
    expect(strip().textContent).toContain('TakenGALT11420104It is open for hand-over.');
  });

  test('says why a scan was refused and what to do', () => {
    const problem = { code: 'scan-retail-code' } as const;
    renderDesk({ notices: [makeNotice({ kind: 'scanRefused', text: '4006381333931', problem })] });
    expect(strip().textContent).toContain('Not taken4006381333931That is the bar code of the box');
    expect(strip().textContent).toContain('Scan the code on the token itself, beside its serial number.');
  });

  test('a token scanned twice flashes its row, each time anew', () => {
    const rows = [makeRow({ id: 1 }), makeRow({ id: 2, serialNumber: 'GALT11420105' })];
    const { push } = renderDesk({ ...queue({ rows }), notices: [makeNotice({ seq: 2, kind: 'scanDuplicate' })] });
    const flashes = (): (string | null)[] => screen.getAllByRole('row').map((row) => row.getAttribute('data-flash'));
    expect(flashes()).toEqual(['0', null]);
    push({ notices: [makeNotice({ seq: 3, kind: 'scanDuplicate' })] });
    expect(flashes()).toEqual(['1', null]);
    expect(strip().textContent).toContain('Scanned twice');
    const tested = makeNotice({ seq: 4, kind: 'scanTested', itemId: null });
    push({ notices: [makeNotice({ seq: 3, kind: 'scanDuplicate' }), tested] });
    expect(flashes()).toEqual(['1', null]);
  });
});
