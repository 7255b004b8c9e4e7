import { expect, test } from 'vitest';
import { parsePhoto } from '../../electron/core/photo-file.ts';

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);

test.each([
  ['image/jpeg', JPEG],
  ['image/png', PNG],
])('%s is known by its first bytes', (contentType, bytes) => {
  expect(parsePhoto(bytes)).toEqual({ ok: true, value: { contentType, bytes } });
});

test.each([
  ['a drawing with a script in it', new TextEncoder().encode('<svg onload="x"/>')],
  ['nothing', new Uint8Array()],
  ['a picture that breaks off in its signature', PNG.slice(0, 7)],
  ['a kind that is not drawn', new TextEncoder().encode('GIF89a')],
  ['JSON', { error: {} }],
  ['no answer', null],
  [
    'a picture too large to stand in every snapshot',
    Uint8Array.from({ length: 256 * 1024 + 1 }, (_, index) => JPEG[index] ?? 0),
  ],
])('%s is no picture', (_what, body) => {
  expect(parsePhoto(body)).toMatchObject({ ok: false, problem: { code: 'graph-failing' } });
});
