import type { Situation } from './assumed-errors.ts';
import { checkRequest, isObject, parseObject, type IncomingRequest, type Verdict } from './referee.ts';
import { carriesCode } from './surface.ts';

/** Source: Microsoft Graph, "Combine multiple HTTP requests using JSON batching". */
const BATCH_LIMIT = 20;

export type BatchItem = { readonly id: string; readonly request: IncomingRequest; readonly reasons: readonly string[] };

export type Batch =
  | { readonly kind: 'items'; readonly items: readonly BatchItem[] }
  | { readonly kind: 'refused'; readonly situation: Situation }
  | { readonly kind: 'outside'; readonly reasons: readonly string[] };

const ITEM_KEYS = ['id', 'method', 'url', 'headers', 'body'];

/** Takes a batch apart. Its own faults refuse it as a whole; the faults of an item are in `reasons`. */
export function readBatch(envelope: IncomingRequest): Batch {
  const requests: unknown = parseObject(envelope.bodyText)?.['requests'];
  const list: readonly unknown[] = Array.isArray(requests) ? requests : [];
  if (list.length === 0) return { kind: 'outside', reasons: ['a batch has at least one request'] };
  if (list.length > BATCH_LIMIT) return { kind: 'refused', situation: 'batchTooLarge' };
  const objects = list.filter(isObject);
  const ids = objects.flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [id.toLowerCase()] : []));
  if (ids.length < list.length)
    return { kind: 'outside', reasons: ['each request of a batch has an id, a JSON string'] };
  if (new Set(ids).size < ids.length) return { kind: 'refused', situation: 'batchIdTwice' };
  return { kind: 'items', items: objects.map((object) => readItem(envelope, object)) };
}

/** Holds an item against the table. Ours, not Microsoft's: a code waits for nobody, and neither a batch nor a file goes into a batch. */
export function judgeItem({ request, reasons }: BatchItem): Verdict {
  const verdict = checkRequest(request);
  const { operation } = verdict;
  const isForbidden =
    operation !== null && (carriesCode(operation) || operation.name === 'batch' || operation.name === 'readPhoto');
  const ours = isForbidden ? [`${operation.name} does not go into a batch`] : [];
  const all = [...reasons, ...ours, ...(verdict.kind === 'outside' ? verdict.reasons : [])];
  return all.length === 0 ? verdict : { kind: 'outside', operation, authorized: true, reasons: all };
}

/** What one item would be, had it come alone: it goes by the version, the token and the id of its envelope. */
function readItem(envelope: IncomingRequest, item: Readonly<Record<string, unknown>>): BatchItem {
  const { id, method, url, headers, body } = item;
  const version = envelope.url.pathname.split('/')[1] ?? '';
  const isRelative = typeof url === 'string' && /^\/(?!\/|beta\/|v1\.0\/)/.test(url);
  const ownHeaders = isTexts(headers) ? headers : {};
  const request: IncomingRequest = {
    method: String(method),
    url: new URL(`${envelope.url.origin}/${version}${isRelative ? url : '/'}`),
    headers: inherit(new Headers(ownHeaders), envelope.headers),
    bodyText: body === undefined ? '' : JSON.stringify(body),
  };
  const reasons = [
    ...Object.keys(item)
      .filter((key) => !ITEM_KEYS.includes(key))
      .map((key) => `an item has no key ${key}`),
    ...(isRelative ? [] : ['the url of an item begins with a slash, without host and version']),
    ...(headers === undefined || isTexts(headers) ? [] : ['the headers of an item are JSON strings']),
    ...(typeof method === 'string' ? [] : ['the method of an item is a JSON string']),
  ];
  return { id: String(id), request, reasons };
}

function inherit(own: Headers, headers: Headers): Headers {
  for (const name of ['authorization', 'client-request-id']) own.set(name, headers.get(name) ?? '');
  return own;
}

function isTexts(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
}

/** An answer as an item of the envelope's answer. */
export async function writeItem(id: string, response: Response): Promise<object> {
  const text = await response.text();
  const headers = [...response.headers].map(([name, value]) => [capitalise(name), value] as const);
  const body = text === '' ? {} : { body: JSON.parse(text) };
  return { id, status: response.status, headers: Object.fromEntries(headers), ...body };
}

/** Source: the same page: the headers of an item are written as in `Content-Type`. */
function capitalise(name: string): string {
  return name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
