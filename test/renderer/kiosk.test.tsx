// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import { makeNotice, makePractice, makeReader } from '../fakes/fake-station.ts';
import { atEmptyKiosk, atKiosk, makeCapability, makeKiosk, ownRow } from './make-kiosk.ts';
import { renderDesk } from './render-desk.tsx';

function kiosk(): HTMLElement {
  return screen.getByRole('region', { name: 'Your own token' });
}

function sentence(): string | null {
  return within(kiosk()).getByRole('heading', { level: 2 }).textContent;
}

function button(name: string): HTMLElement {
  return within(kiosk()).getByRole('button', { name });
}

function codeField(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Six digits on the token' });
}

function stopped(problem: Problem) {
  return ownRow({ id: 7, state: { kind: 'stopped', problem }, can: ['retry', 'remove'] });
}

describe('one screen for one person', () => {
  test('queue, hand-over, operator and their keys are not there', async () => {
    const { user, station } = renderDesk(atKiosk({ open: ownRow() }));
    for (const name of ['Queue', 'Hand-over', 'Sign-in']) expect(screen.queryByRole('region', { name })).toBeNull();
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByRole('contentinfo')).toBeNull();
    await user.keyboard('{F2}{F3}{F4}{Control>}z{/Control}{F1}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(station.sent).toEqual([]);
  });

  test('the bar says which tenant, whether the reader is ready, and nothing that leads away', () => {
    renderDesk(atKiosk());
    const bar = within(screen.getByRole('banner'));
    expect(bar.getByText('Contoso')).toBeTruthy();
    expect(bar.getByText('Reader ready')).toBeTruthy();
    expect(bar.getAllByRole('button').map((each) => each.getAttribute('aria-label'))).toEqual(['Sound']);
  });

  test('a reader in trouble is said in two words', () => {
    renderDesk(atKiosk({ readers: [makeReader({ problem: { code: 'reader-claimed' } })] }));
    expect(within(screen.getByRole('banner')).getByText('Reader not ready')).toBeTruthy();
    expect(sentence()).toBe('The reader is not ready');
  });

  test('an administrator still reaches the settings and the doctor', async () => {
    const { user, station } = renderDesk(atKiosk());
    await user.keyboard('{F10}');
    expect(station.sent).toEqual([{ kind: 'openDoctor' }]);
    await user.keyboard('{Control>},{/Control}');
    expect(screen.getByRole('region', { name: 'Settings' })).toBeTruthy();
    expect(screen.queryByText('Hello Haruka Tanaka')).toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.getByText('Hello Haruka Tanaka')).toBeTruthy();
  });

  test('in practice, the virtual tokens are at hand', async () => {
    const { user, station } = renderDesk(atKiosk({ practice: makePractice() }));
    await user.click(screen.getByRole('button', { name: 'Scan GALT11420104' }));
    expect(station.sent).toMatchObject([{ kind: 'practiceScan', text: 'GALT11420104' }]);
    expect(screen.getByText('In practice, scan a virtual token from the drawer.')).toBeTruthy();
  });

  test('the step that is due is marked, those before it are done', () => {
    renderDesk(atKiosk({ open: ownRow() }));
    const steps = within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem');
    const due = steps.filter((step) => step.getAttribute('aria-current') === 'step');
    expect(due.map(({ textContent }) => textContent)).toEqual(['3Type its code']);
    expect(within(steps[0]!).getByText('Sign in, done')).toBeTruthy();
  });
});

describe('coming', () => {
  test('the one large button has the focus, and Enter signs in', async () => {
    const { user, station } = renderDesk(atEmptyKiosk());
    expect(sentence()).toBe('Set up your own token');
    expect(button('Sign in')).toBe(document.activeElement);
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'signIn' }]);
  });

  test('in the browser: where to go on, and the way back by Esc', async () => {
    const { user, station } = renderDesk(atEmptyKiosk({ session: { kind: 'signingIn', prompt: null } }));
    expect(sentence()).toBe('Go on in the browser');
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([]);
    await user.keyboard('{Escape}');
    expect(station.sent).toEqual([{ kind: 'cancelSignIn' }]);
  });

  test('on a phone: the address and the code', () => {
    const verificationUrl = 'https://microsoft.com/devicelogin';
    const prompt = { userCode: 'GQ7KX2M9B', verificationUrl, expiresAtMs: Date.now() + 842_500 };
    renderDesk(atEmptyKiosk({ session: { kind: 'signingIn', prompt } }));
    expect(sentence()).toBe('Sign in on your phone');
    expect(within(kiosk()).getByText(verificationUrl)).toBeTruthy();
    expect(kiosk().textContent).toContain('GQ7KX2M9B');
    expect(within(kiosk()).getByText(/^14:0\d left$/)).toBeTruthy();
  });

  test('a sign-in that did not come through says so, in words for one who has done nothing wrong', () => {
    renderDesk(atEmptyKiosk({ session: { kind: 'out', problem: { code: 'signed-out', detail: 'expired_token' } } }));
    expect(within(kiosk()).getByText('The sign-in did not come through')).toBeTruthy();
    expect(within(kiosk()).getByText('expired_token')).toBeTruthy();
    expect(button('Sign in')).toBeTruthy();
  });

  test('known: greeted by name, with the way out for who is not that person', async () => {
    const { user, station } = renderDesk(atKiosk());
    expect(within(kiosk()).getByText('Hello Haruka Tanaka')).toBeTruthy();
    expect(within(kiosk()).getByText('haruka.tanaka@contoso.com')).toBeTruthy();
    await user.click(button('Not you? Sign out'));
    expect(station.sent).toEqual([{ kind: 'signOut' }]);
  });

  test('a kiosk without the right says so before anything is scanned', () => {
    const missing = ['UserAuthMethod-HardwareOATH.ReadWrite'];
    renderDesk(atKiosk({ capabilities: [makeCapability({ capability: 'issueToSelf', is: 'no', missing })] }));
    expect(within(kiosk()).getByText('This kiosk cannot issue tokens yet')).toBeTruthy();
    expect(within(kiosk()).getByText('UserAuthMethod-HardwareOATH.ReadWrite')).toBeTruthy();
  });
});

