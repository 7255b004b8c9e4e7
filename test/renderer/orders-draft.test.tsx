// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { LineFault } from '../../electron/contract/work-order.ts';
import { LINE_FAULTS, makeDraftLine, makeOrder, makeOrders } from '../fakes/make-orders.ts';
import { button, openDraft, pushDraft, said } from './open-orders.tsx';
import { renderDesk } from './render-desk.tsx';

const MESSY = { all: 20, usable: 18, doubtful: 3, unusable: 2, zerosOffered: 12 };

function draft(): HTMLElement {
  return screen.getByRole('region', { name: 'New work order' });
}

describe('a list that is read', () => {
  test('says how far it is, in words and as progress of which nobody knows the end', async () => {
    await openDraft({ stage: 'reading', readCount: 12_400, lines: [] });
    const bar = screen.getByRole('progressbar', { name: 'Reading the list' });
    expect(bar.getAttribute('aria-valuenow')).toBeNull();
    expect(within(bar).getByText('12,400 lines so far')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  test('then its people are looked up, and its lines can be seen already', async () => {
    await openDraft({ stage: 'checking', checkedCount: 8, lines: [makeDraftLine({ user: null, isUsable: false })] });
    const bar = screen.getByRole('progressbar', { name: 'Looking up the people' });
    expect(bar.getAttribute('aria-valuenow')).toBe('8');
    expect(bar.getAttribute('aria-valuetext')).toBe('8 of 20 looked up');
    expect(screen.getByRole('row', { name: 'Line 2, Anna Conti, Not looked up yet' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
  });

  test.each(['reading', 'checking'] as const)('can be called off while it is %s', async (stage) => {
    const { user, station } = await openDraft({ stage });
    await user.click(button('Call it off'));
    expect(station.sent).toEqual([{ kind: 'dropDraft' }]);
  });

  test('keeps the focus inside when it is ready, and when it is gone', async () => {
    const desk = await openDraft({ stage: 'checking' });
    button('Call it off').focus();
    pushDraft(desk, {});
    expect(draft()).toBe(document.activeElement);
    desk.push({ orders: makeOrders({ orders: [] }) });
    expect(button('Import a list…')).toBe(document.activeElement);
  });
});

describe('what will happen', () => {
  test.each([
    [MESSY, '18 of 20 people can be served'],
    [{ ...MESSY, usable: 20, doubtful: 0, unusable: 0 }, 'All 20 people can be served'],
    [{ ...MESSY, all: 1, usable: 1, unusable: 0 }, 'The one person can be served'],
    [{ ...MESSY, all: 50_000, usable: 49_999 }, '49,999 of 50,000 people can be served'],
  ])('%o: %s', async (counts, words) => {
    await openDraft({ counts });
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('what is to be looked at and what is left out are counted, where there is any', async () => {
    const desk = await openDraft({ counts: MESSY });
    expect(screen.getByText('3 of them have something to look at.')).toBeTruthy();
    expect(screen.getByText('2 lines are left out.')).toBeTruthy();
    pushDraft(desk, {});
    expect(screen.queryByText(/something to look at\.$|left out\.$/)).toBeNull();
  });

  test('columns that are not used are named', async () => {
    await openDraft({ ignoredColumns: ['Building', 'Cost centre'] });
    expect(screen.getByText('2 columns are not used: Building, Cost centre')).toBeTruthy();
  });
});

describe('the lines of a list', () => {
  const WORDS: Readonly<Record<LineFault['kind'], string>> = {
    personMissing: 'Nobody is named in this line.',
    personTwice: 'The same person stands in line 4 already.',
    rounded: 'A spreadsheet has rounded this number. Look it up in the source of the list.',
    zerosMaybeLost: '004512 instead of 4512?',
    formula: 'A spreadsheet would run this as a formula. Here it is kept as text.',
    unknownPerson: 'The tenant does not find this person.',
    twoPeople: 'Two people have this employee ID.',
    guest: 'Guests cannot get a token.',
    accountDisabled: 'The account is disabled. The token cannot be used until it is enabled.',
    inOtherOrder: 'Rome has this person, too.',
    notLookedUp: 'Could not be looked up: Graph cannot be reached.',
  };

  test.each(Object.values(LINE_FAULTS))('$kind is said in words, and heard with its line', async (fault) => {
    await openDraft({ lines: [makeDraftLine({ person: '4512', personBy: 'employeeId', faults: [fault] })] });
    const row = screen.getByRole('row');
    expect(within(row).getByText(WORDS[fault.kind])).toBeTruthy();
    expect(row.getAttribute('aria-label')).toContain(WORDS[fault.kind]);
  });

  test('several faults of one line all stand there', async () => {
    const faults = [LINE_FAULTS.accountDisabled, LINE_FAULTS.inOtherOrder];
    await openDraft({ lines: [makeDraftLine({ faults })] });
    expect(within(screen.getByRole('row')).getAllByRole('listitem')).toHaveLength(2);
  });

  test.each([
    [{}, 'Will be served'],
    [{ faults: [LINE_FAULTS.accountDisabled] }, 'Look at it'],
    [{ faults: [LINE_FAULTS.guest], isUsable: false }, 'Left out'],
  ])('%o: %s', async (change, words) => {
    await openDraft({ lines: [makeDraftLine(change)] });
    expect(within(screen.getByRole('row')).getByText(words)).toBeTruthy();
  });

  test('one that is left out for what stands in it is left out at once, the others wait to be looked up', async () => {
    const waits = { user: null, isUsable: false } as const;
    await openDraft({
      stage: 'checking',
      lines: [
        makeDraftLine({ ...waits, faults: [LINE_FAULTS.rounded] }),
        makeDraftLine({ ...waits, line: 3, faults: [LINE_FAULTS.formula] }),
      ],
    });
    expect(screen.getByRole('row', { name: /^Line 2.*Left out/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Line 3.*Not looked up yet/ })).toBeTruthy();
  });

  test('a person who is called otherwise in the list is told apart', async () => {
    await openDraft({ lines: [makeDraftLine({ name: 'A. Conti-Rossi' })] });
    expect(screen.getByText('List says A. Conti-Rossi')).toBeTruthy();
  });

  test('an id that nobody was found for says what it is', async () => {
    await openDraft({
      lines: [makeDraftLine({ person: '4512', personBy: 'employeeId', name: '', user: null, isUsable: false })],
    });
    const row = screen.getByRole('row');
    expect(within(row).getByText('4512')).toBeTruthy();
    expect(within(row).getByText('Employee ID')).toBeTruthy();
  });

  test('only those with something to look at are asked for, and pages keep that', async () => {
    const desk = await openDraft();
    await desk.user.click(screen.getByRole('switch', { name: 'Only lines with something to look at' }));
    pushDraft(desk, { onlyFaults: true, page: 1, pageCount: 3 });
    await desk.user.click(button('Next page'));
    expect(desk.station.sent).toEqual([
      { kind: 'showDraft', page: 0, onlyFaults: true },
      { kind: 'showDraft', page: 2, onlyFaults: true },
    ]);
  });

  test('none of them says so', async () => {
    await openDraft({ onlyFaults: true, lines: [] });
    expect(screen.getByText('No line has anything to look at.')).toBeTruthy();
  });
});

describe('zeros and look-ups', () => {
  const lost = makeDraftLine({ person: '4512', personBy: 'employeeId', faults: [LINE_FAULTS.zerosMaybeLost] });

  test('zeros are put back in one line from the keyboard, and the focus rests on it', async () => {
    const desk = await openDraft({ counts: MESSY, lines: [lost] });
    screen.getByRole('row').focus();
    await desk.user.keyboard('{Tab}{Enter}');
    expect(desk.station.sent).toEqual([{ kind: 'acceptZeros', line: 2 }]);
    pushDraft(desk, { lines: [{ ...lost, person: '004512', faults: [] }] });
    expect(screen.getByRole('row')).toBe(document.activeElement);
  });

  test('zeros are put back in all lines', async () => {
    const { user, station } = await openDraft({ counts: MESSY, lines: [lost] });
    await user.click(button('Put them back in 12 lines'));
    expect(station.sent).toEqual([{ kind: 'acceptZeros', line: null }]);
  });

  test('nothing is offered where nothing was lost', async () => {
    await openDraft();
    expect(screen.queryByRole('button', { name: /^Put them back|^Look up again/ })).toBeNull();
  });

  test('people who could not be looked up are looked up again', async () => {
    const { user, station } = await openDraft({ lines: [makeDraftLine({ faults: [LINE_FAULTS.notLookedUp] })] });
    await user.click(button('Look up again'));
    expect(station.sent).toEqual([{ kind: 'checkDraftAgain' }]);
  });
});

describe('what is said of a list', () => {
  test('is four sentences on the way through fifty thousand people, and the outcome', () => {
    const desk = renderDesk({ orders: makeOrders() });
    const counts = { all: 50_000, usable: 0, doubtful: 0, unusable: 0, zerosOffered: 0 };
    pushDraft(desk, { stage: 'reading', readCount: 1, lines: [] });
    pushDraft(desk, { stage: 'reading', readCount: 20_000, lines: [] });
    for (let checkedCount = 0; checkedCount <= 50_000; checkedCount += 250)
      pushDraft(desk, { stage: 'checking', checkedCount, counts });
    pushDraft(desk, { counts: MESSY });
    pushDraft(desk, { counts: MESSY, page: 1 });
    expect(said()).toEqual([
      'Reading naples-november.csv.',
      'Looking up 50,000 people.',
      '12,500 of 50,000 looked up.',
      '25,000 of 50,000 looked up.',
      '37,500 of 50,000 looked up.',
      '18 of 20 people can be served. 3 of them have something to look at. 2 lines are left out.',
    ]);
  });

  test('an order that is open is said by its name', () => {
    const { push } = renderDesk({ orders: makeOrders() });
    push({ orders: makeOrders({ orders: [makeOrder({ orderId: 2, name: 'Rome' }), makeOrder()] }) });
    expect(said()).toEqual(['Work order Rome is open.']);
  });
});
