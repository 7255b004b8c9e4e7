import type { Problem } from '../contract/problem.ts';
import { actsOnOthers, hasScopeFor, SEES } from '../core/capability-needs.ts';
import type { Event } from '../core/event.ts';
import { SELF, type GraphPort, type ReadOutcome } from '../core/graph-port.ts';
import type { ClockPort, SignInPort } from '../core/ports.ts';
import { toFacts, type DirectoryRole } from '../core/pre-flight-facts.ts';
import { partsToRead, type PreFlightEffect } from '../core/pre-flight.ts';
import { roleOfTemplate } from '../core/role-reach.ts';
import type { State } from '../core/state.ts';

export type ReadPorts = {
  readonly graph: Pick<GraphPort, 'listOathMethods' | 'listDevices' | 'listRoles' | 'lookAhead'>;
  readonly clock: ClockPort;
  readonly signIn: Pick<SignInPort, 'operator' | 'scopes' | 'roles'>;
};

/**
 * What the one who is signed in may do: their token says most of it, harmless reads say whether the tenant agrees. What
 * the token has no permission for is not tried: that would be a refusal in the tenant's logs, and tell nothing new.
 */
export async function readRights(ports: ReadPorts): Promise<Event> {
  const { signIn, graph, clock } = ports;
  const asked = describe(signIn);
  const scopes = signIn.scopes();
  const [roles, methodsProblem, inventoryProblem] = await Promise.all([
    readRoles(ports, scopes),
    hasScopeFor(scopes, SEES.ownMethods) ? problemOf(graph.listOathMethods(SELF)) : null,
    hasScopeFor(scopes, SEES.inventory) ? problemOf(graph.listDevices(null)) : null,
  ]);
  // Somebody else signed in meanwhile, or the same person for more: these are not their rights.
  if (describe(signIn) !== asked) return readRights(ports);
  return { kind: 'rightsRead', atMs: clock.nowMs(), rights: { scopes, roles, methodsProblem, inventoryProblem } };
}

function describe({ operator, scopes, roles }: ReadPorts['signIn']): string {
  return JSON.stringify([operator(), scopes(), roles()]);
}

/** Where the token does not name the roles, Graph may; of a role without its template id nobody knows what it allows. */
async function readRoles(
  { signIn, graph }: ReadPorts,
  scopes: readonly string[],
): Promise<readonly DirectoryRole[] | null> {
  const named = signIn.roles();
  if (named) return named.map(roleOfTemplate);
  if (!actsOnOthers(scopes) || !hasScopeFor(scopes, SEES.ownRoles)) return null;
  const read = await graph.listRoles(SELF);
  if (read.kind === 'failed') return null;
  return read.value.every(({ roleTemplateId }) => roleTemplateId !== null) ? read.value : null;
}

async function problemOf(reading: Promise<ReadOutcome<unknown>>): Promise<Problem | null> {
  const read = await reading;
  return read.kind === 'failed' ? read.problem : null;
}

/** Looks at a person and a token before a code is sent. */
export async function readPreFlight({ itemId }: PreFlightEffect, state: State, ports: ReadPorts): Promise<Event> {
  const { graph, clock } = ports;
  const item = state.items.get(itemId);
  const userId = item?.user?.id ?? '';
  const ahead = await graph.lookAhead({
    userId: state.kiosk ? SELF : userId,
    serialNumber: item?.serialNumber ?? '',
    parts: partsToRead(state),
  });
  return { kind: 'preFlightRead', atMs: clock.nowMs(), itemId, userId, facts: toFacts(ahead) };
}
