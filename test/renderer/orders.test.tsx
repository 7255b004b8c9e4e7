// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeLane, makeLaneBehind } from '../fakes/fake-station.ts';
import { makeDraft, makeOrder, makeOrderLine, makeOrderPage, makeOrders } from '../fakes/make-orders.ts';
import { makeKiosk } from './make-kiosk.ts';
import { button, focused, openOrders, ORDER_KEYS as OPEN_KEYS, ordersArea as area, show } from './open-orders.tsx';

const two = { orders: [makeOrder({ orderId: 2, name: 'Rome' }), makeOrder()] };
const naples = { orders: makeOrders({ shown: makeOrderPage() }) };

describe('the way to the orders and back', () => {
  test('Ctrl O opens them in the place of the work, and again or Esc closes them', async () => {
    const { user, station } = await openOrders();
    expect(area()).not.toBeNull();
    expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    await user.keyboard(OPEN_KEYS);
    expect(area()).toBeNull();
    await user.keyboard(`${OPEN_KEYS}{Escape}`);
    expect(area()).toBeNull();
    expect(station.sent).toEqual([]);
  });

  test('without an order they say what one is, and the focus is on importing one', async () => {
    const { user, station } = await openOrders();
    expect(screen.getByText('No work order yet')).toBeTruthy();
    expect(focused()).toBe(button('Import a list…'));
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'openWorkOrder' }]);
  });

  test('F6 goes round, and a kiosk has neither the button nor the key', async () => {
    const { user, push } = await openOrders();
    await user.keyboard('{F6}{F6}');
    expect(area()?.contains(focused())).toBe(true);
    push({ kiosk: makeKiosk() });
    expect(area()).toBeNull();
    await user.keyboard(OPEN_KEYS);
    expect(area()).toBeNull();
  });
});

describe('the list of orders', () => {
  test('says of each how far it is and who works on it', async () => {
    await openOrders({
      ...show({ orders: [makeOrder({ takenBy: ['left', 'right'] })] }),
      lanes: [makeLane(), makeLaneBehind()],
    });
    const row = screen.getByRole('row', { name: 'Naples, 5 of 20 issued, 1 under way, 1 skipped, 1 stopped' });
    expect(within(row).getByText('Worked on at Bench left, Bench right')).toBeTruthy();
    expect(within(row).getByText('Assigned, the person activates it')).toBeTruthy();
  });

  test('says nothing of what there is none of, and groups large numbers', async () => {
    const counts = { all: 50_000, open: 49_000, held: 0, stopped: 0, skipped: 0, done: 1_000 };
    await openOrders(show({ orders: [makeOrder({ counts, stage: 'closed' })] }));
    expect(screen.getByRole('row', { name: 'Naples, Closed, 1,000 of 50,000 issued' })).toBeTruthy();
  });

  test('with one place the window says nothing of places', async () => {
    await openOrders(show({ orders: [makeOrder({ takenBy: ['left'] })] }));
    expect(screen.getByText('Worked on here')).toBeTruthy();
    expect(screen.queryByText(/Bench left$/, { selector: '.works-on' })).toBeNull();
  });

  test('the focus begins at the newest, the arrows move, and Enter opens one', async () => {
    const { user, station } = await openOrders(show(two));
    expect(focused()?.getAttribute('aria-label')).toMatch(/^Rome/);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(station.sent).toEqual([{ kind: 'showOrder', orderId: 1, filter: 'all', page: 0 }]);
  });

  test('Esc in an order leads back to its row in the list, and from there to the queue', async () => {
    const { user, station, push } = await openOrders(show({ ...two, shown: makeOrderPage() }));
    await user.keyboard('{Escape}');
    expect(station.sent).toEqual([{ kind: 'showOrder', orderId: null, filter: 'all', page: 0 }]);
    push(show({ ...two, shown: null }));
    expect(focused()?.getAttribute('aria-label')).toMatch(/^Naples/);
    await user.keyboard('{Escape}');
    expect(area()).toBeNull();
  });

  test('an order that comes while the list is looked at does not move the focus', async () => {
    const { user, push } = await openOrders(show(two));
    await user.keyboard('{ArrowDown}');
    push(show({ orders: [makeOrder({ orderId: 3, name: 'Turin' }), ...two.orders] }));
    expect(focused()?.getAttribute('aria-label')).toMatch(/^Naples/);
  });
});

