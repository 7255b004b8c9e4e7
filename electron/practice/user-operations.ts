import { canReadMe, canReadProfiles, canReadUsers } from './permissions.ts';
import type { Call } from './referee.ts';
import { linkToNext, readSkipToken } from './skip-token.ts';
import { isUserProperty, type UserProperty } from './surface.ts';
import { findUser, type Caller, type TenantUser } from './tenant-data.ts';
import { refuse, succeed, type Outcome, type World } from './tenant-state.ts';
import { matchesUser, readUserQuery } from './user-query.ts';

/** Source: Microsoft Graph, "List users": the default page. */
const DEFAULT_PAGE_SIZE = 100;

/** Source: Microsoft Graph, user resource: what comes without $select (here, those that the practice tenant has). */
const DEFAULT_PROPERTIES = 'id,displayName,givenName,surname,userPrincipalName,mail,jobTitle';

/** Source: Microsoft Graph permissions reference, User.ReadBasic.All. */
const BASIC_PROPERTIES: readonly UserProperty[] = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'userPrincipalName',
  'mail',
];

/** Finds users, a page at a time. */
export function searchUsers(world: World, call: Call): Outcome {
  const { data, state, caller } = world;
  const query = readUserQuery(call.query);
  const asksBeyondBasic = [...query.search, ...query.filter].some(({ property }) => !isVisible(caller, property));
  if (!canReadUsers(caller) || asksBeyondBasic) return refuse(state, 'directoryDenied');
  const found = data.users.filter((user) => matchesUser(user, query));
  const start = readSkipToken(call.query['$skiptoken']);
  const end = start + Number(call.query['$top'] ?? DEFAULT_PAGE_SIZE);
  return succeed(state, {
    ...(call.query['$count'] ? { '@odata.count': found.length } : {}),
    ...(end < found.length ? { '@odata.nextLink': linkToNext(call.url, end) } : {}),
    value: found.slice(start, end).map((user) => describeUser(caller, user, call.query['$select'])),
  });
}

export function readUser(world: World, call: Call): Outcome {
  if (!canReadUsers(world.caller)) return refuse(world.state, 'directoryDenied');
  const resource = call.params['id'] ?? '';
  const user = findUser(world.data, resource);
  if (!user) return refuse(world.state, 'userUnknown', { resource });
  return succeed(world.state, describeUser(world.caller, user, call.query['$select']));
}

/** Whoever is signed in; of oneself one sees everything. */
export function readMe(world: World, call: Call): Outcome {
  if (!canReadMe(world.caller)) return refuse(world.state, 'directoryDenied');
  const resource = world.caller.userId ?? '';
  const user = findUser(world.data, resource);
  if (!user) return refuse(world.state, 'userUnknown', { resource });
  return succeed(world.state, describeUser(world.caller, user, call.query['$select']));
}

/** Source: Microsoft Graph issue microsoft-graph-docs#4993: what a caller may not see comes as null. */
function describeUser(caller: Caller, user: TenantUser, select = DEFAULT_PROPERTIES): object {
  const properties = select.split(',').filter(isUserProperty);
  const isOneself = caller.userId === user.id;
  return Object.fromEntries(
    properties.map((property) => [property, isOneself || isVisible(caller, property) ? user[property] : null]),
  );
}

function isVisible(caller: Caller, property: UserProperty): boolean {
  return canReadProfiles(caller) || BASIC_PROPERTIES.includes(property);
}
