import { onTestFinished, describe, expect, test } from 'vitest';
import { CLIENT_ID, TENANT_ID } from '../fakes/loopback-authority-directory.ts';
import { serveAuthority, type LoopbackAuthority } from '../fakes/loopback-authority.ts';
import { compose, makeDataFolder, type Composed } from './compose-bench.ts';

const OLDER = [
  'User.Read',
  'User.ReadBasic.All',
  'User.Read.All',
  'Policy.Read.All',
  'Policy.ReadWrite.AuthenticationMethod',
  'UserAuthenticationMethod.ReadWrite.All',
];

/** A station of a tenant whose authority is on loopback, with the real MSAL. Graph does not answer. */
async function openStation(settings: object = {}): Promise<{ desk: Composed; authority: LoopbackAuthority }> {
  const authority = await serveAuthority();
  onTestFinished(() => authority.close());
  const told = {
    userText: JSON.stringify({ tenantId: TENANT_ID, clientId: CLIENT_ID, ...settings }),
    environment: {
      TOKEN_STATION_GRAPH_URL: 'http://127.0.0.1:9/beta',
      TOKEN_STATION_AUTHORITY: authority.metadata,
    },
  };
  const isOurs = (url: string): boolean => url.startsWith(authority.origin);
  const reach = (request: Request): Promise<Response> =>
    isOurs(request.url) ? fetch(request) : Promise.reject(new TypeError('fetch failed'));
  const openBrowser = async (url: string): Promise<void> => void (await authority.browse(url));
  const desk = await compose(makeDataFolder(), told, reach, { openBrowser });
  return { desk, authority };
}

async function signIn({ station }: Composed): Promise<unknown> {
  await station.command({ kind: 'signIn' });
  await station.idle();
  return station.snapshot().session;
}

/** By name, of the last sign-in. */
function lastAsked(authority: LoopbackAuthority): readonly string[] {
  return (authority.authorizeRequests().at(-1)?.get('scope') ?? '').split(' ');
}

describe('a tenant that has not got the newer permissions', () => {
  test('refuses the sign-in, and takes the older ones at the next without a restart', async () => {
    const { desk, authority } = await openStation();
    authority.setKnownScopes(OLDER);
    expect(await signIn(desk)).toMatchObject({
      kind: 'out',
      problem: { code: 'scopes-not-granted', detail: expect.stringContaining('AADSTS650053') },
    });
    expect(lastAsked(authority)).toContain('UserAuthMethod-HardwareOATH.ReadWrite.All');
    const change = { kind: 'changeSettings', change: { scopeSet: 'classic' }, replacesBroken: false } as const;
    expect(await desk.station.command(change)).toMatchObject({ ok: true });
    expect(desk.station.snapshot().settings.needsRestart).toEqual([]);
    expect(await signIn(desk)).toMatchObject({ kind: 'in', name: 'Adele Vance' });
    expect(lastAsked(authority)).toContain('UserAuthenticationMethod.ReadWrite.All');
    expect(lastAsked(authority).join(' ')).not.toContain('HardwareOATH');
  });

  test.each([
    ['readsProfiles', 'User.Read.All'],
    ['readsInventory', 'Policy.Read.All'],
    ['writesInventory', 'Policy.ReadWrite.AuthenticationMethod'],
  ])('%s holds from the next sign-in on', async (name, scope) => {
    const { desk, authority } = await openStation({ scopeSet: 'classic' });
    authority.setKnownScopes(OLDER);
    await signIn(desk);
    expect(lastAsked(authority)).not.toContain(scope);
    await desk.station.command({ kind: 'changeSettings', change: { [name]: true }, replacesBroken: false });
    expect(desk.station.snapshot().session.kind).toBe('in');
    await desk.station.command({ kind: 'signOut' });
    await desk.station.idle();
    await signIn(desk);
    expect(lastAsked(authority)).toContain(scope);
  });

  test('a kiosk asks for rights over others at no time, whatever is changed', async () => {
    const { desk, authority } = await openStation({ selfService: true });
    authority.setKnownScopes(['User.Read', 'UserAuthenticationMethod.ReadWrite']);
    expect(await signIn(desk)).toMatchObject({ kind: 'out', problem: { code: 'scopes-not-granted' } });
    const change = { scopeSet: 'classic', readsProfiles: true, selfService: false } as const;
    await desk.station.command({ kind: 'changeSettings', change, replacesBroken: false });
    expect(desk.station.snapshot().settings.needsRestart).toEqual(['selfService']);
    await signIn(desk);
    expect(lastAsked(authority).join(' ')).not.toContain('.All');
    expect(lastAsked(authority)).toContain('UserAuthenticationMethod.ReadWrite');
  });

  test('a consent that is declined is told as that, and nobody is signed in', async () => {
    const { desk, authority } = await openStation();
    authority.setPerson({ consents: false });
    expect(await signIn(desk)).toMatchObject({
      kind: 'out',
      problem: { code: 'scopes-not-granted', detail: expect.stringContaining('AADSTS65004') },
    });
  });
});
