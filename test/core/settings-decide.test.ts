import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refuse } from '../../electron/core/result.ts';
import {
  decideSettings,
  GRAPH_URL,
  type DecidedSettings,
  type SettingsSources,
} from '../../electron/core/settings-decide.ts';
import type { Environment } from '../../electron/core/settings-environment.ts';
import { SETTING_NAMES } from '../../electron/core/settings-schema.ts';
import { anyPolicy, anyWritten, CLIENT, filesOf, POLICY_PATH, TENANT, USER_PATH } from './settings-any.ts';

const IDS = { tenantId: TENANT, clientId: CLIENT };
const ADDRESS = 'http://127.0.0.1:8080/beta';
const SERVED = { TOKEN_STATION_GRAPH_URL: ADDRESS, TOKEN_STATION_ACCESS_TOKEN: 'canary' };
const SIGN_IN = { TOKEN_STATION_GRAPH_URL: ADDRESS, TOKEN_STATION_AUTHORITY: 'http://127.0.0.1:9000' };
const ALL_SET = { ...SERVED, ...SIGN_IN, TOKEN_STATION_POLICY: '/tmp/p.json' };

type Told = Parameters<typeof filesOf>[0] & { readonly environment?: Environment; readonly isPackaged?: boolean };

function decide({ environment = {}, isPackaged = false, ...written }: Told): DecidedSettings {
  return decideSettings({ isPackaged, environment, hostName: 'desk-7', files: filesOf(written) });
}

const practice = { kind: 'practice' };
const atMicrosoft = { kind: 'tenant', ...IDS, graphUrl: GRAPH_URL, authorityMetadata: null };
const served = { kind: 'served', graphUrl: ADDRESS };
const signedInto = {
  kind: 'tenant',
  ...IDS,
  graphUrl: ADDRESS,
  authorityMetadata: expect.stringContaining('"token_endpoint":"http://127.0.0.1:9000/token"'),
};

describe('where the tokens are issued', () => {
  test.each<readonly [what: string, told: Told, target: object]>([
    ['told nothing, a developer practises', {}, practice],
    ['told nothing, an installed station practises', { isPackaged: true }, practice],
    ['the user names the tenant', { user: IDS }, atMicrosoft],
    ['the user names the tenant of an installed station', { user: IDS, isPackaged: true }, atMicrosoft],
    ['the policy names it', { policy: IDS, isPackaged: true }, atMicrosoft],
    ['the policy names it before the user does', { policy: IDS, user: { tenantId: CLIENT } }, atMicrosoft],
    ['each names one half', { policy: { tenantId: TENANT }, user: { clientId: CLIENT } }, atMicrosoft],
    ['settings without ids', { user: { undoMinutes: 1 }, policy: { sharedDesk: true } }, practice],
    ['a policy that allows no tenant', { user: IDS, policy: { locked: ['tenantId', 'clientId'] } }, practice],
    ['a developer is served from the environment', { environment: SERVED }, served],
    ['a developer is served before the file is asked', { environment: SERVED, user: IDS }, served],
    ['a developer signs in to a served tenant', { environment: SIGN_IN, user: IDS }, signedInto],
    ['an installed station ignores the environment', { environment: SERVED, isPackaged: true }, practice],
    ['it takes its file and nothing else', { environment: ALL_SET, isPackaged: true, user: IDS }, atMicrosoft],
    ['a token without an address serves nobody', { environment: { TOKEN_STATION_ACCESS_TOKEN: 'canary' } }, practice],
  ])('%s', (_, told, target) => {
    const { problem, ...decided } = decide(told);
    expect(problem).toBeNull();
    expect(decided.target).toMatchObject(target);
  });

  test('who is served needs no token, and shows none', () => {
    for (const environment of [SERVED, { TOKEN_STATION_GRAPH_URL: ADDRESS }]) {
      const decided = decide({ environment });
      const token = 'TOKEN_STATION_ACCESS_TOKEN' in environment ? 'canary' : '';
      expect(decided.target.kind === 'served' && decided.target.accessToken.reveal()).toBe(token);
      expect(JSON.stringify(decided)).not.toContain('canary');
    }
  });
});

