import { format } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../electron/contract/result.ts';
import { ANSWER_TIMEOUT_MS } from '../../../electron/io/sign-in/msal-network.ts';
import type { TokenTrouble } from '../../fakes/loopback-authority-trouble.ts';
import { NEARLY_EXPIRED_SECONDS, setUpDesk, type Desk } from './desk.ts';

const CLAIMS = '{"access_token":{"capolids":{"essential":true,"values":["4af8637e-cc24-4bb4-a07b-8e3b0d5f2f10"]}}}';

function refusing(status: number, body: object, retryAfter?: string): TokenTrouble {
  return { kind: 'error', status, body, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

const interactionRequired = refusing(400, {
  error: 'interaction_required',
  error_description: 'AADSTS50076: you must use multi-factor authentication.',
  suberror: 'basic_action',
  correlation_id: '4f8c2f5e-3d86-4a36-9d0b-2a6a1c3d5e7f',
  claims: CLAIMS,
});

const troubles: readonly (readonly [name: string, trouble: TokenTrouble, code: string, detail: RegExp])[] = [
  ['a refresh token that is no longer good', refusing(400, { error: 'invalid_grant' }), 'signed-out', /expired/],
  ['a wish for more proof', interactionRequired, 'signed-out', /asks to sign in again .*AADSTS50076 .*4f8c2f5e/],
  [
    'a consent that was taken back',
    refusing(400, { error: 'invalid_grant', suberror: 'consent_required', error_description: 'AADSTS65001: none' }),
    'scopes-not-granted',
    /does not grant .* · invalid_grant · consent_required · AADSTS65001/,
  ],
  [
    'an application that is not allowed here',
    refusing(401, { error: 'invalid_client', error_description: 'AADSTS7000218: a secret is needed.' }),
    'graph-refused',
    /registration does not allow this · invalid_client · AADSTS7000218/,
  ],
  ['a wish to wait', refusing(429, {}, '30'), 'throttled', /asks to wait/],
  ['a fault of the service', refusing(500, { error: 'server_error' }), 'graph-failing', /fault of its own: 500/],
  ['a fault without a word', refusing(503, {}), 'graph-failing', /503/],
  ['a page of a proxy', { kind: 'html', status: 200 }, 'graph-unreachable', /not the sign-in service's \(status 200\)/],
  ['a page of a failing proxy', { kind: 'html', status: 502 }, 'graph-failing', /502/],
  ['JSON of somebody else', refusing(200, { hello: 'world' }), 'graph-unreachable', /not the sign-in service's/],
  ['a line cut in the middle', { kind: 'cut' }, 'graph-unreachable', /terminated/],
];

async function signedInDesk(): Promise<Desk> {
  const desk = await setUpDesk();
  desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
  await desk.signIn.signIn();
  return desk;
}

function problemOf(result: Result<unknown>): { code: string; detail?: string } {
  return result.ok ? { code: 'none' } : result.problem;
}

describe('a renewal that meets', () => {
  test.each(troubles)('%s says so', async (_name, trouble, code, detail) => {
    const desk = await signedInDesk();
    desk.authority.setTrouble(trouble);
    const problem = problemOf(await desk.signIn.accessToken());
    expect(problem.code).toBe(code);
    expect(problem.detail).toMatch(detail);
  });

  test.each(troubles.filter(([, , code]) => code !== 'signed-out'))(
    '%s keeps the operator, and works when it is over',
    async (_name, trouble) => {
      const desk = await signedInDesk();
      desk.authority.setTrouble(trouble);
      await desk.signIn.accessToken();
      expect(desk.signIn.operator()?.name).toBe('Adele Vance');
      desk.authority.setTrouble(null);
      desk.hand.moveBy(30_000);
      expect((await desk.signIn.accessToken()).ok).toBe(true);
    },
  );

  test.each(troubles.filter(([, , code]) => code === 'signed-out'))(
    '%s signs the operator out, and asks no more',
    async (_name, trouble) => {
      const desk = await signedInDesk();
      desk.authority.setTrouble(trouble);
      await desk.signIn.accessToken();
      expect(desk.signIn.operator()).toBeNull();
      expect(problemOf(await desk.signIn.accessToken()).code).toBe('signed-out');
      expect(desk.authority.tokenRequests()).toHaveLength(2);
    },
  );

  test('silence is given up in time', async () => {
    const desk = await signedInDesk();
    desk.authority.setTrouble({ kind: 'held', until: new Promise(() => {}) });
    const arrived = desk.authority.nextTokenRequest();
    const token = desk.signIn.accessToken();
    await arrived;
    desk.hand.moveBy(ANSWER_TIMEOUT_MS);
    expect(problemOf(await token)).toEqual({ code: 'graph-unreachable', detail: 'no answer within 30 seconds' });
    expect(desk.hand.timerCount()).toBe(0);
  });

  test('nobody at the other end says what happened to the line', async () => {
    const desk = await signedInDesk();
    await desk.authority.close();
    const problem = problemOf(await desk.signIn.accessToken());
    expect(problem.code).toBe('graph-unreachable');
    expect(problem.detail).toMatch(/ECONNREFUSED/);
  });
});

describe('a sign-in that finds no network', () => {
  test('says so when the code cannot be redeemed', async () => {
    const desk = await setUpDesk({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    expect(await desk.signIn.signIn()).toEqual({
      ok: false,
      problem: { code: 'graph-unreachable', detail: 'fetch failed' },
    });
    expect(desk.signIn.operator()).toBeNull();
  });
});

describe('a service that asks to wait', () => {
  test('is not asked again before', async () => {
    const desk = await signedInDesk();
    desk.authority.setTrouble(refusing(429, {}, '30'));
    await desk.signIn.accessToken();
    desk.authority.setTrouble(null);
    desk.hand.moveBy(29_999);
    expect(problemOf(await desk.signIn.accessToken()).code).toBe('throttled');
    expect(desk.authority.tokenRequests()).toHaveLength(2);
    desk.hand.moveBy(1);
    expect((await desk.signIn.accessToken()).ok).toBe(true);
  });

  test('is asked by a person who signs in', async () => {
    const desk = await signedInDesk();
    desk.authority.setTrouble(refusing(503, {}, '3600'));
    await desk.signIn.accessToken();
    desk.authority.setTrouble(null);
    expect((await desk.signIn.signIn()).ok).toBe(true);
  });
});

describe('claims that a renewal was refused for', () => {
  test('go with the next sign-in, once', async () => {
    const desk = await signedInDesk();
    desk.authority.setTrouble(interactionRequired);
    await desk.signIn.accessToken();
    desk.authority.setTrouble(null);
    await desk.signIn.signIn();
    await desk.signIn.signIn();
    const asked = desk.authority.authorizeRequests().map((request) => request.get('claims')?.includes('capolids'));
    expect(asked).toEqual([false, true, false]);
  });
});

describe('what could be read over a shoulder', () => {
  const said: string[] = [];
  afterEach(() => {
    vi.restoreAllMocks();
    said.length = 0;
  });

  function listen(): void {
    const hear = (...words: unknown[]): void => {
      said.push(format(...words));
    };
    for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
      vi.spyOn(console, method).mockImplementation(hear);
    }
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((words) => {
        hear(words);
        return true;
      });
    }
  }

  // More than twenty sign-ins, and MSAL takes a tenth of a second to open its port for each.
  test('is no token, code or claim, whatever the trouble', { timeout: 30_000 }, async () => {
    listen();
    const desk = await setUpDesk();
    desk.authority.setExpiresIn(NEARLY_EXPIRED_SECONDS);
    const results: unknown[] = [];
    for (const [, trouble] of troubles) {
      desk.authority.setTrouble(null);
      results.push(await desk.signIn.signIn(), await desk.signIn.accessToken());
      desk.authority.setTrouble(trouble);
      results.push(await desk.signIn.accessToken(), await desk.signIn.signIn());
      desk.hand.moveBy(30_000);
    }
    const secrets = [...desk.authority.secrets(), CLAIMS, '4af8637e-cc24-4bb4-a07b-8e3b0d5f2f10'];
    const shown = [JSON.stringify(results), format('%o', results), ...said].join('\n');
    expect(secrets.length).toBeGreaterThan(50);
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(said).toEqual([]);
  });

  test('is nothing that an authority repeats of what it was sent', async () => {
    const desk = await signedInDesk();
    const sent = desk.authority.secrets().find((secret) => secret.startsWith('refresh-')) ?? '';
    desk.authority.setTrouble(
      refusing(400, { error: `invalid_grant ${sent}`, error_description: `no ${sent}`, suberror: sent }),
    );
    expect(JSON.stringify(await desk.signIn.accessToken())).not.toContain(sent);
  });
});
