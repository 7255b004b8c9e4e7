import { deriveGuid } from './derive.ts';
import { readTarget } from './method-target.ts';
import {
  canReadAllMethods,
  canReadGroups,
  canReadMemberships,
  canReadOwnMemberships,
  canReadRoles,
} from './permissions.ts';
import type { Call } from './referee.ts';
import { ROLES, type Role } from './roles.ts';
import { linkToNext, readSkipToken } from './skip-token.ts';
import type { TenantUser } from './tenant-data.ts';
import { refuse, succeed, visibleAssignment, type Outcome, type World } from './tenant-state.ts';

/** Source: Microsoft Graph, "List a user's memberships": the default page. */
const DEFAULT_PAGE_SIZE = 100;

/** Lists the groups and the admin roles of a user. */
export function listMemberships(world: World, call: Call): Outcome {
  const { caller, state } = world;
  if (!(call.isSelf ? canReadOwnMemberships(caller) : canReadMemberships(caller)))
    return refuse(state, 'directoryDenied');
  const { user, resource } = readTarget(world, call);
  if (!user) return refuse(state, 'userUnknown', { resource });
  const found = [
    describeMember('group', 'Everybody', canReadGroups(caller) ? { displayName: 'Everybody' } : null),
    ...user.roles.map((role) => describeRole(role, canReadRoles(caller))),
  ];
  const start = readSkipToken(call.query['$skiptoken']);
  const end = start + Number(call.query['$top'] ?? DEFAULT_PAGE_SIZE);
  return succeed(state, {
    ...(end < found.length ? { '@odata.nextLink': linkToNext(call.url, end) } : {}),
    value: found.slice(start, end),
  });
}

function describeRole(role: Role, isReadable: boolean): object {
  const { templateId } = ROLES[role];
  return describeMember('directoryRole', role, isReadable ? { displayName: role, roleTemplateId: templateId } : null);
}

/**
 * Source: Microsoft Graph, "Limited information returned for inaccessible member objects": where the caller may not read
 * a type, its type and id come, and all else is null.
 */
function describeMember(type: 'group' | 'directoryRole', name: string, told: object | null): object {
  const hidden = { displayName: null, ...(type === 'directoryRole' ? { roleTemplateId: null } : {}) };
  return { '@odata.type': `#microsoft.graph.${type}`, id: deriveGuid(`${type} ${name}`), ...(told ?? hidden) };
}

/** Lists everything that a user can prove with who they are: a password, apps, and tokens as far as reads have caught up. */
export function listAllMethods(world: World, call: Call): Outcome {
  if (!canReadAllMethods(world.caller, call.isSelf)) return refuse(world.state, 'methodsDenied');
  const { user, resource } = readTarget(world, call);
  if (!user) return refuse(world.state, 'userUnknown', { resource });
  const tokens = world.data.tokens.filter(({ deviceId }) => visibleAssignment(world, deviceId).userId === user.id);
  return succeed(world.state, {
    value: [
      describeMethod('password', `${user.id} password`),
      ...describeApps(user),
      ...tokens.map(({ deviceId }) => ({ ...describeMethod('hardwareOath', ''), id: deviceId })),
    ],
  });
}

/** Every second app is of another maker: those count, too. */
function describeApps({ id, authenticatorCount }: TenantUser): readonly object[] {
  return Array.from({ length: authenticatorCount }, (_, index) =>
    describeMethod(index % 2 === 0 ? 'microsoftAuthenticator' : 'softwareOath', `${id} app ${index}`),
  );
}

function describeMethod(type: string, text: string): object {
  return { '@odata.type': `#microsoft.graph.${type}AuthenticationMethod`, id: deriveGuid(text) };
}
