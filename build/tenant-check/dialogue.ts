import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** What is said to the person at the terminal, and what they answer. */
export type Dialogue = {
  readonly say: (text: string) => void;
  /** One line, without blanks at its ends. Empty as well where nobody answers any more, or the run was stopped. */
  readonly ask: (question: string) => Promise<string>;
  /** Only the word itself is a yes. */
  readonly confirm: (question: string, word?: string) => Promise<boolean>;
  readonly close: () => void;
};

export type DialogueOptions = {
  readonly input: Readable;
  readonly output: Writable;
  readonly stop: AbortSignal;
  /** Ctrl+C at the terminal. */
  readonly onInterrupt: () => void;
};

/**
 * A dialogue by lines. Lines that come before they are asked for wait, so that answers can be piped in.
 * A question ends with a line that begins with "> ".
 */
export function openDialogue({ input, output, stop, onInterrupt }: DialogueOptions): Dialogue {
  // Codes are typed here: no line is kept for the arrow keys.
  const lines = createInterface({ input, output, historySize: 0, prompt: '> ' });
  let waiting: string[] = [];
  let isClosed = false;
  let give: ((line: string) => void) | null = null;

  function settle(line: string): void {
    const told = give;
    give = null;
    if (told) told(line);
    else waiting = [...waiting, line];
  }

  lines.on('line', settle);
  lines.on('SIGINT', onInterrupt);
  lines.on('close', () => {
    isClosed = true;
    give?.('');
  });
  stop.addEventListener('abort', () => {
    give?.('');
  });

  async function ask(question: string): Promise<string> {
    output.write(`\n${question}\n`);
    const [line, ...rest] = waiting;
    if (stop.aborted) return '';
    if (line !== undefined) {
      waiting = rest;
      return line.trim();
    }
    if (isClosed) return '';
    const answered = new Promise<string>((resolve) => {
      give = resolve;
    });
    // Only now: an answer may come before this returns.
    lines.prompt();
    return (await answered).trim();
  }

  return {
    say: (text) => {
      output.write(`${text}\n`);
    },
    ask,
    confirm: async (question, word = 'yes') => (await ask(question)).toLowerCase() === word,
    close: () => {
      lines.close();
    },
  };
}
