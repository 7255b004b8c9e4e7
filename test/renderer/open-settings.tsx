import { screen } from '@testing-library/react';
import type { Command } from '../../electron/contract/command.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { FakeStation } from '../fakes/fake-station.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

export const TENANT_ID = '8b1c6d1e-9c43-4a5f-9c30-2f1f9a1f0b77';
export const CLIENT_ID = '4e0f5d0a-77c2-4a0e-8d0b-0b7c3a5a9d11';

/** The window with the settings open, as by their key. */
export async function openSettings(change: Partial<Snapshot> = {}): Promise<RenderedDesk> {
  const desk = renderDesk(change);
  await desk.user.keyboard('{Control>},{/Control}');
  return desk;
}

export function settingsArea(): HTMLElement {
  return screen.getByRole('region', { name: 'Settings' });
}

export function areSettingsOpen(): boolean {
  return screen.queryByRole('region', { name: 'Settings' }) !== null;
}

export function field(name: string): HTMLElement {
  return screen.getByRole('textbox', { name });
}

export function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

/** The line of one setting, with all that is said about it. */
export function setting(label: string): HTMLElement {
  const line = screen.getByText(label, { selector: 'li span' }).closest('li');
  if (!line) throw new Error(`There is no setting ${label}.`);
  return line;
}

/** What the operator has asked for: the window itself asks for the printers whenever the settings open. */
export function askedOf(station: FakeStation): readonly Command[] {
  return station.sent.filter(({ kind }) => kind !== 'findPrinters');
}
