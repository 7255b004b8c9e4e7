import { describe, expect, test } from 'vitest';
import type { VisitView } from '../../electron/contract/visit.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { drawPortrait } from '../../electron/practice/draw-portrait.ts';
import {
  ADMIN_TARGET,
  FIVE_METHODS,
  FORMER_COLLEAGUE,
  GUEST,
  PRACTICE_PEOPLE,
  TOKEN_HOLDER,
} from '../../electron/practice/practice-people.ts';
import { buildBench, TOKEN, type Bench } from './build-bench.ts';

const { desk, depot, classic, reader } = PRACTICE_OPERATORS;
const HELD = '60234567';
const SECOND = '8659623852751';

type Person = { readonly id: string; readonly userPrincipalName: string };
const withPhoto = (has: boolean): Person => {
  const found = PRACTICE_PEOPLE.find(
    ({ id, userType }) => userType === 'Member' && (drawPortrait(id) !== null) === has,
  );
  if (!found) throw new Error('nobody');
  return found;
};
const SOMEBODY = withPhoto(true);
const FACELESS = withPhoto(false);

async function begin(bench: Bench, { id, userPrincipalName }: Person = SOMEBODY): Promise<unknown> {
  await bench.send({ kind: 'searchUsers', query: userPrincipalName });
  await bench.station.idle();
  const begun = await bench.send({ kind: 'beginVisit', userId: id });
  await bench.station.idle();
  return begun;
}

function visitOf(bench: Bench): VisitView | null {
  return bench.station.snapshot().lanes.find(({ isFront }) => isFront)?.visit ?? null;
}

const photosOf = (bench: Bench): Readonly<Record<string, string>> => bench.station.snapshot().photos;

describe('a visit at the desk', () => {
  test('begins with the person, is given the next token and nothing after it, and ends issued', async () => {
    const bench = await buildBench({ as: desk });
    expect(await begin(bench)).toEqual({ ok: true, value: null });
    expect(visitOf(bench)).toMatchObject({ user: { id: SOMEBODY.id }, preFlight: { isReading: false } });
    await bench.send({ kind: 'attestId', itemId: null, idKind: 'passport' });
    await bench.scan(TOKEN);
    const row = bench.row();
    expect(row).toMatchObject({
      user: { id: SOMEBODY.id },
      idCheck: { idKind: 'passport' },
      state: { kind: 'needsCode' },
    });
    expect(visitOf(bench)).toBeNull();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.station.snapshot().open).toBeNull();
    await bench.scan(SECOND);
    expect(bench.row(SECOND).user).toBeNull();
    expect(bench.station.snapshot().notices.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['visitBegun', 'idChecked', 'scanTaken', 'activated']),
    );
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('is refused while a token is in hand, and ends when the person goes', async () => {
    const bench = await buildBench({ as: desk });
    await bench.scan(TOKEN);
    expect(await begin(bench)).toMatchObject({ problem: { code: 'visit-busy' } });
    await bench.send({ kind: 'parkItem', itemId: bench.row().id });
    await begin(bench);
    await bench.send({ kind: 'endVisit' });
    await bench.scan(SECOND);
    expect(bench.row(SECOND).user).toBeNull();
  });

  test('survives a kill: who was there is shown, looked at anew, and given the next token', async () => {
    const bench = await buildBench({ as: desk });
    await begin(bench, TOKEN_HOLDER);
    await bench.send({ kind: 'attestId', itemId: null, idKind: 'badge' });
    const again = await bench.restart();
    expect(visitOf(again)).toMatchObject({ user: { id: TOKEN_HOLDER.id }, idCheck: { idKind: 'badge' } });
    expect(visitOf(again)?.preFlight?.tokens.map(({ serialNumber }) => serialNumber)).toEqual([HELD]);
    await again.scan(TOKEN);
    expect(again.row().user?.id).toBe(TOKEN_HOLDER.id);
  });

  test('of one reader is none of the other’s', async () => {
    const bench = await buildBench({ as: desk });
    bench.second.plug();
    await begin(bench);
    bench.second.scan(SECOND, ']C0');
    await bench.station.idle();
    expect(bench.row(SECOND).user).toBeNull();
    expect(visitOf(bench)?.user.id).toBe(SOMEBODY.id);
  });
});

