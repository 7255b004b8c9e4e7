import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { answer } from '../../fakes/loopback-server.ts';
import {
  answerItems,
  assignments,
  batches,
  DONE,
  hearRequests,
  holdAnswers,
  listOf,
  someTurns,
  users,
  type Sent,
} from './batch-desk.ts';
import { openDesk } from './open-desk.ts';

describe('batches on their way', () => {
  test('are the first alone and then four at once, and the answers are in the order asked', async () => {
    const desk = await openDesk();
    const held = holdAnswers(desk);
    const asked = users(141);
    const listed = desk.graph.listOathMethodsOfMany(asked);
    await hearRequests(desk, 1);
    await someTurns();
    expect(held).toHaveLength(1);
    held[0]?.();
    await hearRequests(desk, 5);
    await someTurns();
    expect(held).toHaveLength(5);
    for (const at of [4, 3, 2, 1]) held[at]?.();
    await hearRequests(desk, 8);
    for (const at of [7, 6, 5]) held[at]?.();
    const read = (await listed).map((one) => (one.kind === 'read' ? one.value[0]?.methodId : one));
    expect(read).toEqual(asked);
  });

  test.each([
    ['as a whole', true],
    ['item by item', false],
  ])('after a call to wait, %s, no other is begun', async (_what, isWhole) => {
    const desk = await openDesk();
    const wait = { 'Retry-After': '9' };
    desk.server.setReply((response: ServerResponse) => {
      const all = batches(desk);
      const item = (sent: Sent): object => ({ id: sent.id, status: 200, body: listOf(sent.url) });
      const refusal = (sent: Sent): object => ({ id: sent.id, status: 429, headers: wait });
      const responses = (all.at(-1) ?? []).map(all.length === 1 ? item : refusal);
      (all.length > 1 && isWhole ? answer(429, null, wait) : answer(200, { responses }))(response);
    });
    const lists = await desk.graph.listOathMethodsOfMany(users(201));
    expect(desk.server.heard()).toHaveLength(5);
    expect(lists.map(({ kind }) => kind)).toEqual(users(201).map((_, index) => (index < 20 ? 'read' : 'failed')));
    for (const list of lists.slice(20)) expect(list).toMatchObject({ status: 429, retryAfterMs: 9_000 });
  });

  test('go on where one item of each is asked to wait', async () => {
    const desk = await openDesk();
    answerItems(desk, ({ id }) => (id === '0' ? { status: 429 } : DONE));
    const outcomes = await desk.graph.assignMany(assignments(101));
    expect(batches(desk)).toHaveLength(6);
    // The last batch is of one item, which has to wait.
    expect(outcomes.filter(({ kind }) => kind === 'postponed')).toHaveLength(6);
  });

  test('are not sent any more to somebody who answers them with something else', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, '<html></html>'));
    const outcomes = await desk.graph.assignMany(assignments(101));
    expect(outcomes.map(({ kind }) => kind)).toEqual(assignments(101).map((_, at) => (at < 20 ? 'lost' : 'refused')));
    expect(desk.server.heard()).toHaveLength(1);
  });
});
