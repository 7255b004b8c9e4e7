import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ok } from '../../electron/core/result.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createGraphClient } from '../../electron/io/graph/graph-client.ts';
import type { Conditions } from '../../electron/practice/tenant-state.ts';
import type { Throttling } from '../fakes/throttled-tenant.ts';
import { assignByBatch } from './batch-ours.ts';
import { CALM, serveBatchTenant, type Verdict, type Wish } from './batch-tenant.ts';
import { round } from './measure.ts';
import type { PeerWay } from './peers/assign-line.ts';
import { assignListed, assignWithSleep } from './peers/assign-listed.ts';
import { assignAsTheModule, assignLookedUp } from './peers/assign-looked-up.ts';

/**
 * Assigns a list of tokens by batch and one by one, as published scripts do, over one served tenant that throttles.
 *
 * What the figures rest on. Assumed: a batch takes as long as one request; a page of the inventory has 100 tokens; everybody has
 * the people's object ids. The scripts are written anew from their sources, named in `peers/`, and keep their line open. The
 * ratio hangs on the throttling: where Graph asks for longer waits, waiting is most of our time, while the fastest script
 * does not wait and leaves those tokens undone. Those rows are printed, too.
 */
const TOKENS = Number(process.env['BATCH_BENCH_TOKENS'] ?? 1_000);
if (!Number.isInteger(TOKENS) || TOKENS < 1) throw new Error('BATCH_BENCH_TOKENS is a number of tokens');
const LATENCY_MS = 150;
const AT_LEAST_TIMES_FASTER = 15;
/** Chosen: below this the waits that Graph asks for are most of the time, and the ratio says nothing. */
const TOKENS_FOR_THE_CLAIM = 1_000;
/** Chosen: what the simulated day meets, too: two of a hundred writes, and four seconds. */
const THROTTLING: Throttling = { everyWrite: 50, retryAfterSeconds: 4 };
/** Chosen: enough for a rhythm; a thousand would take twenty minutes and more than an hour. */
const SLEEPERS = Math.min(20, TOKENS);
const MODULE_TOKENS = Math.min(10, TOKENS);

type Run = Verdict & { readonly what: string; readonly tokens: number; readonly failed: number; readonly ms: number };
/** `tokenMs`: what a token takes once the list is under way. */
type PeerRun = Run & { readonly tokenMs: number };

const tenant = await serveBatchTenant(TOKENS, LATENCY_MS);
const { wishes } = tenant;

console.log(
  `\n${TOKENS} tokens for as many people. ${LATENCY_MS} ms a request, one write in ${THROTTLING.everyWrite} is answered by 429, ` +
    `Retry-After: ${THROTTLING.retryAfterSeconds}. The same served tenant, as it was at first, for each.`,
);
// Not counted: the first of all compiles the code that they share.
await runOurs('warming up', CALM);
const others = [
  await runOurs('… nothing throttled', CALM),
  await runOurs("… Retry-After: 10 (Microsoft's sample)", { ...THROTTLING, retryAfterSeconds: 10 }),
  await runOurs('… one write in 10 throttled', { ...THROTTLING, everyWrite: 10 }),
  await runOurs('… Graph does not know the PUT', THROTTLING, { putUnknown: 'putNotFound' }),
];
// Before, between and after the long ones: a computer that is busy for a moment must not decide.
const before = await runOurs('Token Station, before the scripts', THROTTLING);
const listed = await runPeer('token_inventory_python: inventory, a POST each', assignListed, wishes);
const between = await runOurs('Token Station, between the scripts', THROTTLING);
const lookedUp = await runPeer('OATHTokens, leanest: a look-up and a POST each', assignLookedUp, wishes);
const after = await runOurs('Token Station, after the scripts', THROTTLING);
const ofOurs = [before, between, after] as const;
const ours = { ...median(ofOurs), what: 'Token Station: inventory, batches of 20 (median)' };
const slept = await runPeer(
  "CarlH2's rhythm: a POST and a second of sleep",
  assignWithSleep,
  wishes.slice(0, SLEEPERS),
);
const whole = await runPeer('OATHTokens, all that it does', assignAsTheModule, wishes.slice(0, MODULE_TOKENS));
await tenant.close();

