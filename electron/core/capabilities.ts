import type { Capability, CapabilityView } from '../contract/capability.ts';
import type { Problem } from '../contract/problem.ts';
import type { ScopeSet } from '../contract/settings.ts';
import { hasScopeFor, NEEDS, type CapabilityNeed } from './capability-needs.ts';
import type { Rights } from './rights.ts';
import { holdsOneOf } from './role-reach.ts';
import type { State } from './state.ts';

const CAPABILITIES: readonly Capability[] = [
  'issueToOthers',
  'issueToAdmins',
  'issueToSelf',
  'findPeople',
  'readProfiles',
  'readInventory',
  'writeInventory',
];

/** What the one who is signed in may do, as the window shows it; `null`: not known yet. */
export function toCapabilities({ rights, settings }: State): readonly CapabilityView[] | null {
  if (rights === null || rights === 'wanted') return null;
  const scopeSet = settings.values.scopeSet.value;
  return CAPABILITIES.map((capability) => judge(capability, rights, scopeSet));
}

/** Whether it is certain that they may not. */
export function isForbidden({ rights, settings }: State, capability: Capability): boolean {
  if (rights === null || rights === 'wanted') return false;
  return judge(capability, rights, settings.values.scopeSet.value).is === 'no';
}

/**
 * Only a missing permission is certain: the token says which it has, and the service lets none through without. A role
 * that a token does not name may still be held for an administrative unit, as a custom role, or be activated a moment
 * later: then the answer stays open, and what would settle it is named.
 * Source: Microsoft identity platform, access token claims reference, `wids`: roles held for the whole tenant.
 */
function judge(capability: Capability, rights: Rights, scopeSet: ScopeSet): CapabilityView {
  const need = NEEDS[capability];
  const view = (is: CapabilityView['is'], basis: CapabilityView['basis'], more: More = {}): CapabilityView => ({
    capability,
    is,
    basis,
    missing: more.missing ?? [],
    problem: more.problem ?? null,
  });
  // A token of unknown rights, as of a served tenant.
  if (rights.scopes.length === 0) return view('unknown', null);
  if (!hasScopeFor(rights.scopes, need.scopes)) return view('no', 'scope', { missing: [need.least[scopeSet]] });
  const problem = problemOf(need, rights);
  const isHeld = need.roles === null || holdsOneOf(rights.roles ?? [], need.roles);
  const missing = isHeld || need.roles === null ? [] : [need.roles[0]];
  // With the permission there, the refusal of the very call is a matter of roles.
  if (problem) return view('unknown', 'read', { problem, missing: need.read?.proves || rights.roles ? missing : [] });
  if (need.read?.proves) return view('yes', 'read');
  if (need.roles === null) return view('yes', 'scope');
  if (rights.roles === null) return view('unknown', null);
  return isHeld ? view('yes', 'role') : view('unknown', 'role', { missing });
}

type More = { readonly missing?: readonly string[]; readonly problem?: Problem };

function problemOf({ read }: CapabilityNeed, { methodsProblem, inventoryProblem }: Rights): Problem | null {
  if (read === null) return null;
  return read.what === 'inventory' ? inventoryProblem : methodsProblem;
}
