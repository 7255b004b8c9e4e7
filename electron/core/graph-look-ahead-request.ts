import { encodeQuery, userPath } from './graph-path.ts';
import { readRequest, type GraphRequest } from './graph-request.ts';
import type { UserId } from './graph-port.ts';

/** Source: Graph, "List a user's memberships": the largest page. */
const LARGEST_PAGE = 999;

/** Source: Graph, user resource; "List users" for the permission that shows these two fields. */
export function readAccountRequest(userId: UserId): GraphRequest {
  return readRequest(`${userPath(userId)}?${encodeQuery({ $select: 'id,userType,accountEnabled' })}`);
}

/**
 * The groups, admin roles and administrative units that somebody is in, also through groups, the first page of them.
 * Not cast to roles and without $select: these are advanced queries, whose index may be behind the directory.
 * Source: Graph, "List a user's memberships (direct and transitive)": a page has 100 of them, and up to 999 with $top.
 * Observed: $top is taken without `ConsistencyLevel` in field tools, though the page puts it with the advanced queries.
 */
export function listMembershipsRequest(userId: UserId): GraphRequest {
  return readRequest(`${userPath(userId)}/transitiveMemberOf?${encodeQuery({ $top: String(LARGEST_PAGE) })}`);
}

/** Source: Graph beta, "List methods": all ways in which somebody can prove who they are; no query keys. */
export function listAllMethodsRequest(userId: UserId): GraphRequest {
  return readRequest(`${userPath(userId)}/authentication/methods`);
}
