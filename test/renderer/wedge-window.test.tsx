// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { QueueView } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeLane, makeLaneBehind, makeMatch, makeRow } from '../fakes/fake-station.ts';
import { makeDoctor } from '../fakes/make-doctor.ts';
import { renderDesk } from './render-desk.tsx';
import { pressOf } from './wedge-typing.ts';
import { LAYOUTS, startKeyClock, type, waitAtKeys } from './window-keys.ts';

const GALT = 'GALT11420104';
const OTPAUTH = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ';

beforeEach(startKeyClock);

function queueOf(...rows: QueueView['rows']): { readonly queue: QueueView } {
  const counts = { all: rows.length, needsYou: rows.length, working: 0, issued: 0 };
  return { queue: { filter: 'all', page: 0, pageCount: 1, rows, counts } };
}

function searchBox(): HTMLInputElement {
  return screen.getByRole('searchbox');
}

function codeField(): HTMLInputElement {
  return screen.getByRole('textbox', { name: 'Six digits on the token' });
}

const SCAN = { kind: 'wedgeScan', text: GALT } as const;

describe('a scan while the search has the focus', () => {
  test.each(Object.keys(LAYOUTS))(
    'on a keyboard set to %s is read whole, and the field is as it was',
    async (layout) => {
      const { station } = renderDesk({ open: makeRow() });
      type('ann', { gapMs: 200, heldMs: 90 });
      waitAtKeys(300);
      for (const text of [GALT, '306EUO4-00960', 'S/N:20033752', OTPAUTH]) {
        type(`${text}\n`, { gapMs: 10, layout });
        expect(station.sent.at(-1)).toEqual({ kind: 'wedgeScan', text });
        expect(searchBox().value).toBe('ann');
        expect(searchBox()).toBe(document.activeElement);
        waitAtKeys(400);
      }
      await waitFor(() => expect(station.sent.at(-1)).toEqual({ kind: 'searchUsers', query: 'ann' }));
      expect(JSON.stringify(station.sent.filter(({ kind }) => kind === 'searchUsers'))).not.toMatch(/GALT|GEZD/i);
    },
  );

  test('at 80 ms a key is taken back, too, and what is typed next goes on from before', () => {
    const { station } = renderDesk({ open: makeRow() });
    type('ann', { gapMs: 200, heldMs: 90 });
    waitAtKeys(300);
    type(`${GALT}\n`, { gapMs: 80, heldMs: 20 });
    expect(station.sent).toEqual([SCAN]);
    waitAtKeys(300);
    type('a c', { gapMs: 200, heldMs: 90 });
    expect(searchBox().value).toBe('anna c');
  });

  test('its Enter chooses nobody, though there is an exact match', async () => {
    const desk = renderDesk({ open: makeRow() });
    type('004512', { gapMs: 180, heldMs: 90 });
    await waitFor(() => expect(desk.station.sent).toHaveLength(1));
    const users = [makeMatch({ exact: true })];
    desk.push({ search: { query: '004512', status: 'found', users, more: false, problem: null } });
    waitAtKeys(500);
    type(`${GALT}\n`, { gapMs: 10 });
    expect(desk.station.sent.slice(1)).toEqual([SCAN]);
    waitAtKeys(500);
    type('\n', { gapMs: 10 });
    expect(desk.station.sent.at(-1)).toEqual({ kind: 'chooseUser', itemId: 1, userId: 'anna' });
  });

  test('without Enter ends by itself', async () => {
    const { station } = renderDesk({ open: makeRow() });
    type(GALT, { gapMs: 10 });
    expect(station.sent).toEqual([]);
    await waitFor(() => expect(station.sent).toEqual([SCAN]));
    expect(searchBox().value).toBe('');
  });

  test('of a link is handed to the station, which refuses it', () => {
    const { station } = renderDesk({ open: makeRow() });
    type('https://example.com/t/1?a=b\n', { gapMs: 10 });
    expect(station.sent).toEqual([{ kind: 'wedgeScan', text: 'https://example.com/t/1?a=b' }]);
    expect(searchBox().value).toBe('');
  });
});

