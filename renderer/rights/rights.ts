import type { Capability, CapabilityView } from '../../electron/contract/capability.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';

/** The order in which they are read: the work first. */
export const CAPABILITIES = [
  'issueToOthers',
  'findPeople',
  'issueToAdmins',
  'issueToSelf',
  'readProfiles',
  'readInventory',
  'writeInventory',
] as const satisfies Capability[];

const AT_A_DESK: ReadonlySet<Capability> = new Set(['issueToOthers', 'findPeople']);
const AT_A_KIOSK: ReadonlySet<Capability> = new Set(['issueToSelf']);

/** Whether the work that this station is for stands still without it. */
export function isNeeded(capability: Capability, isKiosk: boolean): boolean {
  return (isKiosk ? AT_A_KIOSK : AT_A_DESK).has(capability);
}

/** The one that everything here is about, where it is certain that it is missing. */
export function missingRight({ capabilities, kiosk }: Snapshot): CapabilityView | null {
  const wanted: Capability = kiosk ? 'issueToSelf' : 'issueToOthers';
  return capabilities?.find(({ capability, is }) => capability === wanted && is === 'no') ?? null;
}

/** The one whose own harmless look was refused: it may still be there, and Graph decides. */
export function doubtfulRight({ capabilities, kiosk }: Snapshot): CapabilityView | null {
  if (kiosk) return null;
  const view = capabilities?.find(({ capability }) => capability === 'issueToOthers');
  return view?.is === 'unknown' && suggestsOlderScopes(view.problem) ? view : null;
}

/** The older permission helps where the narrow one is not in the token, or is not honoured. */
export function mayNeedOlderScopes({ is, basis, problem }: CapabilityView): boolean {
  return suggestsOlderScopes(problem) || (is === 'no' && basis === 'scope');
}

/**
 * Whether the tenant may lack the narrow permission: it granted none, or it refused the harmless look to somebody who is
 * signed in.
 */
function suggestsOlderScopes(problem: Problem | null): boolean {
  return problem?.code === 'scopes-not-granted' || problem?.code === 'not-permitted';
}

export type AskFor = 'scope' | 'role' | 'read' | 'none';

/** Whom to ask for what: a permission is granted to the station, a role is given to a person. */
export function askFor({ basis, missing }: CapabilityView): AskFor {
  if (basis === 'read') return 'read';
  return missing.length === 0 || basis === null ? 'none' : basis;
}
