import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activateRequest,
  assignAndActivateBySerialRequest,
  assignAndActivateRequest,
  assignByPostRequest,
  assignByReferenceRequest,
  deactivateRequest,
  listMethodsRequest,
  unassignRequest,
} from '../../electron/core/graph-method-request.ts';
import {
  findByEmployeeIdRequest,
  readMeRequest,
  readUserRequest,
  searchUsersRequest,
  type GraphRequest,
} from '../../electron/core/graph-request.ts';
import { SELF } from '../../electron/core/graph-port.ts';

const BASE = 'https://graph.microsoft.com/beta';

/** What the service sees, read by a URL parser and not by string cutting. */
function segments(request: GraphRequest): readonly string[] {
  return new URL(BASE + request.path).pathname.split('/').slice(2).map(decodeURIComponent);
}

function parameter(request: GraphRequest, name: string): string | null {
  return new URL(BASE + request.path).searchParams.get(name);
}

describe('the one write of the main job', () => {
  test('is a POST of three strings to the user\u2019s methods', () => {
    expect(assignAndActivateBySerialRequest('u1', '00040008CFA5', '004711', 'Hardware token 00040008CFA5')).toEqual({
      method: 'POST',
      path: '/users/u1/authentication/hardwareOathMethods/assignAndActivateBySerialNumber',
      headers: { 'Content-Type': 'application/json' },
      body: { serialNumber: '00040008CFA5', verificationCode: '004711', displayName: 'Hardware token 00040008CFA5' },
    });
  });

  test.each(['000000', '004711', '999999'])('sends the code %s as text, with its zeros', (code) => {
    const { body } = assignAndActivateBySerialRequest('u1', '012345678', code, 'Token');
    expect(JSON.stringify(body)).toBe(
      `{"serialNumber":"012345678","verificationCode":"${code}","displayName":"Token"}`,
    );
  });

  test('the code is in the body only, never in the path', () => {
    expect(assignAndActivateBySerialRequest('u1', '20033752', '493817', 'Token').path).not.toContain('493817');
    expect(activateRequest('u1', 'm1', '493817', 'Token').path).not.toContain('493817');
  });
});

test('a token that is assigned already is activated by its method', () => {
  expect(activateRequest('u1', 'm1', '004711', 'Hardware token 20033752')).toEqual({
    method: 'POST',
    path: '/users/u1/authentication/hardwareOathMethods/m1/activate',
    headers: { 'Content-Type': 'application/json' },
    body: { verificationCode: '004711', displayName: 'Hardware token 20033752' },
  });
});

test('the methods of a user are read without a body', () => {
  expect(listMethodsRequest('u1')).toEqual({
    method: 'GET',
    path: '/users/u1/authentication/hardwareOathMethods',
    headers: {},
    body: null,
  });
});

describe('the other calls about a token', () => {
  const METHODS = '/users/u1/authentication/hardwareOathMethods';
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  test('a token of the inventory is assigned and activated by its id', () => {
    expect(assignAndActivateRequest('u1', 'd1', '004711', 'Token')).toEqual({
      method: 'POST',
      path: `${METHODS}/assignAndActivate`,
      headers: JSON_TYPE,
      body: { device: { id: 'd1' }, verificationCode: '004711', displayName: 'Token' },
    });
  });

  test('a token is assigned by a reference to the user at the same address', () => {
    expect(assignByReferenceRequest('u1', 'd1', BASE)).toEqual({
      method: 'PUT',
      path: `${METHODS}/d1/device/assignTo/$ref`,
      headers: JSON_TYPE,
      body: { '@odata.id': `${BASE}/users/u1` },
    });
    expect(assignByReferenceRequest('a/b', 'd1', BASE).body).toEqual({ '@odata.id': `${BASE}/users/a%2Fb` });
  });

  test('a token is assigned by naming it among the methods', () => {
    expect(assignByPostRequest('u1', 'd1')).toEqual({
      method: 'POST',
      path: METHODS,
      headers: JSON_TYPE,
      body: { device: { id: 'd1' } },
    });
  });

  test('deactivating and unassigning have no body, and say nothing of one', () => {
    expect(deactivateRequest('u1', 'm1')).toEqual({
      method: 'POST',
      path: `${METHODS}/m1/deactivate`,
      headers: {},
      body: null,
    });
    expect(unassignRequest('u1', 'm1')).toEqual({ method: 'DELETE', path: `${METHODS}/m1`, headers: {}, body: null });
  });

  test.each([
    listMethodsRequest(SELF),
    assignAndActivateBySerialRequest(SELF, 's', '1', 't'),
    assignAndActivateRequest(SELF, 'd1', '1', 't'),
    activateRequest(SELF, 'm1', '1', 't'),
    deactivateRequest(SELF, 'm1'),
    unassignRequest(SELF, 'm1'),
  ])('about oneself it goes to /me: $method $path', ({ path }) => {
    expect(path).toMatch(/^\/me\/authentication\/hardwareOathMethods/);
  });
});

describe('reading people', () => {
  test('whoever is called "me" is looked up, and is not the operator', () => {
    expect(readUserRequest('me').path).toMatch(/^\/users\/me\?/);
    expect(readMeRequest().path).toMatch(/^\/me\?/);
  });

  test('asks for what a person is shown with', () => {
    const fields = 'id,displayName,userPrincipalName,mail,department,jobTitle,employeeId';
    for (const request of [readMeRequest(), readUserRequest('ann@example.com')]) {
      expect(request).toMatchObject({ method: 'GET', headers: {}, body: null });
      expect(parameter(request, '$select')).toBe(fields);
    }
  });
});

