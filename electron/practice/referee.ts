import { OPERATIONS, type BodyField, type Operation } from './surface.ts';

export type IncomingRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly bodyText: string;
};

/** A request that is inside the table, taken apart. */
export type Call = {
  readonly url: URL;
  readonly accessToken: string;
  readonly params: Readonly<Record<string, string>>;
  /** The path begins with `/me`, and has no id. */
  readonly isSelf: boolean;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  /** The lists of the body, as they came. */
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
};

export type Verdict =
  | { readonly kind: 'inside'; readonly operation: Operation; readonly call: Call }
  /** `reasons` name what was outside the table; they never repeat a value of the query or of the body. */
  | {
      readonly kind: 'outside';
      readonly operation: Operation | null;
      readonly authorized: boolean;
      readonly reasons: readonly string[];
    };

type Route = {
  readonly version: string;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly isSelf: boolean;
};

type Checked<T> = { readonly value: T; readonly reasons: readonly string[] };

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Finds the operation that a method and a path stand for. */
export function findRoute(method: string, url: URL): Route | null {
  const [, version = '', ...segments] = url.pathname.split('/');
  for (const operation of OPERATIONS) {
    if (operation.method !== method) continue;
    const params = matchPath(operation.path, segments);
    if (params) return { version, operation, params, isSelf: false };
    const selfParams = operation.selfPath === null ? null : matchPath(operation.selfPath, segments);
    if (selfParams) return { version, operation, params: selfParams, isSelf: true };
  }
  return null;
}

/** Holds a request against the table of operations. */
export function checkRequest(request: IncomingRequest): Verdict {
  const accessToken = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const authorized = accessToken !== undefined;
  const route = findRoute(request.method, request.url);
  if (!route) {
    const reasons = [`no operation ${request.method} ${request.url.pathname}`];
    return { kind: 'outside', operation: null, authorized, reasons };
  }
  const { operation, params, isSelf } = route;
  const query = checkQuery(operation, request.url.searchParams);
  const body = checkBody(operation, request.bodyText);
  const reasons = [
    ...(authorized ? [] : ['the header Authorization must be "Bearer" and a token']),
    ...checkVersion(operation, route.version),
    ...checkHeaders(operation, request),
    ...query.reasons,
    ...body.reasons,
  ];
  if (!authorized || reasons.length > 0) return { kind: 'outside', operation, authorized, reasons };
  const { url } = request;
  return {
    kind: 'inside',
    operation,
    call: {
      url,
      accessToken,
      params,
      isSelf,
      query: query.value,
      body: body.value,
      lists: readLists(operation, request.bodyText),
    },
  };
}

function matchPath(template: string, segments: readonly string[]): Record<string, string> | null {
  const parts = template.split('/').slice(1);
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== segment) return null;
      continue;
    }
    const value = decodeSegment(segment);
    if (!value) return null;
    params[name] = value;
  }
  return params;
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function checkVersion(operation: Operation, version: string): readonly string[] {
  const known: readonly string[] = operation.versions;
  return known.includes(version) ? [] : [`${operation.name} is in ${known.join(' and ')}, not in "${version}"`];
}

function checkHeaders(operation: Operation, { headers, url }: IncomingRequest): readonly string[] {
  const reasons: string[] = [];
  if (!GUID.test(headers.get('client-request-id') ?? '')) reasons.push('the header client-request-id must be a GUID');
  const mediaType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (operation.body && mediaType !== 'application/json') {
    reasons.push('the header Content-Type must be application/json');
  }
  // Source: Microsoft Graph, "Advanced query capabilities on directory objects".
  const isAdvanced = url.searchParams.has('$search') || url.searchParams.has('$count');
  if (isAdvanced && headers.get('consistencylevel')?.toLowerCase() !== 'eventual') {
    reasons.push('$search and $count need the header ConsistencyLevel: eventual');
  }
  return reasons;
}

function checkQuery(operation: Operation, search: URLSearchParams): Checked<Record<string, string>> {
  const value: Record<string, string> = {};
  const reasons: string[] = [];
  for (const [key, text] of search) {
    const pattern = Object.hasOwn(operation.query, key) ? operation.query[key] : undefined;
    if (!pattern) reasons.push(`${operation.name} has no query key ${key}`);
    else if (Object.hasOwn(value, key)) reasons.push(`the query key ${key} is there twice`);
    else if (!pattern.test(text)) reasons.push(`the value of ${key} does not match ${pattern.source}`);
    else value[key] = text;
  }
  return { value, reasons };
}

function checkBody(operation: Operation, text: string): Checked<Record<string, string>> {
  if (!operation.body) {
    return { value: {}, reasons: text === '' ? [] : [`${operation.name} has no body`] };
  }
  const parsed = parseObject(text);
  if (!parsed) return { value: {}, reasons: ['the body must be a JSON object'] };
  return checkFields(operation.name, operation.body, parsed, '');
}

function readLists(operation: Operation, text: string): Call['lists'] {
  const entries = Object.entries(operation.body ? (parseObject(text) ?? {}) : {});
  return Object.fromEntries(entries.flatMap(([key, value]) => (Array.isArray(value) ? [[key, value]] : [])));
}

/** Holds an object against its fields. What stands in an inner object is found as `outer.inner`. */
export function checkFields(
  name: string,
  fields: Readonly<Record<string, BodyField>>,
  given: Readonly<Record<string, unknown>>,
  prefix: string,
): Checked<Record<string, string>> {
  const extra = Object.keys(given).filter((key) => !Object.hasOwn(fields, key));
  const checked = Object.entries(fields).map(([key, field]) => checkField(name, field, given[key], prefix + key));
  return {
    value: Object.assign({}, ...checked.map(({ value }) => value)),
    reasons: [
      ...extra.map((key) => `${name} has no body key ${prefix}${key}`),
      ...checked.flatMap(({ reasons }) => reasons),
    ],
  };
}

function checkField(name: string, field: BodyField, given: unknown, key: string): Checked<Record<string, string>> {
  const wrong = (reason: string): Checked<Record<string, string>> => ({ value: {}, reasons: [reason] });
  if (given === undefined) return field.required ? wrong(`the body key ${key} is missing`) : { value: {}, reasons: [] };
  switch (field.type) {
    case 'array':
      return Array.isArray(given) ? { value: {}, reasons: [] } : wrong(`${key} must be a list`);
    case 'object':
      return isObject(given) ? checkFields(name, field.fields, given, `${key}.`) : wrong(`${key} must be an object`);
    case 'integer':
      return typeof given === 'number' && Number.isInteger(given)
        ? { value: { [key]: String(given) }, reasons: [] }
        : wrong(`${key} must be an integer`);
    case 'string':
      if (typeof given !== 'string') return wrong(`${key} must be a JSON string, not ${typeof given}`);
      if (!field.pattern.test(given)) return wrong(`${key} does not match ${field.pattern.source}`);
      return { value: { [key]: given }, reasons: [] };
  }
}

export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
