// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeNotice } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

/** All that was said, in order, as a screen reader would hear it. */
function said(live: 'polite' | 'assertive'): readonly string[] {
  const region = screen.getAllByRole('log').find((log) => log.getAttribute('aria-live') === live);
  return [...(region?.children ?? [])].map((sentence) => sentence.textContent);
}

describe('what is heard', () => {
  test('each notice is sounded and said once', () => {
    const { push, played } = renderDesk();
    const taken = makeNotice({ seq: 1 });
    push({ notices: [taken] });
    push({ notices: [taken], revision: 9 });
    expect(played).toEqual([{ name: 'scanTaken', volume: 0.6 }]);
    expect(said('polite')).toEqual(['Taken: GALT11420104.']);
  });

  test('the same message twice is heard twice', () => {
    const { push, played } = renderDesk();
    const one = makeNotice({ seq: 1, kind: 'scanDuplicate' });
    push({ notices: [one] });
    push({ notices: [one, { ...one, seq: 2 }] });
    expect(played.map(({ name }) => name)).toEqual(['scanDuplicate', 'scanDuplicate']);
    expect(said('polite')).toEqual([
      'Scanned twice: GALT11420104 is in the queue already.',
      'Scanned twice: GALT11420104 is in the queue already.',
    ]);
  });

  test('what needs a person is said at once, with the next step', () => {
    const { push } = renderDesk();
    push({ notices: [makeNotice({ kind: 'scanRefused', text: '', problem: { code: 'scan-holds-secret' } })] });
    expect(said('assertive')).toEqual([
      'Scan not taken. That code holds a token’s secret. Nothing of it was kept. Cover or destroy that label, and scan the serial number.',
    ]);
  });

  test('what happened before the window was there is not repeated', () => {
    const { push, played } = renderDesk({ notices: [makeNotice({ seq: 40 })] });
    push({ notices: [makeNotice({ seq: 40 }), makeNotice({ seq: 41, kind: 'activated', userName: 'Anna Conti' })] });
    expect(played.map(({ name }) => name)).toEqual(['activated']);
  });

  test('muted is silent and still said', async () => {
    const { user, push, played } = renderDesk();
    await user.keyboard('{Control>}m{/Control}');
    push({ notices: [makeNotice()] });
    expect(played).toEqual([{ name: 'scanTaken', volume: 0 }]);
    expect(said('polite')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Sound' }).getAttribute('aria-pressed')).toBe('false');
  });

  test('a screen reader hears through an open dialog', async () => {
    const { user, push } = renderDesk();
    await user.keyboard('{F1}');
    push({ notices: [makeNotice()] });
    const region = document.querySelector('[data-live-announcer]');
    expect(region?.closest('[aria-hidden="true"], [inert]')).toBeNull();
    expect(region?.textContent).toContain('Taken');
  });

  test('the window stops listening when it is told to', () => {
    const { desk, station } = renderDesk();
    expect(station.watcherCount()).toBe(1);
    act(() => desk.stop());
    expect(station.watcherCount()).toBe(0);
  });
});
