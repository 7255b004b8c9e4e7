import type { DifferenceKind } from '../contract/shift.ts';
import type { Problem } from '../contract/problem.ts';
import { decideRetry } from './decide-retry.ts';
import { findMethod } from './find-method.ts';
import type { OathMethod } from './oath-method.ts';
import type { ReadOutcome } from './graph-port.ts';
import type { Issued } from './shift.ts';

export type MethodsRead = ReadOutcome<readonly OathMethod[]>;
export type FoundDifference = { readonly kind: DifferenceKind; readonly problem: Problem | null };

/** Chosen: with doubling pauses about a quarter of a minute; whoever waits for the report can ask once more. */
const MOST_ATTEMPTS = 5;

/** Chosen: the longest wait that the tenant asks for in general. After it somebody else may stand at the station. */
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * What the tenant says against a token that this shift issued; `null`: it is as it should be.
 * An account that is not there any more (404) is "unread": no page says what becomes of its methods, and an account that is
 * deleted can be restored for thirty days with what it had. The answer proves that the person is gone, not where the token is.
 * Source: Microsoft Entra, "Recover from deletions": users are deleted softly first.
 */
export function findDifference(token: Issued, read: MethodsRead): FoundDifference | null {
  if (read.kind === 'failed') return { kind: 'unread', problem: read.problem };
  const method = findMethod(read.value, token);
  if (!method) return { kind: 'missing', problem: null };
  const isAsItShould = token.goal === 'assign' || method.status === 'activated';
  return isAsItShould ? null : { kind: 'notActive', problem: null };
}

/** When a read that failed is tried again; `null`: it came through, or trying again is no use. `attempt` counts from 1. */
export function readAgainAtMs(read: MethodsRead, attempt: number, nowMs: number): number | null {
  if (read.kind === 'read' || attempt >= MOST_ATTEMPTS) return null;
  const { status, retryAfterMs } = read;
  const decision = decideRetry({ method: 'GET', status, retryAfterMs, attempt, nowMs });
  return decision.kind === 'retry' && decision.atMs - nowMs <= LONGEST_WAIT_MS ? decision.atMs : null;
}
