// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeUser } from '../fakes/fake-station.ts';
import { makeDraft, makeDraftLine, makeOrder, makeOrderPage, makeOrders } from '../fakes/make-orders.ts';
import { button, openDraft, ORDER_KEYS as OPEN_KEYS, pushDraft, said } from './open-orders.tsx';
import { renderDesk } from './render-desk.tsx';

describe('starting an order', () => {
  test('its name is the file’s, and what is done with the tokens is chosen by nobody', async () => {
    await openDraft({ fileName: 'depot.naples (2).xlsx' });
    expect(screen.getByLabelText<HTMLInputElement>('Name of the order').value).toBe('depot.naples (2)');
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([]);
  });

  test('without saying what is done with the tokens it does not start, and the focus goes there', async () => {
    const { user, station } = await openDraft();
    await user.click(button('Start with 20 people'));
    expect(station.sent).toEqual([]);
    const group = screen.getByRole('radiogroup', { name: 'What is done with the tokens?' });
    expect(within(group).getByText('Choose what is done with the tokens.')).toBeTruthy();
    expect(group.contains(document.activeElement)).toBe(true);
    expect(said()).toContain('Choose what is done with the tokens.');
    await user.keyboard(' ');
    expect(within(group).queryByText('Choose what is done with the tokens.')).toBeNull();
  });

  test('without a name it does not start', async () => {
    const { user, station } = await openDraft();
    const name = screen.getByLabelText('Name of the order');
    await user.clear(name);
    await user.type(name, '  {Enter}');
    expect(station.sent).toEqual([]);
    expect(screen.getByText('Give the order a name.', { selector: '.start-order-missing' })).toBeTruthy();
    expect(name).toBe(document.activeElement);
  });

  test.each([
    ['Assign only', 'The token is shipped; the person activates it.', 'assign'],
    ['Assign and activate', 'Its code is taken at the bench.', 'activate'],
  ])('%s', async (title, more, goal) => {
    const { user, station } = await openDraft();
    await user.click(screen.getByRole('radio', { name: `${title} ${more}` }));
    await user.click(button('Start with 20 people'));
    expect(station.sent).toEqual([{ kind: 'startOrder', name: 'naples-november', goal }]);
  });

  test('from the keyboard alone, it ends in the order with "Take up here" under Enter', async () => {
    const desk = renderDesk({ orders: makeOrders({ draft: makeDraft() }) });
    const { user, station, push } = desk;
    await user.keyboard(OPEN_KEYS);
    screen.getByLabelText('Name of the order').focus();
    await user.keyboard(' 2{Tab} {Tab}{Enter}');
    expect(station.sent).toEqual([{ kind: 'startOrder', name: 'naples-november 2', goal: 'assign' }]);
    const orders = [makeOrder({ orderId: 2, name: 'naples-november 2' }), makeOrder()];
    push({ orders: makeOrders({ orders }) });
    expect(station.sent.at(-1)).toEqual({ kind: 'showOrder', orderId: 2, filter: 'all', page: 0 });
    push({ orders: makeOrders({ orders, shown: makeOrderPage({ orderId: 2 }) }) });
    expect(button('Take up here')).toBe(document.activeElement);
  });

  test('a refusal says why and keeps what was typed, and a later order is not opened for it', async () => {
    const { user, station, push } = await openDraft();
    station.refuse('startOrder', { code: 'order-empty' });
    await user.click(screen.getByRole('radio', { name: /^Assign only/ }));
    await user.click(button('Start with 20 people'));
    expect(within(screen.getByRole('main')).getByText('Nobody in this list can be served')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Assign only/ }).checked).toBe(true);
    push({ orders: makeOrders({ orders: [makeOrder({ orderId: 2 })] }) });
    expect(station.sent.filter(({ kind }) => kind === 'showOrder')).toEqual([]);
  });

  test('the list is thrown away', async () => {
    const { user, station } = await openDraft();
    await user.click(button('Throw the list away'));
    expect(station.sent).toEqual([{ kind: 'dropDraft' }]);
  });

  test('an order from another station keeps its goal and its name, and says how far it came', async () => {
    const handedOver = {
      name: 'Naples',
      goal: 'activate',
      station: 'Depot 2',
      atMs: Date.now(),
      doneCount: 312,
      skippedCount: 4,
    } as const;
    const { user, station } = await openDraft({ handedOver });
    expect(screen.getByText(/^Handed over by Depot 2, /)).toBeTruthy();
    expect(screen.getByText('312 issued there, 4 skipped')).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: /tokens/ })).toBeNull();
    await user.click(button('Start with 20 people'));
    expect(station.sent).toEqual([{ kind: 'startOrder', name: 'Naples', goal: 'activate' }]);
  });

  test('another file is another list: nothing of the one before is kept', async () => {
    const desk = await openDraft();
    await desk.user.click(screen.getByRole('radio', { name: /^Assign only/ }));
    pushDraft(desk, { fileName: 'rome.csv', lines: [makeDraftLine({ user: makeUser({ id: 'b' }) })] });
    expect(screen.getByLabelText<HTMLInputElement>('Name of the order').value).toBe('rome');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Assign only/ }).checked).toBe(false);
  });
});
