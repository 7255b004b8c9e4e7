import { describe, expect, test } from 'vitest';
import { ok } from '../../../electron/core/result.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { answer, cutBeforeAnswer, cutInBody, type Reply } from '../../fakes/loopback-server.ts';
import { ACCESS_TOKEN, CODE, CODE_WRITES, odataError, openDesk, READS, WRITES } from './open-desk.ts';

const STATUSES = [200, 201, 204, 302, 400, 401, 403, 404, 408, 409, 418, 429, 500, 502, 503, 504];
const BODIES = [
  { what: 'nothing', body: null },
  { what: 'an OData error', body: odataError('badRequest', 'The verification code is not valid.') },
  { what: 'a page', body: '<html>Blocked</html>' },
] as const;

const REPLIES: readonly { readonly what: string; readonly reply: Reply }[] = [
  ...STATUSES.flatMap((status) =>
    BODIES.filter(({ body }) => status !== 204 || body === null).map(({ what, body }) => ({
      what: `${status} with ${what}`,
      reply: answer(status, body, { 'retry-after': '5', location: '/elsewhere', 'request-id': 'r-1' }),
    })),
  ),
  { what: 'a cut line', reply: cutBeforeAnswer },
  { what: 'half a body', reply: cutInBody(200, '{"value":') },
];

describe('no outcome holds the code or the token', () => {
  test.each(REPLIES)('after $what', async ({ reply }) => {
    const desk = await openDesk();
    desk.server.setReply(reply);
    for (const { call } of [...WRITES, ...READS]) {
      const outcome = await call(desk);
      const seen = JSON.stringify([outcome, desk.silences]);
      expect(seen).not.toContain(CODE);
      expect(seen).not.toContain(ACCESS_TOKEN);
    }
    const sent = desk.server.heard().map(({ headers, body }) => `${headers.authorization}${body}`);
    expect(sent.join('\n')).toContain(CODE);
    expect(sent.join('\n')).toContain(ACCESS_TOKEN);
  });
});

describe.each(['\n', '\r\nX-Other: 1', '\u0000', 'ä', ' '])(
  'a token with %j in it, which cannot stand in a header',
  (sign) => {
    const accessToken = () => Promise.resolve(ok(new Secret(`${ACCESS_TOKEN}${sign}cut`)));

    test.each([...WRITES, ...READS])('$name: the problem does not repeat it', async ({ call }) => {
      const desk = await openDesk({ accessToken });
      const outcome = await call(desk);
      expect(JSON.stringify([outcome, desk.silences])).not.toContain(ACCESS_TOKEN);
    });

    test.each(WRITES)('$name: nothing left the station, so nothing is lost', async ({ call }) => {
      const desk = await openDesk({ accessToken });
      const outcome = await call(desk);
      expect(desk.server.heard()).toEqual([]);
      expect(outcome.kind).toBe('refused');
    });
  },
);

test.each(CODE_WRITES)('$name: a code that Graph repeats in its words is taken out of them', async ({ call }) => {
  const desk = await openDesk();
  const words = `The verification code ${CODE} is not valid (${CODE}).`;
  desk.server.setReply(answer(400, odataError('badRequest', words)));
  const outcome = await call(desk);
  expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'code-rejected' } });
  expect(JSON.stringify(outcome)).not.toContain(CODE);
});
