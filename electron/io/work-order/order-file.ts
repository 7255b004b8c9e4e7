import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import type { Result } from '../../contract/result.ts';
import { canonicalText, parseOrderFile, toOrderFile, type HandedOverOrder } from '../../core/handed-over-order.ts';
import { ok, refuse } from '../../core/result.ts';
import { replaceFile } from '../replace-file.ts';

/** Chosen: two hundred thousand lines, as in a list, are below it. */
const MOST_BYTES = 256 * 1_024 * 1_024;

/** What a handed-over order is called. Its last ending is what the systems' dialogs know. */
export const ORDER_FILE_ENDING = '.tsorder.json';

/** A mail program or a browser may have put a number into the name, and no list of people ends like this. */
export function isOrderFileName(name: string): boolean {
  return name.toLowerCase().endsWith('.json');
}

/** Writes an order for another station, whole or not at all. `file-not-written`: the disk refused. */
export async function writeOrderFile(path: string, order: HandedOverOrder): Promise<Result<null>> {
  const content = toOrderFile(order);
  try {
    await replaceFile(path, `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 1)}\n`);
    return ok(null);
  } catch (error) {
    return refuse('file-not-written', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Takes back a file that was written for nothing. A disk that keeps it cannot be helped. */
export async function removeOrderFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/**
 * Reads what another station has written. `order-file-damaged`: it was changed, cut off, or is something else. The checksum
 * finds what went wrong on the way; it does not prove who wrote the file.
 */
export async function readOrderFile(path: string, signal: AbortSignal): Promise<Result<HandedOverOrder>> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return refuse('order-file-damaged', { detail: 'larger than 256 MB' });
    const bytes = await readFile(path, { signal });
    return readOrder(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (signal.aborted) return refuse('cancelled');
    // What a parser says of a file repeats what stands in it.
    return refuse('order-file-damaged', { detail: error instanceof SyntaxError ? 'no JSON' : String(error) });
  }
}

function readOrder(file: unknown): Result<HandedOverOrder> {
  if (file === null || typeof file !== 'object' || !('checksum' in file)) {
    return refuse('order-file-damaged', { detail: 'no checksum' });
  }
  const { checksum, ...content } = file;
  const order = parseOrderFile(content);
  if (!order.ok) return order;
  return checksum === checksumOf(content) ? order : refuse('order-file-damaged', { detail: 'checksum' });
}

function checksumOf(content: object): string {
  return createHash('sha256').update(canonicalText(content)).digest('hex');
}
