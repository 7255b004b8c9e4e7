import { canWriteMethods, canWriteOwnMethods } from './permissions.ts';
import type { Call } from './referee.ts';
import { findUser, type TenantToken, type TenantUser } from './tenant-data.ts';
import { findRecord, refuse, type Outcome, type World } from './tenant-state.ts';

type Target = { readonly user: TenantUser | undefined; readonly resource: string };

/** Whose tokens a call is about. `resource` is what was asked for. */
export function readTarget(world: World, call: Call): Target {
  const resource = call.isSelf ? (world.caller.userId ?? '') : (call.params['id'] ?? '');
  return { user: findUser(world.data, resource), resource };
}

/** Lets a write about a user's tokens happen, where the caller may do it. */
export function onWriteTarget(world: World, call: Call, act: (user: TenantUser) => Outcome): Outcome {
  const { user, resource } = readTarget(world, call);
  const { caller, state } = world;
  const mayWrite = call.isSelf ? canWriteOwnMethods(caller) : canWriteMethods(caller, user ?? { roles: [] });
  if (!mayWrite) return refuse(state, 'methodsDenied');
  const { freshSignIn } = state.conditions;
  if (call.isSelf && freshSignIn) return refuse(state, freshSignIn);
  return user ? act(user) : refuse(state, 'userUnknown', { resource });
}

/** The same for one of the tokens that the user has. */
export function onMethod(world: World, call: Call, act: (user: TenantUser, token: TenantToken) => Outcome): Outcome {
  return onWriteTarget(world, call, (user) => {
    const token = world.data.tokens.find(({ deviceId }) => deviceId === call.params['methodId']);
    const isTheirs = token && findRecord(world.state, token.deviceId).current.userId === user.id;
    return isTheirs ? act(user, token) : refuse(world.state, 'methodUnknown');
  });
}
