/** What a printed mark asks for, so that a bench can be run without touching the keyboard. */
export type CommandMark = 'park' | 'retry' | 'readNow';

/** Chosen: no serial number holds a colon, so a mark is never taken for a token, nor a token for a mark. */
const PREFIX = 'TS:';

const WORDS: Readonly<Record<CommandMark, string>> = { park: 'PARK', retry: 'RETRY', readNow: 'READ' };

export const COMMAND_MARKS: readonly CommandMark[] = ['park', 'retry', 'readNow'];

/** The content of the bar code of a mark. */
export function commandMarkText(mark: CommandMark): string {
  return PREFIX + WORDS[mark];
}

/** Whether a text is meant as a mark, one that is known or not. */
export function isCommandMark(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** The mark that a text is, or `null`: none, or one that is not known. */
export function parseCommandMark(text: string): CommandMark | null {
  return COMMAND_MARKS.find((mark) => commandMarkText(mark) === text) ?? null;
}
