// Electron has more events than the stand-in emits. Waiting for one of those is allowed, but must not go unnoticed.
import type { EventEmitter } from 'node:events';
import { warn } from '../host/log.ts';

const NODES_OWN = ['newListener', 'removeListener', 'error'];

/** Prints one line for each event that is listened to and that the stand-in never emits. */
export function warnOfSilentEvents(emitter: EventEmitter, name: string, emitted: readonly string[]): void {
  const known = new Set<string | symbol>([...emitted, ...NODES_OWN]);
  emitter.on('newListener', (event: string | symbol) => {
    if (known.has(event)) return;
    known.add(event);
    warn(`${name} never emits '${String(event)}'`);
  });
}
