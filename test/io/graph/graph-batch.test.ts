import { describe, expect, test } from 'vitest';
import { SELF } from '../../../electron/core/graph-port.ts';
import { ok } from '../../../electron/core/result.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { answer, cutBeforeAnswer } from '../../fakes/loopback-server.ts';
import { answerItems, assignments, batches, DONE, type Item } from './batch-desk.ts';
import { odataError, openDesk, type Desk } from './open-desk.ts';

const HEADER = { 'WWW-Authenticate': 'Bearer error="insufficient_claims", claims="eyJhIjoxfQ=="' };
const CHALLENGED: Item = { status: 401, headers: HEADER };

describe('assigning many', () => {
  test('sends twenty at a time, and each has its own outcome in the order asked', async () => {
    const desk = await openDesk();
    answerItems(desk, ({ url }) => (url.includes('/u13/') ? { status: 400, body: odataError('x', 'in use') } : DONE));
    const outcomes = await desk.graph.assignMany(assignments(41));
    expect(batches(desk).map((batch) => batch.length)).toEqual([20, 20, 1]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 41 }, (_, index) => (index === 13 ? 'refused' : 'done')),
    );
    expect(outcomes[13]).toMatchObject({ problem: { code: 'token-taken', requestId: 'whole' } });
  });

  test('of none sends nothing', async () => {
    const desk = await openDesk();
    expect([await desk.graph.assignMany([]), await desk.graph.listOathMethodsOfMany([])]).toEqual([[], []]);
    expect(desk.server.heard()).toEqual([]);
  });

  test.each<readonly [what: string, item: Item | null, outcome: object]>([
    ['201', { status: 201, body: { id: 'x' } }, { kind: 'done' }],
    ['429', { status: 429, headers: { 'Retry-After': '9' } }, { kind: 'postponed', untilMs: 9_000 }],
    ['429 without a time', { status: 429 }, { kind: 'postponed', untilMs: 1_000 }],
    ['503 with a time', { status: 503, headers: { 'Retry-After': '9' } }, { kind: 'postponed', untilMs: 9_000 }],
    ['503', { status: 503 }, { kind: 'lost' }],
    ['500', { status: 500 }, { kind: 'lost' }],
    ['403', { status: 403 }, { kind: 'refused', problem: { code: 'not-permitted' } }],
    ['424', { status: 424 }, { kind: 'refused', problem: { code: 'graph-refused' } }],
    ['nothing', null, { kind: 'lost', problem: { code: 'answer-lost', detail: 'the batch leaves this one out' } }],
    ['a page', { status: 200, body: 'PGh0bWw+' }, { kind: 'lost' }],
  ])('an item that is answered by %s is that, and its neighbour is done', async (_what, item, outcome) => {
    const desk = await openDesk();
    answerItems(desk, ({ url }) => (url.includes('/u0/') ? item : DONE));
    const [first, second] = await desk.graph.assignMany(assignments(2));
    const nowMs = desk.hand.clock.nowMs();
    const untilMs = first?.kind === 'postponed' ? { untilMs: first.untilMs - nowMs } : {};
    expect({ ...first, ...untilMs }).toMatchObject(outcome);
    expect(second?.kind).toBe('done');
    expect(desk.server.heard()).toHaveLength(1);
  });

  test('what the PUT is not known for goes again by POST in a batch of its own', async () => {
    const desk = await openDesk();
    answerItems(desk, ({ method, url }) => (method === 'POST' || url.includes('/u1/') ? DONE : { status: 405 }));
    const outcomes = await desk.graph.assignMany(assignments(3));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    expect(batches(desk)[1]).toMatchObject([
      { method: 'POST', url: '/users/u0/authentication/hardwareOathMethods', body: { device: { id: 'd0' } } },
      { method: 'POST', url: '/users/u2/authentication/hardwareOathMethods' },
    ]);
  });

  test('that the PUT is not known costs one batch of a long list, and the rest goes by POST', async () => {
    const desk = await openDesk();
    answerItems(desk, ({ method }) => (method === 'POST' ? DONE : { status: 405 }));
    const outcomes = await desk.graph.assignMany(assignments(41));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['done']));
    const sent = batches(desk).map((batch) => `${batch[0]?.method} × ${batch.length}`);
    expect(sent).toEqual(['PUT × 20', 'POST × 20', 'POST × 20', 'POST × 1']);
  });

  test('a first batch that says nothing of the PUT leaves the question to the next', async () => {
    const desk = await openDesk();
    answerItems(desk, (_sent, batch) => (batch === 1 ? { status: 400, body: odataError('x', 'in use') } : DONE));
    const outcomes = await desk.graph.assignMany(assignments(41));
    expect(outcomes.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 41 }, (_, index) => (index < 20 ? 'refused' : 'done')),
    );
    expect(
      batches(desk)
        .flat()
        .map(({ method }) => method),
    ).toEqual(Array.from({ length: 41 }, () => 'PUT'));
  });

  test('a call to wait for the POST holds back the rest of the list', async () => {
    const desk = await openDesk();
    const item: Item = { status: 429, headers: { 'Retry-After': '9' } };
    answerItems(desk, ({ method }) => (method === 'POST' ? item : { status: 405 }));
    const outcomes = await desk.graph.assignMany(assignments(41));
    expect(outcomes).toHaveLength(41);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ kind: 'postponed', problem: { code: 'throttled' } });
    expect(batches(desk)).toHaveLength(2);
  });

  test('oneself is left out, and the others keep their places', async () => {
    const desk = await openDesk();
    answerItems(desk, () => DONE);
    const [first = assignments(1)[0], second] = assignments(2);
    const asked = [first, { userId: SELF, deviceId: 'x', attempt: 1 }, second].flatMap((one) => one ?? []);
    const outcomes = await desk.graph.assignMany(asked);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused', 'done']);
    expect(batches(desk)[0]).toHaveLength(2);
  });
});

