import { describe, expect, test } from 'vitest';
import { namesSet, readEnvironment, type Environment } from '../../electron/core/settings-environment.ts';
import { serveAuthority } from '../fakes/loopback-authority.ts';

const TOKEN_STATION_GRAPH_URL = 'http://127.0.0.1:8080/beta';
const BASE = 'http://127.0.0.1:9000';
const METADATA = {
  issuer: `${BASE}/t/v2.0`,
  authorization_endpoint: `${BASE}/authorize`,
  token_endpoint: `${BASE}/token`,
  end_session_endpoint: `${BASE}/logout`,
  jwks_uri: `${BASE}/keys`,
};

function authorityOf(text: string): unknown {
  const read = readEnvironment({ TOKEN_STATION_GRAPH_URL, TOKEN_STATION_AUTHORITY: text });
  if (!read.ok) return read.problem;
  return read.value.authorityMetadata === null ? null : JSON.parse(read.value.authorityMetadata);
}

function refused(detail: string): object {
  return { ok: false, problem: { code: 'settings-malformed', detail } };
}

describe('the environment of an unpackaged build', () => {
  test.each<Environment>([
    {},
    { TOKEN_STATION_GRAPH_URL: '', TOKEN_STATION_ACCESS_TOKEN: '', TOKEN_STATION_AUTHORITY: '' },
  ])('points nowhere where it says nothing: %j', (environment) => {
    const value = { graphUrl: null, accessToken: null, authorityMetadata: null };
    expect(readEnvironment(environment)).toEqual({ ok: true, value });
    expect(namesSet(environment)).toEqual([]);
  });

  test('points at a tenant with a token, which is a secret', () => {
    const read = readEnvironment({ TOKEN_STATION_GRAPH_URL, TOKEN_STATION_ACCESS_TOKEN: 'canary' });
    expect(read).toMatchObject({ value: { graphUrl: TOKEN_STATION_GRAPH_URL, authorityMetadata: null } });
    expect(read.ok && read.value.accessToken?.reveal()).toBe('canary');
    expect(JSON.stringify(read)).not.toContain('canary');
  });

  test('names an address that is none', () => {
    const environment = { TOKEN_STATION_GRAPH_URL: 'ftp://127.0.0.1', TOKEN_STATION_ACCESS_TOKEN: 'canary' };
    expect(readEnvironment(environment)).toEqual(refused('TOKEN_STATION_GRAPH_URL'));
  });

  test('is told by the names of the variables that are set', () => {
    const environment = {
      PATH: '/bin',
      TOKEN_STATION_POLICY: 'p',
      TOKEN_STATION_AUTHORITY: 'a',
      TOKEN_STATION_ACCESS_TOKEN: 't',
      TOKEN_STATION_GRAPH_URL: 'g',
    };
    expect(namesSet(environment)).toEqual([
      'TOKEN_STATION_GRAPH_URL',
      'TOKEN_STATION_ACCESS_TOKEN',
      'TOKEN_STATION_AUTHORITY',
      'TOKEN_STATION_POLICY',
    ]);
  });
});

describe('an authority in the environment', () => {
  test('is taken by its address', () => {
    const endpoints = { ...METADATA, issuer: BASE };
    expect(authorityOf(BASE)).toEqual(endpoints);
    expect(authorityOf(`${BASE}//`)).toEqual(endpoints);
    expect(authorityOf(`${BASE}/t/oauth2/v2.0`)).toMatchObject({ token_endpoint: `${BASE}/t/oauth2/v2.0/token` });
  });

  test('is taken by its endpoints, and what nobody asks for is dropped', () => {
    expect(authorityOf(JSON.stringify({ ...METADATA, device_authorization_endpoint: 'https://a.example' }))).toEqual(
      METADATA,
    );
    const { end_session_endpoint: _, ...rest } = METADATA;
    expect(authorityOf(JSON.stringify(rest))).toEqual(rest);
  });

  test('is the one that the tests serve', async () => {
    const served = await serveAuthority();
    try {
      expect(authorityOf(served.metadata)).toEqual(JSON.parse(served.metadata));
    } finally {
      await served.close();
    }
  });

  test.each([
    ['of another computer', 'https://login.example'],
    ['of Microsoft', 'https://login.microsoftonline.com/common'],
    ['without an address', 'authority'],
    ['of broken JSON', JSON.stringify(METADATA).slice(1)],
    ['of null', 'null'],
    ...Object.keys(METADATA).map((key) => [
      `whose ${key} is elsewhere`,
      JSON.stringify({ ...METADATA, [key]: 'https://login.example/x' }),
    ]),
    ...['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'].map((key) => [
      `without ${key}`,
      JSON.stringify({ ...METADATA, [key]: undefined }),
    ]),
    ['of an endless address', JSON.stringify({ ...METADATA, issuer: `${BASE}/${'x'.repeat(2_048)}` })],
  ])('%s is refused', (_, text) => {
    const detail = 'TOKEN_STATION_AUTHORITY: no endpoints on this computer';
    expect(authorityOf(text)).toEqual({ code: 'settings-malformed', detail });
  });

  test('is refused without a tenant to sign in to, and beside a token that needs no sign-in', () => {
    expect(readEnvironment({ TOKEN_STATION_AUTHORITY: BASE })).toEqual(
      refused('TOKEN_STATION_AUTHORITY: TOKEN_STATION_GRAPH_URL must be set with it'),
    );
    const both = { TOKEN_STATION_GRAPH_URL, TOKEN_STATION_AUTHORITY: BASE, TOKEN_STATION_ACCESS_TOKEN: 'canary' };
    expect(readEnvironment(both)).toEqual(refused('TOKEN_STATION_AUTHORITY: TOKEN_STATION_ACCESS_TOKEN is set, too'));
  });
});
