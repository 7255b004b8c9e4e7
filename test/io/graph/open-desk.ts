import { randomUUID } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { GraphPort, ReadOutcome, WriteOutcome } from '../../../electron/core/graph-port.ts';
import type { SignInPort } from '../../../electron/core/ports.ts';
import { ok } from '../../../electron/core/result.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { createGraphClient } from '../../../electron/io/graph/graph-client.ts';
import { judgeItem, readBatch } from '../../../electron/practice/batch.ts';
import { checkRequest, type IncomingRequest } from '../../../electron/practice/referee.ts';
import { createHandClock, type HandClock } from '../../fakes/hand-clock.ts';
import { serveLoopback, type Heard, type LoopbackServer } from '../../fakes/loopback-server.ts';

export const CODE = '012345';
export const ACCESS_TOKEN = 'header.canary-access-token.signature';
export const USER_ID = '11111111-2222-4333-8444-555555555555';
export const METHOD_ID = '99999999-8888-4777-8666-555555555555';
export const SERIAL = '00040008CFA5';

/** The Graph client as the app has it, on a real line to a server of our own. */
export type Desk = {
  readonly graph: GraphPort;
  readonly server: LoopbackServer;
  readonly hand: HandClock;
  /** The latencies and the problems that the health line was told. */
  readonly latenciesMs: readonly number[];
  readonly silences: readonly Problem[];
};

export type DeskOptions = {
  readonly baseUrl?: string;
  readonly accessToken?: SignInPort['accessToken'];
  readonly signal?: AbortSignal;
};

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const server = await serveLoopback();
  onTestFinished(async () => {
    await server.close();
    // Whatever a test is about: no request may leave the table of what Graph's pages describe.
    expect(server.heard().flatMap((heard) => outsideOf(server, heard))).toEqual([]);
  });
  const hand = createHandClock(Date.parse('2026-03-02T09:00:00Z'));
  const latenciesMs: number[] = [];
  const silences: Problem[] = [];
  const graph = createGraphClient({
    fetch: (request) => fetch(request),
    baseUrl: options.baseUrl ?? `${server.url}/beta`,
    accessToken: options.accessToken ?? (() => Promise.resolve(ok(new Secret(ACCESS_TOKEN)))),
    newRequestId: randomUUID,
    nowMs: hand.clock.nowMs,
    timeoutSignal: () => options.signal ?? new AbortController().signal,
    onAnswer: (latencyMs) => latenciesMs.push(latencyMs),
    onSilence: (problem) => silences.push(problem),
  });
  return { graph, server, hand, latenciesMs, silences };
}

/** What a request had outside of the practice tenant's table, and each of its items, where it is a batch. */
function outsideOf(server: LoopbackServer, { method, path, headers, body }: Heard): readonly string[] {
  const url = new URL(path, server.url);
  const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const incoming: IncomingRequest = { method, url, headers: new Headers(sent), bodyText: body };
  const batch = url.pathname.endsWith('/$batch') ? readBatch(incoming) : null;
  if (batch && batch.kind !== 'items') return [JSON.stringify(batch)];
  return [checkRequest(incoming), ...(batch?.items ?? []).map(judgeItem)].flatMap((verdict) =>
    verdict.kind === 'outside' ? verdict.reasons : [],
  );
}

/** `attempt`: how often this code has been sent. */
export function assign({ graph }: Desk, attempt = 1): Promise<WriteOutcome> {
  const verificationCode = new Secret(CODE);
  const displayName = `Hardware token ${SERIAL}`;
  return graph.assignAndActivateBySerialNumber({
    userId: USER_ID,
    serialNumber: SERIAL,
    verificationCode,
    displayName,
    attempt,
  });
}

export function activate({ graph }: Desk, attempt = 1): Promise<WriteOutcome> {
  const verificationCode = new Secret(CODE);
  const displayName = 'Hardware token';
  return graph.activate({ userId: USER_ID, methodId: METHOD_ID, verificationCode, displayName, attempt });
}

export function list({ graph }: Desk): Promise<ReadOutcome<unknown>> {
  return graph.listOathMethods(USER_ID);
}

export function search({ graph }: Desk): Promise<ReadOutcome<unknown>> {
  return graph.searchUsers('anna');
}

export function assignDevice({ graph }: Desk, attempt = 1): Promise<WriteOutcome> {
  return graph.assign({ userId: USER_ID, deviceId: METHOD_ID, attempt });
}

export const CODE_WRITES = [
  { name: 'assign and activate', call: assign },
  { name: 'activate', call: activate },
  {
    name: 'assign and activate a device',
    call: ({ graph }: Desk, attempt = 1): Promise<WriteOutcome> => {
      const verificationCode = new Secret(CODE);
      const displayName = 'Hardware token';
      return graph.assignAndActivate({ userId: USER_ID, deviceId: METHOD_ID, verificationCode, displayName, attempt });
    },
  },
] as const;

export const WRITES = [
  ...CODE_WRITES,
  {
    name: 'deactivate',
    call: ({ graph }: Desk, attempt = 1): Promise<WriteOutcome> =>
      graph.deactivate({ userId: USER_ID, methodId: METHOD_ID, attempt }),
  },
  {
    name: 'unassign',
    call: ({ graph }: Desk, attempt = 1): Promise<WriteOutcome> =>
      graph.unassign({ userId: USER_ID, methodId: METHOD_ID, attempt }),
  },
] as const;

/** Reads of lists. */
export const READS = [
  { name: 'list methods', call: list },
  { name: 'search users', call: search },
  { name: 'find devices', call: ({ graph }: Desk): Promise<ReadOutcome<unknown>> => graph.findDevices(SERIAL) },
  { name: 'list devices', call: ({ graph }: Desk): Promise<ReadOutcome<unknown>> => graph.listDevices(null) },
] as const;

/** An OData error as Graph writes it. */
export function odataError(code: string, message: string, innerError: object = {}): object {
  return { error: { code, message, innerError } };
}
