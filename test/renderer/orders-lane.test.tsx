// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { LaneView } from '../../electron/contract/reader.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { LaneOrderView } from '../../electron/contract/work-order.ts';
import {
  makeCodeRow,
  makeLane,
  makeLaneBehind,
  makeNotice,
  makeRow,
  makeSnapshot,
  makeUser,
} from '../fakes/fake-station.ts';
import { makeLaneOrder, makeOrder, makeOrderLine, makeOrderPage, makeOrders } from '../fakes/make-orders.ts';
import { renderDesk } from './render-desk.tsx';

const luca = makeOrderLine({
  line: 3,
  user: makeUser({ id: 'luca', displayName: 'Luca Moretti' }),
  requestNumber: 'REQ-18',
});

function at(order: Partial<LaneOrderView> = {}, lane: Partial<LaneView> = {}): Pick<Snapshot, 'lanes'> {
  return { lanes: [makeLane({ order: makeLaneOrder(order), ...lane })] };
}

function banner(): HTMLElement {
  return screen.getByRole('region', { name: 'Work order Naples' });
}

function next(): HTMLElement {
  return screen.getByRole('region', { name: 'Next person' });
}

function said(): readonly (string | null)[] {
  return [...document.querySelectorAll('[role="log"] p')].map(({ textContent }) => textContent);
}

describe('the order in hand', () => {
  test('says its name and how far it is, and whom the next token is for', () => {
    renderDesk(at({ next: makeOrderLine({ note: 'With a sleeve.' }) }));
    expect(within(banner()).getByText('12 of 500')).toBeTruthy();
    expect(next().textContent).toContain('Scan the next token for Anna Conti');
    for (const words of ['anna.conti@contoso.com', 'REQ-17', 'OTP 110', 'With a sleeve.'])
      expect(within(next()).getByText(words)).toBeTruthy();
    expect(screen.queryByText(/^Scan the (first|next) token$/)).toBeNull();
  });

  test('says nothing of what its line does not have', () => {
    renderDesk(at({ next: makeOrderLine({ model: '', requestNumber: '', note: '' }) }));
    expect(within(next()).queryByText(/Request|Model|Note/)).toBeNull();
  });

  test.each([
    ['assign', 'It is assigned by itself. No code is taken.'],
    ['activate', 'Its code is taken right after the scan.'],
  ] as const)('%s: %s', (goal, words) => {
    renderDesk(at({ goal }));
    expect(within(next()).getByText(words)).toBeTruthy();
  });

  test('after a scan it is the next person’s turn, and the last one is confirmed below', () => {
    const { push } = renderDesk(at());
    push({
      ...at({ doneCount: 13, next: luca }),
      notices: [makeNotice({ kind: 'assigned', userName: 'Anna Conti' })],
    });
    expect(next().textContent).toContain('Luca Moretti');
    const confirmation = screen.getByText('for Anna Conti');
    expect(next().compareDocumentPosition(confirmation)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByText('Assigned')).toBeTruthy();
  });

  test('while a code is typed it is one line, with the next person and without buttons', () => {
    const open = makeCodeRow();
    renderDesk({ open, ...at({ goal: 'activate', next: luca }, { open }) });
    expect(within(banner()).getByText('Next: Luca Moretti, REQ-18')).toBeTruthy();
    expect(within(banner()).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Next person' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
  });

  test('without an order there is no banner', () => {
    renderDesk();
    expect(screen.queryByRole('region', { name: /^Work order/ })).toBeNull();
  });

  test('without a reader it still says how a token comes in', () => {
    renderDesk({ ...at(), readers: [] });
    expect(screen.getByText('Connect a reader, or type the serial number')).toBeTruthy();
  });
});

describe('what can be done with it', () => {
  test('somebody is skipped by the line that is shown, and can be taken back in', async () => {
    const { user, station, push } = renderDesk(at());
    await user.click(screen.getByRole('button', { name: 'Skip Anna Conti' }));
    expect(station.sent).toEqual([{ kind: 'skipLine', orderId: 1, line: 2 }]);
    push(at({ next: luca }));
    expect(screen.getByText('Anna Conti was skipped.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Skip Luca Moretti' })).toBe(document.activeElement);
    await user.click(screen.getByRole('button', { name: 'Take back in' }));
    expect(station.sent.at(-1)).toEqual({ kind: 'unskipLine', orderId: 1, line: 2 });
    expect(screen.queryByText('Anna Conti was skipped.')).toBeNull();
  });

  test('a skip that is refused says why until somebody else is next', async () => {
    const { user, station, push } = renderDesk(at());
    station.refuse('skipLine', { code: 'order-line-done' });
    await user.click(screen.getByRole('button', { name: 'Skip Anna Conti' }));
    expect(within(banner()).getByText('This person has a token already')).toBeTruthy();
    expect(screen.queryByText('Anna Conti was skipped.')).toBeNull();
    push(at({ next: luca }));
    expect(screen.queryByText('This person has a token already')).toBeNull();
  });

  test('another person is chosen among those who are open', async () => {
    const { user, station, push } = renderDesk({ ...at(), orders: makeOrders() });
    await user.click(screen.getByRole('button', { name: 'Choose another person' }));
    expect(station.sent).toEqual([{ kind: 'showOrder', orderId: 1, filter: 'open', page: 0 }]);
    push({ orders: makeOrders({ shown: makeOrderPage({ filter: 'open', lines: [luca] }) }) });
    await user.click(screen.getByRole('button', { name: 'Serve Luca Moretti next' }));
    expect(station.sent.at(-1)).toEqual({ kind: 'chooseLine', orderId: 1, line: 3 });
    expect(banner()).toBeTruthy();
  });

  test('it is left', async () => {
    const { user, station } = renderDesk(at());
    await user.click(screen.getByRole('button', { name: 'Leave this order' }));
    expect(station.sent).toEqual([{ kind: 'leaveOrder' }]);
  });
});

