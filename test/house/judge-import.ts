import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path/posix';
import type { Import } from './list-imports.ts';
import { findRoom, type Room, rooms, TEST_ROOM } from './rooms.ts';

const EXTENSION = /\.(ts|tsx|mts|cts|js|mjs|cjs|css|json|svg|png|html|wav|woff2)$/;

/** What is wrong with one import of a file: at most one message. */
export function judgeImport(file: string, found: Import): readonly string[] {
  const room = findRoom(file);
  if (room === null) return [];
  const { specifier } = found;
  const table = room === TEST_ROOM ? null : rooms[room];
  if (specifier === null) return table ? ['import() takes a plain string here, so that it can be checked.'] : [];
  if (specifier.startsWith('///'))
    return table ? [`${specifier}: types come from the room's tsconfig.json alone.`] : [];
  if (/^(@\/|[~#/])/.test(specifier))
    return [`${specifier} is an alias. Write the relative path: it shows the border.`];
  const message = specifier.startsWith('.')
    ? judgePath(file, room, specifier, table)
    : judgePackage(room, found, specifier, table);
  return message === null ? [] : [message];
}

function judgePath(file: string, room: string, specifier: string, table: Room | null | undefined): string | null {
  const [path = ''] = specifier.split('?');
  if (!EXTENSION.test(path)) return `${specifier} needs its file extension.`;
  const target = join(dirname(file), path);
  const targetRoom = findRoom(target);
  if (!table) return null;
  if (targetRoom !== room) {
    if (targetRoom === null || !table.rooms.includes(targetRoom))
      return `imports ${target}. ${tellAllowed(room, table)}`;
    const isData = targetRoom !== 'native' || file.startsWith('electron/io/scanner/');
    return isData ? null : `imports ${target}. Of electron/io only electron/io/scanner reads native.`;
  }
  const [own, other] = [findPort(file), findPort(target)];
  const crosses = other !== null && own !== other;
  return crosses
    ? `imports ${target}. The folders of electron/io do not import each other: ports meet in electron/main.`
    : null;
}

/** `electron/io/graph` for a file of that port; `electron/io` for one beside the ports. */
function findPort(path: string): string | null {
  return /^electron\/io\/[^/]+(?=\/)/.exec(path)?.[0] ?? null;
}

function judgePackage(room: string, found: Import, specifier: string, table: Room | null | undefined): string | null {
  if (isBuiltin(specifier) && !specifier.startsWith('node:')) return `write node:${specifier}.`;
  if (!table) return null;
  const name = specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/', 1)[0] ?? '');
  const isAllowed = table.packages.some((allowed) => {
    if (typeof allowed !== 'string') return allowed.name === specifier && takesOnly(found, allowed.onlyNames);
    return allowed.endsWith('*') ? specifier.startsWith(allowed.slice(0, -1)) : allowed === name;
  });
  return isAllowed ? null : `imports ${specifier}. ${tellAllowed(room, table)}`;
}

function takesOnly({ names }: Import, onlyNames: readonly string[]): boolean {
  return names !== null && names.every((name) => onlyNames.includes(name));
}

function tellAllowed(room: string, { rooms: allowedRooms, packages }: Room): string {
  const names = packages.map((one) =>
    typeof one === 'string' ? one : `${one.name} (only ${one.onlyNames.join(', ')})`,
  );
  return `${room} may import the rooms: ${allowedRooms.join(', ') || 'none'}; the packages: ${names.join(', ') || 'none'}.`;
}
