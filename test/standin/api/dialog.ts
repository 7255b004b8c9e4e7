// dialog: nothing is shown, and each dialog answers as if it had been cancelled. A test puts its own answer in its place.
import { strict } from './strict.ts';

export interface MessageBoxOptions {
  readonly cancelId?: number;
  readonly checkboxChecked?: boolean;
}

// The first argument may be the window; the options are always the last.
function answer(args: readonly (MessageBoxOptions | undefined)[]): { response: number; checkboxChecked: boolean } {
  const options = args.at(-1);
  return { response: options?.cancelId ?? 0, checkboxChecked: options?.checkboxChecked ?? false };
}

export const dialog = strict(
  {
    showOpenDialog: async (): Promise<object> => ({ canceled: true, filePaths: [] }),
    showOpenDialogSync: (): undefined => undefined,
    showSaveDialog: async (): Promise<object> => ({ canceled: true, filePath: '' }),
    showSaveDialogSync: (): string => '',
    showMessageBox: async (...args: MessageBoxOptions[]): Promise<object> => answer(args),
    showMessageBoxSync: (...args: MessageBoxOptions[]): number => answer(args).response,
    showErrorBox(title: string, content: string): void {
      process.stderr.write(`[error box] ${title}: ${content}\n`);
    },
  },
  'dialog',
);
