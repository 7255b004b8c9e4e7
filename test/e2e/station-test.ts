import { test as base } from '@playwright/test';
import type { LoopbackTenant } from '../fakes/loopback-tenant.ts';
import {
  createDataFolder,
  launchStation,
  removeDataFolder,
  startTenant,
  type LaunchedStation,
} from './launch-station.ts';

type Fixtures = {
  readonly dataPath: string;
  readonly tenant: LoopbackTenant;
  /** The built app on the served tenant. */
  readonly station: LaunchedStation;
};

/** `test` with a tenant of its own, a data folder of its own, and the built app on both. */
export const test = base.extend<Fixtures>({
  dataPath: async ({}, use) => {
    const path = await createDataFolder();
    await use(path);
    await removeDataFolder(path);
  },
  tenant: async ({}, use) => {
    const tenant = await startTenant();
    await use(tenant);
    await tenant.close();
  },
  station: async ({ dataPath, tenant }, use) => {
    const station = await launchStation(dataPath, tenant);
    await use(station);
    await station.close();
  },
});

export { expect } from '@playwright/test';
