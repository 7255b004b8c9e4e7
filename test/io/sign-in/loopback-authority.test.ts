import { describe, expect, onTestFinished, test } from 'vitest';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { CLIENT_ID } from '../../fakes/loopback-authority-directory.ts';
import { serveAuthority } from '../../fakes/loopback-authority.ts';

const REDIRECT_URI = 'http://localhost:9';
// Source: RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const ASKED = {
  client_id: CLIENT_ID,
  redirect_uri: REDIRECT_URI,
  code_challenge: CHALLENGE,
  scope: 'openid User.Read',
};

type Changes = Readonly<Record<string, string>>;
type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

async function setUp() {
  const hand = createHandClock();
  const authority = await serveAuthority(hand.clock.nowMs);
  onTestFinished(() => authority.close());
  const addresses = JSON.parse(authority.metadata);

  async function post(url: string, fields: Changes): Promise<Answer> {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: answer.status, body: await answer.json() };
  }

  async function authorize(changes: Changes = {}): Promise<string> {
    const asked = new URLSearchParams({ ...ASKED, ...changes });
    return (await fetch(`${addresses.authorization_endpoint}?${asked.toString()}`)).text();
  }

  const ask = (fields: Changes) => post(addresses.token_endpoint, { client_id: CLIENT_ID, ...fields });
  async function askForCode() {
    const code = /name="code" value="([^"]+)"/.exec(await authorize())?.[1] ?? '';
    return (changes: Changes = {}) =>
      ask({
        grant_type: 'authorization_code',
        redirect_uri: REDIRECT_URI,
        code,
        code_verifier: VERIFIER,
        ...changes,
      });
  }
  async function askForDevice() {
    const device = await post(addresses.token_endpoint.replace('/token', '/devicecode'), {
      client_id: CLIENT_ID,
      scope: 'User.Read',
    });
    return () => ask({ grant_type: 'device_code', device_code: String(device.body['device_code']) });
  }
  return { authority, hand, authorize, ask, askForCode, askForDevice };
}

describe('the served authority', () => {
  test('redeems a code once', async () => {
    const redeem = await (await setUp()).askForCode();
    expect((await redeem()).status).toBe(200);
    expect(await redeem()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test.each([
    [{ code_verifier: 'of-somebody-else' }, 'invalid_grant'],
    [{ redirect_uri: 'http://localhost:10' }, 'invalid_grant'],
    [{ code: 'guessed' }, 'invalid_grant'],
    [{ client_id: 'another' }, 'unauthorized_client'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ scope: 'User.Read Everything.Write' }, 'invalid_scope'],
  ])('refuses to redeem with %o', async (changes, error) => {
    const redeem = await (await setUp()).askForCode();
    expect(await redeem(changes)).toMatchObject({ status: 400, body: { error } });
  });

  test.each<[Changes, RegExp]>([
    [{ redirect_uri: 'http://localhost:9/path' }, /AADSTS50011/],
    [{ redirect_uri: 'http://127.0.0.1:9' }, /AADSTS50011/],
    [{ redirect_uri: 'https://elsewhere.example' }, /AADSTS50011/],
    [{ client_id: 'another' }, /AADSTS700016/],
  ])('shows a page and sends nothing anywhere for %o', async (changes, words) => {
    const page = await (await setUp()).authorize(changes);
    expect(page).toMatch(words);
    expect(page).not.toContain('<form');
  });

  test('renews once with each refresh token, and never one that was revoked', async () => {
    const { authority, ask, askForCode } = await setUp();
    const first = await (await askForCode())();
    const renew = (answer: Answer) =>
      ask({ grant_type: 'refresh_token', refresh_token: String(answer.body['refresh_token']), scope: 'User.Read' });
    const second = await renew(first);
    expect(second.status).toBe(200);
    expect((await renew(first)).body['error']).toBe('invalid_grant');
    authority.revokeAll();
    expect((await renew(second)).body['error']).toBe('invalid_grant');
  });

  test('lets a device code be used once, and polled no faster than it says', async () => {
    const { authority, hand, askForDevice } = await setUp();
    const poll = await askForDevice();
    expect((await poll()).body['error']).toBe('authorization_pending');
    hand.moveBy(4_999);
    expect((await poll()).body['error']).toBe('slow_down');
    hand.moveBy(1);
    authority.answerDevice('CODE-1', 'approved');
    expect((await poll()).status).toBe(200);
    expect((await poll()).body['error']).toBe('bad_verification_code');
  });

  test('lets a device code expire', async () => {
    const { authority, hand, askForDevice } = await setUp();
    const poll = await askForDevice();
    authority.answerDevice('CODE-1', 'approved');
    hand.moveBy(900_000);
    expect((await poll()).body['error']).toBe('expired_token');
  });
});