describe('an order that is through', () => {
  test('says that everybody has been served, and leads to the manifest', async () => {
    const { user, station } = renderDesk(at({ doneCount: 500, next: null }));
    expect(screen.getByText('Everybody in this order has been served')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Print the manifest' }));
    expect(station.sent).toEqual([{ kind: 'printOrder', paper: 'manifest', orderId: 1 }]);
  });

  test('whoever was skipped was left out on purpose, and is counted', () => {
    const counts = { all: 500, open: 0, held: 0, stopped: 0, skipped: 4, done: 496 };
    renderDesk({
      ...at({ doneCount: 496, next: null }),
      orders: makeOrders({ orders: [makeOrder({ counts })] }),
    });
    expect(screen.getByText('Everybody in this order has been served')).toBeTruthy();
    expect(screen.getByText(/^4 people were skipped\. Print the manifest/)).toBeTruthy();
  });

  test('does not say so while somebody has no token', async () => {
    const counts = { all: 500, open: 0, held: 0, stopped: 1, skipped: 0, done: 499 };
    const { user, station } = renderDesk({
      ...at({ doneCount: 499, next: null }),
      orders: makeOrders({ orders: [makeOrder({ counts })] }),
    });
    expect(screen.getByText('Nobody is left to scan for')).toBeTruthy();
    expect(screen.getByText('1 person has no token yet: stopped, or still under way.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open the order' }));
    expect(station.sent).toEqual([{ kind: 'showOrder', orderId: 1, filter: 'all', page: 0 }]);
    expect(screen.getByRole('region', { name: 'Work orders' })).toBeTruthy();
  });
});

