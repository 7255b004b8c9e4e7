import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawPortrait } from '../../electron/practice/draw-portrait.ts';
import { GUEST, PRACTICE_PEOPLE } from '../../electron/practice/practice-people.ts';
import { createSmallTenant, USERS } from './small-tenant.ts';

const { AMY } = USERS;
const photoOf = (id: string): string => `/users/${encodeURIComponent(id)}/photos/96x96/$value`;
const people = { users: [...PRACTICE_PEOPLE, AMY] };

describe('the practice people', () => {
  const drawn = PRACTICE_PEOPLE.filter(({ id }) => drawPortrait(id) !== null);

  test('have a picture, about two of three of them', () => {
    expect(drawn.length / PRACTICE_PEOPLE.length).toBeGreaterThan(0.55);
    expect(drawn.length / PRACTICE_PEOPLE.length).toBeLessThan(0.75);
  });

  test('look different from one another, and the same each time', () => {
    const pictures = drawn.map(({ id }) => Buffer.from(drawPortrait(id) ?? []).toString('base64'));
    expect(new Set(pictures).size).toBe(drawn.length);
    expect(drawn.map(({ id }) => Buffer.from(drawPortrait(id) ?? []).toString('base64'))).toEqual(pictures);
  });

  test('have a PNG of 96 by 96 points that is small', () => {
    const png = Buffer.from(drawPortrait(drawn[0]?.id ?? '') ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([96, 96]);
    const length = png.readUInt32BE(33);
    expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength(96 * (1 + 96 * 3));
    expect(png.length).toBeLessThan(4_096);
  });
});

describe('reading a picture', () => {
  test('gives the bytes of it, and no JSON', async () => {
    const someone = PRACTICE_PEOPLE.find(({ id }) => drawPortrait(id) !== null);
    const { send, tenant } = createSmallTenant({}, people);
    const response = await send('GET', photoOf(someone?.id ?? ''), { as: 'basic' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(drawPortrait(someone?.id ?? ''));
    expect(tenant.violations()).toEqual([]);
  });

  test('of whoever has none, and of a guest, is answered 404', async () => {
    const { send } = createSmallTenant({}, people);
    const without = PRACTICE_PEOPLE.find(({ id }) => drawPortrait(id) === null);
    for (const id of [without?.id ?? '', GUEST.id])
      expect(await (await send('GET', photoOf(id))).json()).toMatchObject({ error: { code: 'ImageNotFound' } });
  });

  test('asks for a permission: one’s own picture takes less than that of others', async () => {
    const { send } = createSmallTenant({}, people);
    expect((await send('GET', photoOf(AMY.id), { as: 'self' })).status).toBe(403);
    expect((await send('GET', '/me/photos/96x96/$value', { as: 'self' })).status).toBe(
      drawPortrait(AMY.id) ? 200 : 404,
    );
    expect((await send('GET', '/me/photos/96x96/$value', { as: 'scopeless' })).status).toBe(403);
  });

  test('does not go into a batch', async () => {
    const { send, tenant } = createSmallTenant({}, people);
    await send('POST', '/$batch', { body: { requests: [{ id: '1', method: 'GET', url: photoOf(AMY.id) }] } });
    expect(tenant.violations().join()).toContain('does not go into a batch');
  });
});
