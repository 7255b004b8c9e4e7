import { describe, expect, test } from 'vitest';
import { decideCommand } from '../../electron/core/decide-command.ts';
import { toNewPlan } from '../../electron/core/plan.ts';
import { itemIn, foldEvents, NOW_MS, scan, stateWith, undoDraft } from './build-state.ts';

const busy = { ok: false, problem: { code: 'shift-busy' } };
const begun = foldEvents([scan()], stateWith([]));

function close(state: typeof begun) {
  return decideCommand(state, { kind: 'closeShift' }, NOW_MS);
}

describe('closing a shift', () => {
  test('ends it', () => {
    expect(close(begun)).toEqual({ ok: true, value: { kind: 'shiftClosed', atMs: NOW_MS } });
  });

  test.each(['activating', 'waiting', 'unsure', 'confirming', 'readyToAssign'] as const)(
    'waits for a token that is %s',
    (kind) => {
      expect(close({ ...stateWith([itemIn(kind)]), shift: begun.shift })).toEqual(busy);
    },
  );

  test.each(['needsUser', 'needsCode', 'activated', 'stopped', 'assigned'] as const)(
    'waits for no token that is %s',
    (kind) => {
      expect(close({ ...stateWith([itemIn(kind)]), shift: begun.shift }).ok).toBe(true);
    },
  );

  test('waits for a plan that is carried out, and for none that has stopped', () => {
    expect(close({ ...begun, plan: toNewPlan(undoDraft(), 'running') })).toEqual(busy);
    expect(close({ ...begun, plan: toNewPlan(undoDraft(), 'stopped') }).ok).toBe(true);
  });

  test('is refused where nothing has happened, where nobody is signed in, and at a kiosk', () => {
    expect(close(stateWith([]))).toEqual({ ok: false, problem: { code: 'command-not-allowed' } });
    const out = { ...begun, session: { kind: 'out', problem: null } as const };
    expect(close(out)).toEqual({ ok: false, problem: { code: 'signed-out' } });
    const kiosk = foldEvents([{ kind: 'kioskOpened', atMs: NOW_MS }], begun);
    expect(close(kiosk)).toEqual({ ok: false, problem: { code: 'command-not-allowed' } });
  });
});

describe('the exceptions', () => {
  test('are turned over page by page', () => {
    const shown = decideCommand(begun, { kind: 'showExceptions', page: 2 }, NOW_MS);
    expect(shown).toEqual({ ok: true, value: { kind: 'exceptionsShown', atMs: NOW_MS, page: 2 } });
  });

  test('are cleared of labels where there are some', () => {
    const clear = { kind: 'clearRefusedScans' } as const;
    expect(decideCommand(begun, clear, NOW_MS)).toEqual({ ok: false, problem: { code: 'command-not-allowed' } });
    const problem = { code: 'scan-link' } as const;
    const some = foldEvents([{ kind: 'scanRefused', atMs: NOW_MS, readerKey: 'left', problem, shownText: '' }], begun);
    expect(decideCommand(some, clear, NOW_MS)).toEqual({
      ok: true,
      value: { kind: 'refusedScansCleared', atMs: NOW_MS },
    });
  });
});
