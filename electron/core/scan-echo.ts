/** A text that was heard on one of two ways: from the reader itself, or typed into the window. */
export type Echo = { readonly text: string; readonly atMs: number };

/** Chosen: the window waits for the end of a burst, which is a few tenths of a second, and a busy computer adds some. */
const LONGEST_ECHO_MS = 1_000;

/** Chosen: as many as a reader gives in that time. */
const MOST_ECHOES = 16;

export function addEcho(echoes: readonly Echo[], text: string, atMs: number): readonly Echo[] {
  return [...echoes.slice(1 - MOST_ECHOES), { text: text.trim(), atMs }];
}

/** Whether the same scan was heard on the other way. */
export function isEcho(echoes: readonly Echo[], text: string, atMs: number): boolean {
  const trimmed = text.trim();
  return echoes.some((echo) => echo.text === trimmed && Math.abs(atMs - echo.atMs) <= LONGEST_ECHO_MS);
}
