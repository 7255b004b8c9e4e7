import type { SearchKey } from '../core/state.ts';
import type { GraphPort, ReadOutcome, UserList } from '../core/graph-port.ts';

/** Source: RFC 9562 §4: how an object id of Microsoft Entra is written. */
const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The people that fit: by the number on a badge, by object id where one was typed, else by name and sign-in name. */
export async function findUsers(
  graph: Pick<GraphPort, 'findByEmployeeId' | 'readUser' | 'searchUsers'>,
  query: string,
  by: SearchKey,
): Promise<ReadOutcome<UserList>> {
  if (by === 'employeeId') return graph.findByEmployeeId(query);
  if (!OBJECT_ID.test(query)) return graph.searchUsers(query);
  const read = await graph.readUser(query);
  if (read.kind === 'failed') return read;
  return { kind: 'read', value: { users: read.value ? [read.value] : [], more: false } };
}
