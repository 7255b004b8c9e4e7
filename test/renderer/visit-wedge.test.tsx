// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeCodeRow, makeLane, makeMatch } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';
import { makeVisit } from './visit-scenes.ts';
import { LAYOUTS, startKeyClock, type, waitAtKeys } from './window-keys.ts';

beforeEach(startKeyClock);

const due = { lanes: [makeLane({ visit: makeVisit({ needsIdCheck: true }) })] };
const SERIAL = '1234567890123';

describe('a reader that types, where an ID is due', () => {
  test.each([
    ['fast', 10, undefined],
    ['slow', 80, 20],
  ] as const)('at a %s rhythm scans, and says nothing of an ID', async (_how, gapMs, heldMs) => {
    const { station } = renderDesk(due);
    expect(screen.getByRole('group', { name: 'ID of Anna Conti' })).toBe(document.activeElement);
    type(`${SERIAL}\n`, heldMs === undefined ? { gapMs } : { gapMs, heldMs });
    await waitFor(() => expect(station.sent).toEqual([{ kind: 'wedgeScan', text: SERIAL }]));
  });

  test('leaves a digit of a hand what it is', async () => {
    const { station } = renderDesk(due);
    type('3', { gapMs: 200, heldMs: 90 });
    await waitFor(() => expect(station.sent).toEqual([{ kind: 'attestId', itemId: null, idKind: 'passport' }]));
  });

  test.each(Object.keys(LAYOUTS))(
    'a hand on a keyboard set to %s chooses by the key that the digit stands on',
    async (layout) => {
      const { station } = renderDesk(due);
      type('2', { gapMs: 200, heldMs: 90, layout });
      await waitFor(() => expect(station.sent).toEqual([{ kind: 'attestId', itemId: null, idKind: 'identityCard' }]));
    },
  );

  test('its Enter presses no kind of ID that has the focus', async () => {
    const { station, user } = renderDesk({
      open: makeCodeRow({ needsIdCheck: true, can: ['attestId', 'remove', 'chooseUser'] }),
    });
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Badge1');
    type(`${SERIAL}\n`, { gapMs: 10 });
    await waitFor(() => expect(station.sent).toEqual([{ kind: 'wedgeScan', text: SERIAL }]));
  });
});

describe('a reader that types, at the start', () => {
  test('leaves nothing in the search, and its Enter serves nobody though there is an exact match', async () => {
    const desk = renderDesk();
    type('004512', { gapMs: 180, heldMs: 90 });
    await waitFor(() => expect(desk.station.sent).toHaveLength(1));
    desk.push({
      search: { query: '004512', status: 'found', users: [makeMatch({ exact: true })], more: false, problem: null },
    });
    waitAtKeys(500);
    type(`${SERIAL}\n`, { gapMs: 10 });
    expect(desk.station.sent.slice(1)).toEqual([{ kind: 'wedgeScan', text: SERIAL }]);
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '004512');
  });
});
