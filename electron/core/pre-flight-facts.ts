import type { PreFlightPart } from '../contract/pre-flight.ts';
import type { Problem } from '../contract/problem.ts';
import type { OathDevice, OathMethod } from './oath-method.ts';
import type { LookAhead, ReadOutcome } from './graph-port.ts';

/**
 * What Graph told of a person and a token before a code was sent. `null`: it was not asked, or did not tell; then nothing
 * follows from it.
 */
export type PreFlightFacts = {
  readonly account: Account | null;
  readonly roles: readonly DirectoryRole[] | null;
  /** The hardware tokens of the person. */
  readonly methods: readonly OathMethod[] | null;
  /** The authenticator apps of the person, which count with the tokens towards five. */
  readonly authenticatorCount: number | null;
  /** The tokens of the inventory with the item's serial number. */
  readonly devices: readonly OathDevice[] | null;
  readonly unread: readonly { readonly what: PreFlightPart; readonly problem: Problem }[];
};

/** What the operator's rights do not show is `null`. */
export type Account = { readonly isGuest: boolean | null; readonly isEnabled: boolean | null };

/** An admin role that somebody holds. Whoever may not read roles is told that there is one, and nothing of it. */
export type DirectoryRole = { readonly roleTemplateId: string | null; readonly displayName: string | null };

/** What the parts of a look ahead told; a part that failed tells why and nothing else. */
export function toFacts(ahead: LookAhead): PreFlightFacts {
  const { account, roles, methods, authenticators, devices } = ahead;
  // The apps are a matter of methods, too: told only where the tokens themselves could be read.
  const ofMethods = problemOf(methods) ?? problemOf(authenticators);
  const problems: readonly [PreFlightPart, Problem | null][] = [
    ['account', problemOf(account)],
    ['roles', problemOf(roles)],
    ['methods', ofMethods],
    ['inventory', problemOf(devices)],
  ];
  return {
    account: valueOf(account),
    roles: valueOf(roles),
    methods: valueOf(methods),
    authenticatorCount: valueOf(authenticators),
    devices: valueOf(devices),
    unread: problems.flatMap(([what, problem]) => (problem ? [{ what, problem }] : [])),
  };
}

function valueOf<T>(outcome: ReadOutcome<T> | null): T | null {
  return outcome?.kind === 'read' ? outcome.value : null;
}

function problemOf(outcome: ReadOutcome<unknown> | null): Problem | null {
  return outcome?.kind === 'failed' ? outcome.problem : null;
}
