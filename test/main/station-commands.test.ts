import { describe, expect, test } from 'vitest';
import { ANNA, buildBench, nextTurn, TOKEN, type Bench } from './build-bench.ts';

const OK = { ok: true, value: null };
const BEN = 'bob.okafor@harbourlark.example';

function refusedAs(code: string): object {
  return { ok: false, problem: { code } };
}

async function search(bench: Bench, query: string): Promise<void> {
  expect(await bench.send({ kind: 'searchUsers', query })).toEqual(OK);
  await bench.station.idle();
}

function listed(bench: Bench): readonly string[] {
  return bench.station.snapshot().search.users.map(({ userPrincipalName }) => userPrincipalName);
}

describe('finding people', () => {
  test('a search shows whom the tenant knows, and which of them is meant exactly', async () => {
    const bench = await buildBench();
    await search(bench, ` ${ANNA} `);
    const { search: view } = bench.station.snapshot();
    expect(view).toMatchObject({ query: ANNA, status: 'found', problem: null });
    expect(view.users.map(({ userPrincipalName, exact }) => [userPrincipalName, exact])).toContainEqual([ANNA, true]);
    expect(bench.tenant.violations()).toEqual([]);
  });

  test('an object id finds its person and nobody else, and nobody where it is not known', async () => {
    const bench = await buildBench();
    await search(bench, 'okafor');
    const id = bench.station.snapshot().search.users[0]?.id ?? '';
    await search(bench, id.toUpperCase());
    expect(bench.station.snapshot().search.users).toMatchObject([{ id, userPrincipalName: BEN, exact: true }]);
    await search(bench, '00000000-0000-4000-8000-00000000dead');
    expect(bench.station.snapshot().search).toMatchObject({ status: 'found', users: [], problem: null });
    expect(bench.tenant.countRequests('readUser')).toBe(2);
  });

  test('an empty search clears the list and asks nobody', async () => {
    const bench = await buildBench();
    await search(bench, 'anna');
    await search(bench, '   ');
    expect(bench.station.snapshot().search).toMatchObject({ query: '', status: 'idle', users: [] });
    expect(bench.tenant.countRequests('searchUsers')).toBe(1);
  });

  test('an answer to older words does not take the place of the newer ones', async () => {
    const bench = await buildBench();
    const answers = bench.holdAnswers();
    await bench.send({ kind: 'searchUsers', query: 'anna' });
    await bench.send({ kind: 'searchUsers', query: 'okafor' });
    answers.release();
    await bench.station.idle();
    expect(bench.station.snapshot().search.query).toBe('okafor');
    expect(listed(bench)).toEqual([BEN]);
  });

  test('a search that fails says why and lists nobody', async () => {
    const bench = await buildBench();
    await search(bench, 'anna');
    bench.tenant.setConditions({ faults: [{ on: 'any', times: 1, kind: 'dropRequest' }] });
    await search(bench, 'okafor');
    const { search: view, health } = bench.station.snapshot();
    expect(view).toMatchObject({ status: 'failed', users: [], problem: { code: 'graph-unreachable' } });
    expect(health.graph.kind).toBe('unreachable');
  });
});

describe('choosing the person', () => {
  test('only somebody who stands in the list on screen can be chosen', async () => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    const { id: itemId } = bench.row();
    expect(await bench.send({ kind: 'chooseUser', itemId, userId: 'nobody' })).toEqual(refusedAs('user-not-listed'));
    await search(bench, ANNA);
    const anna = bench.station.snapshot().search.users[0];
    await search(bench, BEN);
    const late = await bench.send({ kind: 'chooseUser', itemId, userId: anna?.id ?? '' });
    expect(late).toEqual(refusedAs('user-not-listed'));
    expect(bench.row().user).toBeNull();
    expect(bench.row().state.kind).toBe('needsUser');
  });

  test('the list is gone once somebody was chosen from it', async () => {
    const bench = await buildBench();
    await bench.prepare();
    expect(bench.station.snapshot().search).toMatchObject({ query: '', users: [] });
  });

  test('another person can be chosen before the code, and the token goes to the second one', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    await search(bench, BEN);
    const userId = bench.station.snapshot().search.users[0]?.id ?? '';
    expect(await bench.send({ kind: 'chooseUser', itemId: row.id, userId })).toEqual(OK);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().user?.userPrincipalName).toBe(BEN);
    expect(bench.tenant.findAssignment(TOKEN)?.userId).toBe(userId);
  });
});

