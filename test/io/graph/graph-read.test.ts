import { describe, expect, test } from 'vitest';
import { answer } from '../../fakes/loopback-server.ts';
import { list, METHOD_ID, odataError, openDesk, READS, search, SERIAL } from './open-desk.ts';

const ANNA = {
  id: 'a1',
  displayName: 'Anna Schmidt',
  userPrincipalName: 'anna@harbourlark.example',
  mail: 'anna@harbourlark.example',
  department: 'Finance',
  jobTitle: 'Accountant',
  employeeId: '40101',
};

describe('what a search reads', () => {
  test('people come as they are, and fields that rights hide come as null', async () => {
    const desk = await openDesk();
    const hidden = { id: 'b2', displayName: null, userPrincipalName: 'bob@harbourlark.example', mail: null };
    desk.server.setReply(answer(200, { '@odata.context': 'x', '@odata.count': 2, value: [ANNA, hidden] }));
    expect(await search(desk)).toEqual({
      kind: 'read',
      value: {
        users: [
          ANNA,
          {
            id: 'b2',
            displayName: 'bob@harbourlark.example',
            userPrincipalName: 'bob@harbourlark.example',
            mail: null,
            department: null,
            jobTitle: null,
            employeeId: null,
          },
        ],
        more: false,
      },
    });
  });

  test('a next link says that there are more, and is not followed', async () => {
    const desk = await openDesk();
    const next = { '@odata.nextLink': `${desk.server.url}/beta/users?$skiptoken=1`, value: [ANNA] };
    desk.server.setReply(answer(200, next));
    expect(await search(desk)).toMatchObject({ kind: 'read', value: { more: true } });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test('nobody found is an answer', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, { value: [] }));
    expect(await search(desk)).toEqual({ kind: 'read', value: { users: [], more: false } });
  });

  test('a list of twenty thousand people is read whole', async () => {
    const desk = await openDesk();
    const value = Array.from({ length: 20_000 }, (_, index) => ({ ...ANNA, id: `a${index}` }));
    desk.server.setReply(answer(200, { value }));
    const outcome = await search(desk);
    expect(outcome.kind === 'read' && outcome.value).toMatchObject({ users: { length: 20_000 } });
  });
});

describe('what a list of methods reads', () => {
  test.each([
    ['in device', { id: METHOD_ID, device: { serialNumber: SERIAL, status: 'assigned' } }, 'assigned'],
    ['flat', { id: METHOD_ID, serialNumber: SERIAL, status: 'activated' }, 'activated'],
    ['with a status of a later year', { id: METHOD_ID, serialNumber: SERIAL, status: 'retired' }, 'unknown'],
  ])('details %s are read', async (_where, method, status) => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, { value: [method] }));
    const methods = [{ methodId: METHOD_ID, serialNumber: SERIAL, status }];
    expect(await list(desk)).toEqual({ kind: 'read', value: methods });
  });

  test('a method without a serial number is no guess', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, { value: [{ id: METHOD_ID, device: null }] }));
    const methods = [{ methodId: METHOD_ID, serialNumber: null, status: 'unknown' }];
    expect(await list(desk)).toEqual({ kind: 'read', value: methods });
  });
});

describe.each(READS)('a failed read: $name', ({ call }) => {
  test.each([
    [401, 'signed-out'],
    [403, 'not-permitted'],
    [404, 'user-unknown'],
    [408, 'graph-refused'],
    [500, 'graph-failing'],
    [502, 'graph-failing'],
    [503, 'graph-failing'],
    [504, 'graph-failing'],
  ])('%d fails with its status as %s, and is not asked again in here', async (status, code) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, odataError('x', 'Words.'), { 'request-id': 'r-1' }));
    const problem = { code, detail: `${status} · x · Words.`, requestId: 'r-1' };
    expect(await call(desk)).toEqual({ kind: 'failed', problem, status, retryAfterMs: null });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each([
    [429, '7', 7_000],
    [503, 'Mon, 02 Mar 2026 09:00:09 GMT', 9_000],
    [429, null, null],
  ])('%d with Retry-After %s tells how long to wait: %s ms', async (status, retryAfter, retryAfterMs) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, null, retryAfter === null ? {} : { 'retry-after': retryAfter }));
    expect(await call(desk)).toMatchObject({ kind: 'failed', status, retryAfterMs });
  });

  test.each([
    ['a page of a proxy', '<html><body>Please sign in to the guest network</body></html>'],
    ['a page of a proxy that calls itself JSON', '<html></html>', 'application/json'],
    ['no body', null],
    ['an empty object', {}],
    ['a list of the wrong shape', { value: [{ id: 7 }] }],
    ['an error under 200', odataError('x', 'y')],
    ['an empty text', ''],
  ])('200 with %s is no list: Graph is failing, and nothing is made up', async (_what, body, type = '') => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, body, type === '' ? {} : { 'content-type': type }));
    expect(await call(desk)).toMatchObject({ kind: 'failed', problem: { code: 'graph-failing' }, status: 200 });
  });

  test.each([300, 400, 404])('a right list under %d is not taken for an answer', async (status) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, { value: [] }));
    expect(await call(desk)).toMatchObject({ kind: 'failed', status });
  });

  test('204 without a body is no list either', async () => {
    const desk = await openDesk();
    expect(await call(desk)).toMatchObject({ kind: 'failed', problem: { code: 'graph-failing' }, status: 204 });
  });

  test('a page of a proxy with 403 is named, and says nothing itself', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(403, '<html>Blocked</html>'));
    const problem = { code: 'not-permitted', detail: '403 · text/html instead of JSON' };
    expect(await call(desk)).toEqual({ kind: 'failed', problem, status: 403, retryAfterMs: null });
  });

  test('a page of eight megabytes ends as a problem of a few words', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, 'x'.repeat(8_000_000)));
    const outcome = await call(desk);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'graph-failing' } });
    expect(JSON.stringify(outcome).length).toBeLessThan(400);
  });
});
