import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDevicesRequest, listDevicesRequest } from '../../electron/core/graph-device-request.ts';
import type { GraphRequest } from '../../electron/core/graph-request.ts';

const BASE = 'https://graph.microsoft.com/beta';

/** What the service sees, read by a URL parser and not by string cutting. */
function segments(request: GraphRequest): readonly string[] {
  return new URL(BASE + request.path).pathname.split('/').slice(2).map(decodeURIComponent);
}

function parameter(request: GraphRequest, name: string): string | null {
  return new URL(BASE + request.path).searchParams.get(name);
}

describe('the inventory', () => {
  test('is searched for exactly this serial number, quotes doubled', () => {
    expect(parameter(findDevicesRequest("x' or 'a"), '$filter')).toBe("serialNumber eq 'x'' or ''a'");
    expect(segments(findDevicesRequest('x'))).toEqual([
      'directory',
      'authenticationMethodDevices',
      'hardwareOathDevices',
    ]);
  });

  test('begins at its first page', () => {
    expect(listDevicesRequest(null, BASE)).toEqual({
      method: 'GET',
      path: '/directory/authenticationMethodDevices/hardwareOathDevices',
      headers: {},
      body: null,
    });
  });

  const NEXT = '/directory/authenticationMethodDevices/hardwareOathDevices?$skiptoken=a%2Fb../..%2e\u0027x&$top=2';

  test('goes on at the link that it gave, sign by sign', () => {
    expect(listDevicesRequest(`${BASE}${NEXT}`, BASE)?.path).toBe(NEXT);
    expect(listDevicesRequest(`${BASE}/any/.hidden/a..b/..c?x`, BASE)?.path).toBe('/any/.hidden/a..b/..c?x');
  });

  test.each([
    `https://evil.example/beta${NEXT}`,
    `http://graph.microsoft.com/beta${NEXT}`,
    `https://graph.microsoft.com.evil.example/beta${NEXT}`,
    `https://graph.microsoft.com/betaX${NEXT}`,
    'https://graph.microsoft.com/beta',
    'https://graph.microsoft.com/beta@evil.example/',
    'https://graph.microsoft.com/v1.0/users',
    `${BASE}/../v1.0/users`,
    `${BASE}/a/..`,
    `${BASE}/./../x`,
    `${BASE}/%2e%2E/v1.0`,
    `${BASE}/.%2e/v1.0`,
    `${BASE}/a/\\..\\..\\x`,
    `${BASE}/a\n/x`,
    `${BASE}/.\t./v1.0`,
    `${BASE}/a b`,
    `${BASE}/\u00e9`,
    NEXT,
    '',
  ])('does not follow %j', (link) => {
    expect(listDevicesRequest(link, BASE)).toBeNull();
  });

  test('whatever it follows stays below the base address, as a URL\u2019s reader sees it', () => {
    const part = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2E', 'a', '?', '#', '@', '\t', ':', '//x');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const request = listDevicesRequest(`${BASE}/${parts.join('')}`, BASE);
        if (request) expect(new URL(BASE + request.path).href.startsWith(`${BASE}/`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
