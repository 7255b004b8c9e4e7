// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScopeSet, SettingView } from '../../electron/contract/settings.ts';
import type { Session } from '../../electron/contract/snapshot.ts';
import { scopesFor } from '../../electron/core/settings-scopes.ts';
import { permissionsAskedFor } from '../../renderer/rights/permissions.ts';
import { makeSettings } from '../fakes/fake-station.ts';
import { makeCapability } from './make-kiosk.ts';
import { renderDesk } from './render-desk.tsx';

const mode = { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } as const;
const marta: Session = { kind: 'in', name: 'Marta Ferri', userPrincipalName: 'marta.ferri@contoso.com' };
const notGranted: Session = {
  kind: 'out',
  problem: { code: 'scopes-not-granted', detail: 'consent_required · AADSTS65001' },
};
const refused = makeCapability({ is: 'unknown', basis: 'read', problem: { code: 'not-permitted' } });

const OFFER = 'Ask for the older permissions';

function withScopes(value: ScopeSet, change: Partial<SettingView<ScopeSet>> = {}) {
  return makeSettings({}, { scopeSet: { value, source: 'user', canChange: true, ...change } });
}

function panel(): HTMLElement {
  return screen.getByRole('region', { name: 'Sign-in' });
}

describe('permissions that the tenant has not granted', () => {
  test('the older ones are offered with what they mean, and asked for at once when they hold', async () => {
    const { user, station, push } = renderDesk({ mode, session: notGranted });
    expect(panel().textContent).toContain('The tenant has not granted these permissions.');
    expect(panel().textContent).toContain('it is for all authentication methods of people');
    expect(within(panel()).getByText('consent_required · AADSTS65001')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: OFFER }));
    const change = { kind: 'changeSettings', change: { scopeSet: 'classic' }, replacesBroken: false };
    expect(station.sent).toEqual([change]);
    push({ settings: withScopes('classic') });
    push({ atMs: Date.now() });
    expect(station.sent).toEqual([change, { kind: 'signIn' }]);
  });

  test('where a change holds only after a restart, nobody is sent to sign in for the same again', async () => {
    const { user, station, push } = renderDesk({ mode, session: notGranted });
    await user.click(screen.getByRole('button', { name: OFFER }));
    push({ settings: { ...withScopes('classic'), needsRestart: ['scopeSet'] } });
    expect(station.sent).toHaveLength(1);
    expect(panel().textContent).toContain('Close the station and start it again');
  });

  test('a change that is refused can be asked for again', async () => {
    const { user, station } = renderDesk({ mode, session: notGranted });
    station.refuse('changeSettings', { code: 'settings-not-saved' });
    await user.click(screen.getByRole('button', { name: OFFER }));
    expect(screen.getByText('This could not be saved on this computer')).toBeTruthy();
    expect(screen.getByRole('button', { name: OFFER })).toHaveProperty('disabled', false);
    expect(station.sent).toHaveLength(1);
  });

  test('what the policy keeps is said with who can change it, and not offered', () => {
    renderDesk({ mode, session: notGranted, settings: withScopes('granular', { source: 'policy', canChange: false }) });
    expect(screen.queryByRole('button', { name: OFFER })).toBeNull();
    expect(panel().textContent).toContain('Whoever looks after this computer can set “scopeSet” to “classic”');
  });

  test('where the older ones are asked for already, the words for the administrator are there to copy', async () => {
    const { user } = renderDesk({ mode, session: notGranted, settings: withScopes('classic') });
    expect(screen.queryByRole('button', { name: OFFER })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Copy: For the administrator' }));
    expect(await navigator.clipboard.readText()).toBe(
      'Delegated permissions of Microsoft Graph, with admin consent: User.Read, User.ReadBasic.All, UserAuthenticationMethod.ReadWrite.All',
    );
  });

  test('another reason for being out brings no such offer', () => {
    renderDesk({ mode, session: { kind: 'out', problem: { code: 'blocked-by-policy', detail: 'AADSTS53003' } } });
    expect(screen.queryByRole('button', { name: OFFER })).toBeNull();
    expect(panel().textContent).toContain('Your organization’s rules block this.');
  });
});

describe('a look that was refused to somebody who is signed in', () => {
  test('leads to the same offer, and then to signing out and in', async () => {
    const { user, station, push } = renderDesk({ mode, session: marta, capabilities: [refused] });
    await user.click(screen.getByRole('button', { name: OFFER }));
    push({ settings: withScopes('classic') });
    expect(station.sent).toMatchObject([{ kind: 'changeSettings' }]);
    expect(screen.getByText(/Sign out and in again to ask for the older permissions/)).toBeTruthy();
  });

  test('a permission that is not in the sign-in does so as well, a missing role does not', () => {
    const { push } = renderDesk({
      mode,
      session: marta,
      capabilities: [makeCapability({ is: 'no', basis: 'scope', missing: ['X'] })],
    });
    expect(screen.getByRole('button', { name: OFFER })).toBeTruthy();
    push({ capabilities: [makeCapability({ is: 'no', basis: 'role', missing: ['Y'] })] });
    expect(screen.queryByRole('button', { name: OFFER })).toBeNull();
  });
});

test('the words for the administrator are what the station asks for, whatever is set', () => {
  const choice = fc.record({
    scopeSet: fc.constantFrom<ScopeSet>('granular', 'classic'),
    readsProfiles: fc.boolean(),
    readsInventory: fc.boolean(),
    writesInventory: fc.boolean(),
    selfService: fc.boolean(),
  });
  fc.assert(
    fc.property(choice, ({ scopeSet, ...switches }) => {
      const view = <T,>(value: T): SettingView<T> => ({ value, source: 'user', canChange: true });
      const { values } = makeSettings(
        {},
        {
          scopeSet: view(scopeSet),
          readsProfiles: view(switches.readsProfiles),
          readsInventory: view(switches.readsInventory),
          writesInventory: view(switches.writesInventory),
          selfService: view(switches.selfService),
        },
      );
      expect(permissionsAskedFor(values)).toEqual(scopesFor({ scopeSet, ...switches }));
    }),
  );
});
