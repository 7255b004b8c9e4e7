import { describe, expect, test } from 'vitest';
import { nextTurn, TOKEN } from './build-bench.ts';
import { ANNA, benchWithOrder, holderOf, lineStates, OTHER_ANNA, said, SECOND, settle } from './orders-bench.ts';

describe('an order without codes, where something goes wrong', () => {
  test('writes the intent before it sends anything', async () => {
    const bench = await benchWithOrder('assign');
    bench.holdAnswers();
    bench.reader.scan(TOKEN, ']C0');
    while (!bench.journal.kinds().includes('assignmentIntended')) await nextTurn();
    await nextTurn();
    expect(bench.row().state.kind).toBe('activating');
    expect(bench.tenant.countRequests('assignByReference')).toBe(0);
  });

  test('sends a lost answer once more only when reads have not found the token', async () => {
    const bench = await benchWithOrder('assign');
    bench.tenant.setConditions({ faults: [{ on: 'assignByReference', times: 1, kind: 'dropRequest' }] });
    await bench.scan(TOKEN);
    await settle(bench);
    expect(bench.row().state.kind).toBe('assigned');
    expect(bench.tenant.countRequests('assignByReference')).toBe(2);
    expect(holderOf(bench, TOKEN)).toBe(ANNA?.id);
  });

  test('finds the token at its person after a lost answer, and sends nothing more', async () => {
    const bench = await benchWithOrder('assign');
    bench.tenant.setConditions({ faults: [{ on: 'assignByReference', times: 1, kind: 'dropAnswer' }] });
    await bench.scan(TOKEN);
    await settle(bench);
    expect(bench.row().state.kind).toBe('assigned');
    expect(bench.tenant.countRequests('assignByReference')).toBe(1);
    expect(said(bench)).toContain('unsure');
  });

  test('gives up after three lost answers, says so, and goes on when it is asked to', async () => {
    const bench = await benchWithOrder('assign');
    bench.tenant.setConditions({ faults: [{ on: 'assignByReference', times: 3, kind: 'dropRequest' }] });
    await bench.scan(TOKEN);
    await settle(bench);
    expect(bench.row().state).toEqual({ kind: 'stopped', problem: { code: 'not-confirmed' } });
    expect(await lineStates(bench)).toEqual(['stopped', 'open', 'open']);
    expect(bench.tenant.countRequests('assignByReference')).toBe(3);
    await bench.send({ kind: 'retryItem', itemId: bench.row().id });
    await settle(bench);
    expect(bench.row().state.kind).toBe('assigned');
    expect(await lineStates(bench)).toEqual(['done', 'open', 'open']);
  });

  test('waits where the tenant asks for a pause, and goes on by itself', async () => {
    const bench = await benchWithOrder('assign');
    const busy = { times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 7 } as const;
    bench.tenant.setConditions({
      faults: [
        { on: 'listDevices', ...busy },
        { on: 'assignByReference', ...busy },
      ],
    });
    await bench.scan(TOKEN);
    expect(bench.row().state).toMatchObject({ kind: 'waiting', untilMs: bench.hand.clock.nowMs() + 7_000 });
    await settle(bench);
    expect(bench.row().state.kind).toBe('assigned');
    expect(bench.events.map(({ kind }) => kind)).not.toContain('codeExpired');
  });

  test('waits while nobody is signed in', async () => {
    const bench = await benchWithOrder('assign');
    await bench.station.dispatch({ kind: 'signedOut', atMs: bench.hand.clock.nowMs(), problem: null });
    await bench.scan(TOKEN);
    expect(bench.row().state.kind).toBe('readyToAssign');
    expect(bench.tenant.countRequests('listDevices')).toBe(1);
    await bench.station.dispatch({ kind: 'sessionFixed', atMs: bench.hand.clock.nowMs(), name: 'Operator' });
    await settle(bench);
    expect(bench.row().state.kind).toBe('assigned');
  });

  test('goes on after the station was killed, without assigning anything blindly', async () => {
    const bench = await benchWithOrder('assign');
    bench.holdAnswers();
    bench.reader.scan(TOKEN, ']C0');
    while (bench.tenant.countRequests('listDevices') < 2) await nextTurn();
    const again = await bench.restart();
    await settle(again);
    expect(again.row().state.kind).toBe('assigned');
    await again.scan(SECOND);
    await settle(again);
    expect(holderOf(again, SECOND)).toBe(OTHER_ANNA?.id);
    expect(await lineStates(again)).toEqual(['done', 'done', 'open']);
  });
});
