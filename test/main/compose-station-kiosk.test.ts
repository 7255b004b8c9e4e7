import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TokenKeeper } from '../../electron/io/sign-in/token-keeper.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { compose, displayOf, makeDataFolder, scan, serials, TENANT_ID, type, type Composed } from './compose-bench.ts';
import { HARUKA, namesIn, TOKEN } from './kiosk-bench.ts';

const KIOSK = { userText: JSON.stringify({ selfService: true }) };
const TENANT_KIOSK = {
  userText: JSON.stringify({ tenantId: TENANT_ID, clientId: TENANT_ID, selfService: true }),
};

function watchedKeeper() {
  const calls: string[] = [];
  const keeper: TokenKeeper = {
    load: () => Promise.resolve(null),
    save: async () => void calls.push('save'),
    forget: async () => void calls.push('forget'),
  };
  return { keeper, calls };
}

async function comeIn({ station, hand }: Composed): Promise<void> {
  await station.command({ kind: 'signIn' });
  hand.moveBy(2_000);
  await station.idle();
}

async function enter(composed: Composed): Promise<void> {
  const itemId = composed.station.snapshot().queue.rows[0]?.id ?? 0;
  await composed.station.command({ kind: 'enterCode', itemId, code: displayOf(composed, TOKEN) });
  await composed.station.idle();
}

/** What the station has written, outside of its journal. */
function written(dataPath: string): string {
  const files = readdirSync(dataPath, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const others = files.filter(({ parentPath }) => !parentPath.includes('journals'));
  return others.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');
}

describe('a kiosk in practice', () => {
  test('goes from the sign-in to the token and to nobody, and stays practice all the way', async () => {
    const dataPath = makeDataFolder();
    const { keeper, calls } = watchedKeeper();
    const composed = await compose(dataPath, KIOSK, undefined, { keeper });
    const { station, hand } = composed;
    expect(station.snapshot()).toMatchObject({
      mode: { kind: 'practice', problem: null },
      session: { kind: 'out', problem: null },
      kiosk: { person: null },
    });
    await comeIn(composed);
    expect(station.snapshot().session).toEqual({
      kind: 'in',
      name: HARUKA.displayName,
      userPrincipalName: HARUKA.userPrincipalName,
    });
    await station.command({
      kind: 'nameReader',
      readerKey: 'practice:1',
      name: 'Front desk',
      color: 2,
    });
    await scan(composed, TOKEN);
    await enter(composed);
    expect(station.snapshot()).toMatchObject({ mode: { kind: 'practice' }, queue: { counts: { issued: 1 } } });
    hand.moveBy(30_000);
    await station.idle();
    expect(station.snapshot()).toMatchObject({ session: { kind: 'out' }, queue: { counts: { all: 0 } } });
    expect(namesIn(JSON.stringify(station.snapshot()))).toEqual([]);
    expect(written(dataPath)).toContain('Front desk');
    expect(namesIn(written(dataPath))).toEqual([]);
    expect(namesIn(JSON.stringify(composed.logged))).toEqual([]);
    expect(calls).toEqual(['forget']);
  });

  test('has no operator who could issue to others', async () => {
    const composed = await compose(makeDataFolder(), KIOSK);
    await scan(composed, TOKEN);
    expect(serials(composed)).toEqual([]);
    expect(composed.station.snapshot().notices.at(-1)).toMatchObject({ problem: { code: 'kiosk-sign-in-first' } });
    expect(await composed.station.command({ kind: 'searchUsers', query: 'anna' })).toMatchObject({ ok: false });
  });
});

describe('a kiosk of a tenant', () => {
  test('has nobody at its start, and forgets what one person’s desk had kept', async () => {
    const { keeper, calls } = watchedKeeper();
    const composed = await compose(makeDataFolder(), TENANT_KIOSK, undefined, { keeper });
    expect(composed.station.snapshot()).toMatchObject({ session: { kind: 'out' }, kiosk: { person: null } });
    expect(calls).toEqual(['forget']);
  });

  test('clears what a desk has left in the queue before anybody can sign in', async () => {
    const dataPath = makeDataFolder();
    const desk = await compose(dataPath, {
      userText: JSON.stringify({ tenantId: TENANT_ID, clientId: TENANT_ID }),
    });
    await type(desk, TOKEN);
    await desk.stop();
    const kiosk = await compose(dataPath, TENANT_KIOSK);
    expect(serials(kiosk)).toEqual([]);
  });
});

test('a shared desk forgets what one person’s desk had kept; one person’s desk does not', async () => {
  const shared = watchedKeeper();
  const ids = { tenantId: TENANT_ID, clientId: TENANT_ID };
  const told = (sharedDesk: boolean) => ({ userText: JSON.stringify({ ...ids, sharedDesk }) });
  await compose(makeDataFolder(), told(true), undefined, { keeper: shared.keeper });
  expect(shared.calls).toEqual(['forget']);
  const own = watchedKeeper();
  await compose(makeDataFolder(), told(false), undefined, { keeper: own.keeper });
  expect(own.calls).toEqual([]);
});

test('a served tenant, where nobody can come or go, stays a desk', async () => {
  const composed = await compose(
    makeDataFolder(),
    {
      ...KIOSK,
      environment: {
        TOKEN_STATION_GRAPH_URL: 'http://127.0.0.1:4000/beta',
        TOKEN_STATION_ACCESS_TOKEN: PRACTICE_OPERATORS.desk.accessToken,
      },
    },
    () => Promise.reject(new TypeError('fetch failed')),
  );
  expect(composed.station.snapshot()).toMatchObject({ session: { kind: 'fixed' }, kiosk: null });
});
