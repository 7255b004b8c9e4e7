// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { QueueView } from '../../electron/contract/snapshot.ts';
import { problemTexts } from '../../renderer/problem/problem-text.ts';
import { makeLane, makeLaneBehind, makeNotice, makeRow, makeUser } from '../fakes/fake-station.ts';
import { makeIssuedRow, makeLookedUpRow, makeOwnedToken, makePlan } from '../fakes/make-plan.ts';
import { renderDesk } from './render-desk.tsx';

function queueOf(rows: readonly QueueRow[], filter: QueueView['filter'] = 'all'): { readonly queue: QueueView } {
  const counts = { all: rows.length, needsYou: 0, working: 0, issued: rows.length };
  return { queue: { filter, page: 0, pageCount: 1, rows, counts } };
}

function handOver(): HTMLElement {
  return screen.getByRole('region', { name: /^Hand-over/ });
}

function button(name: string): HTMLElement {
  return within(handOver()).getByRole('button', { name });
}

function chosen(): readonly HTMLElement[] {
  return within(handOver()).queryAllByRole('radio', { checked: true });
}

const issued = makeIssuedRow({ id: 3 });

describe('the reason of an undo', () => {
  test('is asked for first, none is chosen beforehand, and nothing is sent meanwhile', async () => {
    const { user, station } = renderDesk({ open: issued });
    await user.click(button('Undo'));
    expect(within(handOver()).getAllByRole('radio')).toHaveLength(3);
    expect(chosen()).toEqual([]);
    expect(handOver().textContent).toContain('Take back GALT11420104 from Anna Conti');
    expect(station.sent).toEqual([]);
  });

  test('is chosen by keyboard alone, and Enter asks for the plan', async () => {
    const { user, station } = renderDesk({ open: issued });
    await user.keyboard('{Control>}z{/Control}');
    expect(within(handOver()).getByRole('radio', { name: 'The wrong person has it' })).toBe(document.activeElement);
    await user.keyboard('{ArrowDown}');
    await user.click(button('Show the plan'));
    expect(station.sent).toEqual([{ kind: 'planUndo', itemId: 3, reason: 'wrongToken' }]);
  });

  test('has to be said: without it nothing is asked for, and the window says why', async () => {
    const { user, station } = renderDesk({ open: issued });
    await user.keyboard('{Control>}z{/Control}');
    await user.click(button('Show the plan'));
    expect(station.sent).toEqual([]);
    expect(within(handOver()).getByText('Choose first.')).toBeTruthy();
  });

  test('is left with Esc, and the focus goes back to the row that asked', async () => {
    const { user, station } = renderDesk(queueOf([issued]));
    screen.getByRole('row').focus();
    await user.keyboard('{Control>}z{/Control}');
    expect(handOver().contains(document.activeElement)).toBe(true);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('row')).toBe(document.activeElement);
    expect(within(handOver()).queryByRole('radio')).toBeNull();
    expect(station.sent).toEqual([]);
  });

  test('also where the plan itself is left', async () => {
    const { user, push } = renderDesk(queueOf([issued]));
    screen.getByRole('row').focus();
    await user.keyboard('{Control>}z{/Control}');
    push({ plan: makePlan() });
    expect(button('Leave it')).toBe(document.activeElement);
    await user.keyboard('{Enter}');
    push({ plan: null });
    expect(screen.getByRole('row')).toBe(document.activeElement);
  });

  test('that comes too late is refused beside the question', async () => {
    const { user, station } = renderDesk({ open: issued });
    station.refuse('planUndo', { code: 'undo-too-late' });
    await user.click(button('Undo'));
    await user.click(within(handOver()).getByRole('radio', { name: 'It is not needed' }));
    await user.click(button('Show the plan'));
    expect(within(handOver()).getByText(problemTexts['undo-too-late'].title)).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(button('Undo'));
    expect(within(handOver()).queryByText(problemTexts['undo-too-late'].title)).toBeNull();
  });

  test('stays when a scan opens another token, and goes when a row is opened on purpose', async () => {
    const { user, push } = renderDesk(queueOf([issued]));
    screen.getByRole('row').focus();
    await user.keyboard('{Control>}z{/Control}');
    push({ ...queueOf([makeRow({ id: 9 }), issued]), open: makeRow({ id: 9 }) });
    expect(within(handOver()).getAllByRole('radio')).toHaveLength(3);
    screen.getAllByRole('row')[0]?.focus();
    await user.keyboard('{Enter}');
    expect(within(handOver()).queryByRole('radio')).toBeNull();
  });

  test('goes when another reader’s place is called', async () => {
    const lanes = [makeLane({ open: issued }), makeLaneBehind()];
    const { user } = renderDesk({ lanes, open: issued });
    await user.click(button('Undo'));
    await user.keyboard('{Control>}2{/Control}');
    expect(within(handOver()).queryByRole('radio', { name: 'It is not needed' })).toBeNull();
  });
});

