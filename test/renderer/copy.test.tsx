// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeCodeRow } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

const problem = { code: 'graph-refused', requestId: '7c0a1f7e-51d2' } as const;
const open = makeCodeRow({ state: { kind: 'stopped', problem }, can: [] });

describe('copying what Graph said', () => {
  test('puts it on the clipboard', async () => {
    const { user } = renderDesk({ open });
    await user.click(screen.getByRole('button', { name: 'Copy: Request id' }));
    expect(await screen.findByRole('button', { name: 'Copied: Request id' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('7c0a1f7e-51d2');
  });

  test('selects it where the clipboard is not allowed', async () => {
    const { user } = renderDesk({ open });
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')) },
    });
    await user.click(screen.getByRole('button', { name: 'Copy: Request id' }));
    expect(await screen.findByRole('button', { name: 'Selected. Press Ctrl C.: Request id' })).toBeTruthy();
    expect(window.getSelection()?.toString()).toBe('7c0a1f7e-51d2');
  });
});
