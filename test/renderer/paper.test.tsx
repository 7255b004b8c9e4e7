// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeNotice, makeRow, makeSettings, makeUser } from '../fakes/fake-station.ts';
import { button, openSettings, settingsArea } from './open-settings.tsx';
import { renderDesk } from './render-desk.tsx';

const SERIAL = 'GALT11420104';
const PAPER = { printers: ['Star', 'Zebra'], printingCount: 0, templatesPath: '/data/templates' };

const issued = makeRow({
  user: makeUser(),
  state: { kind: 'activated' },
  can: ['printReceipt', 'printLabel', 'remove'],
});
const orderLine = { orderId: 1, orderName: 'Finance', line: 2, requestNumber: 'REQ-1' };

function queueOf(row: QueueRow): Pick<Snapshot, 'queue'> {
  const counts = { all: 1, needsYou: 0, working: 0, issued: 1 };
  return { queue: { filter: 'all', page: 0, pageCount: 1, rows: [row], counts } };
}

describe('in a row of the queue', () => {
  test.each([
    ['a receipt', issued, `Print the receipt of ${SERIAL}`, 'printReceipt'],
    ['a receipt once more', { ...issued, receiptAtMs: 1 }, `Print the receipt of ${SERIAL} again`, 'printReceipt'],
    ['the label of an order’s token', { ...issued, orderLine }, `Print the label of ${SERIAL}`, 'printLabel'],
  ] as const)('%s can be printed, which opens nothing', async (_what, row, name, kind) => {
    const { user, station } = renderDesk(queueOf(row));
    await user.click(within(screen.getByRole('row')).getByRole('button', { name }));
    expect(station.sent).toEqual([{ kind, itemId: 1 }]);
  });

  test('nothing is offered where the snapshot does not allow it', () => {
    renderDesk(queueOf({ ...issued, can: ['remove'] }));
    expect(screen.queryByRole('button', { name: /Print/ })).toBeNull();
  });

  test('a refusal stands at the queue', async () => {
    const { user, station } = renderDesk(queueOf(issued));
    station.refuse('printReceipt', { code: 'item-gone' });
    await user.click(screen.getByRole('button', { name: `Print the receipt of ${SERIAL}` }));
    expect(screen.getByText('That token is no longer in the queue')).toBeTruthy();
  });
});

test('at the hand-over, the open token’s receipt can be printed', async () => {
  const { user, station } = renderDesk({ ...queueOf(issued), open: issued });
  await user.click(screen.getByRole('button', { name: 'Print receipt' }));
  expect(station.sent).toEqual([{ kind: 'printReceipt', itemId: 1 }]);
});

describe('a page that was not printed', () => {
  const failed = makeNotice({
    seq: 5,
    kind: 'paperFailed',
    userName: 'Anna Conti',
    problem: { code: 'printer-gone', detail: 'Star' },
  });

  test('is told with its token, the reason and the next step until it is put away', async () => {
    const { user } = renderDesk({ notices: [failed] });
    expect(
      screen.getByText(/Not printed: GALT11420104, Anna Conti. This printer is not there. Check its cable/),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Put this away' }));
    expect(screen.queryByText(/Not printed: GALT/)).toBeNull();
  });

  test('is told no more once a page was printed', () => {
    renderDesk({ notices: [failed, makeNotice({ seq: 6, kind: 'paperPrinted' })] });
    expect(screen.queryByText(/Not printed: GALT/)).toBeNull();
  });
});

test.each([
  [0, null],
  [1, null],
  [2, 'Printing 2 pages.'],
  [200, 'Printing 200 pages.'],
])('while %d pages are on their way, the foot says %s', (printingCount, words) => {
  renderDesk({ paper: { ...PAPER, printingCount } });
  expect(screen.queryByText(/^Printing/)?.textContent ?? null).toBe(words);
});

describe('in the settings', () => {
  const gone = makeSettings({}, { labelPrinter: { value: 'Away', source: 'user', canChange: true } });

  test('the system is asked for its printers, and one can be chosen', async () => {
    const { user, station } = await openSettings({ paper: PAPER });
    expect(station.sent).toEqual([{ kind: 'findPrinters' }]);
    const choice = screen.getByRole('combobox', { name: 'Printer for receipts and reports' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['A PDF file', 'Star', 'Zebra']);
    await user.selectOptions(choice, 'Star');
    await user.click(button('Save'));
    expect(station.sent.at(-1)).toEqual({
      kind: 'changeSettings',
      change: { receiptPrinter: 'Star' },
      replacesBroken: false,
    });
  });

  test('a printer that was chosen stands there while it is gone, and a file can be chosen instead', async () => {
    const { user, station } = await openSettings({ paper: PAPER, settings: gone });
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Printer for labels' });
    expect(choice.value).toBe('Away');
    expect(within(choice).getByText('Away (not there now)')).toBeTruthy();
    await user.selectOptions(choice, 'A PDF file');
    await user.click(button('Save'));
    expect(station.sent.at(-1)).toMatchObject({ change: { labelPrinter: '' } });
  });

  test('the templates can be written, and their folder is shown', async () => {
    const { user, station } = await openSettings({ paper: PAPER });
    expect(within(settingsArea()).getByText('/data/templates')).toBeTruthy();
    await user.click(button('Write the templates to change them'));
    expect(station.sent.at(-1)).toEqual({ kind: 'writeTemplates' });
    expect(within(settingsArea()).getByText(/The templates are in this folder/)).toBeTruthy();
  });

  test('what could not be written is told there', async () => {
    const { user, station } = await openSettings({ paper: PAPER });
    station.refuse('writeTemplates', { code: 'file-not-written', detail: '/data/templates: EACCES' });
    await user.click(button('Write the templates to change them'));
    expect(within(settingsArea()).getByText('The file could not be written')).toBeTruthy();
    expect(within(settingsArea()).queryByText(/The templates are in this folder/)).toBeNull();
  });

  test('nobody is asked for printers while nobody is signed in', async () => {
    const { station } = await openSettings({ paper: PAPER, session: { kind: 'out', problem: null } });
    expect(station.sent).toEqual([]);
  });
});
