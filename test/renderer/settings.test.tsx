// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeCodeRow, makePractice, makeSettings } from '../fakes/fake-station.ts';
import { makeDoctor } from '../fakes/make-doctor.ts';
import {
  askedOf,
  areSettingsOpen,
  button,
  CLIENT_ID,
  openSettings,
  setting,
  settingsArea,
  TENANT_ID,
} from './open-settings.tsx';
import { renderDesk } from './render-desk.tsx';

describe('the way into the settings and out of them', () => {
  test('Ctrl and comma opens them in the place of the work, and again or Esc closes them', async () => {
    const { user, station } = await openSettings();
    expect(settingsArea()).toBe(document.activeElement);
    expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    await user.keyboard('{Control>},{/Control}');
    expect(areSettingsOpen()).toBe(false);
    await user.keyboard('{Control>},{/Control}{Escape}');
    expect(areSettingsOpen()).toBe(false);
    expect(askedOf(station)).toEqual([]);
  });

  test('the bar opens and closes them, too', async () => {
    const { user } = renderDesk();
    await user.click(button('Settings'));
    expect(areSettingsOpen()).toBe(true);
    await user.click(button('Settings'));
    expect(areSettingsOpen()).toBe(false);
  });

  test('the focus comes back to the field that is due', async () => {
    const { user } = await openSettings({ open: makeCodeRow() });
    await user.keyboard('{Escape}');
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
  });

  test('they are not opened over the doctor, where no scan counts', async () => {
    await openSettings({ doctor: makeDoctor() });
    expect(areSettingsOpen()).toBe(false);
    expect(button('Settings')).toHaveProperty('disabled', true);
  });

  test('F10 and a reader in the bar lead on to the doctor', async () => {
    const { user, station, push } = await openSettings();
    await user.keyboard('{F10}');
    expect(askedOf(station)).toEqual([{ kind: 'openDoctor' }]);
    push({ doctor: makeDoctor() });
    expect(screen.getByRole('region', { name: 'Reader doctor' })).toBeTruthy();
  });

  test('nothing is typed into the queue from there, and F6 goes round', async () => {
    const { user } = await openSettings({ practice: makePractice() });
    await user.keyboard('{F3}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{F6}');
    expect(screen.getByRole('banner').contains(document.activeElement)).toBe(true);
    await user.keyboard('{F6}');
    expect(settingsArea().contains(document.activeElement)).toBe(true);
  });

  test('the keys stand in the foot and on the help sheet', async () => {
    const { user } = await openSettings();
    expect(within(screen.getByRole('contentinfo')).getByText('Close the settings')).toBeTruthy();
    await user.keyboard('{F1}');
    const sheet = screen.getByRole('dialog', { name: 'Keys, sounds and signs' });
    for (const words of ['Settings', 'Save the settings', 'Sign in', 'Sign out'])
      expect(within(sheet).getByText(words)).toBeTruthy();
  });
});

describe('a setting', () => {
  test('says what it is and where its value comes from', async () => {
    await openSettings({
      settings: makeSettings({}, { undoMinutes: { value: 30, source: 'user', canChange: true } }),
    });
    expect(setting('Cloud').textContent).toContain('Hardware OATH tokens exist in the global cloud only.');
    expect(within(setting('Cloud')).getByText('Built in')).toBeTruthy();
    expect(within(setting('Take back within minutes')).getByText('Set by you')).toBeTruthy();
    expect(screen.getByRole('switch', { name: 'Shared desk' })).toHaveProperty('checked', true);
    expect(screen.getByRole('radio', { name: 'Global' })).toHaveProperty('checked', true);
  });

  test('that the policy sets or keeps is shown with the reason, and has no control', async () => {
    await openSettings({
      settings: makeSettings(
        { hasPolicy: true },
        {
          tenantId: { value: TENANT_ID, source: 'policy', canChange: false },
          idleLockMinutes: { value: 0, source: 'policy', canChange: false },
          selfService: { value: false, source: 'default', canChange: false },
          cloud: { value: 'global', source: 'default', canChange: false },
        },
      ),
    });
    expect(setting('Tenant id').textContent).toContain(TENANT_ID);
    expect(setting('Tenant id').textContent).toContain('The policy of this computer sets it');
    expect(within(setting('Lock after minutes')).getByText('Never')).toBeTruthy();
    expect(setting('Self-service').textContent).toContain('The policy of this computer keeps it as it is built in.');
    for (const label of ['Tenant id', 'Lock after minutes', 'Self-service', 'Cloud']) {
      const controls = ['textbox', 'switch', 'radio', 'button'] as const;
      for (const role of controls) expect(within(setting(label)).queryByRole(role)).toBeNull();
    }
  });
});

describe('what is said above the settings', () => {
  test('why it is practice, and what should be known', async () => {
    await openSettings({
      settings: makeSettings({
        problem: { code: 'settings-malformed', detail: '/etc/policy.json: tenantId: Invalid GUID' },
        warnings: [
          { kind: 'environmentIgnored', names: ['TOKEN_STATION_GRAPH_URL'] },
          { kind: 'policyOpenToAll', path: '/etc/policy.json' },
        ],
      }),
    });
    const said = settingsArea().textContent;
    expect(said).toContain('The settings cannot be followed');
    expect(said).toContain('/etc/policy.json: tenantId: Invalid GUID');
    expect(said).toContain('an installed station does not follow them: TOKEN_STATION_GRAPH_URL.');
    expect(said).toContain('Everybody on this computer can change the policy: /etc/policy.json.');
  });

  test('which settings hold only after a restart', async () => {
    await openSettings({ settings: makeSettings({ needsRestart: ['tenantId', 'signInBy'] }) });
    expect(screen.getByText(/^Tenant id, Sign in\. Close the station and start it again/)).toBeTruthy();
    expect(within(setting('Tenant id')).getByText('After a restart')).toBeTruthy();
    expect(within(setting('Cloud')).queryByText('After a restart')).toBeNull();
  });

  test('practice says how to leave it, also once both ids are saved, and where they are the policy’s', async () => {
    const { push } = await openSettings();
    const way = () => screen.getByRole('region', { name: /^This is practice/ });
    expect(within(way()).getAllByRole('listitem')).toHaveLength(3);
    const byUser = { source: 'user', canChange: true } as const;
    const ids = { tenantId: { value: TENANT_ID, ...byUser }, clientId: { value: CLIENT_ID, ...byUser } };
    push({ settings: makeSettings({ needsRestart: ['tenantId', 'clientId'] }, ids) });
    expect(way().textContent).toContain('Both ids are saved.');
    const locked = { value: null, source: 'default', canChange: false } as const;
    push({ settings: makeSettings({}, { tenantId: locked, clientId: locked }) });
    expect(way().textContent).toContain('Ask your administrator');
    push({ mode: { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } });
    expect(screen.queryByRole('region', { name: /^This is practice/ })).toBeNull();
  });

  test('the files and the address of Graph stand at the end, to be copied', async () => {
    const graphUrl = { value: 'http://127.0.0.1:8080', source: 'environment', canChange: false } as const;
    const { user } = await openSettings({ settings: makeSettings({ graphUrl }) });
    const places = within(screen.getByRole('region', { name: 'Where this is kept' }));
    expect(places.getByText('From the environment.')).toBeTruthy();
    expect(places.getByText('There is none.')).toBeTruthy();
    await user.click(places.getByRole('button', { name: 'Copy: Your settings' }));
    expect(await navigator.clipboard.readText()).toBe('/home/ferri/.config/token-station/settings.json');
  });
});
