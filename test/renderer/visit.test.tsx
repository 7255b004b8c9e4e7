// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { VisitView } from '../../electron/contract/visit.ts';
import { makeCodeRow, makeLane, makeLaneBehind, makeMatch, makeNotice, makeSettings } from '../fakes/fake-station.ts';
import { makeFinding, makeOwnedToken, makePreFlight } from '../fakes/make-plan.ts';
import { renderDesk } from './render-desk.tsx';
import { SOME_PHOTO } from './some-photo.ts';
import { makeVisit } from './visit-scenes.ts';

const luca = makeMatch({ id: 'luca', displayName: 'Luca Moretti', userPrincipalName: 'luca.moretti@contoso.com' });

function at(visit: VisitView | null): Pick<Snapshot, 'lanes'> {
  return { lanes: [makeLane({ visit })] };
}

const handOver = () => within(screen.getByRole('region', { name: 'Hand-over' }));
const searchBox = () => handOver().getByRole('searchbox');
const idRow = (name = 'Anna Conti') => screen.getByRole('group', { name: `ID of ${name}` });

function found(query: string, users: Snapshot['search']['users']): Pick<Snapshot, 'search'> {
  return { search: { query, status: 'found', users, more: false, problem: null } };
}

const badge = (seq: number) => ({ notices: [makeNotice({ seq, kind: 'badgeRead', itemId: null, text: '004512' })] });

