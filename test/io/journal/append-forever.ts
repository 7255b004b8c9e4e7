import { openSqliteJournal } from '../../../electron/io/journal/sqlite-journal.ts';

/** Appends one event after the other to the journal at the first argument, and says each number once it is stored. */
const opened = openSqliteJournal(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.problem.detail);
for (let seq = 1; ; seq++) {
  const stored = await opened.value.append([{ kind: 'itemOpened', atMs: seq, itemId: seq }]);
  if (!stored.ok) throw new Error(stored.problem.detail);
  process.stdout.write(`${seq}\n`);
}
