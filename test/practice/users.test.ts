import { describe, expect, test } from 'vitest';
import { PRACTICE_PEOPLE } from '../../electron/practice/practice-people.ts';
import { createSmallTenant, USERS, type SmallTenant } from './small-tenant.ts';

const EVENTUAL = { ConsistencyLevel: 'eventual' };

type Page = {
  readonly value: readonly Record<string, unknown>[];
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
};

async function readPage({ send }: SmallTenant, query: string): Promise<Page> {
  const response = await send('GET', `/users?${query}`, { headers: EVENTUAL });
  expect(response.status).toBe(200);
  return response.json();
}

async function findNames(search: string): Promise<readonly unknown[]> {
  const small = createSmallTenant({}, { users: PRACTICE_PEOPLE });
  const { value } = await readPage(small, `$search=${encodeURIComponent(search)}&$select=displayName`);
  return value.map(({ displayName }) => displayName);
}

describe('searching users', () => {
  test.each([
    ['the beginning of any word', '"displayName:schm"', ['Anna Schmidt', 'Anna Schmidt']],
    ['words in any order and case', '"displayName:OKAFOR robert"', ['Robert "Bob" Okafor']],
    ['a name with an apostrophe', '"displayName:o\'brien"', ["Siobhán O'Brien", "Seán O'Brien"]],
    ['the same name without it', '"displayName:obrien"', ["Siobhán O'Brien", "Seán O'Brien"]],
    ['a quoted word', String.raw`"displayName:\"bob\""`, ['Robert "Bob" Okafor']],
    ['an escaped quote at the beginning', String.raw`"givenName:robert \"b"`, ['Robert "Bob" Okafor']],
    ['an umlaut', '"displayName:müll"', ['Jürgen Müller']],
    ['an umlaut in two code points', '"displayName:mu\u0308ll"', ['Jürgen Müller']],
    ['a name in another script', '"displayName:李娜"', ['李娜 (Lina Li)']],
    ['the beginning of a sign-in name', '"userPrincipalName:sean.o\'b"', ["Seán O'Brien"]],
    ['any of the clauses', '"displayName:tanaka" OR "mail:noa.ben"', ['Haruka Tanaka', 'Noa Ben-David']],
    ['nothing from inside a word', '"displayName:chmidt"', []],
    ['nothing from inside a mail', '"mail:schmidt"', []],
    ['nothing for symbols alone', '"displayName:--"', []],
  ])('finds %s', async (_what, search, names) => {
    expect(await findNames(search)).toEqual(names);
  });

  test('a filter finds one by sign-in name, quotes doubled', async () => {
    const small = createSmallTenant({}, { users: PRACTICE_PEOPLE });
    const { value } = await readPage(small, "$filter=userPrincipalName eq 'Sean.O''Brien@harbourlark.example'");
    expect(value).toMatchObject([{ displayName: "Seán O'Brien" }]);
  });

  test('a filter finds one by employee id', async () => {
    const { value } = await readPage(createSmallTenant(), "$filter=employeeId eq 'no-ben'&$select=id");
    expect(value).toEqual([{ id: USERS.BEN.id }]);
  });

  test('a search and a filter must both fit', async () => {
    const query = '$search="displayName:amy"&$filter=employeeId eq \'no-ben\'';
    expect((await readPage(createSmallTenant(), query)).value).toEqual([]);
  });
});

describe('pages of users', () => {
  test('the next links lead through all of them once, and end', async () => {
    const small = createSmallTenant({}, { users: PRACTICE_PEOPLE });
    const ids: unknown[] = [];
    let query: string | undefined = '$top=7&$count=true&$select=id';
    while (query !== undefined) {
      const page: Page = await readPage(small, query);
      expect(page['@odata.count']).toBe(PRACTICE_PEOPLE.length);
      ids.push(...page.value.map(({ id }) => id));
      query = page['@odata.nextLink']?.split('?')[1];
    }
    expect(ids).toEqual(PRACTICE_PEOPLE.map(({ id }) => id));
    expect(small.tenant.violations()).toEqual([]);
  });

  test('the next link goes to the host and the version that were asked', async () => {
    const page = await readPage(createSmallTenant(), '$top=2');
    expect(page['@odata.nextLink']).toMatch(/^https:\/\/graph\.test\/beta\/users\?/);
  });

  test('a whole answer has no next link', async () => {
    expect(await readPage(createSmallTenant(), '')).not.toHaveProperty('@odata.nextLink');
  });
});

describe('reading one user', () => {
  test.each([USERS.AMY.id, 'amy@tenant.example', encodeURIComponent(USERS.AMY.userPrincipalName)])(
    '%s is found',
    async (id) => {
      const response = await createSmallTenant().send('GET', `/users/${id}`);
      expect(await response.json()).toMatchObject({ id: USERS.AMY.id });
    },
  );

  test('a guest is found by the sign-in name with #EXT#', async () => {
    const path = `/users/${encodeURIComponent(USERS.GUS.userPrincipalName)}?$select=id,userType`;
    const response = await createSmallTenant().send('GET', path);
    expect(await response.json()).toEqual({ id: USERS.GUS.id, userType: 'Guest' });
  });

  test('department and employee id come only where they are asked for', async () => {
    const small = createSmallTenant();
    const plain = await (await small.send('GET', `/users/${USERS.AMY.id}`)).json();
    const asked = await (await small.send('GET', `/users/${USERS.AMY.id}?$select=department,employeeId`)).json();
    expect(plain).not.toHaveProperty('department');
    expect(asked).toEqual({ department: 'Testing', employeeId: 'no-amy' });
  });
});
