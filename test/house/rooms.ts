/** What a room may import. `electron` with names: only these, by name. */
export type Room = {
  readonly rooms: readonly string[];
  /** A name, a family such as `@react-aria/*`, or a package of which only some names may be used. */
  readonly packages: readonly (string | { readonly name: string; readonly onlyNames: readonly string[] })[];
};

const contract = 'electron/contract';
const core = 'electron/core';
const io = 'electron/io';
const practice = 'electron/practice';
const main = 'electron/main';

/** The whole house. Arrows point up: a room imports only rooms that stand above it. The README draws this table. */
export const rooms: Readonly<Record<string, Room>> = {
  [contract]: { rooms: [], packages: [] },
  native: { rooms: [], packages: [] },
  [core]: { rooms: [contract], packages: ['zod'] },
  [io]: {
    rooms: [contract, core, 'native'],
    packages: [
      'node:*',
      'node-hid',
      'usb',
      '@azure/msal-node',
      'csv-parse',
      'fast-xml-parser',
      'read-excel-file',
      'csv-stringify',
      'mustache',
      'bwip-js',
      { name: 'electron', onlyNames: ['safeStorage', 'shell', 'net'] },
    ],
  },
  [practice]: { rooms: [contract, core], packages: ['node:*'] },
  [main]: { rooms: [contract, core, io, practice], packages: ['node:*', 'electron', 'pino'] },
  'electron/preload': { rooms: [contract], packages: ['electron'] },
  renderer: {
    rooms: [contract],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'react-aria-components',
      '@react-aria/*',
      '@internationalized/*',
      'bwip-js',
      'i18next',
      'react-i18next',
    ],
  },
  // A tool for an administrator: it tries the app's own requests and sender on a real tenant.
  'build/tenant-check': { rooms: [contract, core, io], packages: ['node:*'] },
  // The set-up runs before node_modules is there.
  build: { rooms: [], packages: ['node:*'] },
};

/** Tests may enter every room and use every installed package. */
export const TEST_ROOM = 'test';

/** The room of a file, such as `electron/io` for `electron/io/graph/ask.ts`, or `null`. */
export function findRoom(path: string): string | null {
  return [TEST_ROOM, ...Object.keys(rooms)].find((room) => path.startsWith(`${room}/`)) ?? null;
}

/** Rooms that import a room which does not stand above them. Where there are none, there is no cycle either. */
export function findUpsideDown(table: Readonly<Record<string, Room>>): readonly string[] {
  const order = Object.keys(table);
  return order.filter((room, place) => table[room]?.rooms.some((other) => !order.slice(0, place).includes(other)));
}
