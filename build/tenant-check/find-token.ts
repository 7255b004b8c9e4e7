import { parseMethodList } from '../../electron/core/graph-answer.ts';
import { listMethodsRequest } from '../../electron/core/graph-method-request.ts';
import type { OathMethod } from '../../electron/core/oath-method.ts';
import { bodyOf } from './learning.ts';
import type { Attempt } from './run-log.ts';
import { tryRead, wait, type Run } from './try-step.ts';

/** What a user's tokens were before anything was written: these are never touched. */
export type Before = {
  readonly who: string;
  readonly userId: string;
  readonly methodIds: ReadonlySet<string>;
};

/** `found`: the test token; `null`: it is not there; `undefined`: the list could not be read. */
export type Look = { readonly attempts: readonly Attempt[]; readonly found: OathMethod | null | undefined };

/** Chosen: soon at first, because most reads have caught up within a second. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

/** Reads a user's tokens; `null` where they cannot be read. */
export async function readMethods(
  run: Run,
  userId: string,
  what: string,
  canBeStopped = true,
): Promise<{ readonly attempts: readonly Attempt[]; readonly methods: readonly OathMethod[] | null }> {
  const attempts = await tryRead(
    run,
    { what, request: listMethodsRequest(userId), parse: parseMethodList },
    canBeStopped,
  );
  const parsed = parseMethodList(bodyOf(attempts.at(-1)?.answer));
  return { attempts, methods: parsed.ok ? parsed.value : null };
}

/**
 * Looks for the test token among a user's. It is the one that was not there before and has its serial number, in any
 * letter case; or tells none, where the list leaves the details out.
 */
export async function lookForToken(run: Run, before: Before, serialNumber: string, canBeStopped = true): Promise<Look> {
  const { attempts, methods } = await readMethods(run, before.userId, 'read back', canBeStopped);
  const isIt = (method: OathMethod): boolean =>
    !before.methodIds.has(method.methodId) &&
    (method.serialNumber === null || method.serialNumber.toLowerCase() === serialNumber.toLowerCase());
  return { attempts, found: methods === null ? undefined : (methods.find(isIt) ?? null) };
}

/**
 * Reads until what is read fits, because reads lag behind writes, or the time is up. A list that cannot be read is read
 * again, too.
 */
export async function lookUntil(
  run: Run,
  look: () => Promise<Look>,
  fits: (found: Look['found']) => boolean,
  stop: AbortSignal | null,
): Promise<Look> {
  const attempts: Attempt[] = [];
  const untilMs = run.clock.nowMs() + run.settleMs;
  for (let count = 0; ; count += 1) {
    const { attempts: more, found } = await look();
    attempts.push(...more);
    const leftMs = untilMs - run.clock.nowMs();
    if (fits(found) || leftMs <= 0 || stop?.aborted) return { attempts, found };
    if (count === 0) run.dialogue.say('  Reading until it shows, because reads lag behind writes…');
    await wait(run, Math.min(leftMs, PAUSES_MS[count] ?? 8_000), stop);
  }
}
