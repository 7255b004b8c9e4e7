import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteJournal } from '../../electron/io/journal/sqlite-journal.ts';
import { createPractice } from '../../electron/practice/practice.ts';
import { PRACTICE_OPERATOR } from '../../electron/practice/practice-data.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { readAll, valueOf } from '../io/journal/open-temp-journal.ts';
import { ANNA, nextTurn, TOKEN } from './build-bench.ts';
import {
  compose,
  displayOf,
  issue,
  makeDataFolder,
  PRACTICE,
  scan,
  serials,
  TENANT,
  TENANT_ID,
  type Told,
  type,
} from './compose-bench.ts';

const GRAPH_URL = 'http://127.0.0.1:4000/beta';
const SERVED: Told = {
  environment: {
    TOKEN_STATION_GRAPH_URL: GRAPH_URL,
    TOKEN_STATION_ACCESS_TOKEN: PRACTICE_OPERATOR.accessToken,
  },
};

async function storedKinds(path: string): Promise<readonly string[]> {
  const journal = valueOf(openSqliteJournal(path));
  const { events, chainBrokenAtSeq } = await readAll(journal);
  await journal.close();
  expect(chainBrokenAtSeq).toBeNull();
  return events.map(({ kind }) => kind);
}

describe('a station in practice', () => {
  test('issues a token from the scan of the panel to the activated token, and keeps every step', async () => {
    const dataPath = makeDataFolder();
    const composed = await compose(dataPath, PRACTICE);
    await scan(composed, TOKEN);
    await issue(composed, TOKEN, ANNA, displayOf(composed, TOKEN));
    const { mode, session, queue, practice } = composed.station.snapshot();
    expect(mode).toEqual({ kind: 'practice', problem: null });
    expect(session).toEqual({ kind: 'fixed', name: 'Practice operator' });
    expect(queue.rows[0]).toMatchObject({ state: { kind: 'activated' }, user: { userPrincipalName: ANNA } });
    expect(practice?.tokens.find(({ serialNumber }) => serialNumber === TOKEN)?.note).toBe('issued');
    await composed.stop();
    const kinds = await storedKinds(join(dataPath, 'journals', 'practice', 'journal.sqlite'));
    expect(kinds).toEqual([
      'restarted',
      'operatorNoted',
      'scanned',
      'userChosen',
      'preFlightRead',
      'activationIntended',
      'activationDone',
      'methodRead',
    ]);
  });

  test('has its reader announced, and what the reader scans is in the next picture', async () => {
    const composed = await compose(makeDataFolder(), PRACTICE);
    expect(composed.station.snapshot().readers).toContainEqual({
      readerKey: 'practice:1',
      name: 'Practice reader',
      color: 1,
      problem: null,
    });
    await scan(composed, TOKEN);
    await nextTurn();
    expect(composed.published.at(-1)?.open?.serialNumber).toBe(TOKEN);
    const revisions = composed.published.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].toSorted((one, other) => one - other));
  });

  test('takes its trouble from the panel: a throttled write waits and then goes through', async () => {
    const composed = await compose(makeDataFolder(), PRACTICE);
    await composed.station.command({ kind: 'practiceTrouble', trouble: 'throttled' });
    expect(composed.station.snapshot().practice?.trouble).toBe('throttled');
    await scan(composed, TOKEN);
    await issue(composed, TOKEN, ANNA, displayOf(composed, TOKEN));
    expect(composed.station.snapshot().open?.state.kind).toBe('waiting');
    composed.hand.moveBy(8_000);
    await composed.station.idle();
    expect(composed.station.snapshot()).toMatchObject({
      queue: { counts: { issued: 1 } },
      practice: { trouble: 'none' },
    });
  });

  test('shows the new codes when they change, without anybody asking', async () => {
    const composed = await compose(makeDataFolder(), PRACTICE);
    const codes: unknown[] = [];
    for (let period = 0; period < 4; period++) {
      await nextTurn();
      codes.push(composed.published.at(-1)?.practice?.tokens[0]?.code);
      composed.hand.moveBy(30_000);
    }
    expect(new Set(codes).size).toBe(4);
  });

  test('starts with nothing, whatever the last practice left', async () => {
    const dataPath = makeDataFolder();
    const first = await compose(dataPath, PRACTICE);
    await scan(first, TOKEN);
    await first.stop();
    const second = await compose(dataPath, PRACTICE);
    expect(serials(second)).toEqual([]);
    await scan(second, TOKEN);
    expect(second.station.snapshot().queue.rows[0]?.id).toBe(1);
  });

  test('writes what happens to the log', async () => {
    const composed = await compose(makeDataFolder(), PRACTICE);
    await scan(composed, TOKEN);
    expect(composed.logged).toContainEqual(['scanned', { serialTail: '104' }]);
    expect(JSON.stringify(composed.logged)).not.toContain(TOKEN);
  });
});

