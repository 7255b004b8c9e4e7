// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { DoctorView } from '../../electron/contract/doctor.ts';
import { makePractice } from '../fakes/fake-station.ts';
import { makeDevice, makeDoctor } from '../fakes/make-doctor.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

function openDoctor(change: Partial<DoctorView> = {}): RenderedDesk {
  return renderDesk({ doctor: makeDoctor(change) });
}

function device(name: string): HTMLElement {
  const doctor = screen.getByRole('region', { name: 'Reader doctor' });
  const items = within(doctor).getAllByRole('listitem');
  const found = items.find((item) => within(item).queryAllByText(name)[0]);
  if (!found) throw new Error(`There is no device ${name}.`);
  return found;
}

describe('a device', () => {
  test('says what it is, its numbers in hexadecimal, and how it is read', () => {
    openDoctor();
    const shown = device('Bench left').textContent;
    expect(shown).toContain('Scanner · Voyager 1602g');
    expect(shown).toContain('Device 0C2E:0B81');
    expect(shown).toContain('Usage 008C:0002');
    expect(shown).toContain('Serial 19123B4567');
    expect(shown).toContain('Its scans are readAs the device describes its reports: HID POS.');
  });

  test.each([
    [{ kind: 'reading', layoutName: 'A', layoutFrom: 'profile' }, 'As the station’s list describes this model: A.'],
    [{ kind: 'readingKeys' }, 'From the device itself, also while another window is in front.'],
    [{ kind: 'askedOnce' }, 'Its serial number was read'],
    [{ kind: 'throughWindow' }, 'Only while this window is in front, and without saying which reader it was.'],
    [{ kind: 'unused' }, 'Not read in this mode.'],
    [{ kind: 'blocked', problem: { code: 'reader-claimed' } }, 'Another program holds this reader'],
  ] as const)('%o says so', (use, words) => {
    openDoctor({ devices: [makeDevice({ readerKey: null, name: 'Probe', kind: 'keyboardScanner', use })] });
    expect(within(device('Probe')).getByText(words)).toBeTruthy();
  });

  test('that is no reader stands in the second list, and may be one', async () => {
    const keyboard = makeDevice({
      deviceKey: 'kb',
      readerKey: null,
      name: 'KB216',
      kind: 'keyboard',
      use: { kind: 'throughWindow' },
      fixes: [{ kind: 'useAsScanner' }],
    });
    const mouse = makeDevice({
      deviceKey: 'm',
      readerKey: null,
      name: 'Mouse',
      kind: 'other',
      use: { kind: 'unused' },
    });
    const { user, station } = openDoctor({ devices: [makeDevice(), keyboard, mouse] });
    const others = within(screen.getByRole('region', { name: 'Keyboards and other devices' }));
    expect(others.getByText('Types into the window, as keyboards do.')).toBeTruthy();
    expect(others.getByText('Not a reader, as far as is known.')).toBeTruthy();
    expect(others.queryByText('Bench left')).toBeNull();
    await user.click(others.getByRole('button', { name: 'KB216 is a scanner' }));
    expect(station.sent).toEqual([{ kind: 'useAsScanner', deviceKey: 'kb', isScanner: true }]);
  });

  test('none at all in practice says that virtual readers are none', () => {
    renderDesk({ doctor: makeDoctor({ devices: [] }), practice: makePractice() });
    expect(screen.getByText(/Only the virtual readers are there/)).toBeTruthy();
  });

  test('none at all says what to try', () => {
    openDoctor({ devices: [] });
    expect(screen.getByText(/another socket and another cable/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Keyboards and other devices' })).toBeNull();
  });
});

describe('what helps', () => {
  const blocked = { kind: 'blocked', problem: { code: 'reader-permission-denied' } } as const;

  test('a udev rule is shown with the two commands that install it, each to be copied', () => {
    const rule = 'SUBSYSTEM=="hidraw", ATTRS{name}==\'x\', TAG+="uaccess"';
    openDoctor({
      devices: [makeDevice({ use: blocked, fixes: [{ kind: 'udevRule', rule, fileName: '70-a.rules' }] })],
    });
    expect(screen.getByText(rule)).toBeTruthy();
    expect(
      screen.getByText(
        String.raw`echo 'SUBSYSTEM=="hidraw", ATTRS{name}=='\''x'\'', TAG+="uaccess"' | sudo tee /etc/udev/rules.d/70-a.rules`,
      ),
    ).toBeTruthy();
    expect(screen.getByText('sudo udevadm control --reload && sudo udevadm trigger')).toBeTruthy();
    for (const name of ['Copy: Rule', 'Copy: First command', 'Copy: Second command'])
      expect(screen.getByRole('button', { name })).toBeTruthy();
  });

  test.each([
    ['linux', /Close the other program that reads this device, such as a till, the maker’s set-up tool or another/],
    ['windows', /Windows lets one program at a time read it/],
    ['macos', /such as a till or the maker’s set-up tool/],
  ] as const)('another program, on %s', (platform, words) => {
    openDoctor({ platform, devices: [makeDevice({ use: blocked, fixes: [{ kind: 'closeOtherProgram' }] })] });
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('the rest in words', () => {
    const fixes = [
      { kind: 'inputMonitoring' },
      { kind: 'installLibusb' },
      { kind: 'replug' },
      { kind: 'makersManual' },
    ] as const;
    openDoctor({ devices: [makeDevice({ use: blocked, fixes })] });
    const list = screen.getByRole('list', { name: 'What helps with Voyager 1602g' }).textContent;
    expect(list).toMatch(/Input Monitoring.*libusb.*Unplug it, wait two seconds.*Look in the manual of Voyager 1602g/);
  });

  test('where nothing is known to help, the problem’s own next step is said', () => {
    const use = { kind: 'blocked', problem: { code: 'reader-library-missing' } } as const;
    openDoctor({ devices: [makeDevice({ use, fixes: [] })] });
    expect(within(device('Bench left')).getByText(/install the station again/)).toBeTruthy();
  });

  test('the station switches a scanner, and stops reading what is none', async () => {
    const fixes = [{ kind: 'switchToHidPos' }, { kind: 'stopUsingAsScanner' }] as const;
    const { user, station } = openDoctor({ devices: [makeDevice({ fixes })] });
    await user.click(screen.getByRole('button', { name: 'Switch Voyager 1602g now' }));
    await user.click(screen.getByRole('button', { name: 'Voyager 1602g is no scanner' }));
    expect(station.sent).toEqual([
      { kind: 'switchToHidPos', deviceKey: 'usb-1' },
      { kind: 'useAsScanner', deviceKey: 'usb-1', isScanner: false },
    ]);
  });

  test('the maker’s mark is drawn when it is wanted, with its source', async () => {
    const mark = { kind: 'configurationMark', text: 'PAP131', fnc3: true, source: 'User guide, page 12' } as const;
    const { user } = openDoctor({ devices: [makeDevice({ fixes: [mark] })] });
    expect(screen.queryByRole('img')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show the mark for Voyager 1602g' }));
    const drawn = screen.getByRole('img', { name: 'Mark for Voyager 1602g, to be scanned' });
    // Start, FNC3, six signs, check, stop and two quiet zones, three pixels a module.
    expect(drawn.getAttribute('width')).toBe(String((9 * 11 + 13 + 20) * 3));
    expect(screen.getByText('Source: User guide, page 12')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hide the mark for Voyager 1602g' }));
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('a reader’s name and colour', () => {
  test('are changed by keyboard alone', async () => {
    const { user, station } = openDoctor();
    screen.getByRole('button', { name: 'Name and colour of Bench left' }).focus();
    await user.keyboard('{Enter}');
    const field = screen.getByRole('textbox', { name: 'Name on this bench' });
    expect(field).toBe(document.activeElement);
    await user.clear(field);
    await user.keyboard(' Ramp ');
    await user.tab();
    expect(screen.getByRole('radio', { name: 'Green' })).toBe(document.activeElement);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([{ kind: 'nameReader', readerKey: 'left', name: 'Ramp', color: 3 }]);
    expect(screen.queryByRole('textbox', { name: 'Name on this bench' })).toBeNull();
  });

  test('an empty name stands for the device’s own', async () => {
    const { user, station } = openDoctor();
    await user.click(screen.getByRole('button', { name: 'Name and colour of Bench left' }));
    await user.clear(screen.getByRole('textbox', { name: 'Name on this bench' }));
    expect(screen.getByPlaceholderText('Voyager 1602g')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(station.sent).toEqual([{ kind: 'nameReader', readerKey: 'left', name: '', color: 1 }]);
  });

  test('Esc leaves them as they are, and the doctor open', async () => {
    const { user, station } = openDoctor();
    await user.click(screen.getByRole('button', { name: 'Name and colour of Bench left' }));
    expect(within(screen.getByRole('contentinfo')).queryByText('Close the doctor')).toBeNull();
    await user.keyboard('Ramp{Escape}');
    expect(station.sent).toEqual([]);
    expect(screen.queryByRole('textbox', { name: 'Name on this bench' })).toBeNull();
    await user.keyboard('{Escape}');
    expect(station.sent).toEqual([{ kind: 'closeDoctor' }]);
  });

  test('a refusal keeps what was typed', async () => {
    const { user, station } = openDoctor();
    station.refuse('nameReader', { code: 'reader-gone' });
    await user.click(screen.getByRole('button', { name: 'Name and colour of Bench left' }));
    await user.keyboard('2');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('textbox', { name: 'Name on this bench' })).toHaveProperty('value', 'Bench left2');
  });

  test('a device that is not used has none', () => {
    openDoctor({ devices: [makeDevice({ readerKey: null })] });
    expect(screen.queryByRole('button', { name: /Name and colour/ })).toBeNull();
  });
});
