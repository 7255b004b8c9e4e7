import { encodeQuery, encodeSegment, quoteLiteral } from './graph-path.ts';
import { readRequest, type GraphRequest } from './graph-request.ts';
import type { PersonKey } from './graph-port.ts';

/** Source: Graph, user resource. What the rights do not show of it comes back empty. */
const FIELDS = 'id,displayName,userPrincipalName,mail,department,jobTitle,employeeId,userType,accountEnabled';

/** Chosen: two with one employee id are as wrong as ten. */
const MOST_WITH_ONE_ID = '2';

/** Chosen: far above every sign-in name (113 characters) and employee id (16), and short enough for an address. */
const LONGEST = 256;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Asks who a line of a list means; `null`: nobody can be called this, so that nothing is asked.
 * Below `/users/` stand words of Graph's own, such as `delta` and `me`: what is no sign-in name must not reach one of them.
 * Source: Entra, "userPrincipalName": it always has the form `alias@domain`.
 */
export function readPersonRequest({ by, value }: PersonKey): GraphRequest | null {
  if (value === '' || value.length > LONGEST) return null;
  if (by === 'employeeId') {
    const $filter = `employeeId eq ${quoteLiteral(value)}`;
    return readRequest(`/users?${encodeQuery({ $filter, $select: FIELDS, $top: MOST_WITH_ONE_ID })}`);
  }
  const isName = value.includes('@') || GUID.test(value);
  return isName ? readRequest(`/users/${encodeSegment(value)}?${encodeQuery({ $select: FIELDS })}`) : null;
}
