import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StationSettings } from '../../electron/contract/settings.ts';
import { PRACTICE_DATA, PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { createPracticeTenant } from '../../electron/practice/tenant.ts';
import { CLIENT_ID, TENANT_ID } from '../fakes/loopback-authority-directory.ts';
import { serveAuthority, type LoopbackAuthority } from '../fakes/loopback-authority.ts';
import { startLoopbackTenant, type LoopbackTenant } from '../fakes/loopback-tenant.ts';
import { launchStation, type LaunchedStation } from './launch-station.ts';

export type SignInDesk = {
  readonly authority: LoopbackAuthority;
  readonly tenant: LoopbackTenant;
  readonly launch: () => Promise<LaunchedStation>;
  readonly close: () => Promise<void>;
};

/** The built app set up for a tenant with a sign-in of its own, both of them served on loopback. */
export async function openSignInDesk(dataPath: string, settings: Partial<StationSettings> = {}): Promise<SignInDesk> {
  const caller = settings.selfService ? PRACTICE_OPERATORS.selfService : PRACTICE_OPERATORS.desk;
  const authority = await serveAuthority();
  const tenant = await startLoopbackTenant(createTenantOf(authority, caller.accessToken));
  const told = { tenantId: TENANT_ID, clientId: CLIENT_ID, ...settings };
  await writeFile(join(dataPath, 'settings.json'), JSON.stringify(told));
  return {
    authority,
    tenant,
    launch: () =>
      launchStation(dataPath, null, {
        TOKEN_STATION_GRAPH_URL: `${tenant.baseUrl}/beta`,
        TOKEN_STATION_AUTHORITY: authority.metadata,
      }),
    close: async () => {
      await tenant.close();
      await authority.close();
    },
  };
}

/** Takes the authority's tokens for this one of the practice tenant, and no others. */
function createTenantOf(authority: LoopbackAuthority, accessToken: string) {
  const nowMs = (): number => Date.now();
  const delay = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
  const tenant = createPracticeTenant({ nowMs, delay, newId: randomUUID, data: PRACTICE_DATA });
  return {
    ...tenant,
    fetch: (request: Request) => {
      const token = /^Bearer (.*)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
      if (!authority.secrets().includes(token)) return tenant.fetch(request);
      const headers = new Headers(request.headers);
      headers.set('authorization', `Bearer ${accessToken}`);
      return tenant.fetch(new Request(request, { headers }));
    },
  };
}

/** The addresses that the app has sent the browser to; nothing is opened. */
export async function catchBrowser({ app }: LaunchedStation): Promise<() => Promise<string>> {
  await app.evaluate(({ shell }) => {
    const caught = globalThis as { openedPages?: string[] };
    caught.openedPages = [];
    shell.openExternal = (url) => {
      caught.openedPages?.push(url);
      return Promise.resolve();
    };
  });
  return async () => {
    const find = () => app.evaluate(() => (globalThis as { openedPages?: string[] }).openedPages?.at(-1) ?? null);
    let url = await find();
    while (url === null) url = await find();
    return url;
  };
}
