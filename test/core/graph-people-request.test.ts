import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPersonRequest } from '../../electron/core/graph-people-request.ts';

const BASE = 'https://graph.microsoft.com/beta';

test('whatever a list says, a person is one step below /users, or nobody is asked', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.emailAddress()), (value) => {
      const request = readPersonRequest({ by: 'userPrincipalName', value });
      if (!request) return;
      const url = new URL(BASE + request.path);
      const [, version, users, person = '', ...more] = url.pathname.split('/');
      expect([version, users, more]).toEqual(['beta', 'users', []]);
      expect(decodeURIComponent(person)).toBe(value.replace(/\p{Surrogate}/gu, '\ufffd'));
      expect([...url.searchParams.keys()]).toEqual(['$select']);
      expect(request).toMatchObject({ method: 'GET', body: null });
    }),
  );
});

test('whatever an employee id is, it stays one text of the filter', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (value) => {
      const request = readPersonRequest({ by: 'employeeId', value });
      if (!request) return;
      const url = new URL(BASE + request.path);
      expect(url.pathname).toBe('/beta/users');
      const literal = /^employeeId eq '(.*)'$/s.exec(url.searchParams.get('$filter') ?? '')?.[1] ?? '';
      expect(literal.replaceAll("''", '')).not.toContain("'");
      expect(literal.replaceAll("''", "'")).toBe(value);
      expect([...url.searchParams.keys()].toSorted()).toEqual(['$filter', '$select', '$top']);
    }),
  );
});

test.each(['me', 'delta', '$count', '', '.', '..', 'a'.repeat(257)])('nobody is called %j', (value) => {
  expect(readPersonRequest({ by: 'userPrincipalName', value })).toBeNull();
});

test('an object id is taken, too', () => {
  const id = '11111111-2222-4333-8444-555555555555';
  expect(readPersonRequest({ by: 'userPrincipalName', value: id })?.path).toContain(`/users/${id}?`);
});

test('what decides whether somebody can have a token is asked for', () => {
  for (const by of ['userPrincipalName', 'employeeId'] as const) {
    const path = readPersonRequest({ by, value: 'a@x' })?.path ?? '';
    const fields = new URL(BASE + path).searchParams.get('$select')?.split(',');
    expect(fields).toEqual(expect.arrayContaining(['id', 'userPrincipalName', 'userType', 'accountEnabled']));
  }
});
