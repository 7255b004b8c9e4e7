// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ShiftView } from '../../electron/contract/shift.ts';
import { makeNotice, makeShift } from '../fakes/fake-station.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';
import { compared, DIFFERENCES, scanException, someExceptions, someShift, tokenException } from './shift-scenes.ts';
import { startKeyClock } from './window-keys.ts';

const OPEN_KEYS = '{Control>}e{/Control}';

async function openShift(shift: ShiftView = someShift()): Promise<RenderedDesk> {
  const desk = renderDesk({ shift });
  await desk.user.keyboard(OPEN_KEYS);
  return desk;
}

function area(): HTMLElement {
  return screen.getByRole('region', { name: 'Shift and exceptions' });
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

function rows(): readonly HTMLElement[] {
  return within(within(screen.getByRole('region', { name: 'Could not be issued' })).getByRole('list')).getAllByRole(
    'listitem',
  );
}

function row(index: number): HTMLElement {
  const found = rows()[index];
  if (!found) throw new Error(`no row ${index}`);
  return found;
}

function said(desk: RenderedDesk): readonly string[] {
  return desk.desk.store.getState().view.said.map(({ text }) => text);
}

beforeEach(startKeyClock);

describe('the way to the shift and back', () => {
  test('Ctrl E opens it in the place of the work, and again or Esc closes it', async () => {
    const { user, station } = await openShift();
    expect(area()).toBe(document.activeElement);
    expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    await user.keyboard(OPEN_KEYS);
    expect(screen.queryByRole('region', { name: 'Shift and exceptions' })).toBeNull();
    await user.keyboard(`${OPEN_KEYS}{Escape}`);
    expect(screen.getByRole('region', { name: 'Queue' })).toBeTruthy();
    expect(station.sent).toEqual([]);
  });
});

describe('what happened', () => {
  test('is counted in words and figures, with who worked and since when', async () => {
    await openShift();
    const sum = screen.getByRole('region', { name: 'What happened in this shift' });
    expect(sum.textContent).toMatch(/Since .+\. With M\. Ferri, Kofi Mensah\./);
    const counted = within(sum)
      .getAllByRole('term')
      .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
    expect(counted).toEqual(['Issued: 38', 'Assigned: 0', 'Taken back: 1', 'Stopped: 4', 'Labels refused: 2']);
  });

  test('is nothing yet where no shift has begun, and there is none to close', async () => {
    await openShift(makeShift());
    expect(area().textContent).toContain('Nothing has happened since the last shift was closed.');
    expect(area().textContent).not.toContain('Not compared');
    expect(button('Close the shift')).toHaveProperty('disabled', true);
  });
});

describe('comparing', () => {
  test('is asked of the station, and shows how far it is', async () => {
    const { user, station, push } = await openShift();
    expect(area().textContent).toContain('Not compared with the tenant yet.');
    await user.click(button('Compare with the tenant'));
    expect(station.sent).toEqual([{ kind: 'compareShift' }]);
    push({ shift: someShift({ comparison: { isRunning: true, doneCount: 20, totalCount: 38, result: null } }) });
    const bar = screen.getByRole('progressbar');
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['20', '38']);
    expect(bar.textContent).toBe('Comparing: 20 of 38 tokens');
    expect(button('Compare with the tenant')).toHaveProperty('disabled', true);
  });

  test.each([
    [{}, 'All 38 tokens are as they should be'],
    [{ checkedCount: 1 }, 'The one token is as it should be'],
    [{ checkedCount: 0 }, 'Nothing was issued in this shift, so there was nothing to compare'],
    [{ differences: DIFFERENCES }, '3 of 38 tokens are not as they should be'],
    [{ differences: [DIFFERENCES[0]] }, '1 of 38 tokens is not as it should be'],
  ])('shows and says what came of it: %j', async (change, sentence) => {
    const desk = await openShift();
    desk.push({ shift: someShift({ comparison: compared(change) }) });
    expect(area().textContent).toContain(sentence);
    expect(said(desk)).toContain(`${sentence}.`);
  });

  test('is not said again for a result that was there before', async () => {
    const atMs = Date.now();
    const desk = await openShift(someShift({ comparison: compared({ atMs }) }));
    desk.push({ shift: someShift({ comparison: compared({ atMs, issuedSince: 1 }) }) });
    expect(said(desk).filter((text) => text.startsWith('All 38'))).toHaveLength(0);
  });

  test('lists each difference with the token, the person and the next step', async () => {
    await openShift(someShift({ comparison: compared({ differences: DIFFERENCES }) }));
    const list = within(screen.getByRole('region', { name: 'Not as the shift has issued it' })).getAllByRole(
      'listitem',
    );
    expect(list.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/GALT11420136.*Paolo Ricci.*does not have the token.*take its row off the queue/),
      expect.stringMatching(/0042.*Ines Faria.*codes do not work.*type a code/),
      expect.stringMatching(/2751.*Maximiliane.*could not be read.*does not find this person.*Compare once more/s),
    ]);
    expect(list[2]?.textContent).toContain('Resource does not exist.');
  });

  test('counts what was issued after it', async () => {
    await openShift(someShift({ comparison: compared({ issuedSince: 2 }) }));
    expect(area().textContent).toContain('2 tokens were issued after it. Compare once more before you print.');
  });

  test('a refusal is shown there, and gone with the screen', async () => {
    const { user, station, desk } = await openShift();
    station.refuse('compareShift', { code: 'shift-busy' });
    await user.click(button('Compare with the tenant'));
    expect(area().textContent).toContain('Something of this shift is still under way');
    await user.keyboard('{Escape}');
    expect(desk.store.getState().view.refusals.shift).toBeUndefined();
  });
});

