import { createHistoryWalk } from '../core/history/history-walk.ts';
import { createRecordMaker, type HistoryRecord } from '../core/history/search-history.ts';
import type { ClockPort, StoredEvent } from '../core/ports.ts';

/** Chosen: about 20 ms of work; scans and answers of Graph are taken in between. */
const EVENTS_PER_TURN = 2_000;

/** Makes records of stored events, in their order, each once. */
export type HistoryReader = {
  readonly read: (stored: readonly StoredEvent[]) => Promise<readonly HistoryRecord[]>;
  readonly forgottenCount: () => number;
};

export function createHistoryReader(clock: ClockPort): HistoryReader {
  const walk = createHistoryWalk();
  const toRecord = createRecordMaker();
  let forgottenCount = 0;
  return {
    read: async (stored) => {
      const records: HistoryRecord[] = [];
      for (const [index, event] of stored.entries()) {
        if (index % EVENTS_PER_TURN === EVENTS_PER_TURN - 1) await new Promise<void>((resume) => clock.soon(resume));
        const record = toRecord(walk(event));
        if (record.entry.kind === 'forgotten') forgottenCount += 1;
        records.push(record);
      }
      return records;
    },
    forgottenCount: () => forgottenCount,
  };
}
