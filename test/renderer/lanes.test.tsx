// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { LaneView } from '../../electron/contract/reader.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeLane, makeLaneBehind, makeNotice, makeReader, makeRow } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

const left = makeCodeRow({ id: 1 });
const right = makeRow({ id: 2, serialNumber: 'VES0052649', readerName: 'Bench right', laneId: 'right' });
const rightCode = makeCodeRow({ id: 2, serialNumber: 'VES0052649', readerName: 'Bench right', laneId: 'right' });

/** Two places, with the second or the first in front. */
function lanes(front: 'left' | 'right', leftOpen: LaneView['open'], rightOpen: LaneView['open']): Partial<Snapshot> {
  return {
    readers: [makeReader(), makeReader({ readerKey: 'right', name: 'Bench right', color: 2 })],
    lanes: [
      makeLane({ open: leftOpen, isFront: front === 'left' }),
      makeLaneBehind({ open: rightOpen, isFront: front === 'right' }),
    ],
    open: front === 'left' ? leftOpen : rightOpen,
  };
}

function places(): readonly (string | null)[] {
  return screen.getAllByRole('radio', { name: /^\d, / }).map((tab) => tab.getAttribute('aria-label'));
}

function codeField(): HTMLInputElement {
  return screen.getByRole('textbox', { name: 'Six digits on the token' });
}

function queueOf(...rows: Snapshot['queue']['rows']): Pick<Snapshot, 'queue'> {
  const counts = { all: rows.length, needsYou: rows.length, working: 0, issued: 0 };
  return { queue: { filter: 'all', page: 0, pageCount: 1, rows, counts } };
}

describe('one place', () => {
  test('says nothing of places', () => {
    renderDesk({ ...queueOf(left), open: left, notices: [makeNotice()] });
    expect(screen.queryByRole('radiogroup', { name: 'Readers’ places' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Hand-over' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Last scan' }).textContent).not.toContain('Bench left');
    expect(screen.getByRole('button', { name: 'Bench left, ready' }).textContent).toBe('Bench left');
    expect(screen.getByRole('row', { name: 'GALT11420104, Anna Conti, Type the code, open' })).toBeTruthy();
  });

  test('has no keys for others', async () => {
    const { user, station } = renderDesk({ open: left });
    await user.keyboard('{Control>}1{/Control}');
    expect(station.sent).toEqual([]);
  });
});

