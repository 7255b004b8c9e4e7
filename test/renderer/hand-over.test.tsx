// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ItemState } from '../../electron/contract/item.ts';
import { makeCodeRow, makeNotice, makeReader, makeRow } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

function handOver(): HTMLElement {
  return screen.getByRole('region', { name: 'Hand-over' });
}

describe('one sentence says what to do next', () => {
  test('nothing open', () => {
    renderDesk();
    expect(within(handOver()).getByText('Scan the first token')).toBeTruthy();
  });

  test('no reader', () => {
    renderDesk({ readers: [makeReader({ problem: { code: 'reader-unavailable' } })] });
    expect(within(handOver()).getByText('Connect a reader, or type the serial number')).toBeTruthy();
    expect(within(handOver()).getByRole('button', { name: 'Type a serial' })).toBeTruthy();
  });

  test.each<[ItemState, string]>([
    [{ kind: 'needsUser' }, 'Who gets this token?'],
    [{ kind: 'needsCode', problem: null }, 'Press the token’s button and type the six digits'],
    [{ kind: 'activating' }, 'Sending the code'],
    [{ kind: 'waiting', untilMs: Date.now(), problem: { code: 'throttled' } }, 'Microsoft Graph asks to wait'],
    [
      { kind: 'unsure', nextReadAtMs: Date.now(), problem: { code: 'answer-lost' }, readProblem: null },
      'The answer was lost. Reading what happened',
    ],
    [{ kind: 'confirming', nextReadAtMs: Date.now(), readProblem: null }, 'Graph said yes. Reading it back'],
    [{ kind: 'activated' }, 'Activated'],
    [{ kind: 'stopped', problem: { code: 'user-is-guest' } }, 'Guests cannot get a token'],
  ])('%o', (state, sentence) => {
    const open =
      state.kind === 'needsUser'
        ? makeRow()
        : makeCodeRow({ state, can: state.kind === 'needsCode' ? ['enterCode'] : [] });
    renderDesk({ open });
    expect(within(handOver()).getByText(sentence)).toBeTruthy();
  });

  test('the step that is due is marked as the current one', () => {
    renderDesk({ open: makeRow() });
    const due = within(handOver())
      .getAllByRole('listitem')
      .filter((step) => step.getAttribute('aria-current') === 'step');
    expect(due).toHaveLength(1);
    expect(due[0]?.textContent).toContain('Person');
  });
});

describe('what the slip shows', () => {
  test('the label beside the serial number that is used, where they differ', () => {
    renderDesk({ open: makeRow({ scannedText: 'S/N:GALT-1142-0104' }) });
    expect(within(handOver()).getByText('Label says S/N:GALT-1142-0104')).toBeTruthy();
  });

  test('what Graph said, verbatim, with its request id', () => {
    const problem = { code: 'graph-refused', detail: 'Resource ‹x› & more', requestId: '7c0a1f7e' } as const;
    renderDesk({ open: makeCodeRow({ state: { kind: 'stopped', problem }, can: ['retry'] }) });
    expect(screen.getByText('Resource ‹x› & more')).toBeTruthy();
    expect(screen.getByText('7c0a1f7e')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy for support' })).toBeTruthy();
  });

  test('after success: the serial number, the person, and the next token', () => {
    const done = makeNotice({ seq: 3, kind: 'activated', text: 'GALT11420104', userName: 'Anna Conti' });
    renderDesk({ notices: [done] });
    expect(within(handOver()).getByTitle('GALT11420104')).toBeTruthy();
    expect(within(handOver()).getByText('for Anna Conti')).toBeTruthy();
    expect(within(handOver()).getByText(/Scan the/)).toBeTruthy();
  });

  test('with the next token open already, the last success stays in one line', () => {
    renderDesk({ open: makeRow({ id: 2 }), notices: [makeNotice({ kind: 'activated', userName: 'Anna Conti' })] });
    expect(within(handOver()).getByText('Last activated')).toBeTruthy();
  });
});

describe('what may be done is what the snapshot allows', () => {
  test('a stopped token: retry, other person, park, remove', async () => {
    const open = makeCodeRow({ id: 5, state: { kind: 'stopped', problem: { code: 'graph-failing' } }, can: ['retry'] });
    const { user, station } = renderDesk({ open });
    await user.keyboard('{F8}');
    await user.keyboard('{F2}');
    expect(station.sent).toEqual([
      { kind: 'retryItem', itemId: 5 },
      { kind: 'parkItem', itemId: 5 },
    ]);
    expect(within(handOver()).queryByRole('button', { name: 'Other person' })).toBeNull();
    expect(within(handOver()).queryByRole('button', { name: 'Remove' })).toBeNull();
  });

  test('a lost answer: read now', async () => {
    const state: ItemState = {
      kind: 'unsure',
      nextReadAtMs: Date.now(),
      problem: { code: 'answer-lost' },
      readProblem: null,
    };
    const { user, station } = renderDesk({ open: makeCodeRow({ id: 5, state, can: ['readNow'] }) });
    await user.keyboard('{F9}{F8}');
    expect(station.sent).toEqual([{ kind: 'readNow', itemId: 5 }]);
  });

  test('removing is asked first', async () => {
    const { user, station } = renderDesk({ open: makeCodeRow({ id: 5 }) });
    await user.click(within(handOver()).getByRole('button', { name: 'Remove' }));
    expect(station.sent).toEqual([]);
    await user.click(within(handOver()).getByRole('button', { name: 'Keep it' }));
    await user.click(within(handOver()).getByRole('button', { name: 'Remove' }));
    await user.click(within(handOver()).getByRole('button', { name: 'Remove it' }));
    expect(station.sent).toEqual([{ kind: 'removeItem', itemId: 5 }]);
  });

  test('a refusal is shown in the hand-over', async () => {
    const { user, station } = renderDesk({ open: makeCodeRow() });
    station.refuse('parkItem', { code: 'command-not-allowed' });
    await user.keyboard('{F2}');
    expect(await within(handOver()).findByText(/cannot be done as the token stands/)).toBeTruthy();
  });
});
