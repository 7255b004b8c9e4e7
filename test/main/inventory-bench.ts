import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { InventoryView } from '../../electron/contract/inventory.ts';
import type { Event } from '../../electron/core/event.ts';
import { encodeBase32 } from '../../electron/io/seeds/encode-seed.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { practiceSeedFile } from '../../electron/practice/practice-seed-file.ts';
import { computeCode } from '../../electron/practice/totp.ts';
import type { Conditions } from '../../electron/practice/tenant-state.ts';
import { buildBench, nextTurn, type Bench } from './build-bench.ts';

/** The one of the practice bench that the inventory does not have. */
export const MISSING = '00040008CFA5';
export const OPEN = { kind: 'openSeedFile', password: '', again: false } as const;
export const BUSY = {
  on: 'createDevices',
  times: 1,
  kind: 'fail',
  status: 429,
  acts: false,
  retryAfterSeconds: 5,
} as const;

type Caller = keyof typeof PRACTICE_OPERATORS;
type Opening = { readonly as?: Caller; readonly file?: () => { name: string; bytes: Uint8Array } };

export async function open({ as = 'trainee', file = practiceSeedFile }: Opening = {}): Promise<Bench> {
  const bench = await buildBench({
    as: PRACTICE_OPERATORS[as],
    chooseFile: () => Promise.resolve(file()),
  });
  expect(await bench.send(OPEN)).toMatchObject({ ok: true });
  return bench;
}

/** A box of so many tokens that the tenant does not have; `seedOf` makes their seeds. */
export function boxOf(count: number, more: readonly string[] = []) {
  const rows = Array.from(
    { length: count },
    (_, place) => `NEW-${place},${encodeBase32(seedOf(place))},30,Token2,C301`,
  );
  const lines = ['serial number,secret key,time interval,manufacturer,model', ...rows, ...more];
  return () => ({ name: 'box.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) });
}

export function seedOf(place: number): Uint8Array {
  return createHash('sha1').update(`seed ${place}`).digest();
}

export function codeOf({ hand }: Bench, place: number, stepsBack = 0): string {
  const key = { secret: seedOf(place), hash: 'sha1', periodSeconds: 30 } as const;
  return computeCode(key, Math.floor(hand.clock.nowMs() / 30_000) - stepsBack);
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await nextTurn();
}

export async function check(bench: Bench): Promise<InventoryView> {
  expect(await bench.send({ kind: 'checkInventory' })).toEqual({ ok: true, value: null });
  await settle();
  return view(bench);
}

export async function start(bench: Bench): Promise<InventoryView> {
  expect(await bench.send({ kind: 'importInventory' })).toEqual({ ok: true, value: null });
  await settle();
  return view(bench);
}

export function view({ station }: Bench): InventoryView {
  const { inventory } = station.snapshot();
  if (!inventory) throw new Error('no dry run is open');
  return inventory;
}

export function prove(bench: Bench, code: string): Promise<unknown> {
  return bench.send({ kind: 'proveInventory', code });
}

/** A box of new tokens that has been compared and proved. */
export async function ready(count = 3, conditions: Partial<Conditions> = {}): Promise<Bench> {
  const bench = await open({ file: boxOf(count) });
  expect((await check(bench)).counts).toMatchObject({ new: count });
  for (const stepsBack of [0, 1]) {
    if (!view(bench).isProved) expect(await prove(bench, codeOf(bench, 1, stepsBack))).toMatchObject({ ok: true });
  }
  expect(view(bench).isProved).toBe(true);
  bench.tenant.setConditions(conditions);
  return bench;
}

export function imported({ events }: Bench): readonly Event[] {
  return events.filter(({ kind }) => kind === 'inventoryImported');
}

export function rowOf(bench: Bench, serialNumber: string) {
  return view(bench).rows.find((row) => row.serialNumber === serialNumber);
}

export function has({ tenant }: Bench, serialNumber: string): boolean {
  return tenant.findAssignment(serialNumber) !== null;
}

export function lock({ station, hand }: Bench): Promise<void> {
  return station.dispatch({ kind: 'signedOut', atMs: hand.clock.nowMs(), problem: { code: 'idle-locked' } });
}

/** Somebody else puts this token into the inventory. */
export async function createElsewhere({ tenant }: Bench, serialNumber: string): Promise<void> {
  const response = await tenant.fetch(
    new Request('https://graph.microsoft.com/beta/directory/authenticationMethodDevices/hardwareOathDevices', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${PRACTICE_OPERATORS.trainee.accessToken}`,
        'content-type': 'application/json',
        'client-request-id': '11111111-2222-4333-8444-555555555555',
      },
      body: JSON.stringify({
        serialNumber,
        manufacturer: 'Other',
        model: 'Other',
        secretKey: 'GEZDGNBVGY3TQOJQ',
        timeIntervalInSeconds: 30,
      }),
    }),
  );
  expect(response.status).toBe(201);
}