describe('printing', () => {
  test.each([
    [undefined, 'The report will say that the shift has not been compared.'],
    [compared({ issuedSince: 1 }), 'The report will say that tokens were issued after the comparison.'],
    [compared(), null],
  ])('tells before what the report will say of the comparison: %#', async (comparison, words) => {
    const { user, station } = await openShift(someShift(comparison ? { comparison } : {}));
    if (words) expect(area().textContent).toContain(words);
    else expect(area().textContent).not.toContain('The report will say');
    await user.click(button('Print the shift report'));
    expect(station.sent).toEqual([{ kind: 'printShiftReport' }]);
  });
});

describe('closing', () => {
  test.each([
    [undefined, 'This shift has not been compared with the tenant. Close it all the same?'],
    [compared({ issuedSince: 1 }), '1 token was issued after the comparison. Close the shift all the same?'],
    [compared(), 'Close the shift? The counts begin anew. What has stopped stays in the list.'],
  ])('asks once, with the safe answer in focus: %#', async (comparison, words) => {
    const { user, station } = await openShift(someShift(comparison ? { comparison } : {}));
    await user.click(button('Close the shift'));
    const question = screen.getByRole('group', { name: words });
    expect(within(question).getByRole('button', { name: 'Keep it open' })).toBe(document.activeElement);
    await user.keyboard('{Enter}');
    expect([station.sent, document.activeElement]).toEqual([[], button('Close the shift')]);
  });

  test('Esc keeps it open, and the screen too', async () => {
    const { user, station } = await openShift();
    await user.click(button('Close the shift'));
    await user.keyboard('{Escape}');
    expect(area().textContent).not.toContain('all the same');
    expect(station.sent).toEqual([]);
  });

  test('closes on request, and says so', async () => {
    const desk = await openShift();
    await desk.user.click(button('Close the shift'));
    await desk.user.click(button('Close it'));
    expect(desk.station.sent).toEqual([{ kind: 'closeShift' }]);
    expect(said(desk)).toContain('The shift is closed. The next one begins with the next scan.');
  });

  test('says why it stays open', async () => {
    const desk = await openShift();
    desk.station.refuse('closeShift', { code: 'shift-busy' });
    await desk.user.click(button('Close the shift'));
    await desk.user.click(button('Close it'));
    expect(area().textContent).toContain('Wait until it is settled, then try again.');
    expect(said(desk).join(' ')).not.toContain('The shift is closed');
  });
});

