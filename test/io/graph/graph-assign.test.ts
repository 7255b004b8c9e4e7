import { describe, expect, test } from 'vitest';
import { SELF } from '../../../electron/core/graph-port.ts';
import { answer, cutBeforeAnswer, type LoopbackServer, type Reply } from '../../fakes/loopback-server.ts';
import { assignDevice, METHOD_ID, odataError, openDesk, USER_ID } from './open-desk.ts';

const METHODS = `/beta/users/${USER_ID}/authentication/hardwareOathMethods`;
const DONE = answer(204);

/** A service of its own mind about each way. */
function setWays(server: LoopbackServer, put: Reply, post: Reply): void {
  server.setReply((response) => (response.req.method === 'PUT' ? put : post)(response));
}

function methods(server: LoopbackServer): readonly string[] {
  return server.heard().map(({ method }) => method);
}

describe('assigning a token', () => {
  test('is one PUT of a reference to the user at this address', async () => {
    const desk = await openDesk();
    expect((await assignDevice(desk)).kind).toBe('done');
    const [heard, ...more] = desk.server.heard();
    expect(more).toEqual([]);
    expect([heard?.method, heard?.path]).toEqual(['PUT', `${METHODS}/${METHOD_ID}/device/assignTo/$ref`]);
    expect(heard?.body).toBe(JSON.stringify({ '@odata.id': `${desk.server.url}/beta/users/${USER_ID}` }));
  });

  test.each([
    ['404', answer(404, odataError('ResourceNotFound', 'Resource could not be discovered.'))],
    ['405', answer(405)],
    ['501', answer(501)],
    ['400 of an unknown path', answer(400, odataError('BadRequest', "Resource not found for the segment 'device'."))],
  ])('goes by POST where the service answers %s to the PUT, and by POST alone from then on', async (_what, put) => {
    const desk = await openDesk();
    setWays(desk.server, put, answer(201, { id: METHOD_ID }));
    expect((await assignDevice(desk)).kind).toBe('done');
    expect((await assignDevice(desk)).kind).toBe('done');
    expect(methods(desk.server)).toEqual(['PUT', 'POST', 'POST']);
    expect(desk.server.heard()[1]).toMatchObject({ path: METHODS, body: `{"device":{"id":"${METHOD_ID}"}}` });
  });

  test('a PUT that was done once is never doubted: its 404 is about the token', async () => {
    const desk = await openDesk();
    await assignDevice(desk);
    desk.server.setReply(answer(404, odataError('x', 'The device was not found.')));
    expect(await assignDevice(desk)).toMatchObject({ kind: 'refused', problem: { code: 'serial-unknown' } });
    expect(methods(desk.server)).toEqual(['PUT', 'PUT']);
  });

  test('where both say 404 nothing is learnt, and the POST has the word', async () => {
    const desk = await openDesk();
    setWays(desk.server, answer(404), answer(404, odataError('x', 'The device was not found.')));
    expect(await assignDevice(desk)).toMatchObject({ kind: 'refused', problem: { code: 'serial-unknown' } });
    await assignDevice(desk);
    expect(methods(desk.server)).toEqual(['PUT', 'POST', 'PUT', 'POST']);
  });

  test('405 is remembered even where the POST is refused', async () => {
    const desk = await openDesk();
    setWays(desk.server, answer(405), answer(400, odataError('x', 'already assigned')));
    expect(await assignDevice(desk)).toMatchObject({ kind: 'refused', problem: { code: 'token-taken' } });
    await assignDevice(desk);
    expect(methods(desk.server)).toEqual(['PUT', 'POST', 'POST']);
  });

  test.each([
    ['a clear no', answer(400, odataError('x', 'already assigned')), 'refused'],
    ['a denial', answer(403), 'refused'],
    ['a lost answer', answer(500), 'lost'],
    ['a gateway that times out', answer(504, '<html></html>'), 'lost'],
    ['a cut line', cutBeforeAnswer, 'lost'],
    ['a call to wait', answer(429, null, { 'retry-after': '3' }), 'postponed'],
    ['404 of a gateway', answer(404, '<html></html>'), 'refused'],
    ['405 of a gateway', answer(405, '<html></html>'), 'refused'],
  ])('after %s nothing else is tried', async (_what, put, kind) => {
    const desk = await openDesk();
    desk.server.setReply(put);
    expect((await assignDevice(desk)).kind).toBe(kind);
    expect(methods(desk.server)).toEqual(['PUT']);
  });

  test('the pause of our own grows with the attempt, either way', async () => {
    const desk = await openDesk();
    const nowMs = desk.hand.clock.nowMs();
    desk.server.setReply(answer(429));
    expect(await assignDevice(desk, 3)).toMatchObject({ kind: 'postponed', untilMs: nowMs + 4_000 });
    setWays(desk.server, answer(405), answer(429));
    expect(await assignDevice(desk, 3)).toMatchObject({ kind: 'postponed', untilMs: nowMs + 4_000 });
  });

  test('each client finds out for itself', async () => {
    const [one, other] = [await openDesk(), await openDesk()];
    setWays(one.server, answer(405), DONE);
    await assignDevice(one);
    await assignDevice(other);
    expect(methods(other.server)).toEqual(['PUT']);
  });

  test('for oneself nothing is sent: the reference needs an object id', async () => {
    const desk = await openDesk();
    const problem = { code: 'command-not-allowed', detail: expect.stringContaining('object id') };
    const assignment = { userId: SELF, deviceId: METHOD_ID, attempt: 1 };
    expect(await desk.graph.assign(assignment)).toEqual({ kind: 'refused', problem });
    expect(await desk.graph.assignMany([assignment])).toEqual([{ kind: 'refused', problem }]);
    expect(desk.server.heard()).toEqual([]);
  });
});
