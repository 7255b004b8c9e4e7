import { describe, expect, test } from 'vitest';
import { answer, type Reply } from '../../fakes/loopback-server.ts';
import { odataError, openDesk, USER_ID } from './open-desk.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0xc3, 0x28]);

function picture(bytes: Buffer, contentType = 'image/jpeg'): Reply {
  return (response) => response.writeHead(200, { 'content-type': contentType }).end(bytes);
}

describe('the picture of somebody', () => {
  test('is asked for in a small size, as a picture, and comes byte for byte', async () => {
    const desk = await openDesk();
    desk.server.setReply(picture(JPEG));
    expect(await desk.graph.readPhoto(USER_ID)).toEqual({
      kind: 'read',
      value: { contentType: 'image/jpeg', bytes: new Uint8Array(JPEG) },
    });
    const [heard] = desk.server.heard();
    expect(heard?.path).toBe(`/beta/users/${USER_ID}/photos/96x96/$value`);
    expect(heard?.headers.accept).toBe('image/*');
  });

  test('is what its bytes are, whatever the header calls it', async () => {
    const desk = await openDesk();
    desk.server.setReply(picture(JPEG, 'image/svg+xml'));
    expect(await desk.graph.readPhoto(USER_ID)).toMatchObject({ value: { contentType: 'image/jpeg' } });
  });

  test('that is not there is an answer', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(404, odataError('ImageNotFound', 'ImageNotFoundException was thrown.')));
    expect(await desk.graph.readPhoto(USER_ID)).toEqual({ kind: 'read', value: null });
  });

  test.each<readonly [string, Reply, string]>([
    ['a gateway’s 404', (response) => response.writeHead(404).end(), 'graph-refused'],
    ['a refusal', answer(403, odataError('ErrorAccessDenied', 'Access is denied.')), 'not-permitted'],
    ['a page that is no picture', picture(Buffer.from('<html>Sign in</html>'), 'text/html'), 'graph-failing'],
    ['a picture that is too large', picture(Buffer.concat([JPEG, Buffer.alloc(300_000)])), 'graph-failing'],
    ['a picture that breaks off', breakOff, 'graph-failing'],
    ['a busy service', answer(429, odataError('TooManyRequests', 'Retry later.')), 'throttled'],
  ])('does not come with %s, and that is told', async (_what, reply, code) => {
    const desk = await openDesk();
    desk.server.setReply(reply);
    expect(await desk.graph.readPhoto(USER_ID)).toMatchObject({ kind: 'failed', problem: { code } });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test('of whoever has a strange id is asked for under that id and nowhere else', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(404, odataError('ImageNotFound', 'none')));
    await desk.graph.readPhoto('../me?x=1');
    expect(desk.server.heard()[0]?.path).toBe('/beta/users/..%2Fme%3Fx%3D1/photos/96x96/$value');
  });
});

function breakOff(response: Parameters<Reply>[0]): void {
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': '1000' });
  response.write(JPEG, () => response.destroy());
}
