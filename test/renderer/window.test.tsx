// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  makeCodeRow,
  makePractice,
  makePracticeToken,
  makeReader,
  makeRow,
  makeSnapshot,
} from '../fakes/fake-station.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

const storage = makeSnapshot().health.storage;
const reachable = makeSnapshot().health.graph;
const practice = makePractice({
  tokens: [makePracticeToken(), makePracticeToken({ serialNumber: '70029370', note: 'slowClock' })],
  labels: [{ kind: 'retailCode', text: '4006381333931', aimId: ']E0' }],
});

describe('where am I', () => {
  test('practice says so in the bar and across the window', () => {
    renderDesk({ mode: { kind: 'practice', problem: null } });
    expect(within(screen.getByRole('banner')).getByText('Practice')).toBeTruthy();
    expect(screen.getByText('Practice. Nothing here reaches a tenant.')).toBeTruthy();
  });

  test('a tenant shows its name and host in the same place, and no tape', () => {
    renderDesk({ mode: { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } });
    expect(within(screen.getByRole('banner')).getByText('Contoso')).toBeTruthy();
    expect(within(screen.getByRole('banner')).getByText('graph.microsoft.com')).toBeTruthy();
    expect(screen.queryByText(/Nothing here reaches a tenant/)).toBeNull();
  });

  test('a reader in trouble says what to do', async () => {
    const problem = { code: 'reader-permission-denied' } as const;
    const { user } = renderDesk({ readers: [makeReader({ problem })] });
    await user.click(screen.getByRole('button', { name: /^Bench left: / }));
    expect(within(screen.getByRole('dialog')).getByText(/install the reader rules/)).toBeTruthy();
  });

  test('nobody signed in to a tenant is said, and that scanning goes on', () => {
    renderDesk({
      session: { kind: 'out', problem: null },
      mode: { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' },
    });
    expect(screen.getByText(/Scanning goes on; sign in before you type a code/)).toBeTruthy();
  });

  test('whoever is out can sign in, call it off, and sign out again', async () => {
    const mode = { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } as const;
    const { user, station, push } = renderDesk({ mode, session: { kind: 'out', problem: null } });
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    push({ session: { kind: 'signingIn', prompt: null } });
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    push({ session: { kind: 'in', name: 'M. Ferri', userPrincipalName: 'm.ferri@contoso.com' } });
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(station.sent).toEqual([{ kind: 'signIn' }, { kind: 'cancelSignIn' }, { kind: 'signOut' }]);
  });

  test('a settings file that is wrong is said, with what it says', () => {
    renderDesk({
      mode: { kind: 'practice', problem: { code: 'settings-malformed', detail: 'tenantId: Invalid GUID' } },
    });
    expect(screen.getByText(/The settings cannot be followed/)).toBeTruthy();
    expect(screen.getByText('tenantId: Invalid GUID')).toBeTruthy();
  });
});

describe('health', () => {
  test('a failing disk is an alert with the next step and the words of the disk', () => {
    const problem = { code: 'storage-failing', detail: 'SQLITE_FULL' } as const;
    renderDesk({ health: { graph: reachable, storage: { ...storage, problem, unsavedEvents: 2 } } });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Nothing is sent to Graph.');
    expect(alert.textContent).toContain('2 events wait for the disk.');
    expect(alert.textContent).toContain('SQLITE_FULL');
  });

  test('what is wrong in the journal is a quiet warning with a count', async () => {
    const unreadable = [{ seq: 7, reason: 'kind: unknown' }];
    const { user } = renderDesk({
      health: { graph: reachable, storage: { ...storage, unreadable, chainBrokenAtSeq: 12 } },
    });
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Journal: 2 warnings' }));
    expect(screen.getByRole('dialog').textContent).toContain('Event 7: kind: unknown');
    expect(screen.getByRole('dialog').textContent).toContain('event 12');
  });

  test('Graph out of reach is said twice: in the foot and as a line', () => {
    const graph = {
      kind: 'unreachable',
      sinceMs: Date.now() - 61_000,
      problem: { code: 'graph-unreachable' },
    } as const;
    renderDesk({ health: { storage, graph } });
    expect(screen.getByText('Graph not reachable')).toBeTruthy();
    expect(screen.getByText(/cannot be reached for 1:0\d\. Scanning goes on/)).toBeTruthy();
  });
});

describe('practice', () => {
  test('a virtual token is scanned, and so is a label that is none', async () => {
    const { user, station } = renderDesk({ practice });
    await user.click(screen.getByRole('button', { name: 'Scan GALT11420104' }));
    await user.click(screen.getByRole('button', { name: 'Scan the Bar code of the box' }));
    await user.click(screen.getByRole('radio', { name: 'But the answer is lost' }));
    expect(station.sent).toEqual([
      { kind: 'practiceScan', text: 'GALT11420104', aimId: ']C0', reader: 1 },
      { kind: 'practiceScan', text: '4006381333931', aimId: ']E0', reader: 1 },
      { kind: 'practiceTrouble', trouble: 'lostAnswer' },
    ]);
  });

  test('the display of a virtual token can be read', () => {
    renderDesk({ practice });
    expect(screen.getByRole('group', { name: 'Display of GALT11420104' }).textContent).toBe('588213');
  });

  test('F7 puts the drawer away and takes it out', async () => {
    const { user } = renderDesk({ practice });
    await user.keyboard('{F7}');
    expect(screen.queryByRole('region', { name: 'Virtual tokens' })).toBeNull();
    await user.keyboard('{F7}');
    expect(screen.getByRole('region', { name: 'Virtual tokens' })).toBeTruthy();
  });

  test('with one reader, one button offers a second', async () => {
    const { user, station } = renderDesk({ practice });
    expect(screen.queryByRole('radiogroup', { name: 'Scans come from' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Plug in a second reader' }));
    expect(station.sent).toEqual([{ kind: 'practicePlug', reader: 2, isPlugged: true }]);
  });

  test('with two, it is chosen which one scans, and each has a plug', async () => {
    const readers = practice.readers.map((reader) => ({ ...reader, isPlugged: true }));
    const { user, station, push } = renderDesk({ practice: { ...practice, readers } });
    await user.click(screen.getByRole('radio', { name: 'Second virtual reader' }));
    await user.click(screen.getByRole('button', { name: 'Scan GALT11420104' }));
    await user.click(screen.getByRole('button', { name: 'Unplug Virtual reader' }));
    expect(station.sent).toEqual([
      { kind: 'practiceScan', text: 'GALT11420104', aimId: ']C0', reader: 2 },
      { kind: 'practicePlug', reader: 1, isPlugged: false },
    ]);
    push({ practice });
    await user.click(screen.getByRole('button', { name: 'Scan GALT11420104' }));
    expect(station.sent.at(-1)).toMatchObject({ kind: 'practiceScan', reader: 1 });
  });

  test('the first one can be plugged in again', async () => {
    const readers = practice.readers.map((reader) => ({ ...reader, isPlugged: reader.number === 2 }));
    const { user, station } = renderDesk({ practice: { ...practice, readers } });
    expect(screen.getByRole('radio', { name: 'Virtual reader' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Scan GALT11420104' }));
    await user.click(screen.getByRole('button', { name: 'Plug in Virtual reader' }));
    expect(station.sent).toMatchObject([{ reader: 2 }, { kind: 'practicePlug', reader: 1, isPlugged: true }]);
  });

  test('a real tenant has no drawer', () => {
    renderDesk({ practice: null });
    expect(screen.queryByRole('region', { name: 'Virtual tokens' })).toBeNull();
  });
});

describe('typing a serial number', () => {
  function again(): HTMLElement {
    return screen.getByRole('textbox', { name: 'Serial number again' });
  }

  async function openDialog(): Promise<RenderedDesk> {
    const desk = renderDesk();
    await desk.user.keyboard('{F3}');
    await desk.user.type(screen.getByRole('textbox', { name: 'Serial number' }), '70029370');
    return desk;
  }

  test('it is typed twice and sent; the dialog closes when it is taken', async () => {
    const { user, station } = await openDialog();
    await user.type(again(), '70029370{Enter}');
    expect(station.sent).toEqual([{ kind: 'enterSerial', serialNumber: '70029370', repeated: '70029370' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('two entries that differ are refused beside the fields', async () => {
    const { user, station } = await openDialog();
    station.refuse('enterSerial', { code: 'serial-entries-differ' });
    await user.type(again(), '70029371{Enter}');
    expect(within(screen.getByRole('dialog')).getByText('The two entries differ')).toBeTruthy();
  });

  test('the second entry cannot be pasted', async () => {
    const { user } = await openDialog();
    await user.click(again());
    await user.paste('70029370');
    expect(again()).toHaveProperty('value', '');
    expect(within(screen.getByRole('dialog')).getByText(/A copy proves nothing/)).toBeTruthy();
  });
});

describe('keys on show', () => {
  test('the foot shows the keys that do something now', () => {
    const { push } = renderDesk();
    const foot = screen.getByRole('contentinfo');
    expect(within(foot).queryByText('Clear code')).toBeNull();
    push({ open: makeCodeRow() });
    expect(within(foot).getByText('Clear code')).toBeTruthy();
    expect(within(foot).getByText('Park')).toBeTruthy();
    push({ open: makeRow({ id: 2 }) });
    expect(within(foot).queryByText('Clear code')).toBeNull();
  });

  test('? opens the help sheet outside fields and types a sign in a field', async () => {
    const { user, push } = renderDesk();
    await user.keyboard('?');
    const sheet = screen.getByRole('dialog', { name: 'Keys, sounds and signs' });
    expect(within(sheet).getByText('Next area')).toBeTruthy();
    expect(within(sheet).getByText('Reader doctor')).toBeTruthy();
    expect(within(sheet).getByText('1 … 6')).toBeTruthy();
    expect(within(sheet).queryByText('Second reader’s place')).toBeNull();
    await user.keyboard('{Escape}');
    push({ open: makeRow() });
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '?');
  });

  test('each sound can be played from the help sheet', async () => {
    const { user, played } = renderDesk();
    await user.keyboard('{F1}');
    await user.click(screen.getByRole('button', { name: 'Code rejected' }));
    expect(played).toEqual([{ name: 'codeRejected', volume: 0.6 }]);
  });

  test('across the bench enlarges the whole page', async () => {
    const { user } = renderDesk();
    await user.keyboard('{Control>}b{/Control}');
    expect(document.documentElement.hasAttribute('data-across-bench')).toBe(true);
    await user.keyboard('{Control>}b{/Control}');
    expect(document.documentElement.hasAttribute('data-across-bench')).toBe(false);
  });
});
