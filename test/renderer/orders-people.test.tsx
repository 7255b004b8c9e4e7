// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { OrderLineState } from '../../electron/contract/work-order.ts';
import { makeLane, makeLaneBehind, makeUser } from '../fakes/fake-station.ts';
import { makeLaneOrder, makeOrderLine, makeOrderPage, makeOrders } from '../fakes/make-orders.ts';
import { button, focused, openOrders, ordersArea as area, show } from './open-orders.tsx';

const luca = makeUser({ id: 'luca', displayName: 'Luca Moretti', userPrincipalName: 'luca.moretti@contoso.com' });
const naples = { orders: makeOrders({ shown: makeOrderPage() }) };

describe('the people of an order', () => {
  const lines = [makeOrderLine(), makeOrderLine({ line: 3, user: luca, requestNumber: '', note: 'On leave.' })];

  test('are filtered by their counts', async () => {
    const { user, station } = await openOrders(
      show({ shown: makeOrderPage({ filter: 'open', pageCount: 3, page: 2 }) }),
    );
    expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual([
      'All 20',
      'Open 12',
      'Under way 1',
      'Stopped 1',
      'Skipped 1',
      'Issued 5',
    ]);
    await user.click(screen.getByRole('radio', { name: 'Stopped 1' }));
    expect(station.sent).toEqual([{ kind: 'showOrder', orderId: 1, filter: 'stopped', page: 0 }]);
  });

  test('say who, what was asked for, the state and the token', async () => {
    await openOrders(
      show({ shown: makeOrderPage({ lines: [makeOrderLine({ state: 'done', serialNumber: 'GALT11420104' })] }) }),
    );
    const row = screen.getByRole('row', { name: 'Line 2, Anna Conti, REQ-17, Issued, GALT11420104' });
    for (const words of ['anna.conti@contoso.com', 'REQ-17', 'OTP 110'])
      expect(within(row).getByText(words)).toBeTruthy();
    expect(within(row).queryByRole('button')).toBeNull();
  });

  test('have their note in full', async () => {
    await openOrders(show({ shown: makeOrderPage({ lines }) }));
    expect(within(screen.getByRole('row', { name: /Luca/ })).getByText('On leave.')).toBeTruthy();
  });

  test.each<[OrderLineState, readonly string[]]>([
    ['open', ['Serve Anna Conti next', 'Skip Anna Conti']],
    ['held', ['Open the token of Anna Conti']],
    ['stopped', ['Open the token of Anna Conti']],
    ['skipped', ['Take Anna Conti back in']],
    ['done', []],
  ])('%s: what can be done', async (state, names) => {
    await openOrders(show({ shown: makeOrderPage({ lines: [makeOrderLine({ state, itemId: 7 })] }) }));
    const buttons = within(screen.getByRole('row')).queryAllByRole('button');
    expect(buttons.map((each) => each.getAttribute('aria-label'))).toEqual(names);
  });

  test('are served next from the keyboard: arrows, Tab, Enter, and the hand-over says it', async () => {
    const { user, station } = await openOrders(show({ shown: makeOrderPage({ lines }) }));
    screen.getByRole('row', { name: /Anna/ }).focus();
    await user.keyboard('{ArrowDown}{Tab}{Enter}');
    expect(station.sent).toEqual([{ kind: 'chooseLine', orderId: 1, line: 3 }]);
    expect(area()).toBeNull();
  });

  test('a line by itself chooses nobody', async () => {
    const { user, station } = await openOrders(show({ shown: makeOrderPage({ lines }) }));
    await user.click(screen.getByText('Luca Moretti'));
    screen.getByRole('row', { name: /Anna/ }).focus();
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([]);
  });

  test('who is skipped stays under the arrows', async () => {
    const { user, station, push } = await openOrders(show({ shown: makeOrderPage({ lines }) }));
    await user.click(button('Skip Anna Conti'));
    expect(station.sent).toEqual([{ kind: 'skipLine', orderId: 1, line: 2 }]);
    push(show({ shown: makeOrderPage({ lines: [makeOrderLine({ state: 'skipped' }), ...lines.slice(1)] }) }));
    expect(focused()).toBe(screen.getByRole('row', { name: /Anna Conti.*Skipped/ }));
    await user.click(button('Take Anna Conti back in'));
    expect(station.sent.at(-1)).toEqual({ kind: 'unskipLine', orderId: 1, line: 2 });
  });

  test('whoever leaves the filter with a skip leaves the focus to the next', async () => {
    const { user, push } = await openOrders(show({ shown: makeOrderPage({ filter: 'open', lines }) }));
    await user.click(button('Skip Anna Conti'));
    push(show({ shown: makeOrderPage({ filter: 'open', lines: lines.slice(1) }) }));
    expect(focused()).toBe(screen.getByRole('row', { name: /Luca Moretti/ }));
  });

  test('the token of one that has stopped is opened at the hand-over', async () => {
    const { user, station } = await openOrders(
      show({ shown: makeOrderPage({ lines: [makeOrderLine({ state: 'stopped', itemId: 7 })] }) }),
    );
    await user.click(button('Open the token of Anna Conti'));
    expect(station.sent).toEqual([{ kind: 'openItem', itemId: 7 }]);
    expect(area()).toBeNull();
  });

  test('whom the next token is for is marked, and where', async () => {
    const order = makeLaneOrder();
    const shown = show({ shown: makeOrderPage({ lines }) });
    const { push } = await openOrders({ ...shown, lanes: [makeLane({ order })] });
    expect(screen.getByRole('row', { name: 'Line 2, Anna Conti, REQ-17, Open, Next' })).toBeTruthy();
    push({ lanes: [makeLane(), makeLaneBehind({ order })] });
    expect(screen.getByRole('row', { name: 'Line 2, Anna Conti, REQ-17, Open, Next at Bench right' })).toBeTruthy();
    push({ lanes: [makeLane({ order: { ...order, orderId: 9 } })] });
    expect(screen.queryByText('Next')).toBeNull();
  });

  test('a filter without anybody says so', async () => {
    await openOrders(show({ shown: makeOrderPage({ filter: 'stopped', lines: [] }) }));
    expect(screen.getByText('No token has stopped.')).toBeTruthy();
  });
});