describe('the exceptions', () => {
  test('name the token or the label, the person, the reason and the next step', async () => {
    await openShift();
    expect(rows().map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(
        /4006381333931.*Refused label.*Bench right.*That is the bar code of the box.*Scan the code/,
      ),
      expect.stringMatching(/Nothing of it was kept.*holds a token’s secret/),
      expect.stringMatching(/2600124809787.*Luca Moretti.*luca.moretti@contoso.com.*This token is somebody else’s/),
      expect.stringMatching(/0042.*Maximiliane.*Your role does not allow this/),
      expect.stringMatching(/00040008CFA5.*Bo Li.*does not know this serial number/),
    ]);
    expect(area().textContent).toContain('Scan a token again to try it once more.');
    expect(area().textContent).toContain('5 exceptions');
  });

  test('show the bytes and what the other side said to whoever asks', async () => {
    const { user } = await openShift();
    const details = row(3).querySelector('details');
    expect(details?.open).toBe(false);
    await user.click(within(row(3)).getByText('Details'));
    expect(details?.open).toBe(true);
    expect(details?.textContent).toContain('What the reader sent, 22 bytes');
    expect(details?.textContent).toContain(']C0S/N: 2600124809787<CR>');
    expect(details?.querySelector('.bytes')?.textContent).toContain('5D 43 30 53 2F 4E 3A 20');
    expect(details?.textContent).toContain('Insufficient privileges to complete the operation.');
  });

  test('have no bytes to show where nothing may be kept', async () => {
    await openShift();
    expect(row(1).querySelector('details')).toBeNull();
  });

  test('open a token in the place of this screen', async () => {
    const { user, station, desk } = await openShift();
    await user.click(button('Open 2600124809787'));
    expect(station.sent).toEqual([{ kind: 'openItem', itemId: 41 }]);
    expect(desk.store.getState().view).toMatchObject({ screen: null, askedToOpen: 41 });
  });

  test('stay on screen where it cannot be opened, and say why', async () => {
    const { user, station, desk } = await openShift();
    station.refuse('openItem', { code: 'item-gone' });
    await user.click(button('Open 2600124809787'));
    expect(area().textContent).toContain('That token is no longer in the queue');
    expect(desk.store.getState().view.askedToOpen).toBeNull();
  });

  test('remove a token after a question, and nothing on the safe answer', async () => {
    const { user, station, push } = await openShift();
    await user.click(button('Remove 2600124809787'));
    expect(screen.getByRole('group', { name: 'Remove …9787 from the queue?' })).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(station.sent).toEqual([]);
    await user.click(button('Remove 2600124809787'));
    await user.click(button('Remove it'));
    expect(station.sent).toEqual([{ kind: 'removeItem', itemId: 41 }]);
    const left = someExceptions().rows.filter(({ itemId }) => itemId !== 41);
    push({ shift: someShift({ exceptions: { page: 0, pageCount: 1, count: 4, rows: left } }) });
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Could not be issued' }));
  });

  test('offer a label neither to be opened nor to be removed alone', async () => {
    await openShift();
    expect(within(row(0)).queryAllByRole('button')).toEqual([]);
  });

  test('let refused labels be cleared, where there are some', async () => {
    const { user, station, push } = await openShift();
    await user.click(button('Clear the refused labels'));
    expect(station.sent).toEqual([{ kind: 'clearRefusedScans' }]);
    push({ shift: someShift({ exceptions: { page: 0, pageCount: 1, count: 1, rows: [tokenException()] } }) });
    expect(screen.queryByRole('button', { name: 'Clear the refused labels' })).toBeNull();
  });

  test('are turned over page by page', async () => {
    const exceptions = { page: 1, pageCount: 3, count: 120, rows: [scanException()] };
    const { user, station } = await openShift(someShift({ exceptions }));
    expect(screen.getByRole('navigation', { name: 'Pages of the exceptions' }).textContent).toBe('Page 2 of 3');
    await user.click(button('Older exceptions'));
    await user.click(button('Newer exceptions'));
    expect(station.sent).toEqual([
      { kind: 'showExceptions', page: 2 },
      { kind: 'showExceptions', page: 0 },
    ]);
  });

  test('say that there are none', async () => {
    await openShift(makeShift());
    expect(area().textContent).toContain('Nothing waits here');
  });

  test('a scan that comes meanwhile is heard, and moves no focus', async () => {
    const desk = await openShift();
    desk.push({ notices: [makeNotice({ seq: 91, kind: 'scanTaken', text: '2600124809787' })] });
    expect(said(desk)).toContain('Taken: 2600124809787.');
    expect(document.activeElement).toBe(area());
  });
});
