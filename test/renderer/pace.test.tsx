// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeCodeRow } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

function inFoot(words: string | RegExp): HTMLElement {
  return within(screen.getByRole('contentinfo')).getByText(words);
}

function tone(words: string | RegExp): string | null | undefined {
  return inFoot(words).closest('[data-tone]')?.getAttribute('data-tone');
}

describe('the pace', () => {
  test('is quiet in the foot, and asks for care below 40', () => {
    const { push } = renderDesk({ pace: { left: 198, most: 200, freeAtMs: null } });
    expect(tone('198 of 200 left')).toBeUndefined();
    push({ pace: { left: 40, most: 200, freeAtMs: null } });
    expect(tone('40 of 200 left')).toBeUndefined();
    push({ pace: { left: 39, most: 200, freeAtMs: null } });
    expect(tone('39 of 200 left')).toBe('care');
  });

  test('at its end it says when the next one may be sent', () => {
    const { push } = renderDesk({ pace: { left: 0, most: 200, freeAtMs: Date.now() + 125_500 } });
    expect(tone(/^Next one in 2:0\d$/)).toBe('care');
    push({ pace: { left: 0, most: 200, freeAtMs: Date.now() - 5000 } });
    expect(inFoot('The next one may be sent')).toBeTruthy();
  });

  test('a token that waits for it says so in the hand-over, and not that Graph asked', () => {
    const state = { kind: 'waiting', untilMs: Date.now() + 125_500, problem: { code: 'pace-reached' } } as const;
    const open = makeCodeRow({ state, can: [] });
    const counts = { all: 1, needsYou: 0, working: 1, issued: 0 };
    renderDesk({ open, queue: { filter: 'all', page: 0, pageCount: 1, rows: [open], counts } });
    const handOver = screen.getByRole('region', { name: 'Hand-over' }).textContent;
    expect(handOver).toContain('The tenant takes no more for now');
    expect(handOver).toMatch(/in 2:0\d: the tenant takes 200 activations in five minutes/);
    expect(handOver).not.toContain('Graph asks');
    expect(screen.getByRole('row').textContent).toMatch(/Pace reached, goes on in 2:0\d/);
  });
});
