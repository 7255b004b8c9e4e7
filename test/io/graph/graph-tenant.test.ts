import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { GraphPort, WriteOutcome } from '../../../electron/core/graph-port.ts';
import { ok } from '../../../electron/core/result.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { createGraphClient } from '../../../electron/io/graph/graph-client.ts';
import { PRACTICE_DATA, PRACTICE_OPERATOR, PRACTICE_TOKENS } from '../../../electron/practice/practice-data.ts';
import { createPracticeTenant } from '../../../electron/practice/tenant.ts';
import type { Fault } from '../../../electron/practice/faults.ts';
import { readDisplay } from '../../../electron/practice/virtual-token.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { startLoopbackTenant, type LoopbackTenant } from '../../fakes/loopback-tenant.ts';

const SERIAL = 'GALT11420104';
const ANNA = 'anna.schmidt@harbourlark.example';

type Line = {
  readonly graph: GraphPort;
  readonly served: LoopbackTenant;
  readonly assign: (code?: string) => Promise<WriteOutcome>;
  readonly nowMs: () => number;
};

/** The Graph client on a real line to the practice tenant. */
async function openLine(faults: readonly Fault[] = []): Promise<Line> {
  const { clock } = createHandClock();
  const tenant = createPracticeTenant({
    nowMs: clock.nowMs,
    delay: () => Promise.resolve(),
    newId: randomUUID,
    data: PRACTICE_DATA,
    conditions: { faults },
  });
  const served = await startLoopbackTenant(tenant);
  onTestFinished(served.close);
  const graph = createGraphClient({
    fetch: (request) => fetch(request),
    baseUrl: `${served.baseUrl}/beta`,
    accessToken: () => Promise.resolve(ok(new Secret(PRACTICE_OPERATOR.accessToken))),
    newRequestId: randomUUID,
    nowMs: clock.nowMs,
    timeoutSignal: () => new AbortController().signal,
    onAnswer: () => undefined,
    onSilence: () => undefined,
  });
  const token = PRACTICE_TOKENS.find(({ serialNumber }) => serialNumber === SERIAL);
  const display = token ? readDisplay(token, clock.nowMs()).code : '';
  return {
    graph,
    served,
    nowMs: clock.nowMs,
    assign: async (code = display) =>
      graph.assignAndActivateBySerialNumber({
        userId: await findAnna(graph),
        serialNumber: SERIAL,
        verificationCode: new Secret(code),
        displayName: 'Hardware token',
        attempt: 1,
      }),
  };
}

async function findAnna(graph: GraphPort): Promise<string> {
  const found = await graph.searchUsers(ANNA);
  const users = found.kind === 'read' ? found.value.users : [];
  return users.find(({ userPrincipalName }) => userPrincipalName === ANNA)?.id ?? '';
}

test('the whole way over a real line: found, assigned, read back, and nothing outside the table', async () => {
  const { graph, served, assign } = await openLine();
  expect(await assign()).toEqual({ kind: 'done', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const methods = await graph.listOathMethods(await findAnna(graph));
  expect(methods).toMatchObject({ kind: 'read', value: [{ serialNumber: SERIAL, status: 'activated' }] });
  expect(served.tenant.violations()).toEqual([]);
});

test('a wrong code is refused, and the right one goes in by the method that was left behind', async () => {
  const { graph, served, assign, nowMs } = await openLine();
  expect(await assign('918273')).toMatchObject({ kind: 'refused', problem: { code: 'code-rejected' } });
  const userId = await findAnna(graph);
  const methods = await graph.listOathMethods(userId);
  const [method] = methods.kind === 'read' ? methods.value : [];
  expect(method?.status).toBe('failedActivation');
  const token = PRACTICE_TOKENS.find(({ serialNumber }) => serialNumber === SERIAL);
  const verificationCode = new Secret(token ? readDisplay(token, nowMs()).code : '');
  const methodId = method?.methodId ?? '';
  const outcome = await graph.activate({ userId, methodId, verificationCode, displayName: 'x', attempt: 1 });
  expect(outcome.kind).toBe('done');
  expect(served.tenant.findAssignment(SERIAL)?.status).toBe('activated');
  expect(served.tenant.violations()).toEqual([]);
});

test.each([
  ['before the tenant hears of it', 'dropRequest', 'available'],
  ['after the tenant has acted', 'dropAnswer', 'activated'],
] as const)('a line that is cut %s is lost, and the tenant saw one POST', async (_when, kind, status) => {
  const { served, assign } = await openLine([{ on: 'writes', times: 1, kind }]);
  expect(await assign()).toMatchObject({ kind: 'lost', problem: { code: 'answer-lost' } });
  expect(served.countPosts('assignAndActivateBySerialNumber')).toBe(1);
  expect(served.tenant.findAssignment(SERIAL)?.status).toBe(status);
});

test.each([500, 502, 503, 504] as const)('%d after the tenant has acted is lost, and sent once', async (status) => {
  const { served, assign } = await openLine([{ on: 'writes', times: 1, kind: 'fail', status, acts: true }]);
  expect((await assign()).kind).toBe('lost');
  expect(served.countPosts('assignAndActivateBySerialNumber')).toBe(1);
});

test.each([429, 503] as const)('%d with Retry-After is postponed by what it says', async (status) => {
  const { assign, nowMs } = await openLine([
    { on: 'writes', times: 1, kind: 'fail', status, acts: false, retryAfterSeconds: 9 },
  ]);
  expect(await assign()).toMatchObject({ kind: 'postponed', untilMs: nowMs() + 9_000 });
});
