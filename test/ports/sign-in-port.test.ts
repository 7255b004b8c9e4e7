import { onTestFinished, describe, expect, test } from 'vitest';
import type { Operator } from '../../electron/contract/user.ts';
import type { SignInPort } from '../../electron/core/ports.ts';
import { ok } from '../../electron/core/result.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createFixedSignIn } from '../../electron/io/sign-in/fixed-sign-in.ts';
import { createMsalSignIn } from '../../electron/io/sign-in/msal-sign-in.ts';
import { createMemoryKeeper } from '../../electron/io/sign-in/token-keeper.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import { SELF_SERVER } from '../../electron/practice/practice-people.ts';
import { createPracticeSignIn } from '../../electron/practice/practice-sign-in.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { CLIENT_ID, TENANT_ID } from '../fakes/loopback-authority-directory.ts';
import { serveAuthority } from '../fakes/loopback-authority.ts';

const ADELE: Operator = { name: 'Adele Vance', userPrincipalName: 'AdeleV@contoso.example' };
const SCOPES = ['User.Read', 'User.ReadBasic.All'];

type Desk = {
  /** With the sign-in of the last start, where one is kept; else somebody has to sign in first. */
  readonly port: SignInPort;
  /** Whether people come and go. */
  readonly isFixed: boolean;
  readonly keeps: boolean;
  readonly operator: Operator;
  readonly scopes: readonly string[];
  /** Makes somebody be there. */
  readonly comeIn: () => Promise<void>;
};

const PORTS: readonly { readonly name: string; readonly build: () => Promise<Desk> }[] = [
  { name: 'MSAL at an authority', build: buildMsal },
  { name: 'one that is fixed', build: buildFixed },
  { name: 'that of a kiosk in practice', build: buildPractice },
];

describe.each(PORTS)('a sign-in: $name', ({ build }) => {
  test('takes up the operator of the last start, where one is kept', async () => {
    const { port, operator, keeps } = await build();
    const kept = keeps ? operator : null;
    expect(await port.restore()).toEqual(kept);
    expect(port.operator()).toEqual(kept);
    expect(await port.restore()).toEqual(kept);
  });

  test('gives a token that shows nothing of itself, the same while it is good', async () => {
    const { port, comeIn } = await build();
    await comeIn();
    const [one, other] = await Promise.all([port.accessToken(), port.accessToken(null)]);
    if (!one.ok || !other.ok) throw new Error('no token');
    expect(JSON.stringify(one)).toBe('{"ok":true,"value":"[secret]"}');
    expect(one.value.reveal()).not.toBe('');
    expect(one.value.equals(other.value)).toBe(true);
  });

  test('gives a token for a challenge', async () => {
    const { port, comeIn } = await build();
    await comeIn();
    expect((await port.accessToken('{"access_token":{"nbf":{"essential":true}}}')).ok).toBe(true);
  });

  test('says what the token allows, by name', async () => {
    const { port, scopes, comeIn } = await build();
    await comeIn();
    expect(port.scopes()).toEqual(expect.arrayContaining([...scopes]));
  });

  test('tells whole milliseconds of the past for the last proof, or nothing', async () => {
    const { port, comeIn } = await build();
    await comeIn();
    const atMs = port.signedInAtMs();
    expect(atMs === null || (Number.isInteger(atMs) && atMs <= Date.now())).toBe(true);
  });

  test('keeps the operator whatever is called off', async () => {
    const { port, operator, comeIn } = await build();
    await comeIn();
    port.cancel();
    const again = port.signInAgain();
    port.cancel();
    expect((await again).ok).toBe(false);
    port.cancel();
    expect(port.operator()).toEqual(operator);
    expect((await port.accessToken()).ok).toBe(true);
  });

  test('answers a way of signing in that it does not have, and goes on', async () => {
    const { port, isFixed, operator, comeIn } = await build();
    await comeIn();
    const answers = await Promise.all(
      [port.signIn, port.signInAgain, () => port.signInElsewhere(() => {})].map((ask) => {
        const answer = ask();
        port.cancel();
        return answer;
      }),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code));
    expect(new Set(codes)).toEqual(new Set([isFixed ? 'command-not-allowed' : 'signed-out']));
    expect(port.operator()).toEqual(operator);
  });

  test('signs out where somebody can, for good', async () => {
    const { port, isFixed, operator, comeIn } = await build();
    await comeIn();
    await port.signOut();
    await port.signOut();
    expect(port.operator()).toEqual(isFixed ? operator : null);
    expect(await port.restore()).toEqual(isFixed ? operator : null);
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
      scopes: () => SCOPES,
      clock,
      keeper,
      fetch: (request) => fetch(request),
      openBrowser: async (url) => void (await authority.browse(url)),
      authorityMetadata: authority.metadata,
    });
  await start().signIn();
  const port = start();
  const comeIn = async (): Promise<void> => void (await port.restore());
  return { port, isFixed: false, keeps: true, operator: ADELE, scopes: SCOPES, comeIn };
}

async function buildFixed(): Promise<Desk> {
  const accessToken = async () => ok(new Secret('fixed'));
  const port = createFixedSignIn({ operator: ADELE, accessToken, scopes: SCOPES });
  return { port, isFixed: true, keeps: true, operator: ADELE, scopes: SCOPES, comeIn: () => Promise.resolve() };
}

async function buildPractice(): Promise<Desk> {
  const hand = createHandClock();
  const port = createPracticeSignIn({ clock: hand.clock });
  const operator = { name: SELF_SERVER.displayName, userPrincipalName: SELF_SERVER.userPrincipalName };
  const comeIn = async (): Promise<void> => {
    const signedIn = port.signIn();
    hand.moveBy(2_000);
    await signedIn;
  };
  const { scopes } = PRACTICE_OPERATORS.selfService;
  return Promise.resolve({ port, isFixed: false, keeps: false, operator, scopes, comeIn });
}
