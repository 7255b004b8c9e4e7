// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { TokenDrift } from '../../electron/contract/seed-file.ts';
import { makeCodeRow, makeNotice } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

function handOver(): ReturnType<typeof within> {
  return within(screen.getByRole('region', { name: 'Hand-over' }));
}

function rowWith(problem: Problem, change: Partial<QueueRow> = {}): QueueRow {
  return makeCodeRow({ state: { kind: 'needsCode', problem }, ...change });
}

describe('the clock of the open token', () => {
  test.each<readonly [number, boolean, string]>([
    [0, true, 'Clock right'],
    [60_000, true, 'Clock right'],
    [-60_000, true, 'Clock right'],
    [-120_000, true, 'Clock 2 min slow'],
    [330_000, true, 'Clock 6 min fast'],
    [-780_000, false, 'Clock 13 min slow: too far off'],
  ])('%i ms: %s, %s', (driftMs, isFit, words) => {
    const drift: TokenDrift = { driftMs, isFit };
    renderDesk({ open: makeCodeRow({ drift }) });
    expect(handOver().getByText(words).dataset['tone']).toBe(isFit ? undefined : 'care');
  });

  test('is not spoken of where no seed has proved it', () => {
    renderDesk({ open: makeCodeRow() });
    expect(handOver().queryByText(/^Clock/)).toBeNull();
  });
});

describe('what the seeds say of a code', () => {
  test('a code of another token shows whose it is, as the station’s own words', () => {
    renderDesk({ open: rowWith({ code: 'token-is-another', detail: '8659623852755' }) });
    expect(handOver().getByText('Take the scanned token and type its code')).toBeTruthy();
    expect(handOver().getByText('This code belongs to another token')).toBeTruthy();
    expect(handOver().getByTitle('8659623852755')).toBeTruthy();
    expect(handOver().queryByText('The other side said')).toBeNull();
    expect(handOver().queryByRole('button', { name: 'Copy for support' })).toBeNull();
    expect(handOver().getByRole('textbox', { name: 'Six digits on the token' })).toBeTruthy();
  });

  test('each of several tokens that show it stands by itself', () => {
    renderDesk({ open: rowWith({ code: 'token-is-another', detail: '8659623852755, 2600124809787' }) });
    expect(handOver().getByTitle('8659623852755')).toBeTruthy();
    expect(handOver().getByTitle('2600124809787')).toBeTruthy();
  });

  test.each([
    ['code-of-no-token', 'Type the six digits that are on the display now'],
    ['token-drifted', 'Put this token aside and take another one'],
  ] as const)('%s says what to do, and that nothing was sent', (code, sentence) => {
    renderDesk({ open: rowWith({ code }) });
    expect(handOver().getByText(sentence)).toBeTruthy();
    expect(handOver().getByText(/Nothing was sent\./)).toBeTruthy();
  });

  test('it is said also after Graph has rejected three, because it is certain', () => {
    renderDesk({ open: rowWith({ code: 'token-is-another', detail: '8659623852755' }, { rejections: 3 }) });
    expect(handOver().getByText('This code belongs to another token')).toBeTruthy();
    expect(handOver().queryByText('3 codes were not accepted')).toBeNull();
  });

  test('the row of the queue has its short words', () => {
    const row = rowWith({ code: 'token-is-another', detail: '8659623852755' }, { rejections: 1 });
    renderDesk({
      queue: {
        filter: 'all',
        page: 0,
        pageCount: 1,
        rows: [row],
        counts: { all: 1, needsYou: 1, working: 0, issued: 0 },
      },
    });
    expect(within(screen.getByRole('grid')).getByText('Code of another token')).toBeTruthy();
  });

  test('the voice names the token that it is', () => {
    const { push } = renderDesk({ open: makeCodeRow() });
    const problem = { code: 'token-is-another', detail: '8659623852755' } as const;
    push({ notices: [makeNotice({ seq: 2, kind: 'codeWanted', userName: 'Anna Conti', problem })] });
    expect(document.querySelector('[role="log"]')?.textContent).toContain(
      'This code belongs to another token: 8659623852755.',
    );
  });
});
