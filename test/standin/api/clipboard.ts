// clipboard: text only, kept in this process; the desktop's clipboard is left alone.
import { strict } from './strict.ts';

const TEXT = 'text/plain';
let text: string | undefined;

export const clipboard = strict(
  {
    async readText(): Promise<string> {
      return text ?? '';
    },
    async writeText(written: string): Promise<void> {
      text = written;
    },
    async has(format: string): Promise<boolean> {
      return format === TEXT && text !== undefined;
    },
    clear(): void {
      text = undefined;
    },
  },
  'clipboard',
);
