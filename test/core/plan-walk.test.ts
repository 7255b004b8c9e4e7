import { describe, expect, test } from 'vitest';
import { dueEffects, nextDueAtMs } from '../../electron/core/due-effects.ts';
import { isDurable } from '../../electron/core/durable-events.ts';
import type { Event } from '../../electron/core/event.ts';
import { planEffects } from '../../electron/core/plan-effects.ts';
import { isHeld } from '../../electron/core/plan-items.ts';
import type { PlanStep } from '../../electron/core/plan.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { foldEvents, itemsOf } from './build-state.ts';
import { inEveryWalk, OPENING, outcomesOf } from './plan-walk.ts';

const END_OF_TIME_MS = Number.MAX_SAFE_INTEGER;
const WORKING: ReadonlySet<string> = new Set(['activating', 'waiting', 'unsure', 'confirming']);

function stepsOf({ plan }: State): readonly PlanStep[] {
  return plan?.steps ?? [];
}

/** What the journal has to give back: everything about tokens, and nothing of what is only shown. */
function lasting(state: State): unknown {
  const open = state.lanes.map(({ laneId, openItemId }) => [laneId, openItemId]).filter(([, id]) => id !== null);
  return {
    items: itemsOf(state),
    plan: state.plan,
    busy: state.busy,
    counts: state.counts,
    sentAtMs: state.sentAtMs,
    nextItemId: state.nextItemId,
    open: new Set(open.map(String)),
  };
}

describe('whatever happens to plans, in whatever order', () => {
  test('the walks reach every kind, stage and state of them', () => {
    const reached = new Set<string>();
    inEveryWalk(({ after: { plan } }) => {
      if (!plan) return;
      reached.add(plan.stage).add(plan.kind);
      for (const { state } of plan.steps) reached.add(state.kind);
    });
    const kinds = ['undo', 'replace', 'reassign', 'swap'];
    const states = ['open', 'sending', 'waiting', 'confirming', 'done', 'stopped'];
    expect(reached).toEqual(new Set([...kinds, 'proposed', 'running', ...states]));
  });

  test('one thing at most is due of them', () => {
    inEveryWalk(({ after, nowMs }) => {
      expect(planEffects(after, nowMs).length).toBeLessThanOrEqual(1);
      expect(planEffects(after, END_OF_TIME_MS).length).toBeLessThanOrEqual(1);
    });
  });

  test('a DELETE becomes due through an intent, in no other way, and each has a key that no other one of its plan had', () => {
    let keys = new Set<string>();
    inEveryWalk(({ before, event, after }, isFirst) => {
      if (isFirst || (event.kind === 'planStarted' && before.plan?.stage !== 'running')) keys = new Set();
      const isSending = stepsOf(after).some(({ state }) => state.kind === 'sending');
      const wasSending = stepsOf(before).some(({ state }) => state.kind === 'sending');
      if (!isSending || wasSending) return;
      expect(event.kind).toBe('takeBackIntended');
      const signedIn = reduce(after, { kind: 'sessionFixed', atMs: 0, name: 'Operator' });
      const [{ kind, key } = { kind: null, key: '' }] = planEffects(signedIn, END_OF_TIME_MS);
      expect(kind).toBe('takeBack');
      expect(keys).not.toContain(key);
      keys.add(key);
    });
  });

  test('a token counts as taken back through a read that does not show it, and in no other way', () => {
    inEveryWalk(({ before, event, after }) => {
      const isDone = (state: State): number => stepsOf(state).filter(({ state: { kind } }) => kind === 'done').length;
      const hasEnded = before.plan?.stage === 'running' && after.plan === null;
      if (!hasEnded && (after.plan === null || isDone(after) <= isDone(before))) return;
      expect(event).toMatchObject({ kind: 'takeBackRead', isThere: false });
      expect(stepsOf(before).map(({ state: { kind } }) => kind)).toContain('confirming');
    });
  });

  test('steps are worked on in their order: nothing is begun before all before it are done', () => {
    inEveryWalk(({ after }) => {
      const kinds = stepsOf(after).map(({ state: { kind } }) => kind);
      const current = kinds.findIndex((kind) => kind !== 'done');
      if (current >= 0)
        expect(new Set(kinds.slice(current + 1))).toEqual(new Set(current + 1 < kinds.length ? ['open'] : []));
    });
  });

  test('a plan that has begun has a hold of its tokens: they stay with their person, and no code is sent for them', () => {
    inEveryWalk(({ before, after }) => {
      for (const item of itemsOf(after)) {
        if (!isHeld(after, item)) continue;
        expect(WORKING).not.toContain(item.state.kind);
        const old = before.items.get(item.id);
        if (old?.user && isHeld(before, old)) expect(item.user).toEqual(old.user);
      }
    });
  });

  test('while somebody is signed in, a plan that runs always has something that is due, now or at its time', () => {
    inEveryWalk(({ after, nowMs }) => {
      if (after.plan?.stage !== 'running' || after.session.kind !== 'fixed') return;
      expect(planEffects(after, END_OF_TIME_MS)).toHaveLength(1);
      const isNow = planEffects(after, nowMs).length === 1;
      expect(isNow || (nextDueAtMs(after, nowMs) ?? 0) > nowMs).toBe(true);
    });
  });

  test('whatever comes of what is due, the plan moves: nothing is done over and over', () => {
    inEveryWalk(({ after, nowMs }) => {
      for (const effect of planEffects(after, nowMs)) {
        for (const outcome of outcomesOf(effect, nowMs)) {
          const next = reduce(after, outcome);
          expect(next.plan).not.toEqual(after.plan);
          expect(planEffects(next, nowMs).map(({ key }) => key)).not.toContain(effect.key);
        }
      }
    });
  });

  test('a plan that has stopped says why, once, and nothing of it is due', () => {
    inEveryWalk(({ before, after, nowMs }) => {
      if (after.plan?.stage !== 'stopped') return;
      expect(stepsOf(after).filter(({ state }) => state.kind === 'stopped')).toHaveLength(1);
      expect(dueEffects(after, nowMs).filter((effect) => 'step' in effect)).toEqual([]);
      const said = after.nextNoticeSeq - before.nextNoticeSeq;
      if (before.plan?.stage === 'running') expect([said, after.notices.at(-1)?.kind]).toEqual([1, 'planStopped']);
    });
  });

  test('a start leaves nothing on its way, and a plan that ran still runs', () => {
    inEveryWalk(({ after, nowMs }) => {
      const next = reduce(after, { kind: 'restarted', atMs: nowMs });
      expect(stepsOf(next).map(({ state: { kind } }) => kind)).not.toContain('sending');
      expect(next.plan?.stage ?? 'proposed').toBe(after.plan?.stage ?? 'proposed');
    });
  });

  test('the journal gives back the same plan and the same tokens', () => {
    inEveryWalk(
      () => undefined,
      (steps) => {
        const restarted: Event = { kind: 'restarted', atMs: 0 };
        const events = [...OPENING, ...steps.map(({ event }) => event)];
        const replayed = foldEvents([...events.filter(isDurable), restarted]);
        expect(lasting(replayed)).toEqual(lasting(foldEvents([...events, restarted])));
      },
    );
  });
});
