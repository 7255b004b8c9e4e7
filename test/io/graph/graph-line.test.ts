import { describe, expect, onTestFinished, test } from 'vitest';
import { refuse } from '../../../electron/core/result.ts';
import {
  answer,
  cutBeforeAnswer,
  cutInBody,
  keepSilent,
  neverEnd,
  serveLoopback,
  type LoopbackServer,
} from '../../fakes/loopback-server.ts';
import { odataError, openDesk, READS, WRITES, type Desk } from './open-desk.ts';

const LOST = { kind: 'lost', problem: { code: 'answer-lost' } };
const UNREACHABLE = { kind: 'failed', problem: { code: 'graph-unreachable' }, status: null, retryAfterMs: null };
const CALLS = [
  ...WRITES.map((write) => ({ ...write, outcome: LOST })),
  ...READS.map((read) => ({ ...read, outcome: UNREACHABLE })),
];

function expectSilence(desk: Desk, words: RegExp): void {
  expect(desk.latenciesMs).toEqual([]);
  expect(desk.silences).toHaveLength(1);
  expect(desk.silences[0]?.code).toBe('graph-unreachable');
  expect(desk.silences[0]?.detail).toMatch(words);
}

describe.each(CALLS)('the line during $name', ({ call, outcome }) => {
  test('where nobody listens, no answer came, and the words say why', async () => {
    const desk = await openDesk({ baseUrl: await closedUrl() });
    expect(await call(desk)).toMatchObject(outcome);
    expectSilence(desk, /ECONNREFUSED/);
  });

  test('cut before the request was read, no answer came', async () => {
    const desk = await openDesk();
    desk.server.cutLines();
    expect(await call(desk)).toMatchObject(outcome);
    expectSilence(desk, /fetch failed: ./);
    expect(desk.server.heard()).toEqual([]);
  });

  test('cut after the request was read, no answer came, and nothing is sent again', async () => {
    const desk = await openDesk();
    desk.server.setReply(cutBeforeAnswer);
    expect(await call(desk)).toMatchObject(outcome);
    expectSilence(desk, /other side closed|ECONNRESET|socket/);
    expect(desk.server.heard()).toHaveLength(1);
  });

  test('a line that was good before and is cut now is not tried twice', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(204));
    await call(desk);
    desk.server.setReply(cutBeforeAnswer);
    expect(await call(desk)).toMatchObject(outcome);
    expect(desk.server.heard()).toHaveLength(2);
  });

  test('an answer that does not come in time is given up by the signal', async () => {
    const limit = new AbortController();
    const desk = await openDesk({ signal: limit.signal });
    desk.server.setReply(keepSilent);
    const arrived = desk.server.nextRequest();
    const called = call(desk);
    await arrived;
    limit.abort(new DOMException('the time is over', 'TimeoutError'));
    expect(await called).toMatchObject(outcome);
    expectSilence(desk, /the time is over/);
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect with %d is not followed, to this host or another',
    async (status) => {
      const other = await serveLoopback();
      onTestFinished(other.close);
      const desk = await openDesk();
      for (const target of [`${other.url}/beta/users`, '/elsewhere']) {
        desk.server.setReply(answer(status, null, { location: target }));
        expect(await call(desk)).toMatchObject(outcome);
      }
      expect(other.heard()).toEqual([]);
      expect(desk.server.heard()).toHaveLength(2);
    },
  );

  test('without a token nothing is sent and the reason is the problem', async () => {
    const desk = await openDesk({ accessToken: () => Promise.resolve(refuse('signed-out', { detail: 'Sign in.' })) });
    const problem = { code: 'signed-out', detail: 'Sign in.' };
    const expected = outcome === LOST ? { kind: 'refused', problem } : { ...UNREACHABLE, problem };
    expect(await call(desk)).toEqual(expected);
    expect(desk.server.heard()).toEqual([]);
    expect([desk.latenciesMs, desk.silences]).toEqual([[], []]);
  });
});

describe('an answer that is cut in its body', () => {
  test.each(WRITES)('$name: the status said yes, so it is done', async ({ call }) => {
    const desk = await openDesk();
    desk.server.setReply(cutInBody(200, '{"id":'));
    expect(await call(desk)).toMatchObject({ kind: 'done' });
  });

  test.each(WRITES)(
    '$name: the status said no, so it is refused, and the words say that they are missing',
    async ({ call }) => {
      const desk = await openDesk();
      desk.server.setReply(cutInBody(403, '{"error":'));
      const problem = { code: 'not-permitted', detail: '403 · the answer broke off' };
      expect(await call(desk)).toEqual({ kind: 'refused', problem });
    },
  );

  test.each(WRITES)('$name: a 500 stays lost', async ({ call }) => {
    const desk = await openDesk();
    desk.server.setReply(cutInBody(500, '{"error":'));
    expect(await call(desk)).toMatchObject(LOST);
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each(READS)('$name: half a list is no list', async ({ call }) => {
    const desk = await openDesk();
    desk.server.setReply(cutInBody(200, '{"value":[]}'));
    expect(await call(desk)).toMatchObject({ kind: 'failed', problem: { code: 'graph-failing' }, status: 200 });
  });

  test.each(READS)('$name: a body that does not end is given up by the signal', async ({ call }) => {
    const limit = new AbortController();
    const desk = await openDesk({ signal: limit.signal });
    desk.server.setReply(neverEnd(200, '{"value":['));
    const called = call(desk);
    await untilAnswered(desk);
    limit.abort();
    expect(await called).toMatchObject({ kind: 'failed', problem: { code: 'graph-failing' }, status: 200 });
  });
});

test('after silence the same client works again', async () => {
  const desk = await openDesk();
  desk.server.setReply(cutBeforeAnswer);
  await READS[0].call(desk);
  desk.server.setReply(answer(200, { value: [] }));
  expect(await READS[0].call(desk)).toEqual({ kind: 'read', value: [] });
  desk.server.setReply(answer(400, odataError('badRequest', 'The verification code is not valid.')));
  expect(await WRITES[0].call(desk)).toMatchObject({ kind: 'refused', problem: { code: 'code-rejected' } });
});

/** An address that was a server's a moment ago. */
async function closedUrl(): Promise<string> {
  const gone: LoopbackServer = await serveLoopback();
  await gone.close();
  return gone.url;
}

/** Until the head of the answer is here. */
async function untilAnswered({ latenciesMs }: Desk): Promise<void> {
  while (latenciesMs.length === 0) await new Promise((resolve) => setImmediate(resolve));
}
