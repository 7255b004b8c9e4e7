import { describe, expect, test } from 'vitest';
import type { User } from '../../electron/contract/user.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { deriveGuid } from '../../electron/practice/derive.ts';
import {
  ADMIN_TARGET,
  EXPECTS_TOKEN,
  FIVE_METHODS,
  FORMER_COLLEAGUE,
  GUEST,
  TOKEN_HOLDER,
  TWIN_HOLDER,
} from '../../electron/practice/practice-people.ts';
import { ANNA, buildBench, nextTurn, TOKEN, type Bench } from './build-bench.ts';

const { desk, depot, classic, privileged } = PRACTICE_OPERATORS;
const HELD = '60234567';
const AHEAD = 'VES0052663';
const TWIN = 'GALT11420135';
const MISSING = '00040008CFA5';
const SLOW_PACED = '2600124809778';

function findings(bench: Bench, serialNumber: string): unknown {
  return bench.row(serialNumber).preFlight?.findings;
}

async function enterCode(bench: Bench, serialNumber = TOKEN): Promise<unknown> {
  const sent = await bench.send({
    kind: 'enterCode',
    itemId: bench.row(serialNumber).id,
    code: bench.code(serialNumber),
  });
  await bench.station.idle();
  return sent;
}

const NOT_ALLOWED = { ok: false, problem: { code: 'command-not-allowed' } };

describe('what no code gets past', () => {
  test.each([
    ['a guest', desk, TOKEN, GUEST, { kind: 'guest', name: null }],
    ['somebody with five methods', classic, TOKEN, FIVE_METHODS, { kind: 'fiveMethods', name: null }],
    ['a token of another', depot, HELD, null, { kind: 'assignedToAnother', name: TOKEN_HOLDER.displayName }],
  ] as const)(
    '%s is told before a code is typed, and nothing is sent',
    async (_who, as, serialNumber, user, finding) => {
      const bench = await buildBench({ as });
      const row = await bench.prepare(serialNumber, user?.userPrincipalName ?? ANNA);
      expect(findings(bench, serialNumber)).toEqual([{ ...finding, weight: 'stops' }]);
      expect(row.can).not.toContain('enterCode');
      expect(await enterCode(bench, serialNumber)).toEqual(NOT_ALLOWED);
      expect(bench.posts()).toBe(0);
      expect(bench.tenant.violations()).toEqual([]);
    },
  );

  test('is looked at again where somebody asks for it, and the code is asked for once it is gone', async () => {
    const bench = await buildBench({ as: depot });
    const row = await bench.prepare(HELD);
    const headers = {
      authorization: `Bearer ${depot.accessToken}`,
      'client-request-id': '0f0f0f0f-0000-4000-8000-000000000000',
    };
    const path = `/users/${TOKEN_HOLDER.id}/authentication/hardwareOathMethods/${deriveGuid(HELD)}`;
    const url = `https://graph.microsoft.com/beta${path}`;
    expect((await bench.tenant.fetch(new Request(url, { method: 'DELETE', headers }))).status).toBe(204);
    await bench.send({ kind: 'checkAgain', itemId: row.id });
    await bench.station.idle();
    expect(findings(bench, HELD)).toEqual([]);
    await enterCode(bench, HELD);
    expect(bench.row(HELD).state.kind).toBe('activated');
  });
});

