import { expect, onTestFinished, test } from 'vitest';
import { serveAuthority } from '../../fakes/loopback-authority.ts';

const REDIRECT_URI = 'http://127.0.0.1:9/';
// Source: RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

async function codeFromAuthority(): Promise<(changes?: Record<string, string>) => Promise<number>> {
  const authority = await serveAuthority();
  onTestFinished(() => authority.close());
  const addresses = JSON.parse(authority.metadata);
  const asked = new URLSearchParams({ client_id: 'app', redirect_uri: REDIRECT_URI, code_challenge: CHALLENGE });
  const page = await (await fetch(`${addresses.authorization_endpoint}?${asked.toString()}`)).text();
  const code = /name="code" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return async (changes = {}) => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'app',
      redirect_uri: REDIRECT_URI,
      code,
      code_verifier: VERIFIER,
      ...changes,
    });
    return (await fetch(addresses.token_endpoint, { method: 'POST', body })).status;
  };
}

test('the served authority redeems a code once', async () => {
  const redeem = await codeFromAuthority();
  expect(await redeem()).toBe(200);
  expect(await redeem()).toBe(400);
});

test.each([
  { code_verifier: 'of-somebody-else' },
  { redirect_uri: 'http://127.0.0.1:10/' },
  { client_id: 'another' },
  { code: 'guessed' },
  { grant_type: 'password' },
])('the served authority refuses %o', async (changes) => {
  const redeem = await codeFromAuthority();
  expect(await redeem(changes)).toBe(400);
});
