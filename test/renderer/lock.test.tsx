// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Session, Snapshot } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeNotice, makeRow, makeSnapshot } from '../fakes/fake-station.ts';
import { renderDesk } from './render-desk.tsx';

const mode = { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } as const;
const marta: Session = { kind: 'in', name: 'Marta Ferri', userPrincipalName: 'marta.ferri@contoso.com' };
const locked: Session = { kind: 'out', problem: { code: 'idle-locked' } };

function atWork(waiting = 1): Partial<Snapshot> {
  const open = makeCodeRow();
  const { queue } = makeSnapshot();
  const counts = { all: 1, needsYou: waiting, working: 0, issued: 0 };
  return { mode, session: marta, open, queue: { ...queue, rows: [open], counts } };
}

function names(): string {
  const titles = [...document.querySelectorAll('[title], [aria-label]')].map(
    (element) => `${element.getAttribute('title')} ${element.getAttribute('aria-label')}`,
  );
  return [document.body.textContent, ...titles].join(' ');
}

function isCovered(): boolean {
  return screen.queryByRole('region', { name: 'Locked' }) !== null && !/Anna|Conti|anna\.conti/.test(names());
}

describe('a locked desk', () => {
  test('covers the names, and says how many tokens wait', () => {
    const { push } = renderDesk(atWork());
    expect(names()).toContain('Anna Conti');
    push({ session: locked });
    expect(isCovered()).toBe(true);
    expect(screen.getByText('1 token waits for somebody.')).toBeTruthy();
    push(atWork(3));
    push({ session: locked });
    expect(screen.getByText('3 tokens wait for somebody.')).toBeTruthy();
  });

  test('takes the focus that went with the queue, so that Tab leads to the way in', async () => {
    const { user, push } = renderDesk(atWork());
    push({ session: locked });
    expect(screen.getByRole('region', { name: 'Locked' })).toBe(document.activeElement);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBe(document.activeElement);
  });

  test('goes on counting what is scanned, and keeps it covered', () => {
    const { push } = renderDesk({ ...atWork(), session: locked });
    const { queue } = makeSnapshot();
    const rows = [makeRow({ id: 2 }), makeCodeRow()];
    push({
      notices: [makeNotice({ seq: 3 })],
      queue: { ...queue, rows, counts: { all: 2, needsYou: 2, working: 0, issued: 0 } },
    });
    expect(screen.getByText('2 tokens wait for somebody.')).toBeTruthy();
    expect(isCovered()).toBe(true);
  });

  test('stays covered while somebody tries to sign in, also when that fails', () => {
    const { push } = renderDesk(atWork());
    push({ session: locked });
    for (const session of [
      { kind: 'signingIn', prompt: null },
      { kind: 'out', problem: { code: 'signed-out' } },
      { kind: 'signingIn', prompt: null },
    ] as const) {
      push({ session });
      expect(isCovered()).toBe(true);
    }
  });

  test('is as it was once somebody is in, with the focus in the code', () => {
    const { push } = renderDesk(atWork());
    push({ session: locked });
    push({ session: marta });
    expect(screen.queryByRole('region', { name: 'Locked' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Six digits on the token' })).toBe(document.activeElement);
  });

  test('who signs out on purpose leaves the queue in sight', () => {
    const { push } = renderDesk(atWork());
    push({ session: { kind: 'out', problem: null } });
    expect(screen.getByRole('region', { name: 'Queue' })).toBeTruthy();
  });

  test('no serial number is typed by hand into a queue that nobody sees', async () => {
    const { user } = renderDesk({ ...atWork(), session: locked });
    await user.keyboard('{F3}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
