// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeLane, makeLaneBehind, makeNotice } from '../fakes/fake-station.ts';
import { atEmptyKiosk, atKiosk, HARUKA, makeKiosk, ownRow, SIGNED_IN } from './make-kiosk.ts';
import { renderDesk } from './render-desk.tsx';

function said(live: 'polite' | 'assertive'): readonly string[] {
  const region = screen.getAllByRole('log').find((log) => log.getAttribute('aria-live') === live);
  return [...(region?.children ?? [])].map((sentence) => sentence.textContent);
}

/** All that a screen shows or a screen reader can go to, titles and what fields hold included. */
function page(): string {
  const titles = [...document.querySelectorAll('[title]')].map((element) => element.getAttribute('title'));
  const labels = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
  const values = [...document.querySelectorAll('input')].map(({ value }) => value);
  return [document.body.textContent, ...titles, ...labels, ...values].join(' ');
}

describe('a visit, as it is heard', () => {
  test('each step is said once, in words for a visitor', () => {
    const { push } = renderDesk(atEmptyKiosk());
    push({ session: { kind: 'signingIn', prompt: null } });
    push({ session: SIGNED_IN, kiosk: makeKiosk({ person: null }) });
    push({ kiosk: makeKiosk() });
    push({ atMs: Date.now() });
    push({ open: ownRow(), notices: [makeNotice({ seq: 1 }), makeNotice({ seq: 2, kind: 'codeWanted' })] });
    push({ open: ownRow({ state: { kind: 'activating' }, can: [] }) });
    push({ open: ownRow({ state: { kind: 'confirming', nextReadAtMs: 1, readProblem: null }, can: [] }) });
    push({
      open: ownRow({ state: { kind: 'activated' }, can: [] }),
      notices: [makeNotice({ seq: 3, kind: 'activated', userName: HARUKA.displayName })],
    });
    push({ kiosk: makeKiosk({ endsAtMs: Date.now() + 15_000 }) });
    expect(said('polite')).toEqual([
      'Go on in the browser. It has opened on this screen. Come back here when you have signed in.',
      'Looking up who you are.',
      'Hello Haruka Tanaka. Hold the bar code on your token to the reader.',
      'Press the button of token GALT11420104 and type the six digits.',
      'Checking the code. Wait a moment.',
      'It is yours. It may take up to an hour until it works everywhere. You are signed out by yourself.',
    ]);
    expect(said('assertive')).toEqual([]);
  });

  test('a rejected code is said with what to do, and sounded', () => {
    const { push, played } = renderDesk(atKiosk({ open: ownRow() }));
    const problem = { code: 'code-rejected' } as const;
    push({
      open: ownRow({ rejections: 1, state: { kind: 'needsCode', problem } }),
      notices: [makeNotice({ seq: 4, kind: 'codeRejected', problem })],
    });
    expect(said('polite')).toEqual(['That code was not accepted. Wait for the next code and type it.']);
    expect(played.map(({ name }) => name)).toEqual(['codeRejected']);
  });

  test('what stopped is said at once', () => {
    const { push } = renderDesk(atKiosk({ open: ownRow() }));
    push({ open: ownRow({ state: { kind: 'stopped', problem: { code: 'token-taken' } }, can: ['remove'] }) });
    expect(said('assertive')).toEqual(['This token is somebody else’s. Use another token, or ask the service desk.']);
  });

  test('a refused scan is said in the words on screen', () => {
    const { push } = renderDesk(atKiosk());
    push({ notices: [makeNotice({ kind: 'scanRefused', text: '', problem: { code: 'scan-badge-not-wanted' } })] });
    expect(said('assertive')).toEqual(['Scan not taken. That is a badge. No badge is needed here. Scan your token.']);
  });

  test('readers’ places are nobody’s business here', () => {
    const { push } = renderDesk(atKiosk({ lanes: [makeLane(), makeLaneBehind()] }));
    push({ lanes: [makeLane({ isFront: false }), makeLaneBehind({ isFront: true })] });
    expect(said('polite')).toEqual([]);
  });

  test('the next visitor is not told that the one before walked away', () => {
    const { push } = renderDesk(atKiosk());
    push(atEmptyKiosk({ session: { kind: 'out', problem: { code: 'idle-locked' } } }));
    expect(said('polite')).toEqual(['The visit is over. Sign in to set up your own token.']);
    expect(screen.queryByText(/locked/)).toBeNull();
  });
});

describe('nothing of a visitor stays', () => {
  const names = [HARUKA.displayName, 'Tanaka', HARUKA.userPrincipalName, 'GALT1142', '0104', '7002'];

  test('after a whole visit: no name and no serial number, on screen or for a screen reader', () => {
    const { push } = renderDesk(atEmptyKiosk());
    push(atKiosk());
    push({ open: ownRow(), notices: [makeNotice({ seq: 1 })] });
    push({ open: ownRow({ state: { kind: 'activated' }, can: [] }), kiosk: makeKiosk({ endsAtMs: 1 }) });
    for (const name of names.slice(0, 5)) expect(page()).toContain(name);
    push({ session: { kind: 'signingOut' } });
    expect(page()).not.toContain('Tanaka');
    push(atEmptyKiosk());
    for (const name of names) expect(page()).not.toContain(name);
  });

  test('a half typed serial number goes with whoever typed it', async () => {
    const { user, push } = renderDesk(atKiosk());
    await user.click(screen.getByRole('button', { name: 'Type the serial number' }));
    await user.type(screen.getByRole('textbox', { name: 'Serial number' }), '7002');
    push(atEmptyKiosk());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(page()).not.toContain('7002');
  });

  test('nor does a refusal, or the scan that led to it', async () => {
    const { user, station, push } = renderDesk(atKiosk({ open: ownRow() }));
    station.refuse('removeItem', { code: 'command-not-allowed', detail: 'GALT11420104 is under way' });
    await user.click(screen.getByRole('button', { name: 'Use another token' }));
    expect(page()).toContain('is under way');
    push({ notices: [makeNotice({ seq: 5, kind: 'scanRefused', problem: { code: 'scan-link' } })] });
    push({ ...atEmptyKiosk(), notices: [makeNotice({ seq: 5, kind: 'scanRefused', problem: { code: 'scan-link' } })] });
    expect(page()).not.toContain('is under way');
    expect(page()).not.toContain('Not taken');
  });

  test('who else tried to sign in is not told whose visit it was', () => {
    const detail = 'Somebody else signed in: only haruka.tanaka@contoso.com can confirm here';
    const { push } = renderDesk(atKiosk());
    push(atEmptyKiosk({ session: { kind: 'out', problem: { code: 'wrong-person', detail } } }));
    expect(screen.getByText('Another person signed in')).toBeTruthy();
    expect(page()).not.toContain('haruka');
  });

  test('the token of somebody else in the reader’s place is not shown to who comes next', () => {
    renderDesk(atKiosk({ open: ownRow({ user: { ...HARUKA, id: 'before' }, serialNumber: 'OTHER7002' }) }));
    expect(page()).not.toContain('OTHER');
    expect(screen.getByText('Hold the bar code on your token to the reader')).toBeTruthy();
  });
});
