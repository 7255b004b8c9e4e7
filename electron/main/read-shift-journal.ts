import type { Result } from '../contract/result.ts';
import { countByOperator } from '../core/paper/count-by-operator.ts';
import type { ShiftJournal } from '../core/paper/shift-report-of.ts';
import { parseEvent } from '../core/parse-event.ts';
import type { JournalPort } from '../core/ports.ts';
import { ok } from '../core/result.ts';

/** What a shift's report needs of the journal. An event that cannot be read is left out, as at the start. */
export async function readShiftJournal(journal: JournalPort): Promise<Result<ShiftJournal>> {
  const stored = await journal.readAll();
  if (!stored.ok) return stored;
  const { events, head } = stored.value;
  const known = events.flatMap(({ body }) => {
    const event = parseEvent(body);
    return event.ok ? [event.value] : [];
  });
  return ok({ byOperator: countByOperator(known), head });
}