describe('which token is replaced', () => {
  const tokens = [makeOwnedToken(), makeOwnedToken({ methodId: 'old-2', serialNumber: null, isActive: false })];
  const open = makeLookedUpRow({ tokens }, { id: 4, can: ['enterCode', 'chooseUser', 'remove', 'replace'] });

  test('is offered with the number of tokens, and by F12', async () => {
    const { user } = renderDesk({ open });
    expect(within(handOver()).getByText('2 tokens already')).toBeTruthy();
    await user.keyboard('{F12}');
    expect(within(handOver()).getByRole('radio', { name: 'GALT11400017, Active' })).toBe(document.activeElement);
    expect(within(handOver()).getByRole('radio', { name: 'No serial number shown, Not active' })).toBeTruthy();
    expect(chosen()).toEqual([]);
  });

  test.each([
    [['GALT11400017, Active'], false],
    [['The old token is lost'], false],
    [['GALT11400017, Active', 'The old token is broken'], true],
  ])('needs the token and the reason: %j', async (names, isEnough) => {
    const { user, station } = renderDesk({ open });
    await user.click(button('Replaces an older token…'));
    for (const name of names) await user.click(within(handOver()).getByRole('radio', { name }));
    await user.click(button('Show the plan'));
    const command = { kind: 'planReplace', itemId: 4, methodId: 'old-1', reason: 'broken' };
    expect(station.sent).toEqual(isEnough ? [command] : []);
  });

  test('is forgotten where another look does not show it any more', async () => {
    const { user, station, push } = renderDesk({ open });
    await user.click(button('Replaces an older token…'));
    await user.click(within(handOver()).getByRole('radio', { name: 'GALT11400017, Active' }));
    await user.click(within(handOver()).getByRole('radio', { name: 'The old token is lost' }));
    push({ open: { ...open, preFlight: { ...open.preFlight!, tokens: tokens.slice(1) } } });
    await user.click(button('Show the plan'));
    expect(station.sent).toEqual([]);
  });

  test('is not asked about a token that is not open any more', async () => {
    const { user, push } = renderDesk({ open });
    await user.click(button('Replaces an older token…'));
    push({ open: makeRow({ id: 9 }) });
    expect(within(handOver()).queryByRole('radio')).toBeNull();
  });

  test('is not offered where the snapshot does not allow it', async () => {
    const { user } = renderDesk({ open: makeLookedUpRow({ tokens }) });
    expect(within(handOver()).queryByRole('button', { name: /Replaces/ })).toBeNull();
    await user.keyboard('{F12}');
    expect(within(handOver()).queryByRole('radio')).toBeNull();
  });
});

describe('the other token of a swap', () => {
  const bo = makeUser({ id: 'bo', displayName: 'Bo Li', userPrincipalName: 'bo.li@contoso.com' });
  const eva = makeUser({ id: 'eva', displayName: 'Ewa Król', userPrincipalName: 'ewa.krol@contoso.com' });
  const rows = [
    issued,
    makeIssuedRow({ id: 5, serialNumber: 'VES0052649', user: bo }),
    makeIssuedRow({ id: 6, serialNumber: '70029370', user: eva }),
    makeIssuedRow({ id: 7, serialNumber: '70029371', user: eva, can: ['remove'] }),
    makeIssuedRow({ id: 8, serialNumber: '70029372' }),
  ];

  async function ask(filter?: QueueView['filter']) {
    const desk = renderDesk({ ...queueOf(rows, filter), open: issued });
    await desk.user.click(button('Swapped with another token…'));
    return desk;
  }

  function listed(): readonly string[] {
    return within(handOver())
      .queryAllByRole('radio')
      .map((radio) => radio.closest('label')?.textContent ?? '');
  }

  test('is an issued one of somebody else that may be swapped', async () => {
    await ask();
    expect(listed()).toEqual(['VES0052649 Bo Li', '70029370 Ewa Król']);
    expect(chosen()).toEqual([]);
  });

  test('is found by words of its person or its serial number, and chosen by hand', async () => {
    const { user, station } = await ask();
    await user.keyboard('ewa 0029');
    expect(listed()).toEqual(['70029370 Ewa Król']);
    expect(chosen()).toEqual([]);
    await user.click(within(handOver()).getByRole('radio'));
    await user.click(button('Show the plan'));
    expect(station.sent).toEqual([{ kind: 'planSwap', itemId: 3, otherItemId: 6 }]);
  });

  test('that is no longer listed is not meant any more', async () => {
    const { user, station } = await ask();
    await user.click(within(handOver()).getByRole('radio', { name: /Ewa/ }));
    await user.type(within(handOver()).getByRole('textbox'), 'bo{Enter}');
    expect(station.sent).toEqual([]);
    await user.type(within(handOver()).getByRole('textbox'), 'x');
    expect(within(handOver()).getByText('None of them fits these words.')).toBeTruthy();
  });

  test('is chosen by scanning it, and nothing is sent by that', async () => {
    const { user, station, push } = await ask();
    await user.keyboard('bo');
    push({ notices: [makeNotice({ seq: 90, kind: 'scanDuplicate', itemId: 6 })] });
    expect(chosen().map((radio) => radio.closest('label')?.textContent)).toEqual(['70029370 Ewa Król']);
    push({ notices: [makeNotice({ seq: 91, kind: 'scanDuplicate', itemId: 7 })] });
    expect(chosen()).toHaveLength(1);
    expect(station.sent).toEqual([]);
  });

  test('may be on another page: the issued ones are listed when asked for', async () => {
    const { user, station, push } = await ask('needsYou');
    await user.click(button('List the issued tokens'));
    expect(station.sent).toEqual([{ kind: 'showQueue', filter: 'issued', page: 0 }]);
    push(queueOf(rows.slice(4), 'issued'));
    expect(within(handOver()).getByText('No other issued token is listed here.')).toBeTruthy();
    expect(within(handOver()).queryByRole('button', { name: 'List the issued tokens' })).toBeNull();
  });
});

test('while there is a plan, its question does not come back', async () => {
  const { user, push, desk } = renderDesk({ open: issued });
  await user.click(button('Undo'));
  push({ plan: makePlan() });
  push({ plan: null });
  expect(within(handOver()).queryByRole('radio')).toBeNull();
  act(() => desk.stop());
});
