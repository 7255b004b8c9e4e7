import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Session, Snapshot } from '../../electron/contract/snapshot.ts';
import {
  codeProblem,
  isStepDone,
  KIOSK_STEPS,
  kioskStage,
  personOf,
  stepOf,
} from '../../renderer/kiosk/kiosk-stage.ts';
import { makeRow, makeSnapshot, makeUser } from '../fakes/fake-station.ts';
import { atEmptyKiosk, atKiosk, HARUKA, makeKiosk, ownRow, SIGNED_IN } from './make-kiosk.ts';

function stageOf(change: Partial<Snapshot>) {
  return kioskStage(makeSnapshot(change));
}

describe('what a kiosk shows', () => {
  test('a desk has no such stage', () => {
    expect(stageOf({ kiosk: null })).toBeNull();
  });

  test.each<[string, Partial<Snapshot>, string, string]>([
    ['nobody', atEmptyKiosk(), 'signIn', 'signIn'],
    ['somebody signing in', atEmptyKiosk({ session: { kind: 'signingIn', prompt: null } }), 'signingIn', 'signIn'],
    ['somebody not known yet', atKiosk({ kiosk: makeKiosk({ person: null }) }), 'lookingUp', 'signIn'],
    ['a known person', atKiosk(), 'scan', 'scan'],
    ['a scanned token', atKiosk({ open: makeRow() }), 'working', 'scan'],
    ['a token that waits for its code', atKiosk({ open: ownRow() }), 'code', 'code'],
    ['a code under way', atKiosk({ open: ownRow({ state: { kind: 'activating' }, can: [] }) }), 'working', 'code'],
    ['a token that is held back', atKiosk({ open: ownRow({ can: ['remove'] }) }), 'stopped', 'code'],
    ['an issued token', atKiosk({ open: ownRow({ state: { kind: 'activated' } }) }), 'done', 'done'],
    ['the end', atKiosk({ kiosk: makeKiosk({ endsAtMs: 1 }) }), 'done', 'done'],
    ['signing out', atKiosk({ session: { kind: 'signingOut' }, open: ownRow() }), 'signingOut', 'signIn'],
  ])('%s', (_what, change, kind, step) => {
    const stage = stageOf(change);
    expect(stage?.kind).toBe(kind);
    expect(stage && stepOf(stage)).toBe(step);
  });

  test('who proves once more who they are is still here, and so is their token', () => {
    const again: Session = { kind: 'signingIn', prompt: null };
    const stage = stageOf(
      atKiosk({ session: again, kiosk: makeKiosk({ needsFreshSignIn: true }), open: ownRow({ can: ['remove'] }) }),
    );
    expect(stage).toMatchObject({ kind: 'proveAgain', person: HARUKA });
    const done = KIOSK_STEPS.filter((step) => stage && isStepDone(step, stage));
    expect(done).toEqual(['scan']);
  });

  test('the token that was issued is shown to the end, though it is out of hand; nobody else’s is', () => {
    const state = { kind: 'activated' } as const;
    const theirs = ownRow({ id: 2, user: makeUser({ id: 'before' }), state });
    const own = ownRow({ id: 1, state });
    const { queue } = makeSnapshot();
    const kiosk = makeKiosk({ endsAtMs: 1 });
    expect(stageOf(atKiosk({ kiosk, queue: { ...queue, rows: [theirs, own] } }))).toMatchObject({ row: { id: 1 } });
    expect(stageOf(atKiosk({ kiosk, queue: { ...queue, rows: [theirs] } }))).toMatchObject({ row: null });
  });

  test('that the sign-in was too old is no trouble with the next code', () => {
    const old = ownRow({ state: { kind: 'needsCode', problem: { code: 'fresh-sign-in-wanted' } } });
    const rejected = ownRow({ state: { kind: 'needsCode', problem: { code: 'code-rejected' } } });
    expect([codeProblem(old), codeProblem(rejected)]).toEqual([null, { code: 'code-rejected' }]);
  });
});

describe('whoever is here, and whatever lies in the reader’s place', () => {
  const somebody = makeUser({ id: 'before', displayName: 'Anna Conti' });
  const people = fc.constantFrom(null, HARUKA, somebody);
  const states = fc.constantFrom<QueueRow['state']>(
    { kind: 'needsUser' },
    { kind: 'needsCode', problem: null },
    { kind: 'activating' },
    { kind: 'activated' },
    { kind: 'stopped', problem: { code: 'graph-refused' } },
  );
  const sessions = fc.constantFrom<Session>(
    { kind: 'out', problem: null },
    { kind: 'signingIn', prompt: null },
    SIGNED_IN,
    { kind: 'signingOut' },
  );

  test('nobody sees a token that is another person’s, or a name before they have signed in', () => {
    fc.assert(
      fc.property(people, people, states, sessions, fc.boolean(), (person, owner, state, session, isOld) => {
        const open = makeRow({ user: owner, state });
        const kiosk = makeKiosk({ person, needsFreshSignIn: isOld });
        const stage = stageOf({ session, kiosk, open });
        const row = stage && 'row' in stage ? stage.row : null;
        if (row?.user) expect(row.user.id).toBe(person?.id);
        if (session.kind === 'out' || session.kind === 'signingOut') {
          expect(row).toBeNull();
          expect(stage && personOf(stage)).toBeNull();
        }
      }),
    );
  });
});
