import type { Situation } from './assumed-errors.ts';
import type { Operation, OperationName } from './surface.ts';

/** What goes wrong with the next `times` matching requests; `Infinity` means until it is cleared. */
export type Fault = Mishap & { readonly on: 'any' | 'reads' | 'writes' | OperationName; readonly times: number };

type Mishap =
  /** The line is cut before the tenant hears the request. */
  | { readonly kind: 'dropRequest' }
  /** The tenant acts, and the line is cut before its answer. */
  | { readonly kind: 'dropAnswer' }
  /** The tenant asks for claims that the token lacks, and does not act. */
  | { readonly kind: 'challenge'; readonly status: keyof typeof CHALLENGES }
  /** `acts`: whether the tenant did what was asked all the same. */
  | {
      readonly kind: 'fail';
      readonly status: keyof typeof FAILURES;
      readonly acts: boolean;
      readonly retryAfterSeconds?: number;
    };

/** The situation that a failing status stands for. */
export const FAILURES = {
  429: 'throttled',
  500: 'internalError',
  502: 'badGateway',
  503: 'unavailable',
  504: 'gatewayTimeout',
} as const satisfies Record<number, Situation>;

/** The situation of a claims challenge with this status. */
export const CHALLENGES = {
  401: 'claimsWanted',
  403: 'claimsWantedForbidden',
} as const satisfies Record<number, Situation>;

/** Takes the first fault that matches, once. `operation` is `null` for a request outside the table. */
export function takeFault(
  faults: readonly Fault[],
  operation: Operation | null,
): { readonly fault: Fault | null; readonly rest: readonly Fault[] } {
  const fault = faults.find((candidate) => matches(candidate, operation));
  if (!fault) return { fault: null, rest: faults };
  const left = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
  return { fault, rest: faults.flatMap((candidate) => (candidate === fault ? left : [candidate])) };
}

function matches({ on }: Fault, operation: Operation | null): boolean {
  if (on === 'any') return true;
  if (!operation) return false;
  // A batch is neither: what is in it may be either, and is met itself.
  if (operation.name === 'batch') return on === 'batch';
  if (on === 'reads') return operation.method === 'GET';
  if (on === 'writes') return operation.method !== 'GET';
  return operation.name === on;
}