describe('what is wrong lets nothing happen, and says why', () => {
  test.each<readonly [what: string, told: Told, detail: string]>([
    ['a broken file', { user: '{' }, `${USER_PATH}: not JSON`],
    ['an unknown field', { user: { ...IDS, clientSecret: 'x' } }, `${USER_PATH}: clientSecret: no such setting`],
    ['a broken policy', { policy: '{', user: IDS }, `${POLICY_PATH}: not JSON`],
    ['an unknown rule', { policy: { kiosk: true }, user: IDS }, `${POLICY_PATH}: kiosk: no such setting`],
    ['both broken: the policy first', { policy: '[', user: '[' }, `${POLICY_PATH}: not JSON`],
    ['a tenant without a client', { user: { tenantId: TENANT } }, 'clientId: not set'],
    ['a client without a tenant', { policy: { clientId: CLIENT } }, 'tenantId: not set'],
    ['a sign-in without either', { environment: SIGN_IN }, 'tenantId, clientId: not set'],
    ['a broken file of who is served', { environment: SERVED, user: '{' }, `${USER_PATH}: not JSON`],
    [
      'an address that is none',
      { environment: { TOKEN_STATION_GRAPH_URL: 'x' }, user: IDS },
      'TOKEN_STATION_GRAPH_URL',
    ],
    [
      'an authority elsewhere',
      { environment: { ...SIGN_IN, TOKEN_STATION_AUTHORITY: 'https://a.example' }, user: IDS },
      'TOKEN_STATION_AUTHORITY: no endpoints on this computer',
    ],
  ])('%s', (_, told, detail) => {
    const { target, problem } = decide(told);
    expect(target).toEqual(practice);
    expect(problem).toEqual({ code: 'settings-malformed', detail });
  });

  test.each(['usGovernment', 'usGovernmentDod', 'china'])('the cloud %s, by its name and with the way out', (cloud) => {
    const words = `cloud: ${cloud} has no hardware OATH tokens in Microsoft Graph. Set "cloud" to "global", or leave it out`;
    for (const [path, told] of [
      [USER_PATH, { user: { ...IDS, cloud } }],
      [POLICY_PATH, { user: { ...IDS, cloud: 'global' }, policy: { cloud } }],
      [USER_PATH, { user: { cloud }, environment: SERVED }],
      [USER_PATH, { user: { cloud } }],
    ] as const) {
      const decided = decide(told);
      expect(decided.target).toEqual(practice);
      expect(decided.problem).toEqual({ code: 'settings-malformed', detail: `${path}: ${words}` });
    }
    expect(decide({ user: { ...IDS, cloud }, policy: { cloud: 'global' } }).target).toEqual(atMicrosoft);
  });

  test('a file that could not be read at all', () => {
    const unread = refuse('settings-malformed', { detail: `${USER_PATH}: EACCES` });
    const files: SettingsSources['files'] = { ...filesOf({ policy: IDS }), user: { path: USER_PATH, content: unread } };
    const decided = decideSettings({ isPackaged: true, environment: {}, hostName: '', files });
    expect(decided.problem).toBe(unread.problem);
    expect(decided.target).toEqual(practice);
  });

  test('while the policy cannot be read, nothing of the user holds and nothing can be changed', () => {
    fc.assert(
      fc.property(anyWritten, fc.constantFrom('', '{"cloud":', '{"kiosk":1}', '{"locked":[""]}'), (user, policy) => {
        const decided = decide({ user, policy });
        expect(decided.settings).toEqual(decide({}).settings);
        for (const name of SETTING_NAMES)
          expect(decided.views[name]).toMatchObject({ source: 'default', canChange: false });
      }),
    );
  });

  test('while the file of the user cannot be read, the policy holds as before', () => {
    fc.assert(
      fc.property(anyPolicy, ({ values, locked }) => {
        const policy = { ...values, locked };
        expect(decide({ user: '{', policy }).views).toEqual(decide({ policy }).views);
      }),
    );
  });
});

describe('what is obeyed and should be known', () => {
  test('an installed station names the variables that it does not follow', () => {
    const names = Object.keys(ALL_SET).toSorted();
    const { warnings, pointed } = decide({ environment: ALL_SET, isPackaged: true });
    expect(warnings).toEqual([{ kind: 'environmentIgnored', names: expect.any(Array) }]);
    expect(warnings[0]?.kind === 'environmentIgnored' && [...warnings[0].names].toSorted()).toEqual(names);
    expect(pointed).toEqual({ graphUrl: null, accessToken: null, authorityMetadata: null });
    const environment = { TOKEN_STATION_GRAPH_URL: 'nonsense' };
    expect(decide({ environment, isPackaged: true })).toMatchObject({ problem: null, warnings: [{}] });
  });

  test('there is nothing to know where it is set for nobody, or followed', () => {
    expect(decide({ isPackaged: true, environment: { PATH: '/bin' } }).warnings).toEqual([]);
    expect(decide({ environment: { ...SERVED, TOKEN_STATION_POLICY: '/tmp/p.json' } }).warnings).toEqual([]);
  });

  test('a policy that everybody can write is obeyed', () => {
    const { target, warnings, views } = decide({ policy: { ...IDS, sharedDesk: true }, isOpenToAll: true });
    expect(warnings).toEqual([{ kind: 'policyOpenToAll', path: POLICY_PATH }]);
    expect(target).toEqual(atMicrosoft);
    expect(views.sharedDesk).toEqual({ value: true, source: 'policy', canChange: false });
  });
});

test('whatever is written, a tenant is called only with both of its ids, in the cloud that has such tokens', () => {
  fc.assert(
    fc.property(anyWritten, anyPolicy, fc.boolean(), (user, { values, locked }, isPackaged) => {
      const decided = decide({
        user,
        policy: { ...values, locked },
        isPackaged,
        environment: isPackaged ? ALL_SET : {},
      });
      const { tenantId, clientId, cloud } = decided.settings;
      const isReady = tenantId !== null && clientId !== null && cloud === 'global';
      const expected = isReady ? { ...atMicrosoft, tenantId, clientId } : practice;
      expect(decided.target).toEqual(expected);
      expect(decided.problem === null).toBe(isReady || (tenantId === null && clientId === null && cloud === 'global'));
    }),
  );
});
