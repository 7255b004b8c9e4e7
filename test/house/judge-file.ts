import { basename } from 'node:path/posix';
import type { Import } from './list-imports.ts';
import { findRoom } from './rooms.ts';

const MAX_LINES = 300;
// The two that electron-vite starts from.
const ENTRIES = ['electron/main/index.ts', 'electron/preload/index.ts'];
// It stands for the whole module `electron`.
const BARREL_BY_NATURE = 'test/standin/electron.ts';
const EMPTY_NAMES = /^(utils?|types|helpers?|common|misc|shared)$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is wrong with a file as such: its place, its name, its length, or that it only passes on other files. */
export function judgeFile(file: string, text: string, imports: readonly Import[]): readonly string[] {
  const problems: string[] = [];
  const [stem = ''] = basename(file).split('.');
  const lineCount = text.trimEnd().split('\n').length;
  if (findRoom(file) === null) problems.push('stands in no room. Rooms are listed in test/house/rooms.ts.');
  if (lineCount > MAX_LINES) problems.push(`has ${lineCount} lines; ${MAX_LINES} at most. Split it by what it does.`);
  if (EMPTY_NAMES.test(stem)) problems.push(`is named ${stem}, which says nothing. Name it after its main export.`);
  if (!KEBAB_CASE.test(stem)) problems.push('is not named in kebab-case.');
  if (stem === 'index' && !ENTRIES.includes(file))
    problems.push(`is an index file. Only these are: ${ENTRIES.join(', ')}.`);
  if (isBarrel(imports) && file !== BARREL_BY_NATURE)
    problems.push('is a barrel: it only passes on other files. Import from the file that has it.');
  return problems;
}

function isBarrel(imports: readonly Import[]): boolean {
  const passedOn = imports.filter((one) => one.isReExport);
  const passesAll = passedOn.some((one) => one.names === null);
  return passesAll || new Set(passedOn.map((one) => one.specifier)).size > 1;
}
