// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import type { CapabilityView } from '../../electron/contract/capability.ts';
import { makeCodeRow } from '../fakes/fake-station.ts';
import { makeDoctor } from '../fakes/make-doctor.ts';
import { makeCapability } from './make-kiosk.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const marta = { kind: 'in', name: 'Marta Ferri', userPrincipalName: 'marta.ferri@contoso.com' } as const;
const WRITE = 'UserAuthMethod-HardwareOATH.ReadWrite.All';
const refusal: Problem = { code: 'not-permitted', detail: 'Request Authorization failed', requestId: '7c0a1f7e' };

const missingPermission = makeCapability({ is: 'no', basis: 'scope', missing: [WRITE] });
const doubtful = makeCapability({ is: 'unknown', basis: 'read', problem: refusal });

function renderWith(...capabilities: readonly CapabilityView[]): RenderedDesk {
  return renderDesk({ session: marta, capabilities, open: makeCodeRow() });
}

async function openRights({ user }: RenderedDesk): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: /^Signed in as/ }));
  return screen.getByRole('region', { name: 'What you can do here' });
}

function lines(list: HTMLElement): readonly (string | null)[] {
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

function banner(name: string): HTMLElement | null {
  return screen.queryByRole('region', { name });
}

const MISSING = 'With this sign-in, no token can be issued to others';
const DOUBT = 'Microsoft refused a look that changes nothing';

function polite(): readonly string[] {
  const region = screen.getAllByRole('log').find((log) => log.getAttribute('aria-live') === 'polite');
  return [...(region?.children ?? [])].map((sentence) => sentence.textContent);
}

describe('what the operator can do here', () => {
  test('each line says it in a word, the work first', async () => {
    const list = await openRights(
      renderWith(
        makeCapability({ capability: 'readInventory', is: 'no', missing: ['Policy.Read.All'] }),
        makeCapability({ capability: 'issueToSelf', is: 'unknown', basis: null }),
        makeCapability(),
      ),
    );
    expect(lines(list)).toEqual([
      'Issue tokens to peopleYes',
      'Issue a token to yourselfNot knownNothing tells. Try it: Microsoft Graph decides.',
      'Look tokens up in the inventoryNoMissing (not needed to issue tokens)Policy.Read.AllCopy',
    ]);
  });

  test('what is missing is copied as Microsoft calls it', async () => {
    const desk = renderWith(makeCapability({ capability: 'issueToAdmins', is: 'no', basis: 'role', missing: ['A B'] }));
    const list = await openRights(desk);
    await desk.user.click(within(list).getByRole('button', { name: 'Copy: Missing: Issue tokens to administrators' }));
    expect(await navigator.clipboard.readText()).toBe('A B');
  });

  test('a refused look shows what the other side said', async () => {
    const list = within(await openRights(renderWith(doubtful)));
    expect(list.getByText('Request Authorization failed')).toBeTruthy();
    expect(list.getByRole('button', { name: 'Copy for support' })).toBeTruthy();
  });

  test('whoever cannot sign out, as in practice, has the list, too', async () => {
    const desk = renderDesk({
      session: { kind: 'fixed', name: 'Practice operator' },
      capabilities: [makeCapability()],
    });
    expect(lines(await openRights(desk))).toEqual(['Issue tokens to peopleYes']);
    expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull();
  });

  test('before it is known, it says so', async () => {
    const list = await openRights(renderDesk({ session: marta, capabilities: null }));
    expect(list.textContent).toContain('This has not been looked up yet.');
  });
});

describe('a sign-in that cannot issue tokens', () => {
  test('is said above the work, with what is missing and whom to ask, and blocks no scan', async () => {
    const { user } = renderWith(missingPermission);
    const shown = banner(MISSING);
    expect(shown?.textContent).toContain(
      'Ask an administrator of your tenant to grant this permission to the station.',
    );
    expect(shown?.textContent).toContain('Scanning goes on.');
    expect(within(shown!).getByText(WRITE)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Queue' })).toBeTruthy();
    await user.keyboard('{F3}');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  test('a role is asked for in other words than a permission', () => {
    renderWith(makeCapability({ is: 'no', basis: 'role', missing: ['Authentication Administrator'] }));
    expect(banner(MISSING)?.textContent).toContain('for this role');
  });

  test('is announced once, and again only after another sign-in', () => {
    const { push } = renderDesk({ session: marta });
    push({ capabilities: [missingPermission] });
    push({ capabilities: [{ ...missingPermission }], atMs: Date.now() });
    expect(polite()).toHaveLength(1);
    expect(polite()[0]).toContain(`${MISSING}. Missing: ${WRITE}. Ask an administrator`);
    push({ session: { kind: 'out', problem: null }, capabilities: null });
    push({ session: marta, capabilities: [missingPermission] });
    expect(polite()).toHaveLength(2);
  });

  test('takes the focus from nobody', () => {
    const { push } = renderWith(makeCapability());
    const code = screen.getByRole('textbox', { name: 'Six digits on the token' });
    push({ capabilities: [missingPermission] });
    expect(code).toBe(document.activeElement);
  });

  test('where it can, or nothing tells, no banner stands', () => {
    renderWith(makeCapability(), makeCapability({ capability: 'readInventory', is: 'no' }));
    expect(banner(MISSING)).toBeNull();
    expect(polite()).toEqual([]);
  });
});

describe('a look that was refused to somebody who is signed in', () => {
  test('is said with the evidence, and can be put aside until the next sign-in', async () => {
    const { user, push } = renderWith(doubtful);
    expect(within(banner(DOUBT)!).getByText('Request Authorization failed')).toBeTruthy();
    await user.click(within(banner(DOUBT)!).getByRole('button', { name: 'Not now' }));
    expect(banner(DOUBT)).toBeNull();
    push({ doctor: makeDoctor() });
    push({ doctor: null });
    expect(banner(DOUBT)).toBeNull();
    push({ capabilities: null });
    push({ capabilities: [doubtful] });
    expect(banner(DOUBT)).toBeTruthy();
  });
});