describe('a batch that fails as a whole', () => {
  test.each([
    [400, {}, 'refused', 'graph-refused', 2],
    [404, {}, 'refused', 'graph-refused', 2],
    [405, {}, 'refused', 'graph-refused', 2],
    [403, {}, 'refused', 'not-permitted', 2],
    [429, { 'retry-after': '5' }, 'postponed', 'throttled', 1],
    [429, {}, 'postponed', 'throttled', 1],
    [503, { 'retry-after': '5' }, 'postponed', 'graph-failing', 1],
    [500, {}, 'lost', 'answer-lost', 2],
  ])('with %d %j: every item is %s as %s, after %d requests', async (status, headers, kind, code, requests) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, odataError('x', 'The user was not found.'), headers));
    const outcomes = await desk.graph.assignMany(assignments(21));
    expect(outcomes).toHaveLength(21);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ kind, problem: { code } });
    expect(desk.server.heard()).toHaveLength(requests);
  });

  test('503 without a time: what was sent is lost, and what was not is refused', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(503));
    const outcomes = await desk.graph.assignMany(assignments(21));
    expect(outcomes.map(({ kind }) => kind)).toEqual([...Array.from({ length: 20 }, () => 'lost'), 'refused']);
    expect(desk.server.heard()).toHaveLength(1);
  });

  test('on a cut line: what was sent is lost, and what was not is refused', async () => {
    const desk = await openDesk();
    desk.server.setReply(cutBeforeAnswer);
    const outcomes = await desk.graph.assignMany(assignments(21));
    expect(outcomes.map(({ kind }) => kind)).toEqual([...Array.from({ length: 20 }, () => 'lost'), 'refused']);
    expect(outcomes[20]).toMatchObject({ problem: { code: 'graph-unreachable' } });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each([
    ['a page', '<html></html>'],
    ['another shape', { value: [] }],
    ['nothing', null],
  ])('200 with %s: every item is lost', async (_what, body) => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, body));
    const outcomes = await desk.graph.assignMany(assignments(2));
    expect(outcomes).toMatchObject([{ kind: 'lost' }, { kind: 'lost' }]);
  });
});

describe('listing the methods of many', () => {
  test('gives each list in the order asked, and each failure to its own', async () => {
    const desk = await openDesk();
    answerItems(desk, ({ url }) => {
      if (url.startsWith('/users/gone')) return { status: 404, body: odataError('x', 'No such user.') };
      return { status: 200, body: { value: [{ id: url.split('/')[2] ?? url }] } };
    });
    expect(await desk.graph.listOathMethodsOfMany(['b', 'gone', SELF, 'a'])).toEqual([
      { kind: 'read', value: [{ methodId: 'b', serialNumber: null, status: 'unknown' }] },
      {
        kind: 'failed',
        problem: { code: 'user-unknown', detail: '404 · x · No such user.', requestId: 'whole' },
        status: 404,
        retryAfterMs: null,
      },
      { kind: 'read', value: [{ methodId: 'authentication', serialNumber: null, status: 'unknown' }] },
      { kind: 'read', value: [{ methodId: 'a', serialNumber: null, status: 'unknown' }] },
    ]);
  });

  test('an item that is left out has failed without a status, so that it is asked again', async () => {
    const desk = await openDesk();
    answerItems(desk, () => null);
    expect(await desk.graph.listOathMethodsOfMany(['a'])).toMatchObject([{ kind: 'failed', status: null }]);
  });
});

describe('a challenge in a batch', () => {
  const openRenewing = async (): Promise<{ readonly desk: Desk; readonly asked: unknown[] }> => {
    const asked: unknown[] = [];
    const desk = await openDesk({
      accessToken: async (claims) => {
        asked.push(claims ?? null);
        return ok(new Secret('token'));
      },
    });
    return { desk, asked };
  };

  test('sends the items that were challenged once more, and only those', async () => {
    const { desk, asked } = await openRenewing();
    answerItems(desk, ({ url }, batch) => (batch === 1 && /\/u[02]\//.test(url) ? CHALLENGED : DONE));
    const outcomes = await desk.graph.assignMany(assignments(3));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    expect(asked).toEqual([null, '{"a":1}']);
    expect(batches(desk)[1]?.map(({ url }) => url.split('/')[2])).toEqual(['u0', 'u2']);
  });

  test('a second one stands', async () => {
    const { desk } = await openRenewing();
    answerItems(desk, () => CHALLENGED);
    expect(await desk.graph.assignMany(assignments(1))).toMatchObject([
      { kind: 'refused', problem: { code: 'signed-out' } },
    ]);
    expect(desk.server.heard()).toHaveLength(2);
  });

  test('to the whole of it sends the whole once more', async () => {
    const { desk, asked } = await openRenewing();
    desk.server.setReply(answer(401, null, { 'www-authenticate': HEADER['WWW-Authenticate'] }));
    expect(await desk.graph.assignMany(assignments(2))).toMatchObject([
      { kind: 'refused', problem: { code: 'signed-out' } },
      { kind: 'refused', problem: { code: 'signed-out' } },
    ]);
    expect(asked).toEqual([null, '{"a":1}']);
  });
});
