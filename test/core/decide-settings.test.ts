import { describe, expect, test } from 'vitest';
import { decideSettings, type SettingsSources } from '../../electron/core/decide-settings.ts';

const TENANT = '8a4925a9-fd8e-4866-b31c-f719fb05dce6';
const CLIENT = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const FILE = JSON.stringify({ tenantId: TENANT, clientId: CLIENT });
const SERVED = { TOKEN_STATION_GRAPH_URL: 'http://127.0.0.1:8080/beta', TOKEN_STATION_ACCESS_TOKEN: 'test-token' };

function decide(sources: Partial<SettingsSources>): unknown {
  const decided = decideSettings({ isPackaged: false, environment: {}, fileText: null, ...sources });
  return decided.ok ? decided.value : decided.problem;
}

const asServed = { kind: 'served', graphUrl: 'http://127.0.0.1:8080/beta', accessToken: 'test-token' };
const asTenant = { kind: 'tenant', tenantId: TENANT, clientId: CLIENT };

describe('where the tokens are issued', () => {
  test.each<readonly [what: string, sources: Partial<SettingsSources>, expected: object]>([
    ['told nothing, a developer practises', {}, { kind: 'practice' }],
    ['told nothing, an installed station practises', { isPackaged: true }, { kind: 'practice' }],
    ['a settings file names the tenant', { fileText: FILE }, asTenant],
    ['a settings file names the tenant of an installed station', { isPackaged: true, fileText: FILE }, asTenant],
    ['a developer is served from the environment', { environment: SERVED }, asServed],
    ['a developer is served before the file is asked', { environment: SERVED, fileText: FILE }, asServed],
    ['an installed station ignores the environment', { isPackaged: true, environment: SERVED }, { kind: 'practice' }],
    [
      'an installed station takes its file and nothing of the environment',
      { isPackaged: true, environment: SERVED, fileText: FILE },
      asTenant,
    ],
    [
      'an empty address serves nobody',
      { environment: { ...SERVED, TOKEN_STATION_GRAPH_URL: '' } },
      { kind: 'practice' },
    ],
    [
      'an address without a token is served with an empty one',
      { environment: { TOKEN_STATION_GRAPH_URL: 'http://127.0.0.1:8080/beta' } },
      { ...asServed, accessToken: '' },
    ],
  ])('%s', (_, sources, expected) => {
    expect(decide(sources)).toEqual(expected);
  });
});

describe('an address in the environment that is none', () => {
  test.each([
    'localhost',
    'ftp://127.0.0.1/beta',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://',
    'http://user:pass@127.0.0.1/beta',
    'http://127.0.0.1/be ta',
    ' http://127.0.0.1/beta',
  ])('%j stops the station', (graphUrl) => {
    expect(decide({ environment: { TOKEN_STATION_GRAPH_URL: graphUrl }, fileText: FILE })).toEqual({
      code: 'settings-malformed',
      detail: 'TOKEN_STATION_GRAPH_URL',
    });
  });

  test.each(['http://localhost:1/beta', 'http://[::1]:8080/beta', 'https://127.0.0.1'])('%s is one', (graphUrl) => {
    const environment = { ...SERVED, TOKEN_STATION_GRAPH_URL: graphUrl };
    expect(decide({ environment })).toEqual({ ...asServed, graphUrl });
  });
});

describe('a settings file that is wrong stops the station instead of letting it practise', () => {
  test.each([
    ['empty', '', ''],
    ['no JSON', '{tenantId', ''],
    ['null', 'null', ''],
    ['without a client', JSON.stringify({ tenantId: TENANT }), 'clientId'],
    ['without a tenant', JSON.stringify({ clientId: CLIENT }), 'tenantId'],
    ['with a name for a tenant', JSON.stringify({ tenantId: 'contoso.com', clientId: CLIENT }), 'tenantId'],
    [
      'with a field too many',
      JSON.stringify({ tenantId: TENANT, clientId: CLIENT, clientSecret: 'x' }),
      'clientSecret',
    ],
    ['both wrong', JSON.stringify({ tenantId: 1, clientId: 2 }), 'clientId'],
  ])('%s', (_, fileText, named) => {
    const decided = decideSettings({ isPackaged: true, environment: {}, fileText });
    expect(decided.ok ? decided.value : decided.problem.code).toBe('settings-malformed');
    expect(decided.ok ? '' : decided.problem.detail).toContain(named);
  });
});