describe('the token and its code', () => {
  test('a serial number without a bar code is typed', async () => {
    const { user, station } = renderDesk(atKiosk());
    await user.click(button('Type the serial number'));
    await user.type(screen.getByRole('textbox', { name: 'Serial number' }), '70029370');
    await user.type(screen.getByRole('textbox', { name: 'Serial number again' }), '70029370{Enter}');
    expect(station.sent).toEqual([{ kind: 'enterSerial', serialNumber: '70029370', repeated: '70029370' }]);
  });

  test('a scan opens the code, which has the focus, and the sixth digit sends it', async () => {
    const { user, station, push } = renderDesk(atKiosk());
    push({ open: ownRow() });
    expect(within(kiosk()).getByTitle('GALT11420104')).toBeTruthy();
    expect(codeField()).toBe(document.activeElement);
    await user.keyboard('588213');
    expect(station.sent).toEqual([{ kind: 'enterCode', itemId: 1, code: '588213' }]);
  });

  test('another token can be taken instead', async () => {
    const { user, station } = renderDesk(atKiosk({ open: ownRow({ id: 7 }) }));
    await user.click(button('Use another token'));
    expect(station.sent).toEqual([{ kind: 'removeItem', itemId: 7 }]);
  });

  test('a rejected code asks for the next one; often rejected, it asks for the token', () => {
    const problem = { code: 'code-rejected' } as const;
    const { push } = renderDesk(atKiosk({ open: ownRow({ rejections: 1, state: { kind: 'needsCode', problem } }) }));
    expect(sentence()).toBe('Wait for the next code on the token, then type it');
    expect(codeField()).toBe(document.activeElement);
    push({ open: ownRow({ rejections: 3, state: { kind: 'needsCode', problem } }) });
    expect(sentence()).toBe('Is this the token in your hand?');
    expect(kiosk().textContent).not.toContain('park');
  });

  test('what staff are told about findings is not shown', () => {
    const finding = { kind: 'sixtySeconds', weight: 'tells', name: null } as const;
    const preFlight = { isReading: false, findings: [finding], unread: [], tokens: [] };
    const { push } = renderDesk(atKiosk({ open: ownRow() }));
    const before = kiosk().textContent;
    push({ open: ownRow({ preFlight }) });
    expect(kiosk().textContent).toBe(before);
  });

  test('a code under way is calm, and there is nothing to press', () => {
    renderDesk(atKiosk({ open: ownRow({ state: { kind: 'activating' }, can: [] }) }));
    expect(sentence()).toBe('Checking the code');
    expect(within(kiosk()).queryByRole('button')).toBeNull();
  });

  test('a lost answer says that nothing is to be typed', () => {
    const state = { kind: 'unsure', nextReadAtMs: Date.now() + 4_400, problem: { code: 'answer-lost' } } as const;
    renderDesk(atKiosk({ open: ownRow({ state: { ...state, readProblem: null }, can: ['readNow'] }) }));
    expect(sentence()).toBe('This takes a little longer');
    expect(kiosk().textContent).toMatch(/Type no other code\. The station looks again in [34] s/);
  });
});

