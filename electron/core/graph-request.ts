import { encodeQuery, encodeSegment, quoteLiteral, userPath } from './graph-path.ts';
import type { UserId } from './graph-port.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One call of Microsoft Graph, before it has a base address, a token and an id. */
export type GraphRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query below the base address, every value from outside escaped. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, Json>> | null;
  /** The answer is a file and no JSON; its bytes are the body. Never in a batch. */
  readonly wantsFile?: true;
};

/** A call that changes something. */
export type GraphWrite = GraphRequest & { readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' };

const USER_FIELDS = 'id,displayName,userPrincipalName,mail,department,jobTitle,employeeId';

/** Chosen: a list that fits beside the queue; whoever is not in it is found by typing more. */
export const USERS_PER_SEARCH = 10;

/** A tokenised match on the name and the beginnings of mail and sign-in name. Source: Graph, "$search query parameter". */
export function searchUsersRequest(query: string): GraphRequest {
  const clauses = ['displayName', 'mail', 'userPrincipalName'].map((field) => `"${field}:${escapeSearch(query)}"`);
  const parameters = {
    $search: clauses.join(' OR '),
    $select: USER_FIELDS,
    $top: String(USERS_PER_SEARCH),
    $count: 'true',
  };
  return readRequest(`/users?${encodeQuery(parameters)}`, { ConsistencyLevel: 'eventual' });
}

/** Whoever has exactly this employee id. Source: Graph, user resource: employeeId supports $filter with eq. */
export function findByEmployeeIdRequest(employeeId: string): GraphRequest {
  const parameters = {
    $filter: `employeeId eq ${quoteLiteral(employeeId)}`,
    $select: USER_FIELDS,
    $top: String(USERS_PER_SEARCH),
  };
  return readRequest(`/users?${encodeQuery(parameters)}`);
}

/** By object id or sign-in name. Never `/me`: a list from outside that says "me" does not mean the operator. */
export function readUserRequest(idOrName: string): GraphRequest {
  return readRequest(`/users/${encodeSegment(idOrName)}?${encodeQuery({ $select: USER_FIELDS })}`);
}

/**
 * The picture of somebody, small: Graph gives the nearest size that there is.
 * Source: Graph, "Get profilePhoto": 96x96 is among the sizes; `$value` is the picture itself.
 */
export function readPhotoRequest(userId: UserId): GraphRequest {
  return { ...readRequest(`${userPath(userId)}/photos/96x96/$value`, { Accept: 'image/*' }), wantsFile: true };
}

export function readMeRequest(): GraphRequest {
  return readRequest(`/me?${encodeQuery({ $select: USER_FIELDS })}`);
}

export function readRequest(path: string, headers: Readonly<Record<string, string>> = {}): GraphRequest {
  return { method: 'GET', path, headers, body: null };
}

/** Source: the pages of the calls: where there is a body, Content-Type is required. */
export function writeRequest(
  method: GraphWrite['method'],
  path: string,
  body: GraphRequest['body'] = null,
): GraphWrite {
  return { method, path, headers: body === null ? {} : { 'Content-Type': 'application/json' }, body };
}

/** A search clause stands in double quotes: a quote or a backslash in it is escaped with a backslash. */
function escapeSearch(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}
