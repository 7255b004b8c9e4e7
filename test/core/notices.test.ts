import { expect, test } from 'vitest';
import { notify } from '../../electron/core/notices.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { itemIn, NOW_MS, SERIAL, stateWith } from './build-state.ts';

function afterNotices(count: number): State {
  return Array.from({ length: count }).reduce<State>((state) => notify(state, NOW_MS, 'scanDuplicate'), EMPTY_STATE);
}

test('a notice about an item carries its serial number, its person and the reader of its place', () => {
  const state = notify(stateWith([]), NOW_MS, 'unsure', { item: itemIn('unsure'), problem: { code: 'answer-lost' } });
  expect(state.notices).toEqual([
    {
      seq: 1,
      atMs: NOW_MS,
      kind: 'unsure',
      itemId: 1,
      text: SERIAL,
      userName: 'Ann Example',
      readerName: 'left scanner',
      problem: { code: 'answer-lost' },
    },
  ]);
});

test('a notice about nothing in particular is empty, not invented', () => {
  expect(notify(EMPTY_STATE, NOW_MS, 'storageSafe').notices).toEqual([
    {
      seq: 1,
      atMs: NOW_MS,
      kind: 'storageSafe',
      itemId: null,
      text: '',
      userName: null,
      readerName: '',
      problem: null,
    },
  ]);
});

test.each([
  [1, 1, 1],
  [39, 39, 1],
  [40, 40, 1],
  [41, 40, 2],
  [200, 40, 161],
])('of %i notices the newest %i are kept, beginning with number %i', (said, kept, first) => {
  const state = afterNotices(said);
  expect(state.notices).toHaveLength(kept);
  expect(state.notices[0]?.seq).toBe(first);
  expect(state.notices.at(-1)?.seq).toBe(said);
  expect(state.nextNoticeSeq).toBe(said + 1);
});
