import { describe, expect, test } from 'vitest';
import { answer } from '../../fakes/loopback-server.ts';
import { activate, assign, odataError, openDesk, WRITES } from './open-desk.ts';

const REQUEST_ID = '2b2c1e0f-0000-4000-8000-00000000abcd';

describe.each(WRITES)('the answer to $name', ({ call }) => {
  test.each([
    [200, {}],
    [201, { id: 'x' }],
    [204, null],
    [200, { value: 'of another shape' }],
  ])('%d with JSON or nothing means done, whatever it says', async (status, body) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, body, { 'request-id': REQUEST_ID }));
    expect(await call(desk)).toEqual({ kind: 'done', requestId: REQUEST_ID });
    expect(desk.silences).toEqual([]);
  });

  test.each([200, 201, 202])(
    '%d from a page may be a gateway\u2019s yes: nobody knows, so it is lost',
    async (status) => {
      const desk = await openDesk();
      desk.server.setReply(answer(status, '<html>Welcome to our network</html>'));
      const problem = { code: 'answer-lost', detail: `${status} · text/html instead of JSON` };
      expect(await call(desk)).toEqual({ kind: 'lost', problem });
    },
  );

  test.each([
    ['broken JSON', '{"id":', 'application/json; charset=utf-8'],
    ['broken JSON of a kind', '{"id":', 'application/problem+json'],
    ['an empty text', '', 'text/plain'],
  ])('201 with %s is Graph\u2019s own yes', async (_what, body, type) => {
    const desk = await openDesk();
    desk.server.setReply(answer(201, body, { 'content-type': type }));
    expect((await call(desk)).kind).toBe('done');
  });

  test('204 with a body that does not belong there is done', async () => {
    const desk = await openDesk();
    desk.server.setReply((response) => {
      response.socket?.end('HTTP/1.1 204 No Content\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody');
    });
    expect((await call(desk)).kind).toBe('done');
  });

  test('407 of a proxy is told by fetch as a broken line, so it is lost and not taken for a no', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(407, '<html>Proxy</html>'));
    expect(await call(desk)).toMatchObject({ kind: 'lost', problem: { code: 'answer-lost' } });
  });

  test('without a request-id done has none', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(204));
    expect(await call(desk)).toEqual({ kind: 'done', requestId: null });
  });

  test.each([
    [401, 'InvalidAuthenticationToken', 'Access token has expired.', 'signed-out'],
    [403, 'accessDenied', 'Request Authorization failed', 'not-permitted'],
    [403, '', '', 'not-permitted'],
    [404, 'resourceNotFound', 'No hardware OATH token with this serial number.', 'serial-unknown'],
    [404, 'Request_ResourceNotFound', "Resource 'x' does not exist.", 'user-unknown'],
    [409, 'conflict', 'Conflict.', 'token-taken'],
    [400, 'badRequest', 'The verification code is not valid.', 'code-rejected'],
    [400, 'badRequest', 'The token is already assigned to another user.', 'token-taken'],
    [400, 'badRequest', 'Not possible for guest users.', 'user-is-guest'],
    [400, 'badRequest', 'The maximum number of methods.', 'user-has-five-methods'],
    [400, 'badRequest', 'Something new.', 'graph-refused'],
    [418, 'teapot', 'Short and stout.', 'graph-refused'],
    [300, '', 'Which one?', 'graph-refused'],
  ])('%d %s "%s" is refused as %s, with the words of Graph', async (status, code, message, means) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, odataError(code, message), { 'request-id': REQUEST_ID }));
    const detail = [status, code, message].filter((word) => word !== '').join(' · ');
    expect(await call(desk)).toEqual({ kind: 'refused', problem: { code: means, detail, requestId: REQUEST_ID } });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each(['innerError', 'innererror'])('a request-id that stands in %s only is found there', async (name) => {
    const desk = await openDesk();
    const inner = { 'request-id': REQUEST_ID, date: '2026-03-02T09:00:00' };
    desk.server.setReply(answer(400, { error: { code: 'badRequest', message: 'No.', [name]: inner } }));
    expect(await call(desk)).toMatchObject({ kind: 'refused', problem: { requestId: REQUEST_ID } });
  });

  test.each([
    ['a page of a proxy', '<html><body>Blocked by policy</body></html>', '403 · text/html instead of JSON'],
    ['no body', null, '403'],
    ['JSON that is no OData error', { fault: 'x' }, '403'],
    ['an OData error of other types', { error: { code: 7, message: ['x'] } }, '403'],
    ['an error of OAuth', { error: 'access_denied', error_description: 'No.' }, '403 · access_denied · No.'],
  ])('403 with %s is refused in these words: %j → %s', async (_what, body, detail) => {
    const desk = await openDesk();
    desk.server.setReply(answer(403, body));
    expect(await call(desk)).toEqual({ kind: 'refused', problem: { code: 'not-permitted', detail } });
  });

  test.each(['a/b'.repeat(200), 'text/html, x', '<script>/<b>', ''])(
    'an odd content type is not repeated: %j',
    async (type) => {
      const desk = await openDesk();
      desk.server.setReply(answer(403, 'words', { 'content-type': type }));
      const outcome = await call(desk);
      const detail = outcome.kind === 'done' ? '' : outcome.problem.detail;
      expect(detail).toMatch(/^403 · (?:\w{1,40}\/\w{1,40}|something) instead of JSON$/);
    },
  );

  test('an OData error under the content type of text is read all the same', async () => {
    const desk = await openDesk();
    const body = JSON.stringify(odataError('badRequest', 'The verification code is not valid.'));
    desk.server.setReply(answer(400, body, { 'content-type': 'text/plain' }));
    expect(await call(desk)).toMatchObject({ kind: 'refused', problem: { code: 'code-rejected' } });
  });

  test('a message of eight million characters gives a detail that fits a row', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(400, odataError('badRequest', 'x'.repeat(8_000_000))));
    const outcome = await call(desk);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'graph-refused' } });
    expect(JSON.stringify(outcome).length).toBeLessThan(400);
  });

  test.each([500, 502, 503, 504, 408, 501, 507])(
    '%d leaves open whether Graph acted: lost, and sent once',
    async (status) => {
      const desk = await openDesk();
      desk.server.setReply(answer(status, odataError('x', 'Try later.'), { 'request-id': REQUEST_ID }));
      const detail = `${status} · x · Try later.`;
      expect(await call(desk)).toEqual({
        kind: 'lost',
        problem: { code: 'answer-lost', detail, requestId: REQUEST_ID },
      });
      expect(desk.server.heard()).toHaveLength(1);
    },
  );
});