describe('what may fail, or is good to know', () => {
  test.each([
    [
      'a disabled account',
      desk,
      TOKEN,
      FORMER_COLLEAGUE.userPrincipalName,
      { kind: 'accountDisabled', weight: 'warns' },
    ],
    ['a 60-second token', depot, SLOW_PACED, ANNA, { kind: 'sixtySeconds', weight: 'tells' }],
  ] as const)('%s is told, and the token is issued all the same', async (_what, as, serialNumber, user, finding) => {
    const bench = await buildBench({ as });
    await bench.prepare(serialNumber, user);
    expect(findings(bench, serialNumber)).toEqual([{ ...finding, name: null }]);
    await enterCode(bench, serialNumber);
    expect(bench.row(serialNumber)).toMatchObject({ state: { kind: 'activated' }, preFlight: null });
    expect(bench.posts()).toBe(1);
  });

  test('an admin is announced to a desk that may not touch admins, and not to one that may', async () => {
    const few = await buildBench({ as: desk });
    await few.prepare(TOKEN, ADMIN_TARGET.userPrincipalName);
    // With User.Read.All alone, Graph tells that there is a role and not which.
    expect(findings(few, TOKEN)).toEqual([{ kind: 'adminTarget', weight: 'warns', name: null }]);
    await enterCode(few);
    expect(few.row().state).toMatchObject({ kind: 'stopped', problem: { code: 'not-permitted' } });

    const all = await buildBench({ as: privileged });
    await all.prepare(TOKEN, ADMIN_TARGET.userPrincipalName);
    expect(findings(all, TOKEN)).toEqual([]);
    await enterCode(all);
    expect(all.row().state.kind).toBe('activated');
  });

  test('a token that the inventory does not have is told, and Graph has the last word', async () => {
    const bench = await buildBench({ as: depot });
    await bench.prepare(MISSING);
    expect(findings(bench, MISSING)).toEqual([{ kind: 'notInInventory', weight: 'warns', name: null }]);
    await enterCode(bench, MISSING);
    expect(bench.row(MISSING).state).toMatchObject({ kind: 'stopped', problem: { code: 'serial-unknown' } });
  });
});

describe('a token that is this person’s already', () => {
  test('and waits to be activated is activated, never assigned once more', async () => {
    const bench = await buildBench({ as: desk });
    await bench.prepare(AHEAD, EXPECTS_TOKEN.userPrincipalName);
    expect(findings(bench, AHEAD)).toEqual([{ kind: 'assignedToThem', weight: 'tells', name: null }]);
    await enterCode(bench, AHEAD);
    expect(bench.row(AHEAD).state.kind).toBe('activated');
    expect(bench.tenant.countRequests('assignAndActivateBySerialNumber')).toBe(0);
    expect(bench.tenant.countRequests('activate')).toBe(1);
  });

  test('and is active stops without a write: it is no success of this desk', async () => {
    const bench = await buildBench({ as: desk });
    await bench.prepare(HELD, TOKEN_HOLDER.userPrincipalName);
    expect(bench.row(HELD).state).toMatchObject({ kind: 'stopped', problem: { code: 'token-already-active' } });
    expect(bench.posts()).toBe(0);
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({ kind: 'stopped', text: HELD });
  });

  test('and is there twice is told, and the one that is not active is activated', async () => {
    const bench = await buildBench({ as: depot });
    await bench.prepare(TWIN, TWIN_HOLDER.userPrincipalName);
    expect(findings(bench, TWIN)).toEqual([
      { kind: 'legacyTwin', weight: 'warns', name: null },
      { kind: 'assignedToThem', weight: 'tells', name: null },
    ]);
    await enterCode(bench, TWIN);
    expect(bench.row(TWIN).state.kind).toBe('activated');
    expect(bench.tenant.findAssignment(TWIN)?.status).toBe('activated');
    expect(bench.tenant.countRequests('assignAndActivateBySerialNumber')).toBe(0);
  });
});

