import { listImports } from './list-imports.ts';
import { judgeFile } from './judge-file.ts';
import { judgeImport } from './judge-import.ts';

export type Violation = { readonly file: string; readonly message: string };

/** Checks files, given as path from the project's folder (with `/`) and text. Empty when all is in its room. */
export function checkRooms(files: ReadonlyMap<string, string>): readonly Violation[] {
  return [...files].flatMap(([file, text]) => {
    const imports = listImports(file, text);
    const found = imports.flatMap((one) => judgeImport(file, one).map((message) => `line ${one.line}: ${message}`));
    return [...judgeFile(file, text, imports), ...found].map((message) => ({ file, message }));
  });
}
