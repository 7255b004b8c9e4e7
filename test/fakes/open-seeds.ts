import type { ClockPort } from '../../electron/core/ports.ts';
import { createSeedBox } from '../../electron/io/seeds/seed-box.ts';
import { createSeedDesk, type ChooseFile, type SeedDesk } from '../../electron/main/seed-desk.ts';

/** The seeds of a bench at which nobody chooses a file, or this one. */
export function openSeeds(clock: ClockPort, chooseFile: ChooseFile = () => Promise.resolve(null)): SeedDesk {
  return createSeedDesk({ seeds: createSeedBox(), chooseFile, clock });
}