describe('looking ahead never keeps anybody waiting', () => {
  async function find(bench: Bench, query: string): Promise<User> {
    await bench.send({ kind: 'searchUsers', query });
    await bench.station.idle();
    const [found] = bench.station.snapshot().search.users;
    if (!found) throw new Error(`nobody is ${query}`);
    const { exact: _exact, ...user } = found;
    return user;
  }

  test('a code that is typed before the answer is sent at once, and the answer comes too late to matter', async () => {
    const bench = await buildBench({ as: desk });
    await bench.scan(TOKEN);
    const { id: userId } = await find(bench, ANNA);
    const answers = bench.holdAnswers();
    const itemId = bench.row().id;
    await bench.send({ kind: 'chooseUser', itemId, userId });
    expect(bench.row().preFlight).toMatchObject({ isReading: true });
    expect(await bench.send({ kind: 'enterCode', itemId, code: bench.code() })).toEqual({ ok: true, value: null });
    expect(bench.row().state.kind).toBe('activating');
    await nextTurn();
    answers.release();
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.posts()).toBe(1);
  });

  test.each([
    ['the whole', { on: 'batch', times: 1, kind: 'dropRequest' }, ['account', 'roles', 'methods']],
    ['a part', { on: 'listMemberships', times: 1, kind: 'fail', status: 500, acts: false }, ['roles']],
  ] as const)('%s that fails is told, and the token is issued', async (_what, fault, parts) => {
    const bench = await buildBench({ as: desk });
    bench.tenant.setConditions({ faults: [fault] });
    await bench.prepare();
    expect(bench.row().preFlight?.unread.map(({ what }) => what)).toEqual(parts);
    expect(findings(bench, TOKEN)).toEqual([]);
    await enterCode(bench);
    expect(bench.row().state.kind).toBe('activated');
  });

  test('another person is looked at once the first answer has come, and what it told of the first one is dropped', async () => {
    const bench = await buildBench({ as: desk });
    await bench.scan(TOKEN);
    const guest = await find(bench, GUEST.userPrincipalName);
    const anna = await find(bench, ANNA);
    const answers = bench.holdAnswers();
    const itemId = bench.row().id;
    const choose = (user: User): Promise<void> => {
      const atMs = bench.hand.clock.nowMs();
      return bench.station.dispatch({ kind: 'userChosen', atMs, itemId, user });
    };
    await choose(guest);
    await choose(anna);
    await nextTurn();
    expect(bench.tenant.countRequests('batch')).toBe(1);
    expect(bench.row().preFlight).toMatchObject({ isReading: true });
    answers.release();
    await bench.station.idle();
    expect(bench.tenant.countRequests('batch')).toBe(2);
    expect(bench.row()).toMatchObject({
      user: { userPrincipalName: ANNA },
      preFlight: { isReading: false, findings: [] },
    });
  });
});

describe('what looking ahead costs', () => {
  test('one batch of reads for each token, one write, and at a desk never a read of the inventory', async () => {
    const bench = await buildBench({ as: desk });
    await bench.prepare();
    await enterCode(bench);
    expect(bench.tenant.countRequests('batch')).toBe(1);
    expect(bench.posts()).toBe(1);
    expect(bench.tenant.countRequests('listDevices')).toBe(0);
    expect(bench.tenant.countRequests('listAllMethods')).toBe(0);
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('a plain read of the person’s tokens, where nothing tells of the operator’s rights', async () => {
    const bench = await buildBench();
    await bench.prepare();
    expect(bench.tenant.countRequests('batch')).toBe(0);
    expect(bench.tenant.countRequests('listMethods')).toBe(1);
  });

  test('nothing for tokens that lie in the queue, and one look when they are taken up', async () => {
    const bench = await buildBench({ as: desk });
    await bench.prepare();
    const { id } = bench.row();
    await bench.send({ kind: 'parkItem', itemId: id });
    await bench.send({ kind: 'checkAgain', itemId: id });
    await bench.station.idle();
    expect(bench.tenant.countRequests('batch')).toBe(1);
    expect(bench.row().preFlight).toMatchObject({ isReading: false, findings: [] });
    await bench.send({ kind: 'openItem', itemId: id });
    await bench.station.idle();
    expect(bench.tenant.countRequests('batch')).toBe(2);
  });
});

test('what was read is in the journal, and after a restart it is looked at once more', async () => {
  const bench = await buildBench({ as: desk });
  await bench.prepare(TOKEN, GUEST.userPrincipalName);
  expect(bench.journal.kinds()).toEqual(['restarted', 'scanned', 'userChosen', 'preFlightRead']);
  const again = await bench.restart();
  expect(again.station.snapshot().health.storage.unreadable).toEqual([]);
  expect(findings(again, TOKEN)).toMatchObject([{ kind: 'guest' }]);
  expect(bench.tenant.countRequests('batch')).toBe(2);
});
