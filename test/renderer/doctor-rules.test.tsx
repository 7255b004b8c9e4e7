// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { DoctorView, LearningView } from '../../electron/contract/doctor.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { text } from '../../renderer/i18n.ts';
import { siteRuleWords } from '../../renderer/doctor/site-rule-words.ts';
import { makeDoctor, makeSiteRule } from '../fakes/make-doctor.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const learning: LearningView = { means: 'badge', samples: [], wanted: 3, proposal: null, problem: null };

async function openRules(change: Partial<DoctorView> = {}): Promise<RenderedDesk> {
  const desk = renderDesk({ doctor: makeDoctor(change) });
  await desk.user.click(screen.getByRole('tab', { name: 'Label rules' }));
  return desk;
}

describe('a rule in words', () => {
  test.each<[Partial<SiteRule>, string]>([
    [{}, 'Begins with 2600, 13 digits, Code 128, is a serial number'],
    [{ startsWith: '', aimLetter: null, shortest: 8, means: 'badge' }, '8 to 13 digits, is a badge'],
    [
      { before: 'S/N:', after: '/X', alphabet: 'hex', aimLetter: 'Q', means: 'workOrderLine' },
      '“S/N:” in front is left out, begins with 2600, 13 digits or letters A to F, “/X” at the end is left out, QR code, is a work-order line',
    ],
    [
      { alphabet: 'alphanumeric', shortest: 1, longest: 1, dashes: 'keep', aimLetter: 'J', means: 'ignored' },
      'Begins with 2600, 1 digit or letter, dashes belong to it, ]J, is ignored',
    ],
    [{ startsWith: '', dashes: 'drop' }, '13 digits, dashes are left out, Code 128, is a serial number'],
  ])('%o', (change, words) => {
    expect(siteRuleWords(text.t, makeSiteRule(change))).toBe(words);
  });
});

describe('the rules of a site', () => {
  const siteRules = [makeSiteRule(), makeSiteRule({ id: 'site-2', startsWith: 'B', means: 'badge' })];

  test('none yet', async () => {
    await openRules();
    expect(screen.getByText(/None yet/)).toBeTruthy();
  });

  test('one is taken away after a question with the safe answer focused', async () => {
    const { user, station } = await openRules({ siteRules });
    await user.click(screen.getByRole('button', { name: /Remove the rule: Begins with B/ }));
    expect(screen.getByRole('button', { name: 'Keep it' })).toBe(document.activeElement);
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('group', { name: 'Remove this rule?' })).toBeNull();
    expect(station.sent).toEqual([]);
    await user.click(screen.getByRole('button', { name: /Remove the rule: Begins with B/ }));
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(station.sent).toEqual([{ kind: 'removeSiteRule', ruleId: 'site-2' }]);
  });

  test('Esc keeps it, and the doctor open', async () => {
    const { user, station } = await openRules({ siteRules });
    await user.click(screen.getByRole('button', { name: /Remove the rule: Begins with B/ }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: 'Remove this rule?' })).toBeNull();
    expect(station.sent).toEqual([]);
  });

  test('the focus stays in the list when the rule is gone', async () => {
    const { user, push } = await openRules({ siteRules });
    await user.click(screen.getByRole('button', { name: /Remove the rule: Begins with B/ }));
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    push({ doctor: makeDoctor({ siteRules: siteRules.slice(0, 1) }) });
    expect(document.activeElement).not.toBe(document.body);
    expect(screen.getByRole('tabpanel').contains(document.activeElement)).toBe(true);
  });
});