describe('several places', () => {
  test('each says whose it is, what it waits for and which token lies there', () => {
    renderDesk(lanes('left', left, right));
    expect(places()).toEqual(['1, Bench left, Type the code, …0104', '2, Bench right, Choose the person, …2649']);
    expect(screen.getByRole('radio', { checked: true, name: /Bench left/ })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Hand-over, Bench left' })).toBeTruthy();
  });

  test('an empty one wants a scan, and one whose reader was pulled says so', () => {
    const cart = makeLane({ laneId: 'cart', name: 'Cart', isFront: false, isPlugged: false, open: rightCode });
    const gone = makeLane({ laneId: 'gone', name: 'Gone', isFront: false, isPlugged: false });
    renderDesk({ lanes: [makeLane(), cart, gone] });
    expect(places()).toEqual([
      '1, Bench left, Scan',
      '2, Cart, Unplugged, Type the code, …2649',
      '3, Gone, Unplugged, Scan',
    ]);
    expect(within(screen.getByRole('radio', { name: /Cart/ })).getByText('Unplugged')).toBeTruthy();
    expect(within(screen.getByRole('radio', { name: /Gone/ })).getByText('Unplugged')).toBeTruthy();
  });

  test('the keyboard’s place has no reader to pull out', () => {
    const keyboard = makeLane({ laneId: 'keyboard', name: '', isPlugged: false, open: left });
    renderDesk({ lanes: [keyboard, makeLaneBehind()], open: left });
    expect(places()[0]).toBe('1, Keyboard, Type the code, …0104');
  });

  test('only a token that waits behind is marked', () => {
    renderDesk({
      ...lanes('left', left, right),
      lanes: [
        makeLane({ open: left }),
        makeLaneBehind({ open: right }),
        makeLane({ laneId: 'c', name: 'C', isFront: false, open: makeCodeRow({ state: { kind: 'activating' } }) }),
      ],
    });
    const marks = screen.getAllByRole('radio', { name: /^\d, / }).map((tab) => tab.hasAttribute('data-waits'));
    expect(marks).toEqual([false, true, false]);
  });

  test('Ctrl and its number brings a place to the front, from a field too and on a French keyboard', async () => {
    const { user, station, push } = renderDesk(lanes('left', left, right));
    codeField().focus();
    await user.keyboard('{Control>}1{/Control}');
    await user.keyboard('{Control>}3{/Control}');
    await user.keyboard('{Control>}2{/Control}');
    push(lanes('right', left, right));
    fireEvent.keyDown(document.body, { key: '&', code: 'Digit1', ctrlKey: true });
    expect(station.sent).toEqual([
      { kind: 'showLane', laneId: 'right' },
      { kind: 'showLane', laneId: 'left' },
    ]);
  });

  test('pressing a place does the same; pressing the one in front does nothing', async () => {
    const { user, station } = renderDesk(lanes('left', left, right));
    await user.click(screen.getByRole('radio', { name: /Bench right/ }));
    await user.click(screen.getByRole('radio', { name: /Bench left/ }));
    expect(station.sent).toEqual([{ kind: 'showLane', laneId: 'right' }]);
  });

  test('a place that is gone by then is refused beside the work', async () => {
    const { user, station } = renderDesk(lanes('left', left, right));
    station.refuse('showLane', { code: 'reader-gone' });
    await user.keyboard('{Control>}2{/Control}');
    const handOver = screen.getByRole('region', { name: /^Hand-over/ });
    expect(await within(handOver).findByText('That reader is not there any more')).toBeTruthy();
  });

  test('a place that is called for takes the focus from the queue to its field', async () => {
    const { user, push } = renderDesk({ ...queueOf(left, right), ...lanes('left', left, rightCode) });
    screen.getByRole('row', { name: /GALT11420104/ }).focus();
    await user.keyboard('{Control>}2{/Control}');
    push(lanes('right', left, rightCode));
    expect(codeField()).toBe(document.activeElement);
  });

  test('one that was called for in vain does not take the focus later', async () => {
    const { user, push, station } = renderDesk({ ...queueOf(left, right), ...lanes('left', left, rightCode) });
    station.refuse('showLane', { code: 'reader-gone' });
    screen.getByRole('row', { name: /GALT11420104/ }).focus();
    await user.keyboard('{Control>}2{/Control}');
    push(lanes('right', left, rightCode));
    expect(screen.getByRole('row', { name: /GALT11420104/ })).toBe(document.activeElement);
  });

  test('a place that comes to the front by itself leaves the focus in the queue', () => {
    const { push } = renderDesk({ ...queueOf(left, right), ...lanes('left', null, rightCode) });
    screen.getByRole('row', { name: /GALT11420104/ }).focus();
    push(lanes('right', null, rightCode));
    expect(screen.getByRole('row', { name: /GALT11420104/ })).toBe(document.activeElement);
  });

  test('rows say their reader, also to a screen reader', () => {
    const { push } = renderDesk({ ...queueOf(left, right), ...lanes('left', left, right) });
    const row = screen.getByRole('row', { name: 'VES0052649, No person yet, Choose the person, Bench right' });
    expect(within(row).getByText('2')).toBeTruthy();
    push({ ...queueOf({ ...right, laneId: 'gone' }) });
    const other = screen.getByRole('row', { name: 'VES0052649, No person yet, Choose the person' });
    expect(within(other).queryByText('2')).toBeNull();
    expect(within(other).getByText('Bench right')).toBeTruthy();
  });

  test('the bar numbers the readers', () => {
    renderDesk(lanes('left', left, right));
    const bar = screen.getByRole('banner');
    expect(within(bar).getByRole('button', { name: 'Bench right, ready' }).textContent).toBe('2Bench right');
  });

  test('many readers are counted, and one in trouble keeps its name', () => {
    const ready = ['a', 'b', 'c'].map((readerKey) => makeReader({ readerKey, name: readerKey }));
    const bad = makeReader({ readerKey: 'd', name: 'Cart', problem: { code: 'reader-claimed' } });
    renderDesk({ readers: [...ready, bad] });
    const readers = within(screen.getByRole('list', { name: 'Readers' })).getAllByRole('button');
    expect(readers.map(({ textContent }) => textContent)).toEqual(['3 readers ready', 'Cart']);
  });
});

describe('what is typed never goes to another place’s token', () => {
  test('a half typed code is gone when another place comes to the front, and does not come back', async () => {
    const { user, push, station } = renderDesk(lanes('left', left, rightCode));
    await user.type(codeField(), '588');
    push(lanes('right', left, rightCode));
    expect(codeField().value).toBe('');
    await user.keyboard('213');
    expect(station.sent).toEqual([]);
    push(lanes('left', left, rightCode));
    expect(codeField().value).toBe('');
    await user.keyboard('588213');
    expect(station.sent).toEqual([{ kind: 'enterCode', itemId: 1, code: '588213' }]);
  });

  test('a half typed name is gone, too, and is not searched for', async () => {
    const other = makeRow({ id: 1 });
    const { user, push, station } = renderDesk(lanes('left', other, right));
    await user.type(screen.getByRole('searchbox'), 'ann');
    push(lanes('right', other, right));
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
    expect(station.sent).toEqual([]);
  });

  test('another reader that is plugged in while a code is typed changes nothing of it', async () => {
    const { user, push } = renderDesk({ open: left });
    await user.type(codeField(), '588');
    const field = codeField();
    push(lanes('left', left, null));
    expect(codeField()).toBe(field);
    expect(field.value).toBe('588');
    expect(field).toBe(document.activeElement);
  });

  test('what was refused in one place, and the search for another person, end with it', async () => {
    const { user, push, station } = renderDesk(lanes('left', left, rightCode));
    await user.keyboard('{F4}');
    expect(screen.getByText('Who gets it instead?')).toBeTruthy();
    station.refuse('parkItem', { code: 'command-not-allowed' });
    await user.keyboard('{F2}');
    expect(within(screen.getByRole('main')).getByText(/cannot be done as the token stands/)).toBeTruthy();
    push(lanes('right', left, rightCode));
    expect(within(screen.getByRole('main')).queryByText(/cannot be done as the token stands/)).toBeNull();
    push(lanes('left', left, rightCode));
    expect(screen.queryByText('Who gets it instead?')).toBeNull();
  });

  test('with nothing open in either, a refusal ends all the same', async () => {
    const { user, push, station } = renderDesk(lanes('left', null, null));
    station.refuse('showLane', { code: 'reader-gone' });
    await user.keyboard('{Control>}2{/Control}');
    await screen.findAllByText('That reader is not there any more');
    push(lanes('right', null, null));
    expect(within(screen.getByRole('main')).queryByText('That reader is not there any more')).toBeNull();
  });
});

describe('what is said, with several readers', () => {
  function said(): readonly (string | null)[] {
    return screen.getAllByRole('log').flatMap((log) => [...log.children].map(({ textContent }) => textContent));
  }

  test('a scan names its reader, and a reader’s own news does not name it twice', () => {
    const { push } = renderDesk(lanes('left', left, null));
    push({
      notices: [
        makeNotice({ seq: 1, text: 'VES0052649', readerName: 'Bench right' }),
        makeNotice({ seq: 2, kind: 'readerGone', text: 'Bench right', readerName: 'Bench right' }),
        makeNotice({ seq: 3, kind: 'scanTaken', text: '70029370', readerName: '' }),
      ],
    });
    expect(said()).toEqual(['Bench right. Taken: VES0052649.', 'Taken: 70029370.', 'Reader gone: Bench right.']);
  });

  test('the place that comes to the front is said', () => {
    const { push } = renderDesk(lanes('left', left, right));
    push(lanes('right', left, right));
    push({ ...lanes('right', left, right), atMs: 5 });
    push(lanes('left', null, right));
    expect(said()).toEqual(['Now at Bench right. Choose the person.', 'Now at Bench left. Scan.']);
  });

  test('the strip names the reader, and how to get to a token that opened behind', () => {
    renderDesk({
      ...lanes('left', left, right),
      notices: [makeNotice({ itemId: 2, text: 'VES0052649', readerName: 'Bench right' })],
    });
    const strip = screen.getByRole('group', { name: 'Last scan' });
    expect(strip.textContent).toContain('Bench right. It is open there. Ctrl 2 brings it to the front.');
  });

  test('a place that waits for a scan confirms what was done there, not elsewhere', () => {
    const done = makeNotice({ seq: 1, kind: 'activated', userName: 'Anna Conti', readerName: 'Bench left' });
    const { push } = renderDesk({ ...lanes('left', null, null), notices: [done] });
    expect(screen.getByText('for Anna Conti')).toBeTruthy();
    push(lanes('right', null, null));
    expect(screen.queryByText('for Anna Conti')).toBeNull();
  });
});
