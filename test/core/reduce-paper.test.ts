import { describe, expect, test } from 'vitest';
import type { Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { foldEvents, itemIn, itemOf, NOW_MS, noticesOf, scan, stateWith } from './build-state.ts';

const atMs = NOW_MS + 1_000;
const printed: Event = { kind: 'paperPrinted', atMs, paper: 'receipt', itemId: 1, to: 'Star TSP143' };
const problem = { code: 'printer-gone', detail: 'Star TSP143' } as const;
const failed: Event = { kind: 'paperNotPrinted', atMs, paper: 'receipt', itemId: 1, problem };
const issued = stateWith([itemIn('activated')]);

describe('a page that was printed', () => {
  test('is remembered with the token whose receipt it is, which changes in nothing else', () => {
    const state = reduce(issued, printed);
    expect(itemOf(state)).toEqual({ ...itemOf(issued), receiptAtMs: atMs });
    expect(state.notices.at(-1)).toMatchObject({ kind: 'paperPrinted', itemId: 1, text: 'GALT11420104' });
  });

  test('goes unsaid where nobody asked for it', () => {
    const state = reduce(issued, { ...printed, byItself: true });
    expect(itemOf(state).receiptAtMs).toBe(atMs);
    expect(noticesOf(state)).toEqual([]);
  });

  test('is no receipt where it is a label', () => {
    expect(itemOf(reduce(issued, { ...printed, paper: 'label' })).receiptAtMs).toBeNull();
  });
});

describe('a page that was not printed', () => {
  test('is told with its token and the reason, and the token stays as it is', () => {
    const state = reduce(issued, failed);
    expect(itemOf(state)).toEqual(itemOf(issued));
    expect(state.notices.at(-1)).toMatchObject({ kind: 'paperFailed', itemId: 1, userName: 'Ann Example', problem });
  });

  test('is told also where its token has left the queue', () => {
    const state = foldEvents([failed]);
    expect(state.notices.at(-1)).toMatchObject({ kind: 'paperFailed', itemId: null, text: '', problem });
  });
});

test('Graph’s number of the call that made a token its person’s is kept, until another call is made', () => {
  const item = itemIn('activating');
  const done = reduce(stateWith([item]), { kind: 'activationDone', atMs, itemId: 1, requestId: 'r-1' });
  expect(itemOf(done).requestId).toBe('r-1');
  const again = stateWith([itemIn('needsCode', { requestId: 'r-1' })]);
  const userId = item.user?.id ?? '';
  expect(itemOf(reduce(again, { kind: 'activationIntended', atMs, itemId: 1, userId })).requestId).toBeNull();
  expect(itemOf(foldEvents([scan()])).requestId).toBeNull();
});