describe('a station of a tenant', () => {
  test('without a sign-in sends nothing, says so, and has no practice', async () => {
    const composed = await compose(makeDataFolder(), TENANT);
    await type(composed, TOKEN);
    await composed.station.command({ kind: 'searchUsers', query: 'anna' });
    await composed.station.idle();
    const { mode, session, practice, search } = composed.station.snapshot();
    expect(mode).toEqual({ kind: 'tenant', name: TENANT_ID, graphHost: 'graph.microsoft.com' });
    expect([session, practice]).toEqual([{ kind: 'out', problem: null }, null]);
    expect(search).toMatchObject({ status: 'failed', problem: { code: 'signed-out' } });
    expect(
      await composed.station.command({ kind: 'practiceScan', text: TOKEN, aimId: ']C0', reader: 1 }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'practice-only' },
    });
  });

  test('remembers its queue from one start to the next', async () => {
    const dataPath = makeDataFolder();
    const first = await compose(dataPath, TENANT);
    await type(first, TOKEN);
    await first.stop();
    const second = await compose(dataPath, TENANT);
    expect(serials(second)).toEqual([TOKEN]);
    await second.stop();
    expect(await storedKinds(join(dataPath, 'journals', TENANT_ID, 'journal.sqlite'))).toEqual([
      'restarted',
      'scanned',
      'restarted',
    ]);
  });

  test('has a journal of its own: practice, a served tenant and two tenants never mix', async () => {
    const dataPath = makeDataFolder();
    const otherId = '11111111-2222-4333-8444-555555555555';
    const other: Told = { userText: JSON.stringify({ tenantId: otherId, clientId: TENANT_ID }) };
    const all = [PRACTICE, SERVED, TENANT, other];
    for (const [index, told] of all.entries()) {
      const composed = await compose(dataPath, told);
      expect(serials(composed)).toEqual([]);
      await type(composed, `GALT1000000${index}`);
      await composed.stop();
    }
    const names = [otherId, TENANT_ID, 'practice', 'served'];
    expect(readdirSync(join(dataPath, 'journals')).toSorted()).toEqual(names);
    const again = await compose(dataPath, TENANT);
    expect(serials(again)).toEqual(['GALT10000002']);
  });
});

describe('a station of a served tenant', () => {
  test('sends everything to the given address with the given token', async () => {
    const tenant = createPractice({ clock: createHandClock().clock });
    const heard: string[] = [];
    const composed = await compose(makeDataFolder(), SERVED, (request) => {
      heard.push(`${request.method} ${new URL(request.url).origin} ${request.headers.get('authorization')}`);
      return tenant.fetch(request);
    });
    expect(composed.station.snapshot()).toMatchObject({
      mode: { kind: 'tenant', name: 'Served tenant', graphHost: '127.0.0.1:4000' },
      session: { kind: 'fixed', name: 'Test operator' },
    });
    await type(composed, TOKEN);
    const code = tenant.view().tokens.find(({ serialNumber }) => serialNumber === TOKEN)?.code ?? '';
    await issue(composed, TOKEN, ANNA, code);
    expect(composed.station.snapshot().queue.counts.issued).toBe(1);
    const line = `http://127.0.0.1:4000 Bearer ${PRACTICE_OPERATOR.accessToken}`;
    // The search, the look ahead at the person's tokens, the write, and the read that proves it.
    expect(heard).toEqual([`GET ${line}`, `GET ${line}`, `POST ${line}`, `GET ${line}`]);
  });
});

describe('a journal that cannot be opened', () => {
  test('does not keep the station from starting: it shows why, takes scans and sends nothing', async () => {
    const dataPath = makeDataFolder();
    const folder = join(dataPath, 'journals', TENANT_ID);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'journal.sqlite'), 'no database\n'.repeat(500));
    const composed = await compose(dataPath, TENANT);
    await type(composed, TOKEN);
    expect(serials(composed)).toEqual([TOKEN]);
    expect(composed.station.snapshot().health.storage).toMatchObject({
      problem: { code: 'storage-failing', detail: 'file is not a database' },
      unsavedEvents: 2,
    });
    expect(composed.logged).toContainEqual(['journal not opened', { problemCode: 'storage-failing' }]);
  });
});

describe('stopping', () => {
  test('closes the journal, silences the readers and shows no picture any more', async () => {
    const dataPath = makeDataFolder();
    const composed = await compose(dataPath, PRACTICE);
    await scan(composed, TOKEN);
    await composed.stop();
    await nextTurn();
    const pictures = composed.published.length;
    expect(readdirSync(join(dataPath, 'journals', 'practice'))).toEqual(['journal.sqlite']);
    await composed.station.command({ kind: 'practiceScan', text: 'GALT11420105', aimId: ']C0', reader: 1 });
    composed.hand.moveBy(3_600_000);
    await nextTurn();
    expect(serials(composed)).toEqual([TOKEN]);
    // The command itself asks for one picture; time alone brings none.
    expect(composed.published.length - pictures).toBeLessThanOrEqual(1);
  });
});
