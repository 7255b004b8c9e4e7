import { describe, expect, test } from 'vitest';
import { failed, faults, found, listOf, openOrderBench, person, problem, START, until } from './order-bench.ts';

const OPEN = { kind: 'openWorkOrder' } as const;

describe('opening a list', () => {
  test('shows it as it will be, and writes nothing to the journal', async () => {
    const bench = await openOrderBench();
    const view = await bench.opened('UPN;Ticket;Model;Note;Cost centre\nann@x;R1;OTP 110;floor 2;7\nbob@x;R2;;;\n');
    expect(view).toMatchObject({
      fileName: 'list.csv',
      stage: 'ready',
      readCount: 2,
      checkedCount: 2,
      counts: { all: 2, usable: 2, doubtful: 0, unusable: 0, zerosOffered: 0 },
      ignoredColumns: ['Cost centre'],
      handedOver: null,
      page: 0,
      pageCount: 1,
    });
    expect(view.lines[0]).toMatchObject({
      line: 2,
      person: 'ann@x',
      requestNumber: 'R1',
      model: 'OTP 110',
      note: 'floor 2',
      user: { id: 'ann' },
      isUsable: true,
      faults: [],
    });
    expect(bench.durable).toEqual([]);
  });

  test('called off in the dialog leaves what was open', async () => {
    const bench = await openOrderBench();
    expect(await bench.send(OPEN)).toEqual(problem('cancelled'));
    expect(bench.draft()).toBeNull();
  });

  test.each([
    ['a list without a header', 'list.csv', 'a,b\nc,d\n', 'sheet-names-nobody'],
    ['a header without a list', 'list.csv', 'upn,note\n\n,\n', 'order-empty'],
    ['an empty file', 'list.csv', '', 'sheet-unreadable'],
    ['a picture', 'list.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x00]), 'sheet-unreadable'],
    ['a broken workbook', 'list.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'sheet-unreadable'],
    ['something else that ends like a handed-over order', 'a.json', '{}', 'order-file-damaged'],
  ])('%s is refused, and nothing stays open', async (_what, name, content, code) => {
    const bench = await openOrderBench();
    bench.choose(name, content);
    expect(await bench.send(OPEN)).toMatchObject(problem(code));
    expect(bench.draft()).toBeNull();
    expect(bench.asked).toEqual([]);
  });

  test('of seeds by mistake shows no seed and keeps none', async () => {
    const bench = await openOrderBench();
    const canary = 'CANARYCANARYCANARY234567';
    await bench.opened(`upn,serial number,secret key,time interval,model\nann@x,20033752,${canary},30,C301\n`);
    await bench.send(START);
    expect(JSON.stringify([bench.draft(), bench.durable, bench.orders()])).not.toContain(canary);
    bench.choose('broken.csv', `upn,secret key\nann@x,"${canary}\n`);
    expect(JSON.stringify(await bench.send(OPEN))).not.toContain(canary);
  });

  test('a second one takes the place of the first', async () => {
    const bench = await openOrderBench();
    await bench.opened('upn\nann@x\n');
    expect(await bench.opened('upn\nbob@x\n', 'other.csv')).toMatchObject({
      fileName: 'other.csv',
      lines: [{ person: 'bob@x' }],
    });
  });

  test('a second dialog is not opened over the first', async () => {
    const bench = await openOrderBench();
    bench.choose('list.csv', 'upn\nann@x\n');
    const first = bench.send(OPEN);
    expect(await bench.send(OPEN)).toEqual(problem('cancelled'));
    expect(await first).toEqual({ ok: true, value: null });
  });

  test('fifty thousand rows are read with progress while everything else has its turn, and can be called off', async () => {
    const bench = await openOrderBench();
    bench.choose('list.csv', listOf(50_000));
    const opening = bench.send(OPEN);
    await until(() => (bench.draft()?.readCount ?? 0) > 0);
    expect(bench.draft()).toMatchObject({ stage: 'reading', counts: { all: 0 }, lines: [] });
    expect(bench.draft()?.readCount).toBeLessThan(50_000);
    expect(await bench.send({ kind: 'dropDraft' })).toEqual({ ok: true, value: null });
    expect(await opening).toEqual(problem('cancelled'));
    expect(bench.draft()).toBeNull();
    expect(bench.asked).toEqual([]);
  });
});

describe('what the tenant says of people', () => {
  const TENANT = {
    'guest@x': found(person('guest@x', { isGuest: true })),
    'off@x': found(person('off@x', { isEnabled: false })),
    'hidden@x': found(person('hidden@x', { isGuest: null, isEnabled: null })),
    'gone@x': found(),
    '0012': found(person('ann@x')),
    '0013': found(person('a@x'), person('b@x')),
    'denied@x': failed(403, null, 'not-permitted'),
  };
  const tenant = ({ value }: { value: string }) =>
    Object.entries(TENANT).find(([name]) => name === value)?.[1] ?? found(person(value));

  test('is told line by line, and the rest goes on', async () => {
    const bench = await openOrderBench({ tenant });
    const view = await bench.opened(
      'upn,employee id\nann@x,\nguest@x,\noff@x,\nhidden@x,\ngone@x,\n,0012\n,0013\nANN@X,\n,\ndenied@x,\n,1.2E+12\n',
    );
    expect(faults(view)).toEqual([
      'ok',
      'no guest',
      'ok accountDisabled',
      'ok',
      'no unknownPerson',
      'no personTwice',
      'no twoPeople',
      'no personTwice',
      'no notLookedUp',
      'no rounded',
    ]);
    expect(view.counts).toEqual({ all: 10, usable: 3, doubtful: 1, unusable: 7, zerosOffered: 0 });
    expect(view.lines[5]?.faults).toEqual([{ kind: 'personTwice', firstLine: 2 }]);
    expect(view.lines[8]?.faults).toMatchObject([{ problem: { code: 'not-permitted' } }]);
  });

  test('a line without a person is told and not asked about', async () => {
    const bench = await openOrderBench({ tenant });
    const view = await bench.opened('upn,note\n,who?\nann@x,\n');
    expect(faults(view)).toEqual(['no personMissing', 'ok']);
    expect(bench.asked).toEqual([[{ by: 'userPrincipalName', value: 'ann@x' }]]);
  });

  test('somebody who stands there twice is asked about once', async () => {
    const bench = await openOrderBench();
    await bench.opened('upn\nann@x\nAnn@X\nbob@x\nann@x\n');
    expect(bench.asked.flat().map(({ value }) => value)).toEqual(['ann@x', 'bob@x']);
  });

  test('whoever is in another open order is told with its name', async () => {
    const bench = await openOrderBench();
    await bench.opened('upn\nann@x\n');
    await bench.send({ ...START, name: 'Monday' });
    const view = await bench.opened('upn\nann@x\nbob@x\n');
    expect(view.lines[0]?.faults).toEqual([{ kind: 'inOtherOrder', orderName: 'Monday' }]);
    expect(faults(view)).toEqual(['ok inOtherOrder', 'ok']);
    await bench.dispatch({ kind: 'orderClosed', atMs: 1, orderId: 1 });
    expect(faults(await bench.opened('upn\nann@x\n'))).toEqual(['ok']);
  });
});

describe('zeros that a spreadsheet has dropped', () => {
  const LIST = 'employee id\n00471\n00472\n00473\n00474\n00475\n476\n477\n';
  const tenant = ({ value }: { value: string }) => (value.length === 5 ? found(person(value)) : found());

  test('are offered and never put back by themselves', async () => {
    const bench = await openOrderBench({ tenant });
    const view = await bench.opened(LIST);
    expect(view.lines[5]).toMatchObject({
      person: '476',
      isUsable: false,
      faults: [{ kind: 'zerosMaybeLost', suggestion: '00476' }, { kind: 'unknownPerson' }],
    });
    expect(view.counts).toMatchObject({ zerosOffered: 2, usable: 5 });
    expect(bench.asked.flat().map(({ value }) => value)).not.toContain('00476');
  });

  test.each([
    ['in one line', 7, ['00476', '477'], 6],
    ['in all', null, ['00476', '00477'], 7],
  ])('are put back %s when somebody says so, and looked up', async (_what, line, people, usable) => {
    const bench = await openOrderBench({ tenant });
    await bench.opened(LIST);
    expect(await bench.send({ kind: 'acceptZeros', line })).toEqual({ ok: true, value: null });
    const view = await bench.ready();
    expect(view.lines.slice(5).map((one) => one.person)).toEqual(people);
    expect(view.counts.usable).toBe(usable);
  });

  test('may turn out to be somebody who stands there already', async () => {
    const bench = await openOrderBench({ tenant });
    await bench.opened(`${LIST}471\n`);
    await bench.send({ kind: 'acceptZeros', line: 9 });
    expect((await bench.ready()).lines[7]).toMatchObject({
      person: '00471',
      isUsable: false,
      faults: [{ kind: 'personTwice', firstLine: 2 }],
    });
  });

  test('are not put back where none are offered', async () => {
    const bench = await openOrderBench({ tenant });
    expect(await bench.send({ kind: 'acceptZeros', line: null })).toEqual(problem('command-not-allowed'));
    await bench.opened(LIST);
    expect(await bench.send({ kind: 'acceptZeros', line: 2 })).toEqual(problem('command-not-allowed'));
  });
});

describe('the pages of a draft', () => {
  test('have fifty lines, and can be of the faults alone', async () => {
    const bench = await openOrderBench({
      tenant: ({ value }) => (value.startsWith('p7') ? found() : found(person(value))),
    });
    expect(await bench.opened(listOf(120))).toMatchObject({ page: 0, pageCount: 3, lines: { length: 50 } });
    await bench.send({ kind: 'showDraft', page: 2, onlyFaults: false });
    expect(bench.draft()).toMatchObject({ page: 2, lines: { length: 20 } });
    await bench.send({ kind: 'showDraft', page: 9, onlyFaults: true });
    expect(bench.draft()).toMatchObject({ page: 0, pageCount: 1, onlyFaults: true, lines: { length: 11 } });
    await bench.send({ kind: 'showDraft', page: 99, onlyFaults: false });
    expect(bench.draft()).toMatchObject({ page: 2 });
  });

  test('there are none without a draft', async () => {
    const bench = await openOrderBench();
    const command = { kind: 'showDraft', page: 0, onlyFaults: false } as const;
    expect(await bench.send(command)).toEqual(problem('command-not-allowed'));
  });
});
