import { onTestFinished, describe, expect, test } from 'vitest';
import type { Operator, SignInPort } from '../../electron/core/ports.ts';
import { ok } from '../../electron/core/result.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createFixedSignIn } from '../../electron/io/sign-in/fixed-sign-in.ts';
import { createMsalSignIn } from '../../electron/io/sign-in/msal-sign-in.ts';
import { createMemoryKeeper } from '../../electron/io/sign-in/token-keeper.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { CLIENT_ID, TENANT_ID } from '../fakes/loopback-authority-directory.ts';
import { serveAuthority } from '../fakes/loopback-authority.ts';

const ADELE: Operator = { name: 'Adele Vance', userPrincipalName: 'AdeleV@contoso.example' };
const SCOPES = ['User.Read', 'User.ReadBasic.All'];

type Desk = {
  /** With Adele's sign-in of the last start. */
  readonly port: SignInPort;
  /** Whether people come and go. */
  readonly isFixed: boolean;
};

const PORTS: readonly { readonly name: string; readonly build: () => Promise<Desk> }[] = [
  { name: 'MSAL at an authority', build: buildMsal },
  { name: 'one that is fixed', build: buildFixed },
];

describe.each(PORTS)('a sign-in: $name', ({ build }) => {
  test('takes up the operator of the last start', async () => {
    const { port } = await build();
    expect(await port.restore()).toEqual(ADELE);
    expect(port.operator()).toEqual(ADELE);
    expect(await port.restore()).toEqual(ADELE);
  });

  test('gives a token that shows nothing of itself, the same while it is good', async () => {
    const { port } = await build();
    await port.restore();
    const [one, other] = await Promise.all([port.accessToken(), port.accessToken(null)]);
    if (!one.ok || !other.ok) throw new Error('no token');
    expect(JSON.stringify(one)).toBe('{"ok":true,"value":"[secret]"}');
    expect(one.value.reveal()).not.toBe('');
    expect(one.value.equals(other.value)).toBe(true);
  });

  test('gives a token for a challenge', async () => {
    const { port } = await build();
    await port.restore();
    expect((await port.accessToken('{"access_token":{"nbf":{"essential":true}}}')).ok).toBe(true);
  });

  test('says what the token allows, by name', async () => {
    const { port } = await build();
    await port.restore();
    expect(port.scopes()).toEqual(expect.arrayContaining(SCOPES));
  });

  test('tells whole milliseconds of the past for the last proof, or nothing', async () => {
    const { port } = await build();
    await port.restore();
    const atMs = port.signedInAtMs();
    expect(atMs === null || (Number.isInteger(atMs) && atMs <= Date.now())).toBe(true);
  });

  test('keeps the operator whatever is called off', async () => {
    const { port } = await build();
    await port.restore();
    port.cancel();
    const again = port.signInAgain();
    port.cancel();
    expect((await again).ok).toBe(false);
    port.cancel();
    expect(port.operator()).toEqual(ADELE);
    expect((await port.accessToken()).ok).toBe(true);
  });

  test('answers a way of signing in that it does not have, and goes on', async () => {
    const { port, isFixed } = await build();
    await port.restore();
    const answers = await Promise.all(
      [port.signIn, port.signInAgain, () => port.signInElsewhere(() => {})].map((ask) => {
        const answer = ask();
        port.cancel();
        return answer;
      }),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code));
    expect(new Set(codes)).toEqual(new Set([isFixed ? 'command-not-allowed' : 'signed-out']));
    expect(port.operator()).toEqual(ADELE);
  });

  test('signs out where somebody can, for good', async () => {
    const { port, isFixed } = await build();
    await port.restore();
    await port.signOut();
    await port.signOut();
    expect(port.operator()).toEqual(isFixed ? ADELE : null);
    expect(await port.restore()).toEqual(isFixed ? ADELE : null);
    expect((await port.accessToken()).ok).toBe(isFixed);
    expect(port.scopes().length > 0).toBe(isFixed);
  });
});

async function buildMsal(): Promise<Desk> {
  const { clock } = createHandClock();
  const authority = await serveAuthority(clock.nowMs);
  onTestFinished(() => authority.close());
  const keeper = createMemoryKeeper();
  const start = () =>
    createMsalSignIn({
      tenantId: TENANT_ID,
      clientId: CLIENT_ID,
      scopes: SCOPES,
      clock,
      keeper,
      fetch: (request) => fetch(request),
      openBrowser: async (url) => void (await authority.browse(url)),
      authorityMetadata: authority.metadata,
    });
  await start().signIn();
  return { port: start(), isFixed: false };
}

async function buildFixed(): Promise<Desk> {
  const accessToken = async () => ok(new Secret('fixed'));
  return { port: createFixedSignIn({ operator: ADELE, accessToken, scopes: SCOPES }), isFixed: true };
}
