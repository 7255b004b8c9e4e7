import type { Event } from '../core/event.ts';
import { toFacts } from '../core/pre-flight-facts.ts';
import type { GraphPort, PhotoFile } from '../core/graph-port.ts';
import type { ClockPort } from '../core/ports.ts';
import type { State } from '../core/state.ts';
import { partsOfVisitor, type VisitEffect } from '../core/visit-effects.ts';

type VisitPorts = { readonly graph: Pick<GraphPort, 'lookAhead' | 'readPhoto'>; readonly clock: ClockPort };

/** Reads what is to be known of the people in hand. */
export async function runVisitEffect(effect: VisitEffect, state: State, { graph, clock }: VisitPorts): Promise<Event> {
  if (effect.kind === 'leaveVisit') return { kind: 'visitEnded', atMs: clock.nowMs(), laneId: effect.laneId };
  const { userId } = effect;
  if (effect.kind === 'readPhoto') {
    const photo = await graph.readPhoto(userId);
    const url = photo.kind === 'read' && photo.value ? dataUrl(photo.value) : null;
    return { kind: 'photoRead', atMs: clock.nowMs(), userId, url };
  }
  const ahead = await graph.lookAhead({ userId, serialNumber: '', parts: partsOfVisitor(state) });
  return { kind: 'visitorRead', atMs: clock.nowMs(), laneId: effect.laneId, userId, facts: toFacts(ahead) };
}

/** What is told where the reading broke. */
export function visitCrash(effect: VisitEffect, detail: string, atMs: number): Event {
  if (effect.kind === 'leaveVisit') return { kind: 'visitEnded', atMs, laneId: effect.laneId };
  if (effect.kind === 'readPhoto') return { kind: 'photoRead', atMs, userId: effect.userId, url: null };
  const unread = [{ what: 'methods', problem: { code: 'graph-failing', detail } }] as const;
  const facts = { account: null, roles: null, methods: null, authenticatorCount: null, devices: null, unread };
  return { kind: 'visitorRead', atMs, laneId: effect.laneId, userId: effect.userId, facts };
}

/** The window asks nobody for anything: the picture comes to it as a whole. */
function dataUrl({ contentType, bytes }: PhotoFile): string {
  return `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
}
