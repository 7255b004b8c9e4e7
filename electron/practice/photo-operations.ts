import { drawPortrait } from './draw-portrait.ts';
import { readTarget } from './method-target.ts';
import { canReadOwnPhoto, canReadPhotos } from './permissions.ts';
import type { Call } from './referee.ts';
import { refuse, type Outcome, type World } from './tenant-state.ts';

/** Gives the picture of a user. Two of three have one, and no guest has. */
export function readPhoto(world: World, call: Call): Outcome {
  const { state, caller } = world;
  if (!(call.isSelf ? canReadOwnPhoto(caller) : canReadPhotos(caller))) return refuse(state, 'photoDenied');
  const { user, resource } = readTarget(world, call);
  if (!user) return refuse(state, 'userUnknown', { resource });
  const png = user.userType === 'Guest' ? null : drawPortrait(user.id);
  if (png === null) return refuse(state, 'photoUnknown');
  return { state, reply: { kind: 'file', contentType: 'image/png', bytes: png } };
}
