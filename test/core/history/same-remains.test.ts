import { describe, expect, test } from 'vitest';
import { readJournal, type JournalLine } from '../../../electron/core/history/read-journal.ts';
import { findDifferences } from '../../../electron/core/history/same-remains.ts';
import type { DurableEvent } from '../../../electron/core/event.ts';
import { ANN, BOB, NOW_MS } from '../build-state.ts';
import { issueAt, stopAt } from './desk-stories.ts';
import { storeEvents } from './store-events.ts';

/** What differs once these are gone; `spoil` changes what is known of a line. */
function differences(
  events: readonly DurableEvent[],
  gone: readonly number[],
  spoil: (line: JournalLine) => JournalLine = (line) => line,
): readonly string[] {
  const read = readJournal(storeEvents(events));
  return read ? findDifferences(read.lines.map(spoil), new Set(gone), read.state) : ['unreadable'];
}

const TWO = [...issueAt(NOW_MS, 1, 'GALT10000001', ANN), ...stopAt(NOW_MS + 10_000, 2, 'GALT10000002', BOB)];

describe('what would be left', () => {
  test('is the same where nothing goes, and where a whole token does', () => {
    expect(differences(TWO, [])).toEqual([]);
    expect(differences(TWO, [1, 2, 3, 4, 5])).toEqual([]);
  });

  test('differs where an entry goes that another one needs', () => {
    expect(differences(TWO, [7])).toEqual(['item:2']);
  });

  test('differs where the number of a token would be given again', () => {
    const forgetful = (line: JournalLine): JournalLine => ({ ...line, itemCount: 0 });
    expect(differences(TWO.slice(0, 5), [1, 2, 3, 4, 5], forgetful)).toEqual(['around']);
  });
});