describe('teaching a label', () => {
  test.each([
    ['Serial number', 'serialNumber'],
    ['Badge', 'badge'],
    ['Work-order line', 'workOrderLine'],
    ['Something to ignore', 'ignored'],
  ] as const)('%s', async (name, means) => {
    const { user, station } = await openRules();
    await user.click(screen.getByRole('button', { name }));
    expect(station.sent).toEqual([{ kind: 'startLearning', means }]);
  });

  test('by keyboard alone, from the first button to the rule', async () => {
    const { user, station, push } = renderDesk({ doctor: makeDoctor() });
    const tab = screen.getByRole('tab', { name: 'Devices' });
    while (document.activeElement !== tab) await user.tab();
    await user.keyboard('{ArrowRight}');
    const badge = screen.getByRole('button', { name: 'Badge' });
    while (document.activeElement !== badge) await user.tab();
    await user.keyboard('{Enter}');
    push({ doctor: makeDoctor({ learning }) });
    expect(document.activeElement).not.toBe(document.body);
    const rule = makeSiteRule({ means: 'badge' });
    const samples = ['2600124809787', '2600124809778', '2600135004012'];
    push({ doctor: makeDoctor({ learning: { ...learning, samples, proposal: { rule, used: samples } } }) });
    const keep = screen.getByRole('button', { name: 'Keep this rule' });
    while (document.activeElement !== keep) await user.tab();
    await user.keyboard('{Enter}');
    push({ doctor: makeDoctor({ siteRules: [rule] }) });
    expect(station.sent).toEqual([{ kind: 'startLearning', means: 'badge' }, { kind: 'acceptRule' }]);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('the labels are counted, and it can be stopped', async () => {
    const { user, station, push } = await openRules({ learning });
    expect(screen.getByText('Scan 3 different labels of this kind: Badge')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('0 of 3 scanned');
    push({ doctor: makeDoctor({ learning: { ...learning, samples: ['B-0041'] } }) });
    expect(screen.getByRole('status').textContent).toBe('1 of 3 scanned');
    expect(screen.getByText('B-0041')).toBeTruthy();
    expect(screen.getByText('Label 2')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(station.sent).toEqual([{ kind: 'stopLearning' }]);
  });

  test('where no rule fits, it says why and starts again', async () => {
    const problem = { code: 'rule-not-found', detail: 'nothing in common' } as const;
    const { user, station } = await openRules({ learning: { ...learning, samples: ['A1', 'B2', 'C3'], problem } });
    expect(screen.getByText('nothing in common')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Start again' }));
    expect(station.sent).toEqual([{ kind: 'startLearning', means: 'badge' }]);
  });

  test('the proposal is the rule in words and what it makes of each label', async () => {
    const rule = makeSiteRule({ before: 'LOT/', means: 'badge' });
    const proposal = { rule, used: ['2600124809787', '2600124809778'] };
    const samples = ['LOT/2600124809787', 'LOT/2600124809778'];
    const { user, station } = await openRules({ learning: { ...learning, samples, proposal } });
    expect(screen.getByText(/^“LOT\/” in front is left out, .* is a badge$/)).toBeTruthy();
    const list = within(screen.getByRole('list', { name: 'What it makes of the labels' })).getAllByRole('listitem');
    expect(list.map(({ textContent }) => textContent)).toEqual([
      'LOT/2600124809787→is used as2600124809787',
      'LOT/2600124809778→is used as2600124809778',
    ]);
    await user.click(screen.getByRole('button', { name: 'Do not keep it' }));
    await user.click(screen.getByRole('button', { name: 'Keep this rule' }));
    expect(station.sent).toEqual([{ kind: 'stopLearning' }, { kind: 'acceptRule' }]);
  });

  test('a window that is loaded in the middle of it shows it', () => {
    renderDesk({ doctor: makeDoctor({ learning }) });
    expect(screen.getByText('Scan 3 different labels of this kind: Badge')).toBeTruthy();
  });
});

describe('the command marks', () => {
  test('are drawn, each with what it does, and printed', async () => {
    const { user, printed } = renderDesk({ doctor: makeDoctor() });
    await user.click(screen.getByRole('tab', { name: 'Command marks' }));
    const names = screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'));
    expect(names).toEqual(['Command mark TS:PARK', 'Command mark TS:RETRY', 'Command mark TS:READ']);
    expect(screen.getByText('Sets the token in hand aside.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Print the marks' }));
    expect(printed()).toBe(1);
  });
});