describe('ids in the path', () => {
  const ODD = [
    'f3c1a1de-0001-4a6b-9f3e-000000000001',
    'ann_example.com#EXT#@contoso.onmicrosoft.com',
    "o'brien@example.com",
    'a/b',
    '../me',
    '..%2Fme',
    'a?b=c&d',
    'a%00b',
    'a\\b',
    'a b',
    'm\u00fcller@example.com',
    '\u5f20@example.com',
    'a;b,c',
  ];

  test.each(ODD)('%s is one segment, wherever it is put', (id) => {
    expect(segments(listMethodsRequest(id))).toEqual(['users', id, 'authentication', 'hardwareOathMethods']);
    expect(segments(activateRequest('u1', id, '1', 't'))).toEqual([
      'users',
      'u1',
      'authentication',
      'hardwareOathMethods',
      id,
      'activate',
    ]);
    expect(segments(readUserRequest(id))).toEqual(['users', id]);
    const reference = segments(assignByReferenceRequest(id, id, BASE));
    expect(reference.slice(0, 5)).toEqual(['users', id, 'authentication', 'hardwareOathMethods', id]);
    expect(reference.slice(5)).toEqual(['device', 'assignTo', '$ref']);
    expect(segments(unassignRequest(id, id)).filter((segment) => segment === id)).toHaveLength(2);
    expect(segments(assignAndActivateBySerialRequest(id, 's', '1', 't'))[1]).toBe(id);
  });

  test.each(['.', '..'])('%j goes neither up nor nowhere', (id) => {
    const pathname = (request: GraphRequest): string => new URL(BASE + request.path).pathname;
    expect(pathname(listMethodsRequest(id))).toMatch(/^\/beta\/users\/[^/.]+\/authentication\/hardwareOathMethods$/);
    expect(pathname(activateRequest('u1', id, '1', 't'))).toMatch(/\/hardwareOathMethods\/[^/.]+\/activate$/);
  });

  test.each(['...', '.a', 'a.', '1.2'])('%j keeps its dots', (id) => {
    expect(segments(listMethodsRequest(id))[1]).toBe(id);
  });

  test('any id is one segment and leaves no query and no fragment', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(id, id, (userId, methodId) => {
        const url = new URL(BASE + activateRequest(userId, methodId, '1', 't').path);
        expect([url.search, url.hash, url.host]).toEqual(['', '', 'graph.microsoft.com']);
        expect(url.pathname.split('/').slice(3).map(decodeURIComponent)).toEqual([
          userId,
          'authentication',
          'hardwareOathMethods',
          methodId,
          'activate',
        ]);
      }),
    );
  });
});

describe('the search for people', () => {
  test('asks for names, mail and sign-in names, ten people, and a count', () => {
    const request = searchUsersRequest('ann');
    expect(request).toMatchObject({ method: 'GET', headers: { ConsistencyLevel: 'eventual' }, body: null });
    expect(segments(request)).toEqual(['users']);
    expect(parameter(request, '$search')).toBe('"displayName:ann" OR "mail:ann" OR "userPrincipalName:ann"');
    expect(parameter(request, '$top')).toBe('10');
    expect(parameter(request, '$count')).toBe('true');
    expect(parameter(request, '$select')).toBe('id,displayName,userPrincipalName,mail,department,jobTitle,employeeId');
  });

  test.each([
    ["O'Brien", "O'Brien"],
    ['a"b', 'a\\"b'],
    ['a\\b', 'a\\\\b'],
    ['" OR "mail:', '\\" OR \\"mail:'],
    ['\\"', '\\\\\\"'],
    ['R&D', 'R&D'],
    ['a#b', 'a#b'],
    ['a+b', 'a+b'],
    ['100%', '100%'],
    ['a/b?c=d', 'a/b?c=d'],
    ['M\u00fcller', 'M\u00fcller'],
    ['\u5f20\u4f1f', '\u5f20\u4f1f'],
    ['\ud83d\ude00', '\ud83d\ude00'],
    ['Smith, Ann', 'Smith, Ann'],
  ])('%s stays inside its quotes', (query, escaped) => {
    const request = searchUsersRequest(query);
    expect(parameter(request, '$search')).toBe(
      `"displayName:${escaped}" OR "mail:${escaped}" OR "userPrincipalName:${escaped}"`,
    );
    expect([...new URL(BASE + request.path).searchParams.keys()]).toEqual(['$search', '$select', '$top', '$count']);
  });

  test.each([
    ['ann \ud83d', 'ann \ufffd'],
    ['\ude00 ann', '\ufffd ann'],
    ['\ud83d\ud83d\ude00', '\ufffd\ud83d\ude00'],
  ])('half an emoji is searched for as an unknown sign, and never an exception', (query, shown) => {
    expect(parameter(searchUsersRequest(query), '$search')).toContain(`"displayName:${shown}"`);
  });

  test('no text breaks out of its clause', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const search = parameter(searchUsersRequest(query), '$search') ?? '';
        const clauses = search.match(/"(?:[^"\\]|\\["\\])*"/g) ?? [];
        expect(clauses.join(' OR ')).toBe(search);
        expect(clauses.map((clause) => clause.slice(1, -1).replace(/\\(["\\])/g, '$1'))).toEqual([
          `displayName:${query}`,
          `mail:${query}`,
          `userPrincipalName:${query}`,
        ]);
      }),
    );
  });
});

describe('the search by a badge’s number', () => {
  test('asks for exactly this employee id, and nothing that a badge holds can change the question', () => {
    expect(parameter(findByEmployeeIdRequest('004711'), '$filter')).toBe("employeeId eq '004711'");
    expect(parameter(findByEmployeeIdRequest("x' or 'a' eq 'a"), '$filter')).toBe(
      "employeeId eq 'x'' or ''a'' eq ''a'",
    );
    expect(parameter(findByEmployeeIdRequest('1&$top=999'), '$top')).toBe('10');
  });
});
