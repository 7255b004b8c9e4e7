import type { Result } from '../contract/result.ts';
import type { PhotoFile } from './graph-port.ts';
import { ok, refuse } from './result.ts';

/** Chosen: fifty times what a picture of this size takes, and little enough to stand in every snapshot. */
const LONGEST_BYTES = 256 * 1024;

/** Source: JPEG, ISO/IEC 10918-1 B.1.1.3 (SOI and the next marker); PNG, ISO/IEC 15948 5.2. */
const SIGNATURES: readonly (readonly [contentType: string, begins: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/**
 * Takes the bytes of an answer for a picture. What it is, its own first bytes say and not a header: nothing else than
 * these two is ever drawn. `graph-failing`: it is none, or too large.
 */
export function parsePhoto(body: unknown): Result<PhotoFile> {
  if (!(body instanceof Uint8Array)) return refuse('graph-failing', { detail: 'no picture' });
  if (body.length > LONGEST_BYTES) return refuse('graph-failing', { detail: 'the picture is too large' });
  const found = SIGNATURES.find(([, begins]) => begins.every((byte, index) => body[index] === byte));
  if (!found) return refuse('graph-failing', { detail: 'the picture is neither JPEG nor PNG' });
  return ok({ contentType: found[0], bytes: body });
}
