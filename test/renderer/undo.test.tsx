// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeNotice, makeRow } from '../fakes/fake-station.ts';
import { makeFinding, makeIssuedRow, makeLookedUpRow } from '../fakes/make-plan.ts';
import { renderDesk } from './render-desk.tsx';

function queueOf(...rows: readonly QueueRow[]): Pick<Snapshot, 'queue'> {
  const counts = { all: rows.length, needsYou: 0, working: 0, issued: rows.length };
  return { queue: { filter: 'all', page: 0, pageCount: 1, rows, counts } };
}

function handOver(): HTMLElement {
  return screen.getByRole('region', { name: 'Hand-over' });
}

function isAsked(serialNumber: string): boolean {
  const words = handOver().textContent;
  return words.includes(`Take back ${serialNumber} from`) && words.includes('Why is it taken back?');
}

const issued = makeIssuedRow({ id: 3 });

describe('undo in a row of the queue', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('says for how long, in whole minutes and then in seconds, and goes by the window’s own clock', () => {
    vi.useFakeTimers();
    renderDesk(queueOf(makeIssuedRow({ undoUntilMs: Date.now() + 90_000 })));
    const row = screen.getByRole('row');
    expect(within(row).getByText('Undo for 2 min')).toBeTruthy();
    act(() => {
      vi.advanceTimersByTime(48_000);
    });
    expect(within(row).getByText('Undo for 42 s')).toBeTruthy();
    act(() => {
      vi.advanceTimersByTime(42_000);
    });
    expect(within(row).queryByText(/Undo/)).toBeNull();
    expect(within(row).getByText('Activated')).toBeTruthy();
  });

  test('is a button with the serial number in its name, and opens nothing else', async () => {
    const { user, station } = renderDesk(queueOf(issued));
    await user.click(within(screen.getByRole('row')).getByRole('button', { name: 'Undo: GALT11420104' }));
    expect(isAsked('GALT11420104')).toBe(true);
    expect(station.sent).toEqual([]);
  });

  test('is not offered where the snapshot does not allow it', async () => {
    const { user } = renderDesk(queueOf(makeIssuedRow({ can: ['remove'] })));
    const row = screen.getByRole('row');
    expect(within(row).queryByText(/Undo/)).toBeNull();
    row.focus();
    await user.keyboard('{Control>}z{/Control}');
    expect(isAsked('GALT11420104')).toBe(false);
  });

  test('a token that was active already is taken back at any time', async () => {
    const state = { kind: 'stopped', problem: { code: 'token-already-active' } } as const;
    const { user } = renderDesk(queueOf(makeIssuedRow({ state, undoUntilMs: null })));
    const row = screen.getByRole('row');
    expect(within(row).getByText('Active already')).toBeTruthy();
    await user.click(within(row).getByRole('button', { name: 'Take back: GALT11420104' }));
    expect(isAsked('GALT11420104')).toBe(true);
  });

  test('one that was taken back says that it is free again', () => {
    const state = { kind: 'stopped', problem: { code: 'token-taken-back' } } as const;
    renderDesk(queueOf(makeIssuedRow({ state, can: ['retry'], undoUntilMs: null })));
    expect(within(screen.getByRole('row')).getByText('Taken back, free again')).toBeTruthy();
  });

  test('one that is held back says so and why, to the eye and to a screen reader', () => {
    renderDesk(queueOf(makeLookedUpRow({ findings: [makeFinding('guest', 'stops')] }, { can: ['checkAgain'] })));
    const row = screen.getByRole('row', { name: 'GALT11420104, Anna Conti, Held back' });
    expect(within(row).getByText('This is a guest’s account')).toBeTruthy();
    expect(row.getAttribute('data-tone')).toBe('stop');
  });
});

describe('undo of what was issued last', () => {
  const done = makeNotice({ seq: 9, kind: 'activated', itemId: 3, userName: 'Anna Conti' });

  test('stands beside its confirmation', async () => {
    const { user } = renderDesk({ ...queueOf(issued), notices: [done] });
    await user.click(within(handOver()).getByRole('button', { name: 'Undo' }));
    expect(isAsked('GALT11420104')).toBe(true);
  });

  test('stands in the line of the last one while the next is in hand', async () => {
    const next = makeRow({ id: 4, serialNumber: 'VES0052649' });
    const { user } = renderDesk({ ...queueOf(next, issued), open: next, notices: [done] });
    await user.click(within(handOver()).getByRole('button', { name: 'Undo: GALT11420104' }));
    expect(isAsked('GALT11420104')).toBe(true);
  });

  test('is not offered where the picture does not hold its row', () => {
    renderDesk({ notices: [done] });
    expect(within(handOver()).queryByRole('button', { name: /Undo/ })).toBeNull();
  });
});

describe('Ctrl Z', () => {
  const done = makeNotice({ seq: 9, kind: 'activated', itemId: 3, userName: 'Anna Conti' });
  const other = makeIssuedRow({ id: 5, serialNumber: 'VES0052649' });

  test('means the row that has the focus', async () => {
    const { user } = renderDesk({ ...queueOf(issued, other), notices: [done] });
    screen.getByRole('row', { name: /VES0052649/ }).focus();
    await user.keyboard('{Control>}z{/Control}');
    expect(isAsked('VES0052649')).toBe(true);
  });

  test('means nothing else where the focused row cannot be undone', async () => {
    const waits = makeRow({ id: 6, serialNumber: '70029370' });
    const { user } = renderDesk({ ...queueOf(waits, issued), notices: [done] });
    screen.getByRole('row', { name: /70029370/ }).focus();
    await user.keyboard('{Control>}z{/Control}');
    expect(isAsked('GALT11420104')).toBe(false);
  });

  test('means the open token before the last one', async () => {
    const { user } = renderDesk({ ...queueOf(issued, other), open: other, notices: [done] });
    await user.keyboard('{Control>}z{/Control}');
    expect(isAsked('VES0052649')).toBe(true);
  });

  test('means the last one from an empty field, and the field’s own undo from one with something in it', async () => {
    const { user } = renderDesk({
      ...queueOf(issued),
      open: makeCodeRow({ id: 4, serialNumber: '70029370' }),
      notices: [done],
    });
    await user.keyboard('5');
    await user.keyboard('{Control>}z{/Control}');
    expect(isAsked('GALT11420104')).toBe(false);
    await user.keyboard('{Escape}{Control>}z{/Control}');
    expect(isAsked('GALT11420104')).toBe(true);
  });
});
