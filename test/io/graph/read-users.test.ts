import { describe, expect, test } from 'vitest';
import type { PersonKey } from '../../../electron/core/graph-port.ts';
import { answer, cutBeforeAnswer } from '../../fakes/loopback-server.ts';
import { answerItems, batches, type Item } from './batch-desk.ts';
import { odataError, openDesk } from './open-desk.ts';

const ANN = { id: 'u1', displayName: 'Ann', userPrincipalName: 'ann@example.com', userType: 'Member' };

function byName(value: string): PersonKey {
  return { by: 'userPrincipalName', value };
}

function byId(value: string): PersonKey {
  return { by: 'employeeId', value };
}

const ITEMS: Readonly<Record<string, Item>> = {
  ann: { status: 200, body: { ...ANN, accountEnabled: true } },
  guest: { status: 200, body: { ...ANN, id: 'u2', userType: 'Guest', accountEnabled: false } },
  hidden: { status: 200, body: { ...ANN, id: 'u3', userType: null, accountEnabled: null } },
  nobody: { status: 404, body: odataError('Request_ResourceNotFound', "Resource 'token.segment@x' does not exist.") },
  page: { status: 404 },
  denied: { status: 403, body: odataError('Authorization_RequestDenied', 'Insufficient privileges.') },
  busy: { status: 429, headers: { 'Retry-After': '7' }, body: odataError('TooManyRequests', 'Later.') },
};

describe('the people of a list', () => {
  test('each has an answer of its own, in the order asked', async () => {
    const desk = await openDesk();
    answerItems(desk, ({ url }) => ITEMS[/\/users\/([a-z]+)%40/.exec(url)?.[1] ?? ''] ?? null);
    const names = ['ann', 'nobody', 'guest', 'page', 'denied', 'busy', 'hidden'];
    const read = await desk.graph.readUsers(names.map((name) => byName(`${name}@example.com`)));
    expect(read).toMatchObject([
      { kind: 'read', value: [{ user: { id: 'u1' }, account: { isGuest: false, isEnabled: true } }] },
      { kind: 'read', value: [] },
      { kind: 'read', value: [{ user: { id: 'u2' }, account: { isGuest: true, isEnabled: false } }] },
      // A gateway's page says nothing of a person.
      { kind: 'failed', status: 404 },
      { kind: 'failed', status: 403, problem: { code: 'not-permitted' } },
      { kind: 'failed', status: 429, retryAfterMs: 7_000, problem: { code: 'throttled' } },
      { kind: 'read', value: [{ user: { id: 'u3' }, account: { isGuest: null, isEnabled: null } }] },
    ]);
    expect(read).toHaveLength(names.length);
  });

  test('an employee id may be that of nobody, of one and of two; whoever has no sign-in name is nobody', async () => {
    const desk = await openDesk();
    const lists: Readonly<Record<string, readonly object[]>> = {
      '1': [],
      '2': [ANN],
      '3': [ANN, { ...ANN, id: 'u2' }],
      '4': [{ id: 'u9' }, ANN],
    };
    answerItems(desk, ({ url }) => {
      const id = /employeeId eq '(.*)'/.exec(new URL(url, 'https://x').searchParams.get('$filter') ?? '')?.[1];
      return { status: 200, body: { value: lists[id ?? ''] } };
    });
    const read = await desk.graph.readUsers(['1', '2', '3', '4'].map(byId));
    expect(read.map((one) => (one.kind === 'read' ? one.value.map(({ user }) => user.id) : one))).toEqual([
      [],
      ['u1'],
      ['u1', 'u2'],
      ['u1'],
    ]);
  });

  test('what no sign-in name looks like is nobody, and reaches no path of Graph', async () => {
    const desk = await openDesk();
    const words = ['me', 'delta', '$count', '..', '../me', '', 'x'.repeat(300), `a@${'x'.repeat(300)}`];
    expect(await desk.graph.readUsers(words.map(byName))).toEqual(words.map(() => ({ kind: 'read', value: [] })));
    expect(await desk.graph.readUsers([byId('')])).toEqual([{ kind: 'read', value: [] }]);
    expect(desk.server.heard()).toEqual([]);
  });

  test.each(['../me@x', 'a/../../me@x', 'ann@x?$select=id', 'ann@x#EXT#', '%2e%2e@x', "o'brien@x", '..%2fme@x'])(
    'a sign-in name like %s stays one step of the path',
    async (value) => {
      const desk = await openDesk();
      answerItems(desk, () => ({ status: 200, body: ANN }));
      await desk.graph.readUsers([byName(value)]);
      const url = new URL(batches(desk)[0]?.[0]?.url ?? '', 'https://x/beta/');
      expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'users', value]);
    },
  );

  test('a quote in an employee id ends no text', async () => {
    const desk = await openDesk();
    answerItems(desk, () => ({ status: 200, body: { value: [] } }));
    await desk.graph.readUsers([byId("1' or id ne '")]);
    const url = new URL(batches(desk)[0]?.[0]?.url ?? '', 'https://x');
    expect(url.searchParams.get('$filter')).toBe("employeeId eq '1'' or id ne '''");
  });

  test('a cut line is told for each', async () => {
    const desk = await openDesk();
    desk.server.setReply(cutBeforeAnswer);
    const read = await desk.graph.readUsers([byName('a@x'), byName('b@x')]);
    expect(read).toMatchObject([
      { kind: 'failed', status: null },
      { kind: 'failed', status: null },
    ]);
  });

  test.each([
    ['a person', { value: [ANN] }, byName('ann@example.com')],
    ['a list', ANN, byId('1')],
  ])('what is not %s is a failure', async (_what, body, key) => {
    const desk = await openDesk();
    answerItems(desk, () => ({ status: 200, body }));
    expect(await desk.graph.readUsers([key])).toMatchObject([{ kind: 'failed', problem: { code: 'graph-failing' } }]);
  });

  test('a batch that answers nothing at all fails for each', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, { responses: [] }));
    expect(await desk.graph.readUsers([byName('a@x')])).toMatchObject([{ kind: 'failed' }]);
  });
});
