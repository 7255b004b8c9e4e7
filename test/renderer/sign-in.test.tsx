// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Session, Snapshot } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeNotice, makeSettings } from '../fakes/fake-station.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const mode = { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } as const;
const marta = { kind: 'in', name: 'Marta Ferri', userPrincipalName: 'marta.ferri@contoso.com' } as const;

function renderAt(session: Session, change: Partial<Snapshot> = {}): RenderedDesk {
  return renderDesk({ mode, session, ...change });
}

function byCode(leftMs = 842_500): Session {
  const expiresAtMs = Date.now() + leftMs;
  const verificationUrl = 'https://microsoft.com/devicelogin';
  return { kind: 'signingIn', prompt: { userCode: 'GQ7KX2M9B', verificationUrl, expiresAtMs } };
}

function panel(): HTMLElement {
  return screen.getByRole('region', { name: 'Sign-in' });
}

function polite(): readonly string[] {
  const region = screen.getAllByRole('log').find((log) => log.getAttribute('aria-live') === 'polite');
  return [...(region?.children ?? [])].map((sentence) => sentence.textContent);
}

describe('the bar', () => {
  test('shows the station’s name', () => {
    renderDesk();
    expect(within(screen.getByRole('banner')).getByTitle('Station: Depot 4').textContent).toBe('Depot 4');
  });

  test('shows who is signed in, and the whole sign-in name on demand', async () => {
    const { user, station } = renderAt(marta);
    await user.click(screen.getByRole('button', { name: 'Signed in as Marta Ferri, marta.ferri@contoso.com' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('marta.ferri@contoso.com')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Sign out' }));
    expect(station.sent).toEqual([{ kind: 'signOut' }]);
  });

  test('Ctrl L signs in, and with Shift out, and neither does the other', async () => {
    const { user, station, push } = renderAt({ kind: 'out', problem: null });
    await user.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
    expect(station.sent).toEqual([]);
    await user.keyboard('{Control>}l{/Control}');
    push({ session: marta });
    await user.keyboard('{Control>}l{/Control}');
    await user.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
    expect(station.sent).toEqual([{ kind: 'signIn' }, { kind: 'signOut' }]);
  });
});

describe('a station that was locked', () => {
  const locked: Session = { kind: 'out', problem: { code: 'idle-locked' } };

  test('says after how long, that the queue is as it was, and what is next', async () => {
    const { user, station } = renderAt(locked, { open: makeCodeRow() });
    expect(panel().textContent).toContain('The station was locked after 10 minutes without work.');
    expect(panel().textContent).toContain('The queue is as it was, and its names are covered. Sign in to go on.');
    await user.click(within(panel()).getByRole('button', { name: 'Sign in' }));
    expect(station.sent).toEqual([{ kind: 'signIn' }]);
  });

  test('is said once, and what was said of people before is gone', () => {
    const { push } = renderAt(marta, { open: makeCodeRow() });
    push({ notices: [makeNotice({ seq: 1, kind: 'codeWanted', userName: 'Anna Conti' })] });
    expect(polite()).toEqual(['Code wanted for GALT11420104, Anna Conti.']);
    push({ session: locked });
    push({ atMs: Date.now() });
    expect(polite()).toEqual([
      'The station was locked. The queue is kept, and its names are covered. Sign in to go on.',
    ]);
  });

  test('does not guess where the minutes were changed since', () => {
    const idleLockMinutes = { value: 0, source: 'user', canChange: true } as const;
    renderAt(locked, { settings: makeSettings({}, { idleLockMinutes }) });
    expect(panel().textContent).toContain('The station was locked, because nobody worked at it.');
  });

  test('why else nobody is signed in is said in the other side’s words', () => {
    renderAt({ kind: 'out', problem: { code: 'signed-out', detail: 'AADSTS50173', requestId: '7c0a1f7e' } });
    expect(panel().textContent).toContain('Nobody is signed in.');
    expect(within(panel()).getByText('AADSTS50173')).toBeTruthy();
    expect(within(panel()).getByRole('button', { name: 'Copy for support' })).toBeTruthy();
  });
});

describe('signing in on another device', () => {
  test('shows the address, the code and the time left, beside the queue', () => {
    renderAt(byCode());
    expect(panel().textContent).toContain('Sign in on another device');
    expect(within(panel()).getByText('https://microsoft.com/devicelogin')).toBeTruthy();
    expect(panel().textContent).toContain('GQ7KX2M9B');
    expect(within(panel()).getByText(/^14:0\d left$/)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Queue' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('each is copied as it must be typed', async () => {
    const { user } = renderAt(byCode());
    await user.click(screen.getByRole('button', { name: 'Copy: Code' }));
    expect(await navigator.clipboard.readText()).toBe('GQ7KX2M9B');
    await user.click(screen.getByRole('button', { name: 'Copy: Address' }));
    expect(await navigator.clipboard.readText()).toBe('https://microsoft.com/devicelogin');
  });

  test('is announced once, spelled', () => {
    const { push } = renderAt({ kind: 'signingIn', prompt: null });
    const session = byCode();
    push({ session });
    push({ session: { ...session }, atMs: Date.now() });
    const words = 'Sign in on another device. Open https://microsoft.com/devicelogin and type G Q 7 K X 2 M 9 B.';
    expect(polite()).toEqual([words]);
  });

  test('a code that has run out says so', () => {
    renderAt(byCode(-1000));
    expect(within(panel()).getByText('This code has run out. Cancel, then sign in again.')).toBeTruthy();
  });

  test('F6 leads to it, and Esc calls it off there and nowhere else', async () => {
    const { user, station } = renderAt(byCode());
    await user.keyboard('{Escape}');
    expect(station.sent).toEqual([]);
    await user.keyboard('{Shift>}{F6}{F6}{/Shift}');
    expect(panel().contains(document.activeElement)).toBe(true);
    await user.keyboard('{Escape}');
    expect(station.sent).toEqual([{ kind: 'cancelSignIn' }]);
  });

  test('the browser of this computer needs no code', async () => {
    const { user, station } = renderAt({ kind: 'signingIn', prompt: null });
    expect(panel().textContent).toContain('Go on in the browser.');
    await user.click(within(panel()).getByRole('button', { name: 'Cancel' }));
    expect(station.sent).toEqual([{ kind: 'cancelSignIn' }]);
  });
});