print('Measured to the end of the list', [
  { ...toRow(ours), '× our time': 1 },
  ...[listed, lookedUp].map((run) => ({ ...toRow(run), '× our time': round(run.ms / ours.ms) })),
]);
print(
  'Ours three times, and in other weather, beside the time of a POST each, which never waits and leaves undone what is throttled',
  [...ofOurs, ...others].map((run) => ({ ...toRow(run), 'a POST each ×': round(listed.ms / run.ms) })),
);
print(
  `Measured on a few, and EXTRAPOLATED to ${TOKENS}: not measured`,
  [slept, whole].map((run) => ({
    what: run.what,
    'tokens measured': run.tokens,
    requests: run.requests,
    seconds: seconds(run.ms),
    'a token, s': round(run.tokenMs / 1_000),
    [`${TOKENS} would take, min`]: round((run.ms + (TOKENS - run.tokens) * run.tokenMs) / 60_000),
  })),
);

const broken = [
  ...[...ofOurs, ...others].flatMap(({ what, failed, unassigned, wrongPerson, doneTwice }) =>
    failed + unassigned + wrongPerson + doneTwice > 0 ? [`${what}: not every token has its person, once`] : [],
  ),
  ...(TOKENS >= TOKENS_FOR_THE_CLAIM && fewestTimes() < AT_LEAST_TIMES_FASTER
    ? [`${round(fewestTimes())} times faster is less than ${AT_LEAST_TIMES_FASTER}`]
    : []),
];
console.log(
  broken.length > 0
    ? `\nDoes not hold:\n${broken.join('\n')}`
    : `\nHolds: ${round(fewestTimes())} times faster than the faster script, none failed, none with the wrong person, none twice` +
        (TOKENS < TOKENS_FOR_THE_CLAIM ? ` (with ${TOKENS} tokens the ratio is not judged)` : ''),
);
if (broken.length > 0) process.exitCode = 1;

async function runOurs(what: string, throttling: Throttling, conditions: Partial<Conditions> = {}): Promise<Run> {
  tenant.reset(throttling, conditions);
  const graph = createGraphClient({
    fetch: (request) => fetch(request),
    baseUrl: tenant.baseUrl,
    accessToken: () => Promise.resolve(ok(new Secret(tenant.accessToken))),
    newRequestId: randomUUID,
    nowMs: Date.now,
    timeoutSignal: () => AbortSignal.timeout(30_000),
    onAnswer: () => undefined,
    onSilence: (problem) => console.log(problem),
  });
  const startedMs = performance.now();
  const failures = await assignByBatch(wishes, { graph, waitUntil, nowMs: Date.now });
  const ms = performance.now() - startedMs;
  for (const { serialNumber, reason } of failures.slice(0, 5)) console.log(`${serialNumber}: ${reason}`);
  for (const violation of tenant.violations()) throw new Error(violation);
  return { what, tokens: wishes.length, failed: failures.length, ms, ...tenant.judge(wishes) };
}

async function runPeer(what: string, way: PeerWay, asked: readonly Wish[]): Promise<PeerRun> {
  tenant.reset(THROTTLING);
  console.log(`${what}: ${asked.length} tokens …`);
  const { baseUrl, accessToken } = tenant;
  const startedMs = performance.now();
  const doneMs: number[] = [];
  const failed = await way(asked, { baseUrl, accessToken, wait: (ms) => setTimeout(ms), onToken: tell });
  const ms = performance.now() - startedMs;
  const [firstMs = 0] = doneMs;
  const tokenMs = asked.length > 1 ? ((doneMs.at(-1) ?? 0) - firstMs) / (asked.length - 1) : ms;
  return { what, tokens: asked.length, failed, ms, tokenMs, ...tenant.judge(asked) };

  function tell(index: number): void {
    doneMs.push(performance.now() - startedMs);
    if ((index + 1) % 250 === 0) console.log(`  ${index + 1} after ${seconds(doneMs.at(-1) ?? 0)} s`);
  }
}

/** The clock of the timers may be a little ahead of the clock of the day. */
async function waitUntil(atMs: number): Promise<void> {
  while (Date.now() < atMs) await setTimeout(atMs - Date.now());
}

function median(runs: readonly [Run, Run, Run]): Run {
  return runs.toSorted((one, other) => one.ms - other.ms)[1] ?? runs[1];
}

function fewestTimes(): number {
  return Math.min(listed.ms, lookedUp.ms) / ours.ms;
}

function toRow(run: Run): object {
  return {
    what: run.what,
    requests: run.requests,
    writes: run.writes,
    repeats: run.writes - run.tokens,
    'answered 429': run.throttled,
    'too early': run.early,
    seconds: seconds(run.ms),
    failed: run.failed,
    'left undone': run.unassigned,
    'wrong person': run.wrongPerson,
    'done twice': run.doneTwice,
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

function print(title: string, rows: readonly object[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}
