import type { StationOptions } from '../../electron/main/station.ts';
import { ok, refuse } from '../../electron/core/result.ts';

/** A bench whose devices never change and whose settings are kept nowhere. */
export const QUIET_BENCH: Pick<StationOptions, 'platform' | 'devices' | 'bench'> = {
  platform: 'linux',
  devices: {
    lookAgain: () => Promise.resolve(),
    switchToHidPos: () => Promise.resolve(refuse('reader-gone')),
  },
  bench: { save: () => Promise.resolve(ok(null)) },
};
