// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PlanStepState, PlanView } from '../../electron/contract/plan.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { makeCodeRow, makeLane, makeLaneBehind, makeNotice, makeRow, makeUser } from '../fakes/fake-station.ts';
import { makeIssuedRow, makePlan, makePlanStep } from '../fakes/make-plan.ts';
import { problemTexts } from '../../renderer/problem/problem-text.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const bo = makeUser({ id: 'bo', displayName: 'Bo Li', userPrincipalName: 'bo.li@contoso.com' });
const anna = makeUser();
const refused: Problem = { code: 'not-permitted', detail: 'Insufficient privileges', requestId: '7c0a1f7e' };

const swap = makePlan({
  kind: 'swap',
  reason: 'swapped',
  steps: [makePlanStep(), makePlanStep({ serialNumber: 'VES0052649', user: { id: 'bo', displayName: 'Bo Li' } })],
  afterwards: [
    { itemId: 1, serialNumber: 'GALT11420104', user: bo },
    { itemId: 2, serialNumber: 'VES0052649', user: anna },
  ],
});

function inStage(plan: PlanView, stage: PlanView['stage'], ...states: readonly PlanStepState[]): PlanView {
  const steps = plan.steps.map((step, index) => ({ ...step, state: states[index] ?? step.state }));
  return { ...plan, stage, steps };
}

function handOver(): HTMLElement {
  return screen.getByRole('region', { name: /^Hand-over/ });
}

