import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Environment } from '../../electron/core/settings-environment.ts';
import { composeStation, type RunningStation, type Surroundings } from '../../electron/main/compose-station.ts';
import type { LogFields } from '../../electron/main/log.ts';
import { openSettingsDesk } from '../../electron/main/settings-desk.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';
import { createMemorySettings } from '../fakes/memory-settings.ts';

export const TENANT_ID = '6f0b3c1e-5d0a-4c8e-9b53-0a1d9c7e2f44';
/** What a station is told by its user's file and its environment. */
export type Told = { readonly userText?: string; readonly environment?: Environment };

export const TENANT: Told = { userText: JSON.stringify({ tenantId: TENANT_ID, clientId: TENANT_ID }) };
export const PRACTICE: Told = {};

export type Composed = RunningStation & {
  readonly hand: HandClock;
  readonly published: readonly Snapshot[];
  readonly logged: readonly (readonly [what: string, fields: LogFields | undefined])[];
};

export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'token-station-data-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The app without its windows: all of it but Electron. */
export async function compose(
  dataPath: string,
  told: Told,
  fetch: (request: Request) => Promise<Response> = refuseToFetch,
  more: Partial<Pick<Surroundings, 'keeper' | 'openBrowser'>> = {},
): Promise<Composed> {
  const hand = createHandClock();
  const settings = createMemorySettings();
  if (told.userText !== undefined) settings.writeUser(told.userText);
  const published: Snapshot[] = [];
  const logged: (readonly [string, LogFields | undefined])[] = [];
  const running = await composeStation({
    settings: await openSettingsDesk(settings.port, {
      isPackaged: false,
      environment: told.environment ?? {},
      hostName: 'desk-7',
    }),
    openBrowser: refuseToFetch,
    dataPath,
    fetch,
    clock: hand.clock,
    log: { write: (what, fields) => logged.push([what, fields]) },
    publish: (snapshot) => published.push(snapshot),
    ...more,
  });
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await running.stop();
  };
  onTestFinished(stop);
  await running.station.idle();
  return { ...running, stop, hand, published, logged };
}

function refuseToFetch(asked: Request | string): Promise<never> {
  throw new Error(
    `nothing may leave this station, and something went to ${typeof asked === 'string' ? asked : asked.url}`,
  );
}

export async function scan({ station }: Composed, text: string): Promise<void> {
  await station.command({ kind: 'practiceScan', text, aimId: ']C0', reader: 1 });
  await station.idle();
}

/** Types the serial number by hand, as it is done where there is no reader. */
export async function type({ station }: Composed, serialNumber: string): Promise<void> {
  await station.command({ kind: 'enterSerial', serialNumber, repeated: serialNumber });
  await station.idle();
}

/** From the scanned token to the answer of the tenant, with the code that stands on the display. */
export async function issue(composed: Composed, serialNumber: string, query: string, code: string): Promise<void> {
  const { station } = composed;
  const itemId = station.snapshot().queue.rows.find((row) => row.serialNumber === serialNumber)?.id ?? 0;
  await station.command({ kind: 'searchUsers', query });
  await station.idle();
  const userId = station.snapshot().search.users[0]?.id ?? '';
  await station.command({ kind: 'chooseUser', itemId, userId });
  await station.idle();
  await station.command({ kind: 'enterCode', itemId, code });
  await station.idle();
}

export function displayOf({ station }: Composed, serialNumber: string): string {
  const token = station.snapshot().practice?.tokens.find((candidate) => candidate.serialNumber === serialNumber);
  return token?.code ?? '';
}

export function serials({ station }: Composed): readonly string[] {
  return station.snapshot().queue.rows.map(({ serialNumber }) => serialNumber);
}