describe('the start', () => {
  test('takes a name at once, and serves the one who is chosen', async () => {
    const desk = renderDesk();
    expect(searchBox()).toBe(document.activeElement);
    await desk.user.keyboard('luca.moretti@contoso.com');
    await waitFor(() =>
      expect(desk.station.sent).toContainEqual({ kind: 'searchUsers', query: 'luca.moretti@contoso.com' }),
    );
    desk.push(found('luca.moretti@contoso.com', [{ ...luca, exact: true }]));
    await desk.user.keyboard('{Enter}');
    expect(desk.station.sent.at(-1)).toEqual({ kind: 'beginVisit', userId: 'luca' });
  });

  test('shows whom a badge finds, and chooses nobody until somebody does', async () => {
    const desk = renderDesk({ notices: [] });
    desk.push({ ...badge(1), search: { query: '004512', status: 'searching', users: [], more: false, problem: null } });
    expect(searchBox()).toHaveProperty('value', '004512');
    desk.push(found('004512', [makeMatch({ exact: true })]));
    expect(desk.station.sent).toEqual([]);
    await desk.user.keyboard('{Enter}');
    expect(desk.station.sent).toEqual([{ kind: 'beginVisit', userId: 'anna' }]);
  });

  test('offers no search while nobody is signed in', () => {
    renderDesk({ session: { kind: 'out', problem: null } });
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('says why nobody is served, where the list has changed meanwhile', async () => {
    const desk = renderDesk(found('x', [{ ...luca, exact: true }]));
    desk.station.refuse('beginVisit', { code: 'user-not-listed' });
    await desk.user.keyboard('x');
    await desk.user.keyboard('{Enter}');
    expect(await screen.findByText('That person is not in the list any more')).toBeTruthy();
    desk.push(at(makeVisit()));
    expect(screen.queryByText('That person is not in the list any more')).toBeNull();
  });
});

describe('somebody at the desk', () => {
  test('is shown as a face would be compared, and the next step is the token', () => {
    renderDesk({ ...at(makeVisit()), photos: { anna: SOME_PHOTO } });
    expect(screen.getByRole('img', { name: 'Picture of Anna Conti' }).getAttribute('src')).toBe(SOME_PHOTO);
    for (const words of ['anna.conti@contoso.com', 'Finance · Accountant', '004512', 'Scan the token for Anna Conti'])
      expect(handOver().getByText(words)).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('who has no picture has initials, which say nothing to a screen reader', () => {
    renderDesk(at(makeVisit()));
    expect(handOver().getByText('AC').getAttribute('aria-hidden')).toBe('true');
  });

  test('what stops them is said before a token is scanned, on screen and aloud', () => {
    const desk = renderDesk(at(makeVisit({ preFlight: makePreFlight({ isReading: true }) })));
    expect(handOver().getByText('Looking up Anna Conti. The token can be scanned already.')).toBeTruthy();
    desk.push(at(makeVisit({ preFlight: makePreFlight({ findings: [makeFinding('guest', 'stops')] }) })));
    expect(handOver().getByText('This is a guest’s account')).toBeTruthy();
    expect(screen.queryByText('Scan the token for Anna Conti')).toBeNull();
    const said = desk.desk.store.getState().view.said.filter(({ urgent }) => urgent);
    expect(said.map(({ text }) => text).join()).toContain('Stops: This is a guest’s account.');
  });

  test('with five methods, a new token can only replace one of theirs', () => {
    const findings = [makeFinding('fiveMethods', 'stops')];
    renderDesk(at(makeVisit({ preFlight: makePreFlight({ findings, tokens: [makeOwnedToken()] }) })));
    expect(handOver().getByText(/Scan the new token only if it replaces one of theirs/)).toBeTruthy();
    expect(handOver().getByText('1 token already')).toBeTruthy();
  });

  test('leaves by Shift F2, and F2 alone sends nobody away', async () => {
    const desk = renderDesk(at(makeVisit()));
    await desk.user.keyboard('{F2}');
    expect(desk.station.sent).toEqual([]);
    await desk.user.keyboard('{Shift>}{F2}{/Shift}');
    expect(desk.station.sent).toEqual([{ kind: 'endVisit' }]);
  });

  test('gives way to somebody else who is looked for, and is kept where nobody is', async () => {
    const desk = renderDesk(at(makeVisit()));
    await desk.user.keyboard('{F4}');
    expect(searchBox()).toBe(document.activeElement);
    await desk.user.click(screen.getByRole('button', { name: 'Keep Anna Conti' }));
    expect(desk.station.sent.at(-1)).toEqual({ kind: 'searchUsers', query: '' });
    expect(handOver().getByText('Scan the token for Anna Conti')).toBeTruthy();
  });

  test('gives way to the next one’s badge, and the next one starts with a card of their own', () => {
    const desk = renderDesk({ ...at(makeVisit({ needsIdCheck: true })), notices: [] });
    desk.push({ ...badge(1), search: { query: '004512', status: 'searching', users: [], more: false, problem: null } });
    expect(searchBox()).toHaveProperty('value', '004512');
    desk.push({ ...at(makeVisit({ user: luca })), ...found('', []) });
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(handOver().getByText('Scan the token for Luca Moretti')).toBeTruthy();
  });

  test('stays in sight while another token was opened by hand', () => {
    const open = makeCodeRow({ user: luca });
    renderDesk({ open, lanes: [makeLane({ open, visit: makeVisit() })] });
    expect(handOver().getByText(/Anna Conti is still waiting/)).toBeTruthy();
  });

  test('is named on the tab of another reader', () => {
    renderDesk({ lanes: [makeLane(), makeLaneBehind({ visit: makeVisit() })] });
    expect(screen.getByRole('radio', { name: /Bench right, Scan for Anna Conti/ })).toBeTruthy();
  });

  test('is behind the lock, and so is their picture', () => {
    const locked = { session: { kind: 'out', problem: { code: 'idle-locked' } } } as const;
    renderDesk({
      ...at(makeVisit()),
      ...locked,
      mode: { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' },
      notices: [makeNotice({ kind: 'visitBegun', userName: 'Anna Conti' })],
    });
    expect(document.body.textContent).not.toContain('Anna Conti');
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('the ID', () => {
  const strict = makeSettings({}, { requiresIdCheck: { value: true, source: 'policy', canChange: false } });
  const due = makeCodeRow({ id: 4, needsIdCheck: true, can: ['chooseUser', 'remove', 'checkAgain', 'attestId'] });
  const seen = makeCodeRow({
    id: 4,
    idCheck: { idKind: 'passport', atMs: 1 },
    can: ['enterCode', 'chooseUser', 'remove', 'attestId'],
  });

  test('that is due has the focus as a row, so that Enter says nothing and a digit says which', async () => {
    const desk = renderDesk({ ...at(makeVisit({ needsIdCheck: true })), settings: strict });
    expect(idRow()).toBe(document.activeElement);
    await desk.user.keyboard('{Enter} ');
    expect(desk.station.sent).toEqual([]);
    await desk.user.keyboard('9');
    expect(desk.station.sent).toEqual([]);
    await desk.user.keyboard('2');
    expect(desk.station.sent).toEqual([{ kind: 'attestId', itemId: null, idKind: 'identityCard' }]);
    desk.push(at(makeVisit({ idCheck: { idKind: 'identityCard', atMs: 1 } })));
    expect(handOver().getByText('Identity card seen')).toBeTruthy();
    expect(screen.queryByRole('group', { name: /^ID of/ })).toBeNull();
    expect(screen.getByRole('region', { name: 'Hand-over' })).toBe(document.activeElement);
  });

  test('is chosen by Tab and Enter, too', async () => {
    const desk = renderDesk({ ...at(makeVisit({ needsIdCheck: true })), settings: strict });
    await desk.user.keyboard('{Tab}{Tab}{Tab}{Enter}');
    expect(desk.station.sent).toEqual([{ kind: 'attestId', itemId: null, idKind: 'passport' }]);
  });

  test('that is due stands in the place of the code, and the code follows with the focus', async () => {
    const desk = renderDesk({ open: due, settings: strict });
    expect(screen.queryByLabelText('Six digits on the token')).toBeNull();
    await desk.user.keyboard('3');
    expect(desk.station.sent).toEqual([{ kind: 'attestId', itemId: 4, idKind: 'passport' }]);
    desk.push({ open: seen });
    expect(screen.getByLabelText('Six digits on the token')).toBe(document.activeElement);
    expect(handOver().getByText('Passport seen')).toBeTruthy();
  });

  test('is not asked for where no code gets past what was found', () => {
    renderDesk({ open: { ...due, preFlight: makePreFlight({ findings: [makeFinding('guest', 'stops')] }) } });
    expect(screen.queryByRole('group', { name: /^ID of/ })).toBeNull();
    expect(handOver().getByText('This is a guest’s account')).toBeTruthy();
  });

  test('digits in the code’s boxes are a code, and no ID', async () => {
    const desk = renderDesk({ open: seen });
    await desk.user.keyboard('123456');
    expect(desk.station.sent).toEqual([{ kind: 'enterCode', itemId: 4, code: '123456' }]);
  });

  test('that is not wanted can be told all the same, and leaving it gives the focus back', async () => {
    const open = makeCodeRow({ id: 4, can: ['enterCode', 'chooseUser', 'remove', 'attestId'] });
    const desk = renderDesk({ open });
    await desk.user.click(screen.getByRole('button', { name: 'ID seen…' }));
    expect(idRow()).toBe(document.activeElement);
    await desk.user.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: /^ID of/ })).toBeNull();
    expect(screen.getByLabelText('Six digits on the token')).toBe(document.activeElement);
    await desk.user.click(screen.getByRole('button', { name: 'ID seen…' }));
    await desk.user.keyboard('1');
    expect(desk.station.sent).toEqual([{ kind: 'attestId', itemId: 4, idKind: 'badge' }]);
    desk.push({ open: seen });
    expect(screen.getByLabelText('Six digits on the token')).toBe(document.activeElement);
  });

  test('of a visitor can be told where it is not wanted', async () => {
    const desk = renderDesk(at(makeVisit()));
    await desk.user.click(screen.getByRole('button', { name: 'ID seen…' }));
    await desk.user.keyboard('4');
    expect(desk.station.sent).toEqual([{ kind: 'attestId', itemId: null, idKind: 'drivingLicence' }]);
  });

  test('kinds that a site has named itself are shown as they are written', () => {
    const idKinds = { value: ['badge', 'Hausausweis <b>'], source: 'policy', canChange: false } as const;
    const settings = makeSettings(
      {},
      { idKinds, requiresIdCheck: { value: true, source: 'policy', canChange: false } },
    );
    renderDesk({ ...at(makeVisit({ needsIdCheck: true })), settings });
    expect(
      within(idRow())
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Badge1', 'Hausausweis <b>2']);
  });

  test('a refusal stands beside it', async () => {
    const desk = renderDesk({ ...at(makeVisit({ needsIdCheck: true })), settings: strict });
    desk.station.refuse('attestId', { code: 'id-check-wanted' });
    await desk.user.keyboard('1');
    await act(() => Promise.resolve());
    expect(handOver().getByText('Nobody has said yet who this is')).toBeTruthy();
  });
});