describe('entering the code', () => {
  test.each(['', '12345', '1234567', '12345a', ' 123456', '１２３４５６', '123 456', '-12345'])(
    'what is not six digits is refused and nothing is sent: "%s"',
    async (code) => {
      const bench = await buildBench();
      const row = await bench.prepare();
      const answer = await bench.send({ kind: 'enterCode', itemId: row.id, code });
      expect(answer).toEqual(refusedAs('code-not-six-digits'));
      await bench.station.idle();
      expect(bench.posts()).toBe(0);
      expect(bench.row().state.kind).toBe('needsCode');
    },
  );

  test('entered twice at once, it is taken once and sent once', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const command = { kind: 'enterCode', itemId: row.id, code: bench.code() } as const;
    const answers = await Promise.all([bench.send(command), bench.send(command), bench.send(command)]);
    expect(answers).toEqual([OK, refusedAs('command-not-allowed'), refusedAs('command-not-allowed')]);
    await bench.station.idle();
    expect(bench.posts()).toBe(1);
    expect(bench.journal.kinds().filter((kind) => kind === 'activationIntended')).toHaveLength(1);
    expect(bench.row().state.kind).toBe('activated');
  });

  test('a second code while the first is on its way is refused', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const answers = bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    const again = await bench.send({ kind: 'enterCode', itemId: row.id, code: '123456' });
    expect(again).toEqual(refusedAs('command-not-allowed'));
    answers.release();
    await bench.station.idle();
    expect(bench.posts()).toBe(1);
  });

  test('without a person it is refused', async () => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    const answer = await bench.send({ kind: 'enterCode', itemId: bench.row().id, code: '123456' });
    expect(answer).toEqual(refusedAs('command-not-allowed'));
  });
});

describe('a serial number typed by hand', () => {
  test('twice the same is a scan of the keyboard', async () => {
    const bench = await buildBench();
    expect(await bench.send({ kind: 'enterSerial', serialNumber: ` ${TOKEN}`, repeated: `${TOKEN} ` })).toEqual(OK);
    expect(bench.row()).toMatchObject({ serialNumber: TOKEN, readerName: '', state: { kind: 'needsUser' } });
    expect(bench.station.snapshot().open?.serialNumber).toBe(TOKEN);
  });

  test.each([
    [TOKEN, 'GALT11420105', 'serial-entries-differ'],
    [TOKEN, '', 'serial-entries-differ'],
    ['GALT', 'GALT', 'scan-not-a-serial'],
    ['', '', 'scan-empty'],
    ['GALT 1142 0104', 'GALT 1142 0104', 'scan-not-a-serial'],
    ['otpauth://totp/x?secret=A', 'otpauth://totp/x?secret=A', 'scan-holds-secret'],
  ])('"%s" and "%s" are refused as %s and leave no event', async (serialNumber, repeated, code) => {
    const bench = await buildBench();
    expect(await bench.send({ kind: 'enterSerial', serialNumber, repeated })).toEqual(refusedAs(code));
    expect(bench.station.snapshot().queue.counts.all).toBe(0);
    expect(bench.journal.kinds()).toEqual(['restarted']);
  });

  test('one that is in the queue already makes no second item', async () => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    await bench.send({ kind: 'enterSerial', serialNumber: 'galt11420104', repeated: 'galt11420104' });
    const { queue, notices } = bench.station.snapshot();
    expect([queue.counts.all, notices.at(-1)?.kind]).toEqual([1, 'scanDuplicate']);
  });
});

describe('commands of the practice panel', () => {
  test.each([
    { kind: 'practiceScan', text: TOKEN, aimId: ']C0', reader: 1 },
    { kind: 'practiceTrouble', trouble: 'down' },
  ] as const)('$kind is refused where there is no practice', async (command) => {
    const bench = await buildBench();
    expect(await bench.send(command)).toEqual(refusedAs('practice-only'));
    await nextTurn();
    expect(bench.station.snapshot()).toMatchObject({ practice: null, queue: { counts: { all: 0 } } });
  });
});
