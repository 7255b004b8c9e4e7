// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeCodeRow, makePractice, makePracticeToken } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

function codeField(): HTMLInputElement {
  return screen.getByRole('textbox', { name: 'Six digits on the token' });
}

describe('typing the code', () => {
  test('the sixth digit sends the code, once', async () => {
    const { user, station } = renderDesk({ open: makeCodeRow({ id: 7 }) });
    await user.type(codeField(), '588213');
    expect(station.sent).toEqual([{ kind: 'enterCode', itemId: 7, code: '588213' }]);
  });

  test('nothing of the code is left on the page once it is sent', async () => {
    const { user, desk } = renderDesk({ open: makeCodeRow() });
    await user.type(codeField(), '588213');
    expect(codeField().value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain('588');
    expect(JSON.stringify(desk.store.getState())).not.toContain('588213');
  });

  test('a code that starts with zeros keeps them', async () => {
    const { user, station } = renderDesk({ open: makeCodeRow() });
    await user.type(codeField(), '004417');
    expect(station.sent).toMatchObject([{ code: '004417' }]);
  });

  test('other keys are ignored, with a soft sound and a word', async () => {
    const { user, station, played } = renderDesk({ open: makeCodeRow() });
    await user.type(codeField(), '5a8-8');
    expect(codeField().value).toBe('588');
    expect(played.map(({ name }) => name)).toEqual(['keyIgnored', 'keyIgnored']);
    expect(station.sent).toEqual([]);
    await user.type(codeField(), 'x');
    expect(screen.getAllByText('Only digits. Nothing was typed.').length).toBeGreaterThan(0);
  });

  test('Backspace takes one digit back and Esc takes all', async () => {
    const { user } = renderDesk({ open: makeCodeRow() });
    await user.type(codeField(), '5882{Backspace}');
    expect(codeField().value).toBe('588');
    await user.keyboard('{Escape}');
    expect(codeField().value).toBe('');
    expect(codeField()).toBe(document.activeElement);
  });

  test('Enter before the sixth digit says what is missing', async () => {
    const { user, station } = renderDesk({ open: makeCodeRow() });
    await user.type(codeField(), '588{Enter}');
    expect(screen.getByText(/Six digits are needed/)).toBeTruthy();
    expect(station.sent).toEqual([]);
  });
});

describe('pasting a code', () => {
  test.each(['588213', '588 213', ' 588213\n', '588\u00a0213'])('%j is taken', async (pasted) => {
    const { user, station } = renderDesk({ open: makeCodeRow() });
    codeField().focus();
    await user.paste(pasted);
    expect(station.sent).toMatchObject([{ kind: 'enterCode', code: '588213' }]);
  });

  test.each(['58821', '5882134', '58-82-13', '58 82 13', 'abc588213', ''])('%j is refused', async (pasted) => {
    const { station } = renderDesk({ open: makeCodeRow() });
    fireEvent.paste(codeField(), { clipboardData: { getData: () => pasted } });
    expect(station.sent).toEqual([]);
    expect(codeField().value).toBe('');
    expect(screen.getAllByText(/it is not exactly six digits/).length).toBeGreaterThan(0);
  });
});

describe('reading it now', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function pass(lengthMs: number): void {
    act(() => {
      vi.advanceTimersByTime(lengthMs);
    });
  }

  test('the time since the first digit is shown, and what to do when the display has changed', () => {
    vi.useFakeTimers();
    renderDesk({ open: makeCodeRow() });
    fireEvent.change(codeField(), { target: { value: '5' } });
    pass(12_000);
    expect(screen.getByText('12 s since the first digit')).toBeTruthy();
    pass(19_000);
    expect(screen.getByText('The display has changed by now. Press Esc and type the new code.')).toBeTruthy();
  });

  test('a practice token of sixty seconds has sixty', () => {
    vi.useFakeTimers();
    const open = makeCodeRow({ serialNumber: '2600124809787' });
    const tokens = [makePracticeToken({ serialNumber: '2600124809787', periodSeconds: 60 })];
    renderDesk({ open, practice: makePractice({ tokens }) });
    fireEvent.change(codeField(), { target: { value: '5' } });
    pass(31_000);
    expect(screen.getByText('31 s since the first digit')).toBeTruthy();
  });
});

describe('after a no', () => {
  test('a rejected code says to wait for the next one and how often it happened', () => {
    const open = makeCodeRow({ rejections: 1, state: { kind: 'needsCode', problem: { code: 'code-rejected' } } });
    renderDesk({ open });
    const handOver = screen.getByRole('region', { name: 'Hand-over' });
    expect(within(handOver).getByText('That code was not accepted')).toBeTruthy();
    expect(within(handOver).getByText(/Wait for the next code and type it\. 1 code rejected/)).toBeTruthy();
  });

  test('after three the wrong token or its clock is suspected', () => {
    const open = makeCodeRow({ rejections: 3, state: { kind: 'needsCode', problem: { code: 'code-rejected' } } });
    renderDesk({ open });
    expect(screen.getByText('3 codes were not accepted')).toBeTruthy();
    expect(screen.getByText(/The wrong token is in your hand, or its clock has drifted/)).toBeTruthy();
  });

  test('a refused command is shown beside the boxes, and the next code can be typed', async () => {
    const { user, station } = renderDesk({ open: makeCodeRow() });
    station.refuse('enterCode', { code: 'code-already-tried' });
    await user.type(codeField(), '588213');
    expect(screen.getByText('That code was tried already')).toBeTruthy();
    expect(codeField().readOnly).toBe(false);
    expect(codeField()).toBe(document.activeElement);
  });
});
