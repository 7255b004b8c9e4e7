// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import { supportText, versionIn } from '../../renderer/problem/support-text.ts';
import { makeCodeRow } from '../fakes/fake-station.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const problem = { code: 'graph-refused', detail: 'Policy says no', requestId: '7c0a1f7e-51d2' } as const;

function renderStopped(stoppedBy: Problem): RenderedDesk {
  return renderDesk({ open: makeCodeRow({ state: { kind: 'stopped', problem: stoppedBy }, can: [] }) });
}

function copyButton(): HTMLElement {
  return screen.getByRole('button', { name: 'Copy for support' });
}

describe('copying for support', () => {
  test('puts the whole case on the clipboard, as lines', async () => {
    const { user } = renderStopped(problem);
    await user.click(copyButton());
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    const lines = (await navigator.clipboard.readText()).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'Problem: graph-refused (Graph refused)',
      'The other side said: Policy says no',
      'Request id: 7c0a1f7e-51d2',
      'Station: Depot 4',
    ]);
    expect(lines[4]).toMatch(/^Time: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(lines).toHaveLength(5);
  });

  test('names neither the person nor the token', async () => {
    const { user } = renderStopped(problem);
    await user.click(copyButton());
    const copied = await navigator.clipboard.readText();
    for (const word of ['Anna', 'Conti', 'anna.conti', 'GALT11420104', '0104']) expect(copied).not.toContain(word);
  });

  test('selects it where the clipboard is not allowed', async () => {
    const { user } = renderStopped(problem);
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')) },
    });
    await user.click(copyButton());
    expect(await screen.findByRole('button', { name: 'Selected. Press Ctrl C.' })).toBeTruthy();
    expect(window.getSelection()?.toString()).toContain('Request id: 7c0a1f7e-51d2');
  });

  test('what the other side said stays in sight, in its own words', () => {
    renderStopped(problem);
    expect(screen.getByText('Policy says no')).toBeTruthy();
    expect(screen.getByText('7c0a1f7e-51d2')).toBeTruthy();
  });

  test('where the other side said nothing, there is no case and no button', () => {
    renderStopped({ code: 'token-taken' });
    expect(screen.queryByRole('button', { name: 'Copy for support' })).toBeNull();
  });

  test('another case is another text, and has not been copied yet', async () => {
    const { user, push } = renderStopped(problem);
    await user.click(copyButton());
    const next = { code: 'graph-failing', requestId: '9e2b' } as const;
    push({ open: makeCodeRow({ state: { kind: 'stopped', problem: next }, can: [] }) });
    await user.click(copyButton());
    expect(await navigator.clipboard.readText()).toContain('Request id: 9e2b');
  });
});

describe('the text of a support case', () => {
  const labels = {
    problem: 'Problem',
    said: 'Said',
    requestId: 'Request id',
    station: 'Station',
    time: 'Time',
    version: 'Version',
  };

  test('holds what is known and leaves out what is not', () => {
    const supportCase = { problem: { code: 'graph-refused' }, title: 'Graph refused', stationName: 'Depot 4' } as const;
    const text = supportText({ ...supportCase, atMs: Date.UTC(2026, 7, 31, 8, 15), version: '0.1.0' }, labels);
    expect(text.split('\n')).toEqual([
      'Problem: graph-refused (Graph refused)',
      'Station: Depot 4',
      'Time: 2026-08-31T08:15:00.000Z',
      'Version: 0.1.0',
    ]);
  });

  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 TokenStation/0.1.0 Chrome/148.0 Electron/45.4.1', '0.1.0'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 token-station/1.2.3-rc.1 Electron/45.4.1', '1.2.3-rc.1'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/148.0 Safari/537.36', null],
  ])('the version is read from what the window calls itself: %s', (userAgent, version) => {
    expect(versionIn(userAgent)).toBe(version);
  });
});
