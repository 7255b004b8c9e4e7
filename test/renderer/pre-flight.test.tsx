// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FindingKind } from '../../electron/contract/pre-flight.ts';
import { makeCodeRow, makePractice, makePracticeToken } from '../fakes/fake-station.ts';
import { makeFinding, makeLookedUpRow, makeOwnedToken, makePlan, makePreFlight } from '../fakes/make-plan.ts';
import { problemTexts } from '../../renderer/problem/problem-text.ts';
import { renderDesk } from './render-desk.tsx';

function handOver(): HTMLElement {
  return screen.getByRole('region', { name: 'Hand-over' });
}

function found(): HTMLElement {
  return within(handOver()).getByRole('region', { name: 'Looked up before the code' });
}

function codeField(): HTMLInputElement {
  return screen.getByRole('textbox', { name: 'Six digits on the token' });
}

function said(): readonly string[] {
  return screen.getAllByRole('log').flatMap((log) => [...log.children].map((sentence) => sentence.textContent));
}

const guest = makeFinding('guest', 'stops');
const heldByGuest = makeLookedUpRow({ findings: [guest] }, { can: ['chooseUser', 'remove', 'checkAgain'] });

describe('while the person and the token are looked up', () => {
  test('the code can be typed and sent, and one quiet line says what goes on', async () => {
    const { user, station } = renderDesk({ open: makeLookedUpRow({ isReading: true }) });
    expect(found().textContent).toBe('Looking up the person and the token. The code can be typed already.');
    await user.type(codeField(), '588213');
    expect(station.sent).toMatchObject([{ kind: 'enterCode', code: '588213' }]);
  });

  test('what is found leaves the digits and the focus where they are', async () => {
    const { user, push } = renderDesk({ open: makeLookedUpRow({ isReading: true }) });
    await user.type(codeField(), '588');
    push({ open: makeLookedUpRow({ findings: [makeFinding('legacyTwin')] }) });
    expect(codeField().value).toBe('588');
    expect(codeField()).toBe(document.activeElement);
  });

  test('nothing found is nothing said: not all of it was asked, perhaps', () => {
    renderDesk({ open: makeLookedUpRow({}) });
    expect(found().textContent).toBe('');
  });
});

describe('what was found', () => {
  test.each<[FindingKind, string | null, RegExp, RegExp]>([
    ['accountDisabled', null, /switched off/, /have the account enabled/],
    [
      'adminTarget',
      'Global Administrator',
      /admin role: Global Administrator/,
      /Privileged Authentication Administrator/,
    ],
    ['adminTarget', null, /Holds an admin role$/, /Privileged Authentication Administrator/],
    ['legacyTwin', null, /in the tenant twice/, /old upload deleted/],
    ['assignedToAnother', 'Bo Li', /belongs to Bo Li$/, /take it back from them first/],
    ['assignedToAnother', null, /belongs to somebody else$/, /take it back from them first/],
    ['notInInventory', null, /inventory does not hold it/, /has to be added first/],
    ['guest', null, /guest’s account/, /cannot be assigned to guests/],
    ['fiveMethods', null, /has five already/, /Have one removed in the tenant, then look again/],
  ])('%s (%s): what, and what to do next', (kind, name, title, next) => {
    renderDesk({ open: makeLookedUpRow({ findings: [makeFinding(kind, 'warns', name)] }) });
    expect(within(found()).getByText(title).textContent).toMatch(/^May fail: /);
    expect(within(found()).getByText(next)).toBeTruthy();
  });

  test.each<[FindingKind, RegExp, RegExp]>([
    ['assignedToThem', /assigned to this person already/, /The code is all that is missing\./],
    ['sixtySeconds', /changes once a minute/, /up to a minute/],
  ])('%s is only good to know', (kind, title, next) => {
    renderDesk({ open: makeLookedUpRow({ findings: [makeFinding(kind, 'tells')] }) });
    expect(within(found()).getByText(title).textContent).toMatch(/^Good to know: /);
    expect(within(found()).getByText(next)).toBeTruthy();
  });

  test('stands under the code, the gravest first as it came', () => {
    renderDesk({
      open: makeLookedUpRow({ findings: [makeFinding('adminTarget'), makeFinding('sixtySeconds', 'tells')] }),
    });
    const isUnder = codeField().compareDocumentPosition(found()) & Node.DOCUMENT_POSITION_FOLLOWING;
    expect(isUnder).toBeTruthy();
    expect(found().textContent).toMatch(/May fail.*Good to know/);
  });

  test('what was not checked is one line, and its reason comes when it is asked for', async () => {
    const problem = { code: 'not-permitted', detail: 'Insufficient privileges' } as const;
    const unread = [{ what: 'inventory', problem } as const, { what: 'roles', problem } as const];
    const { user } = renderDesk({ open: makeLookedUpRow({ unread }) });
    const line = screen.getByText('Not checked: inventory, roles');
    expect(line.closest('details')?.open).toBe(false);
    await user.click(line);
    expect(line.closest('details')?.open).toBe(true);
    expect(screen.getAllByText('Insufficient privileges')).toHaveLength(2);
  });

  test('F5 looks again', async () => {
    const { user, station } = renderDesk({ open: makeLookedUpRow({ findings: [makeFinding('legacyTwin')] }) });
    await user.keyboard('{F5}');
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    const looks = { kind: 'checkAgain', itemId: 1 };
    expect(station.sent).toEqual([looks, looks]);
  });
});

