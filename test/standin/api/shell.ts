// shell: nothing is opened; STANDIN_LOG shows what would have been.
import { note } from '../host/log.ts';
import { strict } from './strict.ts';

export const shell = strict(
  {
    async openExternal(url: string): Promise<void> {
      note('shell.openExternal', url);
    },
    async openPath(path: string): Promise<string> {
      note('shell.openPath', path);
      return '';
    },
    showItemInFolder(path: string): void {
      note('shell.showItemInFolder', path);
    },
    beep(): void {
      note('shell.beep');
    },
  },
  'shell',
);
