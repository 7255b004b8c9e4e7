import { describe, expect, test } from 'vitest';
import { answer, cutBeforeAnswer } from '../../fakes/loopback-server.ts';
import { odataError, openDesk } from './open-desk.ts';

const ANN = { id: 'u1', displayName: 'Ann', userPrincipalName: 'ann@example.com' };

describe('reading one person', () => {
  test('finds them', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, ANN));
    expect(await desk.graph.readUser('ann@example.com')).toMatchObject({ kind: 'read', value: { id: 'u1' } });
    expect(await desk.graph.readMe()).toMatchObject({ kind: 'read', value: { id: 'u1' } });
    expect(desk.server.heard().map(({ path }) => path.split('?')[0])).toEqual([
      '/beta/users/ann%40example.com',
      '/beta/me',
    ]);
  });

  test('404 of Graph means that there is nobody, and for oneself that something is wrong', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(404, odataError('Request_ResourceNotFound', 'No such resource.')));
    expect(await desk.graph.readUser('x')).toEqual({ kind: 'read', value: null });
    expect(await desk.graph.readMe()).toMatchObject({ kind: 'failed', status: 404, problem: { code: 'user-unknown' } });
    desk.server.setReply(answer(404, { error: { code: '', message: 'Not there.' } }));
    expect(await desk.graph.readUser('x')).toEqual({ kind: 'read', value: null });
  });

  test.each([
    ['a page', '<html>Not found</html>', '404 · text/html instead of JSON'],
    ['nothing', null, '404'],
    ['an empty error', { error: {} }, '404'],
  ])('404 with %s says nothing of a person', async (_what, body, detail) => {
    const desk = await openDesk();
    desk.server.setReply(answer(404, body));
    const problem = { code: 'graph-refused', detail };
    expect(await desk.graph.readUser('x')).toEqual({ kind: 'failed', problem, status: 404, retryAfterMs: null });
  });

  test.each([
    [200, {}, 'graph-failing'],
    [200, { value: [ANN] }, 'graph-failing'],
    [204, null, 'graph-failing'],
    [400, odataError('x', 'y'), 'graph-refused'],
    [403, null, 'not-permitted'],
    [500, null, 'graph-failing'],
  ])('%d with %j is a failure: %s', async (status, body, code) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, body));
    expect(await desk.graph.readUser('x')).toMatchObject({ kind: 'failed', status, problem: { code } });
    expect(await desk.graph.readMe()).toMatchObject({ kind: 'failed', status, problem: { code } });
  });

  test('a cut line is a failure without a status', async () => {
    const desk = await openDesk();
    desk.server.setReply(cutBeforeAnswer);
    expect(await desk.graph.readUser('x')).toMatchObject({ kind: 'failed', status: null });
  });
});

test('a next page at another address is not asked for, and no token goes there', async () => {
  const [desk, other] = [await openDesk(), await openDesk()];
  const link = `${other.server.url}/beta/directory/authenticationMethodDevices/hardwareOathDevices?$skiptoken=3132`;
  desk.server.setReply(answer(200, { value: [], '@odata.nextLink': link }));
  const first = await desk.graph.listDevices(null);
  expect(first).toEqual({ kind: 'read', value: { devices: [], nextPage: link } });
  expect(await desk.graph.listDevices(link)).toEqual({
    kind: 'failed',
    problem: { code: 'graph-failing', detail: 'the next page is at another address' },
    status: null,
    retryAfterMs: null,
  });
  expect([desk.server.heard().length, other.server.heard().length]).toEqual([1, 0]);
});

test('a next page at this address is asked for as it was given', async () => {
  const desk = await openDesk();
  const path = '/beta/directory/authenticationMethodDevices/hardwareOathDevices?$skiptoken=3132';
  desk.server.setReply(answer(200, { value: [] }));
  await desk.graph.listDevices(`${desk.server.url}${path}`);
  expect(desk.server.heard()[0]?.path).toBe(path);
});
