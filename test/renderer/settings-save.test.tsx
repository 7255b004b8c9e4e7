// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { makeCodeRow, makeSettings } from '../fakes/fake-station.ts';
import { takeScan } from '../../renderer/wedge/use-wedge.ts';
import {
  askedOf,
  areSettingsOpen,
  button,
  CLIENT_ID,
  field,
  openSettings,
  setting,
  settingsArea,
  TENANT_ID,
} from './open-settings.tsx';

describe('saving the settings', () => {
  test('both ids are typed and saved by keyboard alone, and only they are sent', async () => {
    const { user, station } = await openSettings();
    field('Tenant id').focus();
    await user.paste(TENANT_ID);
    field('Client id').focus();
    await user.paste(CLIENT_ID);
    expect(within(settingsArea()).getByText('2 changes not saved')).toBeTruthy();
    await user.keyboard('{Control>}s{/Control}');
    const change = { tenantId: TENANT_ID, clientId: CLIENT_ID };
    expect(askedOf(station)).toEqual([{ kind: 'changeSettings', change, replacesBroken: false }]);
    expect(await within(settingsArea()).findByText('Saved')).toBeTruthy();
    expect(screen.getAllByRole('log').map(({ textContent }) => textContent)).toContain('The settings are saved.');
    await user.keyboard('{Escape}');
    expect(areSettingsOpen()).toBe(false);
  });

  test('a switch, a choice and a number are changes, and taken back they are none', async () => {
    const { user, station } = await openSettings();
    await user.click(screen.getByRole('switch', { name: 'Self-service' }));
    await user.click(screen.getByRole('radio', { name: 'On another device, with a code' }));
    await user.clear(field('Lock after minutes'));
    await user.type(field('Lock after minutes'), '0');
    await user.click(button('Self-service as it was: Off'));
    await user.click(button('Save'));
    expect(askedOf(station)).toMatchObject([{ change: { signInBy: 'deviceCode', idleLockMinutes: 0 } }]);
    expect(Object.keys(Object(askedOf(station)[0]).change)).toHaveLength(2);
  });

  test('back to built-in is sent as null', async () => {
    const undoMinutes = { value: 30, source: 'user', canChange: true } as const;
    const { user, station } = await openSettings({ settings: makeSettings({}, { undoMinutes }) });
    await user.click(button('Back to built-in: Take back within minutes'));
    expect(within(setting('Take back within minutes')).getByText('Goes back to built-in when you save.')).toBeTruthy();
    await user.click(button('Save'));
    expect(askedOf(station)).toMatchObject([{ change: { undoMinutes: null } }]);
  });

  test('what is wrong is said when the field is left, and not before', async () => {
    const { user } = await openSettings();
    await user.type(field('Tenant id'), '8b1c6d1e');
    expect(screen.queryByText(/That is not an id yet/)).toBeNull();
    await user.tab();
    expect(within(setting('Tenant id')).getByText(/That is not an id yet/)).toBeTruthy();
    expect(field('Tenant id').getAttribute('aria-invalid')).toBe('true');
  });

  test('nothing is sent while a field is wrong, and the focus goes to it', async () => {
    const { user, station } = await openSettings();
    await user.click(screen.getByRole('switch', { name: 'Self-service' }));
    await user.clear(field('Take back within minutes'));
    await user.type(field('Take back within minutes'), '999');
    await user.keyboard('{Control>}s{/Control}');
    expect(askedOf(station)).toEqual([]);
    expect(
      within(setting('Take back within minutes')).getByText('A whole number from 0 to 240 is wanted.'),
    ).toBeTruthy();
    await waitFor(() => expect(field('Take back within minutes')).toBe(document.activeElement));
  });

  test('a refusal stands at the top and at the setting that it is about, and nothing is lost', async () => {
    const { user, station } = await openSettings();
    station.refuse('changeSettings', {
      code: 'settings-malformed',
      detail: 'cloud: china has no hardware OATH tokens',
    });
    await user.click(screen.getByRole('radio', { name: 'China, operated by 21Vianet' }));
    await user.click(button('Save'));
    expect(await within(settingsArea()).findByText('cloud: china has no hardware OATH tokens')).toBeTruthy();
    expect(within(setting('Cloud')).getByText('Refused')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'China, operated by 21Vianet' })).toHaveProperty('checked', true);
    await user.click(button('Close'));
    await user.click(button('Leave without saving'));
    await user.keyboard('{Control>},{/Control}');
    expect(screen.queryByText('cloud: china has no hardware OATH tokens')).toBeNull();
  });
});

describe('leaving with something not saved', () => {
  test('is asked about, and Esc stays', async () => {
    const { user } = await openSettings();
    await user.click(screen.getByRole('switch', { name: 'Self-service' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('group', { name: '1 change is not saved. Leave without it?' })).toBeTruthy();
    await waitFor(() => expect(button('Stay here')).toBe(document.activeElement));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Stay here' })).toBeNull();
    expect(screen.getByRole('switch', { name: 'Self-service' })).toHaveProperty('checked', true);
    await user.keyboard('{Escape}');
    await user.click(button('Leave without saving'));
    expect(areSettingsOpen()).toBe(false);
  });

  test('is asked about on the way to the doctor, too', async () => {
    const { user, station } = await openSettings();
    await user.click(screen.getByRole('switch', { name: 'Self-service' }));
    await user.click(button('Bench left, ready'));
    expect(askedOf(station)).toEqual([]);
    await user.click(button('Leave without saving'));
    expect(askedOf(station)).toEqual([{ kind: 'openDoctor' }]);
    expect(areSettingsOpen()).toBe(false);
  });
});

describe('a settings file that is broken', () => {
  const settings = makeSettings({
    isUserFileBroken: true,
    problem: { code: 'settings-malformed', detail: `${makeSettings().userPath}: not JSON` },
  });

  test('is named, and replaced only after a question', async () => {
    const { user, station } = await openSettings({ settings });
    expect(screen.getByText('Your settings file cannot be read')).toBeTruthy();
    expect(screen.queryByText('The settings cannot be followed')).toBeNull();
    expect(screen.getByText(`${settings.userPath}: not JSON`)).toBeTruthy();
    await user.click(button('Replace it'));
    await waitFor(() => expect(button('Keep the file')).toBe(document.activeElement));
    await user.keyboard('{Enter}');
    expect(askedOf(station)).toEqual([]);
    await user.click(button('Replace it'));
    await user.click(button('Replace the file'));
    expect(askedOf(station)).toEqual([{ kind: 'changeSettings', change: {}, replacesBroken: true }]);
  });

  test('is asked about by Save, and what was changed goes with it', async () => {
    const { user, station } = await openSettings({ settings });
    await user.click(screen.getByRole('switch', { name: 'Shared desk' }));
    await user.keyboard('{Control>}s{/Control}');
    expect(askedOf(station)).toEqual([]);
    await user.click(button('Replace the file'));
    const change = { sharedDesk: false };
    expect(askedOf(station)).toEqual([{ kind: 'changeSettings', change, replacesBroken: true }]);
  });
});

test('six digits that a token types into the settings are no code for a token out of sight', async () => {
  const { desk, station } = await openSettings({ open: makeCodeRow({ id: 1 }) });
  act(() => takeScan(desk, '588213', 1));
  expect(askedOf(station)).toEqual([{ kind: 'wedgeScan', text: '588213' }]);
});