function shownSteps(): readonly string[] {
  return within(screen.getByRole('list', { name: 'What is sent to Microsoft Graph' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

function afterwards(): readonly string[] {
  return within(screen.getByRole('list', { name: 'Afterwards, in the queue' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

function button(name: string): HTMLElement {
  return within(handOver()).getByRole('button', { name });
}

describe('a plan that is proposed', () => {
  test.each<[PlanView, string]>([
    [makePlan(), 'Take back GALT11420104 from Anna Conti'],
    [makePlan({ kind: 'replace', reason: 'lost' }), 'Take back GALT11420104 from Anna Conti, then issue the new token'],
    [makePlan({ kind: 'reassign', reason: 'returned' }), 'Take back GALT11420104 from Anna Conti, then issue it anew'],
    [swap, 'Swap the tokens of two people'],
  ])('$kind says in one sentence what it does', (plan, title) => {
    renderDesk({ plan });
    expect(handOver().querySelector('.say')?.textContent).toBe(title);
  });

  test('shows each call in words and in those of Graph, in order, and what follows', () => {
    renderDesk({ plan: swap });
    expect(shownSteps()).toEqual([
      '1Take back GALT11420104 from Anna ContiDELETE …/hardwareOathMethods/…',
      '2Take back VES0052649 from Bo LiDELETE …/hardwareOathMethods/…',
    ]);
    expect(afterwards()).toEqual([
      'Hand GALT11420104 to Bo Li with the code that it shows',
      'Hand VES0052649 to Anna Conti with the code that it shows',
    ]);
    expect(screen.getByText(/Each has the other’s token\. Nothing has been sent yet\./)).toBeTruthy();
  });

  test('a token without a person afterwards is free', () => {
    renderDesk({ plan: makePlan() });
    expect(afterwards()).toEqual(['GALT11420104 is free. Choose who gets it']);
  });

  test('somebody whose name is not told is somebody', () => {
    renderDesk({ plan: makePlan({ steps: [makePlanStep({ user: { id: 'x', displayName: '' } })] }) });
    expect(shownSteps()[0]).toContain('from somebody');
  });

  test('a name that looks like markup or like a gap in a sentence stays a name', () => {
    renderDesk({
      plan: makePlan({ steps: [makePlanStep({ user: { id: 'x', displayName: '<b>{serial}</b> &amp;' } })] }),
    });
    expect(shownSteps()[0]).toContain('from <b>{serial}</b> &amp;');
  });

  test('has the safe answer focused: Enter leaves it', async () => {
    const { user, station } = renderDesk({ plan: makePlan() });
    await waitFor(() => expect(button('Leave it')).toBe(document.activeElement));
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'leavePlan' }]);
  });

  test('Esc leaves it', async () => {
    const { user, station } = renderDesk({ plan: makePlan() });
    await user.keyboard('{Escape}');
    expect(station.sent).toEqual([{ kind: 'leavePlan' }]);
  });

  test('starts by Tab and Enter, and one double press is one start', async () => {
    const { user, station } = renderDesk({ plan: makePlan() });
    await user.tab();
    expect(button('Start')).toBe(document.activeElement);
    act(() => {
      button('Start').click();
      button('Start').click();
    });
    expect(station.sent).toEqual([{ kind: 'startPlan' }]);
  });

  test('that is out of date says so, and the focus stays', async () => {
    const { user, station } = renderDesk({ plan: makePlan() });
    station.refuse('startPlan', { code: 'plan-out-of-date' });
    await user.tab();
    await user.keyboard('{Enter}');
    expect(within(handOver()).getByText(problemTexts['plan-out-of-date'].title)).toBeTruthy();
    expect(button('Start')).toBe(document.activeElement);
  });

  test('covers the open token: no code can be typed beside it', () => {
    renderDesk({ open: makeCodeRow(), plan: makePlan() });
    expect(screen.queryByRole('textbox', { name: 'Six digits on the token' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Park' })).toBeNull();
  });

  test('that is left gives the hand-over back, with its focus and without its refusal', async () => {
    const { user, station, push } = renderDesk({ open: makeCodeRow(), plan: makePlan() });
    station.refuse('leavePlan', { code: 'command-not-allowed' });
    await user.keyboard('{Escape}');
    push({ plan: null });
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
    push({ plan: makePlan() });
    expect(within(handOver()).queryByText(problemTexts['command-not-allowed'].title)).toBeNull();
  });
});

describe('a plan that runs', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const inSeconds = (seconds: number): number => Date.now() + seconds * 1000;

  test.each<[PlanStepState, string]>([
    [{ kind: 'open' }, 'Not sent yet'],
    [{ kind: 'sending' }, 'Sending'],
    [{ kind: 'done' }, 'Taken back and proven'],
    [{ kind: 'stopped', problem: refused }, 'Stopped'],
  ])('says of each step how far it is: %o', (state, words) => {
    renderDesk({ plan: inStage(makePlan(), 'running', state) });
    expect(shownSteps()[0]).toContain(words);
  });

  test('counts down by its own clock', () => {
    vi.useFakeTimers();
    const waiting: PlanStepState = { kind: 'waiting', untilMs: inSeconds(65), problem: { code: 'throttled' } };
    const { push } = renderDesk({ plan: inStage(makePlan(), 'running', waiting) });
    expect(shownSteps()[0]).toContain('Graph asks to wait. Goes on in 1:05');
    act(() => {
      vi.advanceTimersByTime(60_000);
    });
    expect(shownSteps()[0]).toContain('Goes on in 5 s');
    const confirming = { kind: 'confirming', nextReadAtMs: inSeconds(4), problem: null, readProblem: null } as const;
    push({ plan: inStage(makePlan(), 'running', confirming) });
    expect(shownSteps()[0]).toContain('Looking whether it is gone, in 4 s');
    push({ plan: inStage(makePlan(), 'running', { ...confirming, problem: { code: 'answer-lost' } }) });
    expect(shownSteps()[0]).toContain(`${problemTexts['answer-lost'].title}. Looking whether it is gone`);
  });

  test('cannot be left, and is put aside and brought back with Ctrl P', async () => {
    const { user, station } = renderDesk({ open: makeCodeRow(), plan: inStage(swap, 'running', { kind: 'sending' }) });
    expect(within(handOver()).queryByRole('button', { name: /Leave/ })).toBeNull();
    await user.keyboard('{Escape}');
    await user.keyboard('{Control>}p{/Control}');
    const line = within(handOver()).getByRole('group', { name: 'Plan' });
    expect(line.textContent).toContain('Taking back GALT11420104Sending');
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
    await user.keyboard('{Control>}p{/Control}');
    expect(shownSteps()).toHaveLength(2);
    expect(station.sent).toEqual([]);
  });

  test('stays in one line where nothing is open, too', async () => {
    const { user } = renderDesk({ plan: inStage(swap, 'running', { kind: 'sending' }) });
    await user.click(button('Set aside'));
    expect(within(handOver()).getByRole('group', { name: 'Plan' })).toBeTruthy();
    await user.click(button('Show'));
    expect(shownSteps()).toHaveLength(2);
  });

  test('that stops while it is aside says so there, and takes nothing out of the hand', async () => {
    const { user, push } = renderDesk({ open: makeCodeRow(), plan: inStage(swap, 'running', { kind: 'sending' }) });
    await user.keyboard('{Control>}p{/Control}');
    await user.keyboard('588');
    push({ plan: inStage(swap, 'stopped', { kind: 'stopped', problem: refused }) });
    expect(within(handOver()).getByRole('group', { name: 'Plan' }).textContent).toContain('The plan has stopped');
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toHaveProperty('value', '588');
  });

  test('goes aside when a row is opened on purpose, and a new plan comes to the front', async () => {
    const rows = [makeRow({ id: 5 })];
    const queue = {
      filter: 'all',
      page: 0,
      pageCount: 1,
      rows,
      counts: { all: 1, needsYou: 1, working: 0, issued: 0 },
    } as const;
    const { user, push } = renderDesk({ queue, plan: inStage(swap, 'running', { kind: 'sending' }) });
    screen.getByRole('row').focus();
    await user.keyboard('{Enter}');
    expect(within(handOver()).getByRole('group', { name: 'Plan' })).toBeTruthy();
    push({ plan: null });
    push({ plan: makePlan() });
    expect(within(handOver()).queryByRole('group', { name: 'Plan' })).toBeNull();
    expect(shownSteps()).toHaveLength(1);
  });

  test('goes aside when another reader’s place is called, and not when the station brings one to the front', async () => {
    const lanes = [makeLane(), makeLaneBehind({ open: makeRow({ id: 9 }) })];
    const { user, push } = renderDesk({ lanes, plan: inStage(swap, 'running', { kind: 'sending' }) });
    push({ lanes: lanes.map((lane) => ({ ...lane, isFront: !lane.isFront })) });
    expect(shownSteps()).toHaveLength(2);
    await user.keyboard('{Control>}1{/Control}');
    expect(within(handOver()).getByRole('group', { name: 'Plan' })).toBeTruthy();
  });
});

describe('a plan that has stopped', () => {
  const stopped = inStage(swap, 'stopped', { kind: 'done' }, { kind: 'stopped', problem: refused });

  test('says why, in the words that came, and what is done and what is not', () => {
    renderDesk({ plan: stopped });
    expect(screen.getByText(problemTexts['not-permitted'].title)).toBeTruthy();
    expect(screen.getByText('Insufficient privileges')).toBeTruthy();
    expect(screen.getByText('7c0a1f7e')).toBeTruthy();
    expect(screen.getByText('Taken back: GALT11420104 from Anna Conti.')).toBeTruthy();
    expect(screen.getByText('Not proven to be taken back: VES0052649 from Bo Li.')).toBeTruthy();
  });

  test('tells what has not been begun', () => {
    renderDesk({ plan: inStage(swap, 'stopped', { kind: 'stopped', problem: refused }) });
    expect(screen.getByText('Not begun: VES0052649 from Bo Li.')).toBeTruthy();
    expect(screen.queryByText(/^Taken back:/)).toBeNull();
  });

  test('goes on or is left by name, and no key does either by accident', async () => {
    const { user, station, push } = renderDesk({ plan: inStage(swap, 'running', { kind: 'sending' }) });
    act(() => handOver().focus());
    push({ plan: stopped });
    await user.keyboard('{Enter}{Escape} ');
    expect(station.sent).toEqual([]);
    await user.click(button('Go on'));
    await user.click(button('Leave it as it is'));
    expect(station.sent).toEqual([{ kind: 'resumePlan' }, { kind: 'leavePlan' }]);
  });

  test('shows why it does not go on', async () => {
    const { user, station } = renderDesk({ plan: stopped });
    station.refuse('resumePlan', { code: 'signed-out' });
    await user.click(button('Go on'));
    expect(within(handOver()).getByText(problemTexts['signed-out'].title)).toBeTruthy();
  });
});

describe('when a plan is over', () => {
  test('what was taken back is confirmed, from whom', () => {
    const { push }: RenderedDesk = renderDesk({ plan: inStage(makePlan(), 'running', { kind: 'sending' }) });
    const back = makeNotice({ seq: 9, kind: 'takenBack', userName: 'Anna Conti', readerName: '' });
    push({ plan: null, notices: [back, makeNotice({ seq: 10, kind: 'planDone', itemId: null, text: '' })] });
    expect(within(handOver()).getByText('Taken back')).toBeTruthy();
    expect(within(handOver()).getByText('from Anna Conti')).toBeTruthy();
  });

  test('with the next token open it stays in one line', () => {
    renderDesk({
      open: makeIssuedRow({ id: 8 }),
      notices: [makeNotice({ kind: 'takenBack', userName: 'Anna Conti' })],
    });
    expect(within(handOver()).getByText(/^Taken back/)).toBeTruthy();
  });
});
