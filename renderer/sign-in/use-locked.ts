import { useState } from 'react';
import { useSnapshot } from '../desk.ts';

/**
 * Whether the desk is locked. It stays so while somebody tries to sign in, however often that fails: the names in the queue
 * are for those who are signed in.
 */
export function useLocked(): boolean {
  const session = useSnapshot((snapshot) => snapshot.session);
  const [wasLocked, setWasLocked] = useState(false);
  const isLockedNow = session.kind === 'out' && session.problem?.code === 'idle-locked';
  const isOpenNow = session.kind === 'in' || session.kind === 'fixed';
  const isLocked = isLockedNow || (wasLocked && !isOpenNow);
  if (isLocked !== wasLocked) setWasLocked(isLocked);
  return isLocked;
}
