// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeCodeRow } from '../fakes/fake-station.ts';
import { makeIssuedRow, makePlan } from '../fakes/make-plan.ts';
import { renderDesk } from './render-desk.tsx';
import { startKeyClock, type, waitAtKeys } from './window-keys.ts';

const GALT = 'GALT11420104';
const ENDS = ['\n', '\t', ' 1\n', ' A\n'];

beforeEach(startKeyClock);

function handOver(): HTMLElement {
  return screen.getByRole('region', { name: 'Hand-over' });
}

function button(name: string): HTMLElement {
  return within(handOver()).getByRole('button', { name });
}

describe('a scan by a reader in keyboard mode', () => {
  test.each(['Start', 'Leave it'].flatMap((answer) => ENDS.map((end) => [end, answer] as const)))(
    'with %j at its end presses nothing in a plan while %s has the focus',
    (end, answer) => {
      const { station } = renderDesk({ plan: makePlan() });
      act(() => button(answer).focus());
      type(`${GALT}${end}`, { gapMs: 12 });
      expect(station.sent).toEqual([{ kind: 'wedgeScan', text: `${GALT}${end}`.trimEnd() }]);
      expect(button(answer)).toBe(document.activeElement);
    },
  );

  test.each(ENDS)('with %j at its end neither goes on with a plan that has stopped nor leaves it', (end) => {
    const state = { kind: 'stopped', problem: { code: 'graph-failing' } } as const;
    const [step] = makePlan().steps;
    const { station } = renderDesk({ plan: makePlan({ stage: 'stopped', steps: step ? [{ ...step, state }] : [] }) });
    for (const name of ['Go on', 'Leave it as it is']) {
      act(() => button(name).focus());
      waitAtKeys(500);
      type(`${GALT}${end}`, { gapMs: 12 });
    }
    expect(station.sent.map(({ kind }) => kind)).toEqual(['wedgeScan', 'wedgeScan']);
  });

  test('chooses no reason, and asks for no plan', async () => {
    const { station, user } = renderDesk({ open: makeIssuedRow() });
    await user.click(button('Undo'));
    expect(screen.getByRole('radio', { name: 'The wrong person has it' })).toBe(document.activeElement);
    for (const end of ENDS) {
      waitAtKeys(500);
      type(`20033752${end}`, { gapMs: 12 });
    }
    expect(within(handOver()).queryByRole('radio', { checked: true })).toBeNull();
    expect(station.sent.map(({ kind }) => kind)).toEqual(ENDS.map(() => 'wedgeScan'));
  });

  test('into the words of a swap leaves them as they were', async () => {
    const { station, user } = renderDesk({ open: makeIssuedRow() });
    await user.click(button('Swapped with another token…'));
    type('ewa', { gapMs: 200, heldMs: 90 });
    waitAtKeys(500);
    type(`${GALT}\n`, { gapMs: 10 });
    expect(screen.getByRole('textbox', { name: 'Name or serial number' })).toHaveProperty('value', 'ewa');
    expect(station.sent).toEqual([{ kind: 'wedgeScan', text: GALT }]);
  });
});

describe('six digits of a token with a plug', () => {
  test.each([
    ['a plan', { plan: makePlan() }],
    ['nothing', {}],
  ])('behind %s', (cover, change) => {
    const { station } = renderDesk({ open: makeCodeRow({ id: 7 }), ...change });
    type('588213\n', { gapMs: 10 });
    const code = { kind: 'enterCode', itemId: 7, code: '588213' };
    const scan = { kind: 'wedgeScan', text: '588213' };
    expect(station.sent).toEqual([cover === 'nothing' ? code : scan]);
  });

  test('behind a question are no code', async () => {
    const { station, user } = renderDesk({ open: makeCodeRow({ can: ['enterCode', 'replace'] }) });
    await user.keyboard('{F12}');
    type('588213\n', { gapMs: 10 });
    expect(station.sent).toEqual([{ kind: 'wedgeScan', text: '588213' }]);
  });
});