describe('an answer that says that nothing was done', () => {
  test.each([
    [429, '8', 8_000],
    [429, ' 120 ', 120_000],
    [429, 'Mon, 02 Mar 2026 09:00:05 GMT', 5_000],
    [429, '86400', 3_600_000],
    [503, '8', 8_000],
    [503, 'Mon, 02 Mar 2026 09:01:00 GMT', 60_000],
  ])('%d with Retry-After %s is postponed by %d ms', async (status, retryAfter, waitMs) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, odataError('busy', 'Wait.'), { 'retry-after': retryAfter }));
    const outcome = await assign(desk);
    const code = status === 429 ? 'throttled' : 'graph-failing';
    const problem = { code, detail: `${status} · busy · Wait.` };
    expect(outcome).toEqual({ kind: 'postponed', problem, untilMs: desk.hand.clock.nowMs() + waitMs });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each([null, 'soon', '-5', '0', 'Mon, 02 Mar 2026 08:00:00 GMT'])(
    '429 with Retry-After %s is postponed by a pause of our own, a longer one each time',
    async (retryAfter) => {
      const desk = await openDesk();
      const { clock } = desk.hand;
      desk.server.setReply(answer(429, null, retryAfter === null ? {} : { 'retry-after': retryAfter }));
      expect(await assign(desk, 1)).toMatchObject({ kind: 'postponed', untilMs: clock.nowMs() + 1_000 });
      expect(await activate(desk, 2)).toMatchObject({ kind: 'postponed', untilMs: clock.nowMs() + 2_000 });
      expect(await assign(desk, 4)).toMatchObject({ kind: 'postponed', untilMs: clock.nowMs() + 8_000 });
      expect(await assign(desk, 40)).toMatchObject({ kind: 'postponed', untilMs: clock.nowMs() + 60_000 });
    },
  );

  test.each([500, 502, 504, 408])('%d is lost even with Retry-After', async (status) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, null, { 'retry-after': '8' }));
    expect((await assign(desk)).kind).toBe('lost');
  });

  test('503 with a Retry-After that makes no sense is lost', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(503, null, { 'retry-after': 'soon' }));
    expect((await assign(desk)).kind).toBe('lost');
  });
});