describe('a scan elsewhere', () => {
  test.each(['\n', '\t', ' 1\n', ' A\n', '?A B\n'])('with %j at its end presses no button', (end) => {
    const { station } = renderDesk({ ...queueOf(makeRow()), open: makeRow({ can: ['remove'] }) });
    const button = screen.getByRole('button', { name: 'Park' });
    act(() => button.focus());
    type(`20033752${end}`, { gapMs: 12 });
    expect(station.sent).toEqual([{ kind: 'wedgeScan', text: `20033752${end.trimEnd()}` }]);
    expect(button).toBe(document.activeElement);
  });

  test('with nothing focused is taken', () => {
    const { station } = renderDesk();
    act(() => (document.activeElement as HTMLElement | null)?.blur());
    type(`${GALT}\n`, { gapMs: 10 });
    expect(station.sent).toEqual([SCAN]);
  });

  test('in the queue leaves the focus on its row, though letters go to rows there', () => {
    const rows = [makeRow({ id: 1, serialNumber: '70029370' }), makeRow({ id: 2, serialNumber: GALT })];
    const { station } = renderDesk(queueOf(...rows));
    const row = screen.getByRole('row', { name: /70029370/ });
    act(() => row.focus());
    type(`${GALT}\n`, { gapMs: 10 });
    expect(station.sent).toEqual([SCAN]);
    expect(row).toBe(document.activeElement);
  });

  test('in the dialog for typing a serial number types nothing and sends no form', async () => {
    const { station, user } = renderDesk();
    await user.keyboard('{F3}');
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Serial number' });
    act(() => field.focus());
    type(`${GALT}\n`, { gapMs: 10 });
    expect(station.sent).toEqual([SCAN]);
    expect(field.value).toBe('');
  });

  test('opens no help with its question mark', () => {
    renderDesk();
    act(() => (document.activeElement as HTMLElement | null)?.blur());
    type('x?y=1&z=2\n', { gapMs: 10 });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('in the code', () => {
  test.each([10, 80])('a scan at %i ms a key leaves the digits and sends no code', (gapMs) => {
    const { station, played } = renderDesk({ open: makeCodeRow() });
    type('588', { gapMs: 250, heldMs: 90 });
    waitAtKeys(400);
    for (const text of ['8659623852751', GALT]) {
      type(`${text}\n`, { gapMs });
      expect(station.sent.at(-1)).toEqual({ kind: 'wedgeScan', text });
      expect(codeField().value).toBe('588');
      waitAtKeys(500);
    }
    expect(station.sent).toHaveLength(2);
    expect(played).toEqual([]);
  });

  test.each([300, 95, 45])('six digits typed by hand at %i ms a key are the code', async (gapMs) => {
    const { station, desk } = renderDesk({ open: makeCodeRow({ id: 7 }) });
    type('588213', { gapMs, heldMs: gapMs * 0.8 });
    await waitFor(() => expect(station.sent).toEqual([{ kind: 'enterCode', itemId: 7, code: '588213' }]));
    expect(codeField().value).toBe('');
    expect(JSON.stringify(desk.store.getState())).not.toContain('588213');
  });

  test('the sixth digit waits for a moment: a seventh would make it a scan', async () => {
    const { station } = renderDesk({ open: makeCodeRow() });
    type('588213', { gapMs: 10 });
    expect(station.sent).toEqual([]);
    await waitFor(() => expect(station.sent).toHaveLength(1));
  });

  test('a letter is refused with a sound, as ever', async () => {
    const { played } = renderDesk({ open: makeCodeRow() });
    type('5a', { gapMs: 200, heldMs: 80 });
    await waitFor(() => expect(played.map(({ name }) => name)).toEqual(['keyIgnored']));
    expect(codeField().value).toBe('5');
  });
});

describe('six digits that a token with a plug types', () => {
  const CODE = { kind: 'enterCode', itemId: 7, code: '004711' } as const;

  test.each([1, 5, 20])('at %i ms a key are the code, in its field and elsewhere', (gapMs) => {
    const { station } = renderDesk({ ...queueOf(makeCodeRow({ id: 7 })), open: makeCodeRow({ id: 7 }) });
    type('004711\n', { gapMs });
    expect(station.sent).toEqual([CODE]);
    waitAtKeys(1000);
    act(() => screen.getByRole('row').focus());
    type('004711\n', { gapMs });
    expect(station.sent).toEqual([CODE, CODE]);
    expect(codeField().value).toBe('');
  });

  test('push out digits that somebody had begun to type, and never mix with them', () => {
    const { station } = renderDesk({ open: makeCodeRow({ id: 7 }) });
    type('588', { gapMs: 250, heldMs: 90 });
    waitAtKeys(400);
    type('004711\n', { gapMs: 5 });
    expect(station.sent).toEqual([CODE]);
  });

  test('are never sent as a code where no item waits for one: the station refuses them', () => {
    const { station } = renderDesk({ open: makeRow() });
    type('004711\n', { gapMs: 5 });
    expect(station.sent).toEqual([{ kind: 'wedgeScan', text: '004711' }]);
    expect(searchBox().value).toBe('');
  });
});

describe('digits under way while another place comes to the front', () => {
  const left = makeCodeRow({ id: 7 });
  const right = makeCodeRow({ id: 8, serialNumber: 'VES0052649', laneId: 'right' });
  const lanes = (front: 'left' | 'right') => ({
    lanes: [
      makeLane({ open: left, isFront: front === 'left' }),
      makeLaneBehind({ open: right, isFront: front === 'right' }),
    ],
    open: front === 'left' ? left : right,
  });

  test('a token’s digits are not the other token’s code: the station refuses them', () => {
    const { station, push } = renderDesk(lanes('left'));
    type('0047', { gapMs: 8 });
    push(lanes('right'));
    type('11\n', { gapMs: 8 });
    expect(station.sent).toEqual([{ kind: 'wedgeScan', text: '004711' }]);
    expect(codeField().value).toBe('');
  });

  test('digits that began after it came to the front are its code', async () => {
    const { station, push } = renderDesk(lanes('left'));
    push(lanes('right'));
    startKeyClock();
    type('004711\n', { gapMs: 8 });
    await waitFor(() => expect(station.sent).toEqual([{ kind: 'enterCode', itemId: 8, code: '004711' }]));
  });

  test('the last digit of a person, which had to wait, goes nowhere', async () => {
    const { station, push } = renderDesk(lanes('left'));
    type('588213', { gapMs: 300, heldMs: 90 });
    push(lanes('right'));
    type('4', { gapMs: 300, heldMs: 90 });
    await waitFor(() => expect(codeField().value).toBe('4'));
    expect(station.sent).toEqual([]);
  });
});

test('in the reader doctor six digits are a tested scan, and nobody’s code', () => {
  const { station } = renderDesk({ open: makeCodeRow({ id: 7 }), doctor: makeDoctor() });
  type('004711\n', { gapMs: 8 });
  expect(station.sent).toEqual([{ kind: 'wedgeScan', text: '004711' }]);
});

describe('a person who types', () => {
  test('finds in the search what was typed, key by key', () => {
    renderDesk({ open: makeRow() });
    let typed = '';
    for (const sign of 'Anna-Maria O 004512') {
      type(sign, { gapMs: 110, heldMs: 85 });
      typed += sign;
      expect(searchBox().value).toBe(typed);
    }
  });

  test('is not heard where the page makes up a key', () => {
    const { station } = renderDesk({ open: makeRow() });
    for (const sign of `${GALT}\n`) fireEvent.keyDown(searchBox(), { ...pressOf(sign), key: sign });
    expect(station.sent).toEqual([]);
  });

  test('presses a button with Enter and with the blank', async () => {
    const { station } = renderDesk({ open: makeRow({ id: 3 }) });
    act(() => screen.getByRole('button', { name: 'Park' }).focus());
    type('\n', { gapMs: 100, heldMs: 60 });
    await waitFor(() => expect(station.sent.length).toBeGreaterThan(0));
    expect(station.sent[0]).toEqual({ kind: 'parkItem', itemId: 3 });
  });

  test('gets a blank that had to wait', async () => {
    const { station } = renderDesk({ open: makeRow({ id: 3 }) });
    act(() => screen.getByRole('button', { name: 'Park' }).focus());
    type('x ', { gapMs: 100, heldMs: 60 });
    expect(station.sent).toEqual([]);
    await waitFor(() => expect(station.sent).toEqual([{ kind: 'parkItem', itemId: 3 }]));
  });
});

test('a window that is gone listens no more', () => {
  const { station } = renderDesk();
  cleanup();
  type(`${GALT}\n`, { gapMs: 10 });
  expect(station.sent).toEqual([]);
});
