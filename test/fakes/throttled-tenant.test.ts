import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ok } from '../../electron/core/result.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createGraphClient } from '../../electron/io/graph/graph-client.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import type { TenantToken } from '../../electron/practice/tenant-data.ts';
import { createPracticeTenant } from '../../electron/practice/tenant.ts';
import { assignByBatch } from '../bench/batch-ours.ts';
import { generateBatchData } from '../bench/batch-tenant.ts';
import {
  assignToPath,
  createRequest,
  createSmallTenant,
  methodsPath,
  referenceTo,
  TOKENS,
  USERS,
  type SmallTenant,
} from '../practice/small-tenant.ts';
import { createHandClock } from './hand-clock.ts';
import { throttleTenant, type ThrottledTenant } from './throttled-tenant.ts';

const { AMY } = USERS;
const { FREE, SHA256, SLOW_PACED } = TOKENS;

type Gate = { readonly small: SmallTenant; readonly gate: ThrottledTenant; readonly delays: readonly number[] };

function openGate(everyWrite = 2): Gate {
  const small = createSmallTenant();
  const delays: number[] = [];
  const gate = throttleTenant(small.tenant, {
    throttling: { everyWrite, retryAfterSeconds: 4 },
    latencyMs: 150,
    nowMs: small.nowMs,
    delay: (delayMs) => Promise.resolve(delays.push(delayMs)),
  });
  return { small, gate, delays };
}

function assignAlone({ gate }: Gate, { deviceId }: TenantToken): Promise<Response> {
  return gate.fetch(createRequest('POST', methodsPath(AMY), { body: { device: { id: deviceId } } }));
}

type Answered = { readonly id: string; readonly status: number; readonly headers: Readonly<Record<string, string>> };

async function assignTogether({ gate }: Gate, tokens: readonly TenantToken[]): Promise<readonly Answered[]> {
  const requests = tokens.map((token) => ({
    id: token.serialNumber,
    method: 'PUT',
    url: assignToPath(AMY, token),
    headers: { 'Content-Type': 'application/json' },
    body: { '@odata.id': referenceTo(AMY) },
  }));
  const response = await gate.fetch(createRequest('POST', '/$batch', { body: { requests } }));
  expect(response.status).toBe(200);
  const { responses } = (await response.json()) as { readonly responses: readonly Answered[] };
  return responses.toSorted((one, other) => one.id.localeCompare(other.id));
}

describe('a tenant that throttles', () => {
  test('refuses each so-manieth write with 429, a time and an error, and the tenant does not hear of it', async () => {
    const opened = openGate();
    expect((await assignAlone(opened, FREE)).status).toBe(201);
    const refused = await assignAlone(opened, SHA256);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '4']);
    expect(await refused.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
    expect(opened.small.statusOf(SHA256)).toBe('available');
    expect(opened.gate.countRequests('assign')).toBe(1);
  });

  test('lets reads pass', async () => {
    const { gate } = openGate(1);
    const response = await gate.fetch(createRequest('GET', methodsPath(AMY), {}));
    expect([response.status, gate.traffic().writes]).toEqual([200, 0]);
  });

  test('judges each item of a batch by itself, and the others are done', async () => {
    const opened = openGate();
    const answers = await assignTogether(opened, [FREE, SHA256, SLOW_PACED]);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      [SHA256.serialNumber, 429],
      [FREE.serialNumber, 204],
      [SLOW_PACED.serialNumber, 204],
    ]);
    expect(answers[0]?.headers).toMatchObject({ 'Retry-After': '4' });
    expect(opened.small.statusOf(SHA256)).toBe('available');
    expect(opened.small.statusOf(SLOW_PACED)).toBe('assigned');
  });

  test('answers a batch of refusals only', async () => {
    const answers = await assignTogether(openGate(1), [FREE, SHA256]);
    expect(answers.map(({ status }) => status)).toEqual([429, 429]);
  });

  test('refuses what comes again too early with what is left, and lets it pass in its time', async () => {
    const opened = openGate();
    await assignTogether(opened, [FREE, SHA256]);
    opened.small.advance(1_500);
    const [early] = await assignTogether(opened, [SHA256]);
    expect([early?.status, early?.headers['Retry-After']]).toEqual([429, '3']);
    opened.small.advance(2_500);
    expect(await assignTogether(opened, [SHA256])).toMatchObject([{ status: 204 }]);
    expect(opened.gate.traffic()).toEqual({ requests: 3, writes: 4, throttled: 2, early: 1, done: 2 });
  });

  test('takes its time once for a request, whatever is in it', async () => {
    const opened = openGate();
    await assignAlone(opened, FREE);
    await assignTogether(opened, [SHA256, SLOW_PACED]);
    expect(opened.delays).toEqual([150, 150]);
  });
});

test.each([
  [50, 4, null],
  [3, 10, null],
  [3, 10, 'putNotFound'],
] as const)(
  'a list of 130 ends with each token at its person once, with every %d. write throttled for %d s and the PUT %s',
  async (everyWrite, retryAfterSeconds, putUnknown) => {
    const hand = createHandClock();
    const { nowMs } = hand.clock;
    const { data, wishes } = generateBatchData(130);
    const delay = (): Promise<void> => Promise.resolve();
    const tenant = throttleTenant(
      createPracticeTenant({ nowMs, delay, newId: randomUUID, data, conditions: { putUnknown } }),
      { throttling: { everyWrite, retryAfterSeconds }, latencyMs: 0, nowMs, delay },
    );
    const graph = createGraphClient({
      fetch: tenant.fetch,
      baseUrl: 'https://graph.microsoft.com/beta',
      accessToken: () => Promise.resolve(ok(new Secret(PRACTICE_OPERATORS.depot.accessToken))),
      newRequestId: randomUUID,
      nowMs,
      timeoutSignal: () => new AbortController().signal,
      onAnswer: () => undefined,
      onSilence: () => undefined,
    });
    const waitUntil = async (atMs: number): Promise<void> => hand.moveTo(Math.max(atMs, nowMs()));
    expect(await assignByBatch(wishes, { graph, waitUntil, nowMs })).toEqual([]);
    expect(wishes.map(({ serialNumber }) => tenant.findAssignment(serialNumber)?.userId)).toEqual(
      wishes.map(({ userId }) => userId),
    );
    expect(tenant.traffic()).toMatchObject({ early: 0, done: 130 });
    expect(tenant.violations()).toEqual([]);
  },
);
