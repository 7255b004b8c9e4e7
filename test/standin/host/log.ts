// What the stand-in says on stderr.

/** Says what a developer must know. */
export function warn(text: string): void {
  process.stderr.write(`electron stand-in: ${text}\n`);
}

/** Says what would have been seen on a desktop; only with STANDIN_LOG set. */
export function note(what: string, ...details: readonly unknown[]): void {
  if (process.env['STANDIN_LOG']) process.stderr.write(`electron stand-in: ${what} ${JSON.stringify(details)}\n`);
}

/** The text of whatever was thrown, with its stack if it has one. */
export function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
