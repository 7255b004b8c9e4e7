import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../../../electron/core/result.ts';
import { SELF } from '../../../electron/core/graph-port.ts';
import type { ClaimsChallenge, SignInPort } from '../../../electron/core/ports.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { answer, cutBeforeAnswer, type Reply } from '../../fakes/loopback-server.ts';
import { odataError, openDesk, READS, USER_ID, WRITES, type Desk } from './open-desk.ts';

const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const ENCODED = Buffer.from(CLAIMS).toString('base64');
const HEADER = `Bearer realm="", error="insufficient_claims", claims="${ENCODED}"`;
const WORDS = `Claims are needed: ${ENCODED} ${CLAIMS}`;

function challenge(status: number): Reply {
  return answer(status, odataError('InvalidAuthenticationToken', WORDS), { 'www-authenticate': HEADER });
}

/** Gives each token once, and keeps what was asked of it. */
function createTokens(last: ReturnType<typeof refuse> | null = null): {
  readonly asked: ClaimsChallenge[];
  readonly accessToken: SignInPort['accessToken'];
} {
  const asked: ClaimsChallenge[] = [];
  const accessToken: SignInPort['accessToken'] = async (claims = null) => {
    asked.push(claims);
    return last && claims !== null ? last : ok(new Secret(`token-${asked.length}`));
  };
  return { asked, accessToken };
}

/** Answers one after the other; the last one stays. */
function inTurn({ server }: Desk, ...replies: readonly Reply[]): void {
  let turn = 0;
  server.setReply((response) => replies[Math.min(turn++, replies.length - 1)]?.(response));
}

describe.each([...WRITES, ...READS])('a challenge to $name', ({ call }) => {
  test.each([401, 403])(
    'with %d is answered by one more request, under a renewed token and another id',
    async (status) => {
      const { asked, accessToken } = createTokens();
      const desk = await openDesk({ accessToken });
      inTurn(desk, challenge(status), answer(200, { value: [] }));
      const outcome = await call(desk);
      expect(['done', 'read']).toContain(outcome.kind);
      expect(asked).toEqual([null, CLAIMS]);
      const [first, second, ...more] = desk.server.heard();
      expect(more).toEqual([]);
      expect(second?.headers.authorization).toBe('Bearer token-2');
      expect([second?.method, second?.path, second?.body]).toEqual([first?.method, first?.path, first?.body]);
      expect(second?.headers['client-request-id']).not.toBe(first?.headers['client-request-id']);
    },
  );

  test.each([401, 403])('a second one with %d stands: sign in again, and no claims in what is said', async (status) => {
    const { asked, accessToken } = createTokens();
    const desk = await openDesk({ accessToken });
    desk.server.setReply(challenge(status));
    const outcome = await call(desk);
    expect(outcome).toMatchObject({
      problem: { code: 'signed-out', detail: expect.stringContaining('Claims are needed') },
    });
    expect(['refused', 'failed']).toContain(outcome.kind);
    expect(JSON.stringify([outcome, desk.silences])).not.toMatch(/acrs|eyJh/);
    expect(asked).toHaveLength(2);
    expect(desk.server.heard()).toHaveLength(2);
  });

  test('where no token is to be had for it, that is the reason, and nothing is sent again', async () => {
    const problem = { code: 'signed-out', detail: 'Sign in.' } as const;
    const { accessToken } = createTokens(refuse('signed-out', { detail: 'Sign in.' }));
    const desk = await openDesk({ accessToken });
    desk.server.setReply(challenge(401));
    const outcome = await call(desk);
    expect(outcome).toMatchObject(outcome.kind === 'failed' ? { problem, status: 401 } : { kind: 'refused', problem });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test('what the second request comes to is what became of the call', async () => {
    const { accessToken } = createTokens();
    const desk = await openDesk({ accessToken });
    inTurn(desk, challenge(401), answer(500));
    expect(['lost', 'failed']).toContain((await call(desk)).kind);
    expect(desk.server.heard()).toHaveLength(2);
  });

  test('a second request that is never answered is as lost as a first one', async () => {
    const { accessToken } = createTokens();
    const desk = await openDesk({ accessToken });
    inTurn(desk, challenge(401), cutBeforeAnswer);
    const outcome = await call(desk);
    expect(outcome).toMatchObject(outcome.kind === 'failed' ? { status: null } : { kind: 'lost' });
  });

  test('a second 403 is a matter of signing in, also where its words say nothing of it', async () => {
    const { accessToken } = createTokens();
    const desk = await openDesk({ accessToken });
    desk.server.setReply(answer(403, odataError('x', 'No.'), { 'www-authenticate': HEADER }));
    expect(await call(desk)).toMatchObject({ problem: { code: 'signed-out', detail: '403 · x · No.' } });
  });

  test.each([
    [401, 'Bearer error="invalid_token"'],
    [401, `Bearer error="insufficient_claims", claims="%%"`],
    [400, HEADER],
    [500, HEADER],
  ])('%d with %s is none', async (status, header) => {
    const { asked, accessToken } = createTokens();
    const desk = await openDesk({ accessToken });
    desk.server.setReply(answer(status, null, { 'www-authenticate': header }));
    await call(desk);
    expect(asked).toEqual([null]);
  });
});

describe('a refusal of what is about oneself', () => {
  const verificationCode = new Secret('012345');
  const write = ({ graph }: Desk, userId: string): ReturnType<typeof graph.activate> =>
    graph.activate({ userId, methodId: 'm1', verificationCode, displayName: 'Token', attempt: 1 });

  test.each([
    [SELF, 'fresh-sign-in-wanted'],
    [USER_ID, 'not-permitted'],
  ])('accessDenied for %s is %s', async (userId, code) => {
    const desk = await openDesk();
    desk.server.setReply(answer(403, odataError('accessDenied', 'Request Authorization failed')));
    expect(await write(desk, userId)).toMatchObject({ kind: 'refused', problem: { code } });
  });
});
