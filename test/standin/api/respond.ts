// The answer to a request of a page: webRequest is asked first, then the app's protocol handler, then webRequest again.
import { hasAppScheme } from '../chromium/app-scheme.ts';
import type { PageAnswer, PageRequest } from '../chromium/page-requests.ts';
import { handlerOf } from './internals.ts';
import type { Protocol } from './protocol.ts';
import type { Hooks } from './web-request.ts';
import type { RequestDetails } from './web-request.ts';

type HeaderPairs = readonly (readonly [name: string, value: string])[];

const BLOCKED: PageAnswer = { kind: 'fail', reason: 'BlockedByClient' };
const WITHOUT_BODY = ['GET', 'HEAD'];

// Electron's words for Chromium's kinds of resource, where lower-casing the first letter is not enough.
const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  XHR: 'xhr',
  Fetch: 'xhr',
  CSPViolationReport: 'cspReport',
};

function resourceType(type: string): string {
  return RESOURCE_TYPES[type] ?? type.charAt(0).toLowerCase() + type.slice(1);
}

/** What a session has a say with. */
export type Answering = { readonly protocol: Protocol; readonly hooks: Hooks };

async function askHandler(request: PageRequest, protocol: Protocol): Promise<Response | undefined> {
  const { url, method, headers, body } = request;
  const handler = protocol[handlerOf](url);
  const payload = WITHOUT_BODY.includes(method) || !body ? null : new Uint8Array(body);
  return handler?.(new Request(url, { method, headers, body: payload }));
}

function pairs(headers: Readonly<Record<string, string | readonly string[]>>): HeaderPairs {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value): readonly [string, string] => [name, value]),
  );
}

/** Answers a request of the page whose webContents has this id, as its session has it. */
export async function respond(
  request: PageRequest,
  webContentsId: number,
  { protocol, hooks }: Answering,
): Promise<PageAnswer> {
  const { id, url, method } = request;
  const about: RequestDetails = {
    id,
    url,
    method,
    webContentsId,
    resourceType: resourceType(request.resourceType),
    referrer: request.headers['Referer'] ?? '',
    timestamp: Date.now(),
  };
  const before = await hooks.beforeRequest.ask(about);
  if (before?.cancel) return BLOCKED;
  if (before?.redirectURL !== undefined) throw new Error('webRequest: redirectURL is not implemented');
  if (!hasAppScheme(url)) return { kind: 'load from the network' };

  const response = await askHandler(request, protocol);
  if (!response) return { kind: 'fail', reason: 'NameNotResolved' };
  if (response.type === 'error') return { kind: 'fail', reason: 'Failed' };
  let headers: HeaderPairs = [...response.headers];
  const received = await hooks.headersReceived.ask({
    ...about,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status}`,
    responseHeaders: Object.fromEntries(headers.map(([name, value]) => [name, [value]])),
  });
  if (received?.cancel) return BLOCKED;
  if (received?.responseHeaders) headers = pairs(received.responseHeaders);
  return { kind: 'answer', status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}
