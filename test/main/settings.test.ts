import { describe, expect, test } from 'vitest';
import { decideSettings, type SettingsSources } from '../../electron/core/decide-settings.ts';

const TENANT_ID = '6f0b3c1e-5d0a-4c8e-9b53-0a1d9c7e2f44';
const CLIENT_ID = '0B1F6A52-3C49-4D7A-8E21-6F9F0C5D1A37';
const FILE = JSON.stringify({ tenantId: TENANT_ID, clientId: CLIENT_ID });
const SERVED = { TOKEN_STATION_GRAPH_URL: 'http://127.0.0.1:4000/beta', TOKEN_STATION_ACCESS_TOKEN: 'canary' };

function decide(sources: Partial<SettingsSources>): ReturnType<typeof decideSettings> {
  return decideSettings({ isPackaged: true, environment: {}, fileText: null, ...sources });
}

describe('where the tokens are issued', () => {
  test.each([true, false])('is practice where nothing is said (packaged: %s)', (isPackaged) => {
    expect(decide({ isPackaged })).toEqual({ ok: true, value: { kind: 'practice' } });
  });

  test.each([true, false])('is the tenant of the settings file (packaged: %s)', (isPackaged) => {
    const value = { kind: 'tenant', tenantId: TENANT_ID, clientId: CLIENT_ID };
    expect(decide({ isPackaged, fileText: FILE })).toEqual({ ok: true, value });
  });

  test.each([null, FILE])('is what the environment says, before the file, where nothing is packaged', (fileText) => {
    const value = { kind: 'served', graphUrl: SERVED.TOKEN_STATION_GRAPH_URL, accessToken: 'canary' };
    expect(decide({ isPackaged: false, environment: SERVED, fileText })).toEqual({ ok: true, value });
  });

  test('is never what the environment says in a packaged build', () => {
    expect(decide({ environment: SERVED })).toEqual({ ok: true, value: { kind: 'practice' } });
    expect(decide({ environment: SERVED, fileText: FILE })).toMatchObject({ value: { kind: 'tenant' } });
    expect(decide({ environment: SERVED, fileText: '{' })).toMatchObject({ ok: false });
  });

  test('a served tenant without a token has an empty one, and an empty address is no address', () => {
    const { TOKEN_STATION_GRAPH_URL } = SERVED;
    expect(decide({ isPackaged: false, environment: { TOKEN_STATION_GRAPH_URL } })).toMatchObject({
      value: { kind: 'served', accessToken: '' },
    });
    const empty = { ...SERVED, TOKEN_STATION_GRAPH_URL: '' };
    expect(decide({ isPackaged: false, environment: empty })).toEqual({ ok: true, value: { kind: 'practice' } });
  });
});

describe('a settings file that is wrong', () => {
  test.each([
    ['empty', ''],
    ['cut off', FILE.slice(0, -1)],
    ['with a comment', `${FILE} // ours`],
    ['with a byte order mark', `\uFEFF${FILE}`],
    ['null', 'null'],
    ['a list', `[${FILE}]`],
    ['a text', '"practice"'],
  ])('%s is refused', (_what, fileText) => {
    expect(decide({ fileText })).toMatchObject({ ok: false, problem: { code: 'settings-malformed' } });
  });

  test.each([
    ['an extra field', { tenantId: TENANT_ID, clientId: CLIENT_ID, clientSecret: 'canary' }, 'clientSecret'],
    ['no client', { tenantId: TENANT_ID }, 'clientId'],
    ['no tenant', { clientId: CLIENT_ID }, 'tenantId'],
    ['another case of a name', { TenantId: TENANT_ID, clientId: CLIENT_ID }, 'tenantId'],
    ['a tenant by name', { tenantId: 'harbourlark.example', clientId: CLIENT_ID }, 'tenantId'],
    ['common', { tenantId: 'common', clientId: CLIENT_ID }, 'tenantId'],
    ['a GUID in braces', { tenantId: `{${TENANT_ID}}`, clientId: CLIENT_ID }, 'tenantId'],
    ['a GUID with a blank', { tenantId: `${TENANT_ID} `, clientId: CLIENT_ID }, 'tenantId'],
    ['a GUID that is too short', { tenantId: TENANT_ID.slice(1), clientId: CLIENT_ID }, 'tenantId'],
    ['a path in place of a GUID', { tenantId: '../../practice', clientId: CLIENT_ID }, 'tenantId'],
    ['a number', { tenantId: TENANT_ID, clientId: 7 }, 'clientId'],
    ['null', { tenantId: TENANT_ID, clientId: null }, 'clientId'],
  ])('%s is refused, and the field is named', (_what, content, field) => {
    const decided = decide({ fileText: JSON.stringify(content) });
    expect(decided).toMatchObject({ ok: false, problem: { code: 'settings-malformed' } });
    expect(!decided.ok && decided.problem.detail).toContain(field);
    expect(JSON.stringify(decided)).not.toContain('canary');
  });

  test('both wrong fields are named', () => {
    const decided = decide({ fileText: '{"tenantId":"x","clientId":"y"}' });
    expect(!decided.ok && decided.problem.detail).toMatch(/tenantId.*; clientId/);
  });

  test('is not made up for by the environment of a packaged build, and is not read where the environment decides', () => {
    expect(decide({ isPackaged: false, environment: SERVED, fileText: '{' })).toMatchObject({
      value: { kind: 'served' },
    });
  });
});