describe('one order', () => {
  test('is taken up by Enter, which leads to the hand-over', async () => {
    const { user, station } = await openOrders(naples);
    expect(focused()).toBe(button('Take up here'));
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'takeOrder', orderId: 1 }]);
    expect(area()).toBeNull();
  });

  test('stays on screen where it cannot be taken up, and says why', async () => {
    const { user, station } = await openOrders(naples);
    station.refuse('takeOrder', { code: 'order-not-open' });
    await user.keyboard('{Enter}');
    expect(within(area() ?? document.body).getByText('This order is not open')).toBeTruthy();
    await user.keyboard(`${OPEN_KEYS}${OPEN_KEYS}`);
    expect(screen.queryByText('This order is not open')).toBeNull();
  });

  test('names the place that takes it up where there are several', async () => {
    await openOrders({ ...naples, lanes: [makeLane(), makeLaneBehind()] });
    expect(button('Take up at Bench left')).toBeTruthy();
  });

  test('is left by the place that works on it, and the focus stays in it', async () => {
    const { user, station, push } = await openOrders(
      show({ orders: [makeOrder({ takenBy: ['left'] })], shown: makeOrderPage() }),
    );
    expect(focused()).toBe(button('Leave this order'));
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'leaveOrder' }]);
    push(naples);
    expect(screen.getByRole('region', { name: 'Naples' }).contains(focused())).toBe(true);
  });

  test('that another place works on can be taken up here, too', async () => {
    await openOrders({
      ...show({ orders: [makeOrder({ takenBy: ['right'] })], shown: makeOrderPage() }),
      lanes: [makeLane(), makeLaneBehind()],
    });
    expect(button('Take up at Bench left')).toBeTruthy();
  });

  test.each([
    ['Print the order sheet', { kind: 'printOrder', paper: 'orderSheet', orderId: 1 }],
    ['Print the manifest', { kind: 'printOrder', paper: 'manifest', orderId: 1 }],
    ['Hand over to another station…', { kind: 'handOverOrder', orderId: 1 }],
    ['Close the order', { kind: 'closeOrder', orderId: 1 }],
  ])('%s', async (name, command) => {
    const { user, station } = await openOrders(naples);
    await user.click(button(name));
    expect(station.sent).toEqual([command]);
  });

  test.each([
    ['closed', 'Open it again'],
    ['handedOver', 'Take it back'],
  ] as const)('that is %s offers no more than paper and the way back', async (stage, name) => {
    const { user, station } = await openOrders(
      show({ orders: [makeOrder({ stage })], shown: makeOrderPage({ lines: [makeOrderLine()] }) }),
    );
    const actions = screen.getByRole('group', { name: 'What can be done with the order' });
    expect(
      within(actions)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual([name, 'Print the order sheet', 'Print the manifest']);
    expect(screen.queryByRole('button', { name: /^Serve|^Skip/ })).toBeNull();
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'reopenOrder', orderId: 1 }]);
  });

  test('a dialog that was called off shows nothing', async () => {
    const { user, station } = await openOrders(naples);
    station.refuse('handOverOrder', { code: 'cancelled' });
    await user.click(button('Hand over to another station…'));
    expect(screen.queryByText('Called off')).toBeNull();
    station.refuse('handOverOrder', { code: 'file-not-written' });
    await user.click(button('Hand over to another station…'));
    expect(within(area() ?? document.body).getByText('The file could not be written')).toBeTruthy();
  });

  test('that is gone leaves the list', async () => {
    const { push } = await openOrders(naples);
    push(show({ orders: [], shown: makeOrderPage() }));
    expect(screen.getByText('No work order yet')).toBeTruthy();
  });
});

test('orders are looked at while a list waits, and the list is gone on with', async () => {
  const { user } = await openOrders(show({ draft: makeDraft() }));
  expect(screen.getByRole('region', { name: 'New work order' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('row', { name: /^Naples/ })).toBeTruthy();
  expect(screen.getByText('A list waits to be started')).toBeTruthy();
  await user.click(button('Go on with it'));
  expect(focused()).toBe(screen.getByRole('region', { name: 'New work order' }));
});
