import type { Rights } from './question.ts';
import { ROLE_NAMES } from './role-names.ts';
import type { SignedIn } from './run-log.ts';

/** Whether who is signed in has one of those that are wanted; `null`: none is wanted, or nothing tells. */
export type RightsHeld = { readonly scope: boolean | null; readonly role: boolean | null };

/** Source: Microsoft Entra, "Microsoft Entra built-in roles": it may do what all of the others may. */
const ALL_POWERFUL = 'Global Administrator';

/** Holds what a question wants against what the token says. */
export function rightsHeld(wants: Rights, signedIn: SignedIn | null): RightsHeld {
  const scopes = signedIn?.scopes ?? [];
  const roles = signedIn?.roles?.map((id) => ROLE_NAMES.get(id.toLowerCase())) ?? null;
  const hasScope = scopes.some((scope) => wants.scopes.some((one) => one.toLowerCase() === scope.toLowerCase()));
  const hasRole = roles?.some((role) => role === ALL_POWERFUL || (role !== undefined && wants.roles.includes(role)));
  return {
    scope: wants.scopes.length === 0 || scopes.length === 0 ? null : hasScope,
    role: wants.roles.length === 0 ? null : (hasRole ?? null),
  };
}

/** For who is asked whether something may be tried; empty where nothing is known to be missing. */
export function sayLacking(wants: Rights, signedIn: SignedIn | null): string {
  const { scope, role } = rightsHeld(wants, signedIn);
  if (scope === false) return `The token has no permission for it (${wants.scopes.join(', ')}): expect a refusal.`;
  return role === false ? `The token names no role for it (${wants.roles.join(', ')}): expect a refusal.` : '';
}