describe('several places', () => {
  const lanes = [
    makeLane({ order: makeLaneOrder() }),
    makeLaneBehind({ order: makeLaneOrder({ orderId: 2, name: 'Rome', next: luca }) }),
  ];

  test('each tab says whom it waits for', () => {
    renderDesk({ lanes });
    expect(screen.getByRole('radio', { name: '1, Bench left, Scan for Anna Conti' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '2, Bench right, Scan for Luca Moretti' })).toBeTruthy();
  });

  test('one that is through says so, and one with a token says what it waits for', () => {
    renderDesk({
      lanes: [
        makeLane({ order: makeLaneOrder({ next: null }) }),
        makeLaneBehind({ order: makeLaneOrder(), open: makeRow({ laneId: 'right' }) }),
      ],
    });
    expect(screen.getByRole('radio', { name: '1, Bench left, Order is through' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '2, Bench right, Choose the person, …0104' })).toBeTruthy();
  });

  test('the front one shows its own order', () => {
    const { push } = renderDesk({ lanes });
    expect(banner()).toBeTruthy();
    push({ lanes: lanes.map((lane) => ({ ...lane, isFront: !lane.isFront })) });
    expect(screen.getByRole('region', { name: 'Work order Rome' })).toBeTruthy();
    expect(next().textContent).toContain('Luca Moretti');
  });
});

describe('a row of the queue', () => {
  const orderLine = { orderId: 1, orderName: 'Naples', line: 7, requestNumber: 'REQ-17' };
  const queue = (change: Partial<typeof orderLine>): Pick<Snapshot, 'queue'> => ({
    queue: {
      ...makeSnapshot().queue,
      rows: [makeCodeRow({ id: 2, orderLine: { ...orderLine, ...change } })],
    },
  });

  test('says which request of which order it is for', () => {
    renderDesk(queue({}));
    expect(within(screen.getByRole('row', { name: /REQ-17/ })).getByText('REQ-17 · Naples')).toBeTruthy();
  });

  test('without a request number it says the line', () => {
    renderDesk(queue({ requestNumber: '' }));
    expect(screen.getByText('Line 7 · Naples')).toBeTruthy();
  });
});

describe('a token that is only assigned', () => {
  const assigned = makeCodeRow({ goal: 'assign', state: { kind: 'assigned' }, can: ['remove'] });

  test('has no step for a code', () => {
    renderDesk({ open: { ...assigned, state: { kind: 'readyToAssign' }, can: [] } });
    const steps = screen.getAllByRole('listitem').filter(({ className }) => className === 'step');
    expect(steps.map((step) => step.querySelector('.step-label')?.textContent)).toEqual(['Token', 'Person', 'Assign']);
    expect(screen.queryByRole('textbox', { name: 'Six digits on the token' })).toBeNull();
  });

  test('is done: it is closed, and removed without a question', async () => {
    const { user, station } = renderDesk({ open: assigned });
    expect(screen.queryByRole('listitem', { current: 'step' })).toBeNull();
    expect(screen.getByRole('button', { name: /^Close/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(station.sent).toEqual([{ kind: 'removeItem', itemId: 1 }]);
  });

  test('stays in one line while the next is in hand', () => {
    renderDesk({ open: makeCodeRow({ id: 8 }), notices: [makeNotice({ kind: 'assigned', userName: 'Anna Conti' })] });
    expect(screen.getByText(/^Last assigned/)).toBeTruthy();
  });
});

describe('what is said', () => {
  test('taking up an order, who is next, and leaving it', () => {
    const { push } = renderDesk();
    push(at());
    push(at({ doneCount: 13, next: luca }));
    push(at({ doneCount: 14, next: luca }));
    push({ lanes: [makeLane()] });
    expect(said()).toEqual([
      'Working on Naples.',
      'Next: Anna Conti, REQ-17.',
      'Next: Luca Moretti, REQ-18.',
      'Naples was left.',
    ]);
  });

  test('nobody is called next while a code is asked for', () => {
    const { push } = renderDesk(at());
    const open = makeCodeRow();
    push({ open, ...at({ next: luca }, { open }) });
    expect(said()).toEqual([]);
    push({ open: null, ...at({ next: luca }) });
    expect(said()).toEqual(['Next: Luca Moretti, REQ-18.']);
  });

  test('whoever was chosen is said once', () => {
    const { push } = renderDesk(at());
    push({ ...at({ next: luca }), notices: [makeNotice({ kind: 'lineChosen', userName: 'Luca Moretti' })] });
    expect(said()).toEqual(['Next: Luca Moretti. Scan the token for them.']);
  });
});