describe('what does not go well', () => {
  test('a refused scan is shown with its reason until the next one', () => {
    const refused = makeNotice({ seq: 5, kind: 'scanRefused', itemId: null, problem: { code: 'scan-retail-code' } });
    const { push } = renderDesk(atKiosk());
    push({ notices: [refused] });
    expect(within(kiosk()).getByText('Not taken: That is the bar code of the box')).toBeTruthy();
    push({ notices: [refused, makeNotice({ seq: 6 })], open: ownRow() });
    expect(within(kiosk()).queryByText(/^Not taken/)).toBeNull();
  });

  test('a refused scan of a while ago is not shown any more', () => {
    const atMs = Date.now() - 60_000;
    renderDesk(atKiosk({ notices: [makeNotice({ kind: 'scanRefused', atMs, problem: { code: 'scan-link' } })] }));
    expect(within(kiosk()).queryByText(/^Not taken/)).toBeNull();
  });

  test('the token on screen, scanned once more, is no trouble', () => {
    const { push } = renderDesk(atKiosk({ open: ownRow({ id: 7 }) }));
    push({ notices: [makeNotice({ seq: 5, kind: 'scanDuplicate', itemId: 7 })] });
    expect(within(kiosk()).queryByText(/^Not taken/)).toBeNull();
    push({ notices: [makeNotice({ seq: 6, kind: 'scanDuplicate', itemId: 3 })] });
    expect(within(kiosk()).getByText('Not taken: This token was scanned here before')).toBeTruthy();
  });

  test('a refusal of Microsoft’s: words for the person, words for the service desk, and the ways on', async () => {
    const problem = { code: 'graph-refused', detail: 'Policy says no', requestId: '7c0a1f7e' } as const;
    const { user, station } = renderDesk(atKiosk({ open: stopped(problem) }));
    expect(sentence()).toBe('Microsoft refused');
    expect(kiosk().textContent).toContain('Show this screen to the service desk.');
    expect(within(kiosk()).getByText('Policy says no')).toBeTruthy();
    expect(button('Copy for support')).toBeTruthy();
    await user.click(button('Try again'));
    await user.click(button('Use another token'));
    await user.click(button('Stop and sign out'));
    expect(station.sent).toEqual([
      { kind: 'retryItem', itemId: 7 },
      { kind: 'removeItem', itemId: 7 },
      { kind: 'signOut' },
    ]);
  });

  test('even where the other side said nothing, there is something to give to support', () => {
    renderDesk(atKiosk({ open: stopped({ code: 'token-taken' }) }));
    expect(sentence()).toBe('This token is somebody else’s');
    expect(button('Copy for support')).toBeTruthy();
  });

  test('what was found before the code could be sent is said as Microsoft would say it', () => {
    const finding = { kind: 'fiveMethods', weight: 'stops', name: null } as const;
    const preFlight = { isReading: false, findings: [finding], unread: [], tokens: [] };
    renderDesk(atKiosk({ open: ownRow({ preFlight, can: ['remove'] }) }));
    expect(sentence()).toBe('You have five tokens and authenticator apps already');
  });

  test('a sign-in that was refused as too old is renewed on demand', async () => {
    const { user, station } = renderDesk(atKiosk({ open: stopped({ code: 'fresh-sign-in-wanted' }) }));
    expect(within(kiosk()).queryByRole('button', { name: 'Try again' })).toBeNull();
    await user.click(button('Sign in once more'));
    expect(station.sent).toEqual([{ kind: 'signInAgain' }]);
  });

  test('who has to prove once more who they are is told why, and can end it', async () => {
    const session = { kind: 'signingIn', prompt: null } as const;
    const { user, station } = renderDesk(
      atKiosk({ session, kiosk: makeKiosk({ needsFreshSignIn: true }), open: ownRow() }),
    );
    expect(sentence()).toBe('Microsoft asks you to prove once more that it is you');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(button('Cancel and sign out'));
    expect(station.sent).toEqual([{ kind: 'cancelSignIn' }]);
  });

  test('a disk that fails and a network that is away are told in a visitor’s words', () => {
    const storage = { unsavedEvents: 2, problem: { code: 'storage-failing', detail: 'SQLITE_FULL' } } as const;
    const graph = {
      kind: 'unreachable',
      sinceMs: Date.now() - 61_000,
      problem: { code: 'graph-unreachable' },
    } as const;
    renderDesk(atKiosk({ health: { storage: { ...storage, unreadable: [], chainBrokenAtSeq: null }, graph } }));
    expect(screen.getByRole('alert').textContent).toContain('This kiosk cannot save');
    expect(screen.getByText(/^Microsoft cannot be reached for 1:0\d/)).toBeTruthy();
  });
});

describe('the end', () => {
  const done = ownRow({ state: { kind: 'activated' }, can: [] });

  test('it is said that it is theirs, how long it may take and where it can be seen, without a link', () => {
    renderDesk(atKiosk({ open: done, kiosk: makeKiosk({ endsAtMs: Date.now() + 14_500 }) }));
    expect(sentence()).toBe('It is yours');
    expect(kiosk().textContent).toContain('up to an hour');
    expect(within(kiosk()).getByText('https://mysignins.microsoft.com/security-info')).toBeTruthy();
    expect(within(kiosk()).queryByRole('link')).toBeNull();
    expect(within(kiosk()).getByText(/^You are signed out in 1[345] s\.$/)).toBeTruthy();
  });

  test('an Enter that comes late, after the sixth digit, does not take the words away', async () => {
    const { user, station, push } = renderDesk(atKiosk({ open: ownRow() }));
    await user.keyboard('588213');
    push({ open: done, kiosk: makeKiosk({ endsAtMs: Date.now() + 15_000 }) });
    await user.keyboard('{Enter}');
    expect(station.sent).toMatchObject([{ kind: 'enterCode' }]);
    await user.click(button('Finish now'));
    expect(station.sent.at(-1)).toEqual({ kind: 'signOut' });
  });
});