describe('what no code gets past', () => {
  test('takes the place of the boxes, and is the sentence that says what to do', () => {
    renderDesk({ open: heldByGuest });
    expect(screen.queryByRole('textbox', { name: 'Six digits on the token' })).toBeNull();
    expect(within(handOver()).getByText('This is a guest’s account')).toBeTruthy();
    expect(within(handOver()).getByText(/Hardware tokens cannot be assigned to guests/)).toBeTruthy();
    expect(screen.queryByText('Press the token’s button and type the six digits')).toBeNull();
  });

  test('comes with its way out: another person for a guest', async () => {
    const { user } = renderDesk({ open: heldByGuest });
    await user.click(screen.getByRole('button', { name: 'Choose another person' }));
    expect(screen.getByText('Who gets it instead?')).toBeTruthy();
  });

  test('comes with its way out: a replacement for five', async () => {
    const open = makeLookedUpRow(
      { findings: [makeFinding('fiveMethods', 'stops')], tokens: [makeOwnedToken()] },
      { can: ['chooseUser', 'remove', 'checkAgain', 'replace'] },
    );
    const { user } = renderDesk({ open });
    expect(screen.getAllByRole('button', { name: 'Replaces an older token…' })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Replaces an older token…' }));
    expect(screen.getByText('Which token of Anna Conti is replaced?')).toBeTruthy();
  });

  test('comes with its way out: taking back what another person has', async () => {
    const open = makeLookedUpRow(
      { findings: [makeFinding('assignedToAnother', 'stops', 'Bo Li')] },
      { can: ['chooseUser', 'remove', 'checkAgain', 'reassign'] },
    );
    const { user, station } = renderDesk({ open });
    station.refuse('planReassign', { code: 'plan-under-way' });
    await user.click(screen.getByRole('button', { name: 'Take it back first…' }));
    expect(station.sent).toEqual([{ kind: 'planReassign', itemId: 1 }]);
    expect(within(handOver()).getByText(problemTexts['plan-under-way'].title)).toBeTruthy();
  });

  test('takes the focus from the code and gives it to no button', async () => {
    const { user, push, station } = renderDesk({ open: makeLookedUpRow({ isReading: true }) });
    await user.type(codeField(), '588');
    push({ open: heldByGuest });
    expect(handOver()).toBe(document.activeElement);
    await user.keyboard('213{Enter}');
    expect(station.sent).toEqual([]);
  });

  test('is gone when another look shows it gone, and the code has the focus', () => {
    const { push } = renderDesk({ open: makeLookedUpRow({ isReading: true }) });
    push({ open: heldByGuest });
    push({ open: makeLookedUpRow({}) });
    expect(codeField()).toBe(document.activeElement);
  });

  test('a token that a plan has a hold of says so', () => {
    const open = makeCodeRow({ can: [], preFlight: makePreFlight({ findings: [guest] }) });
    const { desk } = renderDesk({ open, plan: makePlan({ stage: 'running' }) });
    act(() => desk.change({ isPlanAside: true }));
    expect(within(handOver()).getByText('Something is taken back first')).toBeTruthy();
    expect(screen.queryByText('This is a guest’s account')).toBeNull();
  });
});

describe('what is heard of it', () => {
  test('each finding with its next step, once, however often the picture repeats it', () => {
    const { push } = renderDesk({ open: makeLookedUpRow({ isReading: true }) });
    const open = makeLookedUpRow({ findings: [makeFinding('legacyTwin'), makeFinding('sixtySeconds', 'tells')] });
    push({ open });
    push({ open: { ...open, changedAtMs: open.changedAtMs + 1 } });
    push({ open: { ...open, preFlight: makePreFlight({ ...open.preFlight }) } });
    expect(said()).toEqual([
      'May fail: This serial number is in the tenant twice. An older upload holds it, too. If the code is not accepted, have the old upload deleted. Good to know: Its code changes once a minute. There is up to a minute for the six digits.',
    ]);
  });

  test('again after another look, and not again after a code that was not accepted', () => {
    const { push } = renderDesk({ open: makeLookedUpRow({ isReading: true }) });
    const open = makeLookedUpRow({ findings: [makeFinding('legacyTwin')] });
    push({ open });
    push({ open: { ...open, state: { kind: 'activating' }, can: [] } });
    push({ open: { ...open, rejections: 1 } });
    expect(said()).toHaveLength(1);
    push({ open: makeLookedUpRow({ isReading: true }) });
    push({ open });
    expect(said()).toHaveLength(2);
  });

  test('what stops is said at once', () => {
    const { push } = renderDesk({ open: makeLookedUpRow({ isReading: true }) });
    push({ open: heldByGuest });
    const urgent = screen.getAllByRole('log').find((log) => log.getAttribute('aria-live') === 'assertive');
    expect(urgent?.textContent).toMatch(/^Stops: This is a guest’s account\./);
  });
});

describe('the clock of the code', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is the token’s own, before what the practice panel says', () => {
    vi.useFakeTimers();
    const tokens = [makePracticeToken({ periodSeconds: 30 })];
    renderDesk({ open: makeLookedUpRow({}, { periodSeconds: 60 }), practice: makePractice({ tokens }) });
    fireEvent.change(codeField(), { target: { value: '5' } });
    act(() => {
      vi.advanceTimersByTime(31_000);
    });
    expect(screen.getByText('31 s since the first digit')).toBeTruthy();
    act(() => {
      vi.advanceTimersByTime(30_000);
    });
    expect(screen.getByText(/The display has changed by now/)).toBeTruthy();
  });
});
