import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { deriveGuid, derivePracticeSeed } from '../../electron/practice/derive.ts';
import { PRACTICE_DATA, PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import type { TenantData, TenantToken, TenantUser } from '../../electron/practice/tenant-data.ts';
import type { Conditions } from '../../electron/practice/tenant-state.ts';
import { createPracticeTenant } from '../../electron/practice/tenant.ts';
import { startLoopbackTenant } from '../fakes/loopback-tenant.ts';
import { throttleTenant, type Throttling, type Traffic } from '../fakes/throttled-tenant.ts';

/** One line of a list that came with a box: this token is for this person. */
export type Wish = { readonly serialNumber: string; readonly userId: string };

/** What a run left behind, by the tenant's own state. */
export type Verdict = Traffic & {
  readonly right: number;
  readonly unassigned: number;
  readonly wrongPerson: number;
  /** Writes that succeeded beyond one for each token that has somebody. */
  readonly doneTwice: number;
};

export type BatchTenant = {
  /** With the version: `http://127.0.0.1:<port>/beta`. */
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly wishes: readonly Wish[];
  /** Puts the same tenant as it was at first behind the same address. */
  readonly reset: (throttling: Throttling, conditions?: Partial<Conditions>) => void;
  /** How these tokens stand now, and what has come in since the reset. */
  readonly judge: (asked: readonly Wish[]) => Verdict;
  /** What was outside the table of Graph's pages since the reset. */
  readonly violations: () => readonly string[];
  readonly close: () => Promise<void>;
};

export const CALM: Throttling = { everyWrite: Infinity, retryAfterSeconds: 0 };

/** Serves a tenant with so many tokens and as many people, a token for each. */
export async function serveBatchTenant(count: number, latencyMs: number): Promise<BatchTenant> {
  const { data, wishes } = generateBatchData(count);
  const open = (throttling: Throttling, conditions: Partial<Conditions>): ReturnType<typeof throttleTenant> =>
    throttleTenant(
      createPracticeTenant({ nowMs: Date.now, delay: (ms) => setTimeout(ms), newId: randomUUID, data, conditions }),
      { throttling, latencyMs, nowMs: Date.now, delay: (ms) => setTimeout(ms) },
    );
  let tenant = open(CALM, {});
  const loopback = await startLoopbackTenant({ ...tenant, fetch: (request) => tenant.fetch(request) });
  return {
    baseUrl: `${loopback.baseUrl}/beta`,
    accessToken: PRACTICE_OPERATORS.depot.accessToken,
    wishes,
    reset: (throttling, conditions = {}) => {
      tenant = open(throttling, conditions);
    },
    judge: (asked) => {
      const holders = asked.map(({ serialNumber }) => tenant.findAssignment(serialNumber)?.userId ?? null);
      const right = asked.filter(({ userId }, index) => holders[index] === userId).length;
      const unassigned = holders.filter((holder) => holder === null).length;
      const traffic = tenant.traffic();
      const doneTwice = traffic.done - (asked.length - unassigned);
      return { ...traffic, right, unassigned, wrongPerson: asked.length - right - unassigned, doneTwice };
    },
    violations: () => tenant.violations(),
    close: loopback.close,
  };
}

/** So many tokens and as many people beside those who sign in. */
export function generateBatchData(count: number): { readonly data: TenantData; readonly wishes: readonly Wish[] } {
  const [model] = PRACTICE_DATA.users;
  if (!model) throw new Error('nobody works here');
  const indices = Array.from({ length: count }, (_, index) => index);
  const people = indices.map((index): TenantUser => {
    const alias = `batch${String(index).padStart(5, '0')}`;
    const userPrincipalName = `${alias}@harbourlark.example`;
    const names = { displayName: alias, userPrincipalName, mail: userPrincipalName };
    return { ...model, ...names, id: deriveGuid(alias), authenticatorCount: 0 };
  });
  const tokens = indices.map((index): TenantToken => {
    const serialNumber = `BATCH${10_000_000 + index}`;
    const secret = derivePracticeSeed(serialNumber, 20);
    const key = { secret, periodSeconds: 30, hash: 'sha1' } as const;
    const made = { manufacturer: 'Batch', model: 'Batch', holder: null };
    return { ...key, ...made, serialNumber, deviceId: deriveGuid(serialNumber) };
  });
  // Chosen: from the end, so that a list that has slipped by one is seen.
  const wishes = people
    .toReversed()
    .flatMap(({ id: userId }, index) => ({ serialNumber: tokens[index]?.serialNumber ?? '', userId }));
  const callers = Object.values(PRACTICE_OPERATORS);
  return { data: { users: [...PRACTICE_DATA.users, ...people], tokens, callers }, wishes };
}