describe('a thousand pages', () => {
  const page = (number: number): Partial<Snapshot> =>
    show({ shown: makeOrderPage({ filter: 'open', page: number, pageCount: 1000 }) });

  test.each([
    ['First page', 0],
    ['Previous page', 498],
    ['Next page', 500],
    ['Last page', 999],
  ])('%s', async (name, wanted) => {
    const { user, station } = await openOrders(page(499));
    await user.click(button(name));
    expect(station.sent).toEqual([{ kind: 'showOrder', orderId: 1, filter: 'open', page: wanted }]);
  });

  test.each([
    ['730', 729],
    ['0', 0],
    ['99999', 999],
    ['12x', 11],
  ])('page %s is gone to by its number', async (typed, wanted) => {
    const { user, station } = await openOrders(page(499));
    const field = screen.getByLabelText<HTMLInputElement>('Page');
    expect(field.value).toBe('500');
    await user.clear(field);
    await user.type(field, `${typed}{Enter}`);
    expect(station.sent).toEqual([{ kind: 'showOrder', orderId: 1, filter: 'open', page: wanted }]);
  });

  test('an empty number goes nowhere', async () => {
    const { user, station } = await openOrders(page(499));
    await user.clear(screen.getByLabelText('Page'));
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([]);
  });

  test('at its end the focus goes to the way back', async () => {
    const { user, push } = await openOrders(page(998));
    await user.click(button('Next page'));
    push(page(999));
    expect(focused()).toBe(button('First page'));
  });

  test('one page has none of it', async () => {
    await openOrders(naples);
    expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull();
  });
});