describe('what is told of a visitor before a token is scanned', () => {
  test.each([
    ['a guest', desk, GUEST, 'guest', 'stops'],
    ['somebody with five', classic, FIVE_METHODS, 'fiveMethods', 'stops'],
    ['an account that is off', desk, FORMER_COLLEAGUE, 'accountDisabled', 'warns'],
    ['an admin', desk, ADMIN_TARGET, 'adminTarget', 'warns'],
  ] as const)('%s', async (_who, as, person, kind, weight) => {
    const bench = await buildBench({ as });
    await begin(bench, person);
    expect(visitOf(bench)?.preFlight?.findings).toEqual([expect.objectContaining({ kind, weight })]);
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('asks nothing about the inventory, for there is no serial number to ask about', async () => {
    const bench = await buildBench({ as: depot });
    // What is asked at sign-in, to learn what may be seen.
    const before = bench.tenant.countRequests('listDevices');
    await begin(bench);
    expect(bench.tenant.countRequests('listDevices')).toBe(before);
    expect(visitOf(bench)?.preFlight?.findings).toEqual([]);
  });

  test('what cannot be read is told, and keeps nobody waiting', async () => {
    const bench = await buildBench({ as: desk });
    bench.tenant.setConditions({ faults: [{ on: 'listMethods', times: 9, kind: 'fail', status: 500, acts: false }] });
    await begin(bench);
    expect(visitOf(bench)?.preFlight?.unread).toEqual([{ what: 'methods', problem: expect.anything() }]);
    await bench.scan(TOKEN);
    expect(bench.row().can).toContain('enterCode');
  });
});

describe('pictures', () => {
  test('of whoever is here are shown, read once, and gone with them', async () => {
    const bench = await buildBench({ as: desk });
    await begin(bench);
    const url = photosOf(bench)[SOMEBODY.id];
    expect(url).toBe(`data:image/png;base64,${Buffer.from(drawPortrait(SOMEBODY.id) ?? []).toString('base64')}`);
    await bench.scan(TOKEN);
    expect(photosOf(bench)).toEqual({ [SOMEBODY.id]: url });
    await bench.send({ kind: 'parkItem', itemId: bench.row().id });
    expect(photosOf(bench)).toEqual({});
    await bench.send({ kind: 'openItem', itemId: bench.row().id });
    expect(photosOf(bench)).toEqual({ [SOMEBODY.id]: url });
    expect(bench.tenant.countRequests('readPhoto')).toBe(1);
  });

  test.each([
    ['there is none', FACELESS, null],
    ['the service fails', SOMEBODY, { on: 'readPhoto', times: 9, kind: 'fail', status: 500, acts: false }],
    ['the line is cut', SOMEBODY, { on: 'readPhoto', times: 9, kind: 'dropAnswer' }],
  ] as const)('where %s, the initials stand, and it is not asked for again and again', async (_why, person, fault) => {
    const bench = await buildBench({ as: desk });
    if (fault) bench.tenant.setConditions({ faults: [fault] });
    await begin(bench, person);
    expect(photosOf(bench)).toEqual({});
    bench.hand.moveBy(60_000);
    await bench.station.idle();
    expect(bench.tenant.countRequests('readPhoto')).toBe(1);
    expect(visitOf(bench)?.user.id).toBe(person.id);
  });

  test('are read for whoever may find people, and for nobody else', async () => {
    const may = await buildBench({ as: reader });
    await begin(may);
    expect(may.tenant.countRequests('readPhoto')).toBe(1);
    // Nothing tells what this sign-in may do.
    const untold = await buildBench();
    await begin(untold);
    expect(untold.tenant.countRequests('readPhoto')).toBe(0);
  });

  test('never reach the journal', async () => {
    const bench = await buildBench({ as: desk });
    await begin(bench);
    await bench.scan(TOKEN);
    const stored = JSON.stringify(bench.journal.stored());
    expect(stored).toContain('visitBegun');
    expect(stored).not.toMatch(/photoRead|visitorRead|data:|iVBOR/);
  });
});
