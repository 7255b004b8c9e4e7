import { describe, expect, test } from 'vitest';
import { ANNA, buildBench, nextTurn } from './build-bench.ts';

const TOO_OLD = { kind: 'needsCode', problem: { code: 'code-too-old' } };

describe('a code that waited for the disk', () => {
  test.each([
    ['is sent while it is young', 20_000, 1, { kind: 'activated' }],
    ['is not sent once it is old; the next one is asked for', 600_000, 0, TOO_OLD],
  ])('%s', async (_what, waitMs, posts, state) => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.journal.setFull(true);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    bench.hand.moveBy(waitMs);
    await nextTurn();
    bench.journal.setFull(false);
    bench.hand.moveBy(2_000);
    await nextTurn();
    await bench.station.idle();
    expect(bench.posts()).toBe(posts);
    expect(bench.row().state).toMatchObject(state);
  });

  test('can be typed again, because it was never sent', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.journal.setFull(true);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: '918273' });
    bench.journal.setFull(false);
    bench.hand.moveBy(600_000);
    await nextTurn();
    await bench.station.idle();
    expect(bench.row().state).toMatchObject(TOO_OLD);
    expect(await bench.send({ kind: 'enterCode', itemId: row.id, code: '918273' })).toEqual({ ok: true, value: null });
  });
});

describe('a code that was typed while another command was on its way', () => {
  test('goes to the person who stood on screen, and not to one who is chosen a moment later', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    await bench.send({ kind: 'searchUsers', query: 'okafor' });
    await bench.station.idle();
    const userId = bench.station.snapshot().search.users[0]?.id ?? '';
    const disk = bench.journal.hold();
    const sent = [
      bench.send({ kind: 'parkItem', itemId: row.id }),
      bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() }),
      bench.send({ kind: 'chooseUser', itemId: row.id, userId }),
    ];
    disk.release();
    await Promise.all(sent);
    await bench.station.idle();
    expect(bench.row()).toMatchObject({ state: { kind: 'activated' }, user: { userPrincipalName: ANNA } });
    expect(bench.posts()).toBe(1);
  });

  test('is not sent for a person who was chosen a moment before it, and is refused', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    await bench.send({ kind: 'searchUsers', query: 'okafor' });
    await bench.station.idle();
    const userId = bench.station.snapshot().search.users[0]?.id ?? '';
    const code = bench.code();
    const [chosen, entered] = await Promise.all([
      bench.send({ kind: 'chooseUser', itemId: row.id, userId }),
      bench.send({ kind: 'enterCode', itemId: row.id, code }),
    ]);
    expect(chosen).toEqual({ ok: true, value: null });
    expect(entered).toMatchObject({ ok: false, problem: { code: 'command-not-allowed' } });
    await bench.station.idle();
    expect(bench.posts()).toBe(0);
    expect(bench.row().state).toEqual({ kind: 'needsCode', problem: null });
    expect(await bench.send({ kind: 'enterCode', itemId: row.id, code })).toEqual({ ok: true, value: null });
  });
});

describe('a service that is busy', () => {
  test('and says "Retry-After: 0" is not asked again without any pause', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const busy = { on: 'writes', times: 20, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 0 } as const;
    bench.tenant.setConditions({ faults: [busy] });
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.posts()).toBe(1);
  });

  test('and names no time is asked after one, two, four and eight seconds, and then the code is too old', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.tenant.setConditions({ faults: [{ on: 'writes', times: 20, kind: 'fail', status: 429, acts: false }] });
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    const postsAt: number[] = [];
    for (let second = 0; second < 60; second++) {
      await bench.station.idle();
      while (postsAt.length < bench.posts()) postsAt.push(second);
      bench.hand.moveBy(1_000);
    }
    expect(postsAt).toEqual([0, 1, 3, 7, 15]);
    expect(bench.row().state).toMatchObject(TOO_OLD);
  });
});
