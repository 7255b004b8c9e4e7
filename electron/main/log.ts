import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import type { Event } from '../core/event.ts';

/** Everything that may stand in a line of the log: an allow-list, because a ban list leaks what nobody thought of. */
export type LogFields = {
  readonly itemId?: number;
  /** The last three characters of a serial number. */
  readonly serialTail?: string;
  readonly problemCode?: string;
  readonly requestId?: string | null;
  readonly latencyMs?: number;
  readonly reader?: string;
  readonly count?: number;
  readonly words?: string;
};

export type Log = { readonly write: (what: string, fields?: LogFields) => void };

/** One JSON line per event in a file of the user's own. */
export function openLog(path: string): Log {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const logger = pino({ base: null }, pino.destination({ dest: path, sync: true, mode: 0o600 }));
  return {
    write: (what, fields = {}) => {
      logger.info(fields, what);
    },
  };
}

/** The line of an event: its kind, the item, the code of a problem. Names, serial numbers and Graph's words stay out. */
export function logEvent(log: Log, event: Event): void {
  log.write(event.kind, {
    ...('itemId' in event ? { itemId: event.itemId } : {}),
    ...('serialNumber' in event ? { serialTail: event.serialNumber.slice(-3) } : {}),
    ...('problem' in event && event.problem
      ? { problemCode: event.problem.code, requestId: event.problem.requestId ?? null }
      : {}),
    ...('requestId' in event ? { requestId: event.requestId } : {}),
    ...('latencyMs' in event ? { latencyMs: event.latencyMs } : {}),
  });
}
