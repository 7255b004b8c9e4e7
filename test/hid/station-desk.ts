import type { Command } from '../../electron/contract/command.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';

/** A running station as its window sees it: commands go up, pictures come down. */
export type Desk = {
  readonly send: (command: Command) => Promise<Result<null>>;
  /** Waits for a picture in which there is something to be seen. */
  readonly until: <T>(look: (snapshot: Snapshot) => T | null | undefined | false) => Promise<T>;
};

export const ANNA = 'anna.schmidt@harbourlark.example';
export const TOKEN = 'GALT11420104';
export const OTHER_TOKEN = '8659623852751';

/** The key of a scanner in layout A by its serial number. */
export function keyOf(serialNumber: string): string {
  return `0c2e:0b87:${serialNumber}`;
}

/** Waits until the station reads from the scanner with this serial number. */
export async function awaitReader({ until }: Desk, serialNumber: string): Promise<void> {
  await until(({ readers }) =>
    readers.some(({ readerKey, problem }) => readerKey === keyOf(serialNumber) && problem === null),
  );
}

/** The same for one that is known by its name. */
export async function awaitReaderNamed({ until }: Desk, wanted: string): Promise<void> {
  await until(({ readers }) => readers.some(({ name, problem }) => name === wanted && problem === null));
}

export function rowOf({ queue }: Snapshot, serialNumber: string): QueueRow | undefined {
  return queue.rows.find((row) => row.serialNumber === serialNumber);
}

/** Finds the person and chooses them for a token in the queue. Answers the row that waits for its code. */
export async function chooseUser(desk: Desk, serialNumber: string, query = ANNA): Promise<QueueRow> {
  const row = await desk.until((snapshot) => rowOf(snapshot, serialNumber));
  await desk.send({ kind: 'searchUsers', query });
  const found = await desk.until(
    ({ search }) => search.query === query && search.status === 'found' && search.users[0],
  );
  await desk.send({ kind: 'chooseUser', itemId: row.id, userId: found.id });
  return desk.until((snapshot) => {
    const chosen = rowOf(snapshot, serialNumber);
    return chosen?.state.kind === 'needsCode' && chosen;
  });
}
