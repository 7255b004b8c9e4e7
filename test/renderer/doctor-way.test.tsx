// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { DoctorView } from '../../electron/contract/doctor.ts';
import { makeCodeRow, makePractice, makeReader } from '../fakes/fake-station.ts';
import { makeDoctor } from '../fakes/make-doctor.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

function openDoctor(change: Partial<DoctorView> = {}): RenderedDesk {
  return renderDesk({ doctor: makeDoctor(change) });
}

describe('the way into the doctor and out of it', () => {
  test('F10 opens it, and F10 and Esc close it', async () => {
    const { user, station, push } = renderDesk();
    await user.keyboard('{F10}');
    expect(station.sent).toEqual([{ kind: 'openDoctor' }]);
    push({ doctor: makeDoctor() });
    await user.keyboard('{F10}{Escape}');
    expect(station.sent.slice(1)).toEqual([{ kind: 'closeDoctor' }, { kind: 'closeDoctor' }]);
  });

  test('F10 closes it, too, in a window that was loaded with it open', async () => {
    const { user, station } = openDoctor();
    await user.keyboard('{F10}');
    expect(station.sent).toEqual([{ kind: 'closeDoctor' }]);
  });

  test('it takes the place of the work and says that no scan counts', () => {
    openDoctor();
    expect(screen.getByText('Scans are tested here. They do not enter the queue.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Hand-over' })).toBeNull();
  });

  test('the focus goes into it, and back to the field that is due', () => {
    const open = makeCodeRow();
    const { push } = renderDesk({ open });
    push({ doctor: makeDoctor() });
    expect(screen.getByRole('region', { name: 'Reader doctor' })).toBe(document.activeElement);
    push({ doctor: null });
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
  });

  test('in practice the virtual tokens stay, to be scanned there', async () => {
    const { user, station } = renderDesk({ doctor: makeDoctor(), practice: makePractice() });
    await user.click(screen.getByRole('button', { name: 'Scan GALT11420104' }));
    expect(station.sent).toMatchObject([{ kind: 'practiceScan', text: 'GALT11420104', reader: 1 }]);
  });

  test('a code that was half typed is gone with it', async () => {
    const { user, push } = renderDesk({ open: makeCodeRow() });
    await user.keyboard('588');
    push({ doctor: makeDoctor() });
    push({ doctor: null });
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toHaveProperty('value', '');
  });

  test('nothing is typed into the queue from there', async () => {
    const { user } = openDoctor();
    await user.keyboard('{F3}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(within(screen.getByRole('contentinfo')).queryByText('Type a serial')).toBeNull();
    expect(within(screen.getByRole('contentinfo')).getByText('Close the doctor')).toBeTruthy();
  });

  test('a reader in the bar opens it, and one in trouble says first what to do', async () => {
    const cart = makeReader({ readerKey: 'cart', name: 'Cart', problem: { code: 'reader-claimed' } });
    const { user, station } = renderDesk({ readers: [makeReader(), cart] });
    await user.click(screen.getByRole('button', { name: 'Bench left, ready' }));
    await user.click(screen.getByRole('button', { name: /^Cart: / }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText(/Close the program that uses it/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Open the reader doctor' }));
    expect(station.sent).toEqual([{ kind: 'openDoctor' }, { kind: 'openDoctor' }]);
  });

  test('without a reader both the bar and the hand-over lead to it', async () => {
    const { user, station } = renderDesk({ readers: [] });
    await user.click(screen.getByRole('button', { name: 'No reader' }));
    await user.click(screen.getByRole('button', { name: 'Open the reader doctor' }));
    expect(station.sent).toEqual([{ kind: 'openDoctor' }, { kind: 'openDoctor' }]);
  });

  test('with a reader the hand-over does not speak of it', () => {
    renderDesk();
    expect(screen.queryByRole('button', { name: 'Open the reader doctor' })).toBeNull();
  });

  test('F6 goes round its parts', async () => {
    const { user } = openDoctor();
    await user.keyboard('{F6}');
    expect(screen.getByRole('region', { name: 'Test scan' }).contains(document.activeElement)).toBe(true);
    await user.keyboard('{F6}');
    expect(screen.getByRole('banner').contains(document.activeElement)).toBe(true);
    await user.keyboard('{F6}');
    expect(screen.getByRole('region', { name: 'Reader doctor' }).contains(document.activeElement)).toBe(true);
  });

  test('it looks again, and shows a refusal until it is closed', async () => {
    const { user, station, push } = openDoctor();
    station.refuse('lookAgain', { code: 'reader-library-missing' });
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    expect(station.sent).toEqual([{ kind: 'lookAgain' }]);
    const doctor = (): HTMLElement => screen.getByRole('region', { name: 'Reader doctor' });
    expect(await within(doctor()).findByText('The part that reads scanners is missing')).toBeTruthy();
    push({ doctor: null });
    push({ doctor: makeDoctor() });
    expect(within(doctor()).queryByText('The part that reads scanners is missing')).toBeNull();
  });

  test('settings that could not be saved are said', () => {
    openDoctor({ problem: { code: 'settings-not-saved', detail: 'ENOSPC' } });
    expect(screen.getByText(/It is gone when the station stops/)).toBeTruthy();
    expect(screen.getByText('ENOSPC')).toBeTruthy();
  });
});
