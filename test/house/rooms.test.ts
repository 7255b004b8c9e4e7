import { describe, expect, test } from 'vitest';
import { checkRooms } from './check-rooms.ts';
import { readTree } from './read-tree.ts';
import { findUpsideDown, rooms } from './rooms.ts';

const messagesFor = (file: string, text: string) => checkRooms(new Map([[file, text]])).map(({ message }) => message);

const CORE_MAY = 'electron/core may import the rooms: electron/contract; the packages: zod.';
const IO_MAY =
  'electron/io may import the rooms: electron/contract, electron/core, native; ' +
  'the packages: node:*, node-hid, usb, @azure/msal-node, csv-parse, fast-xml-parser, read-excel-file, csv-stringify, mustache, bwip-js, electron (only safeStorage, shell, net).';
const RENDERER_MAY =
  'renderer may import the rooms: electron/contract; the packages: react, react-dom, zustand, ' +
  'react-aria-components, @react-aria/*, @internationalized/*, bwip-js, i18next, react-i18next.';

test('all files of the project are in their rooms', () => {
  const files = readTree();
  expect(files.has('electron/core/ports.ts')).toBe(true);
  expect(checkRooms(files)).toEqual([]);
});

describe('what a room may not import is told with what it may', () => {
  test.each([
    ['a Node module', 'electron/core/a.ts', "import { join } from 'node:path';", 'node:path', CORE_MAY],
    ['a type', 'electron/core/a.ts', "import type { Stats } from 'node:fs';", 'node:fs', CORE_MAY],
    ['an unknown package', 'electron/core/a.ts', "import { map } from 'lodash-es';", 'lodash-es', CORE_MAY],
    ['a scoped package', 'electron/core/a.ts', "import '@scope/name/deep.js';", '@scope/name/deep.js', CORE_MAY],
    ['a re-export', 'electron/core/a.ts', "export { join } from 'node:path';", 'node:path', CORE_MAY],
    ['a late import', 'electron/core/a.ts', "export const a = () => import('node:fs');", 'node:fs', CORE_MAY],
    ['an import type', 'electron/core/a.ts', "export type A = import('node:fs').Stats;", 'node:fs', CORE_MAY],
    ['a require', 'electron/core/a.ts', "const fs = require('node:fs');", 'node:fs', CORE_MAY],
    ['an old require', 'electron/core/a.ts', "import fs = require('node:fs');", 'node:fs', CORE_MAY],
    [
      'a room below',
      'electron/core/a.ts',
      "import { ask } from '../io/graph/ask.ts';",
      'electron/io/graph/ask.ts',
      CORE_MAY,
    ],
    ['a file outside', 'electron/core/a.ts', "import data from '../../package.json';", 'package.json', CORE_MAY],
    ['more of electron', 'electron/io/a.ts', "import { app, net } from 'electron';", 'electron', IO_MAY],
    ['all of electron', 'electron/io/a.ts', "import * as electron from 'electron';", 'electron', IO_MAY],
    ['electron at last', 'electron/io/a.ts', "const { net } = await import('electron');", 'electron', IO_MAY],
    ['a Node module', 'renderer/a.tsx', "import { join } from 'node:path';", 'node:path', RENDERER_MAY],
    ['electron', 'renderer/a.tsx', "import { shell } from 'electron';", 'electron', RENDERER_MAY],
    [
      'core',
      'renderer/a.tsx',
      "import { reduce } from '../electron/core/reduce.ts';",
      'electron/core/reduce.ts',
      RENDERER_MAY,
    ],
  ])('%s in %s: %s', (_what, file, text, name, allowed) => {
    expect(messagesFor(file, text)).toEqual([`line 1: imports ${name}. ${allowed}`]);
  });

  test('contract imports nothing', () => {
    const [message] = messagesFor('electron/contract/a.ts', "import { z } from 'zod';");
    expect(message).toContain('electron/contract may import the rooms: none; the packages: none.');
  });

  test('the set-up scripts import Node alone, because they run before node_modules is there', () => {
    expect(messagesFor('build/a.mjs', "import { z } from 'zod';")).toHaveLength(1);
  });
});

describe('what crosses a border that the table does not draw', () => {
  test.each([
    ['one io folder in another', 'electron/io/scanner/a.ts', "import '../graph/b.ts';", /do not import each other/],
    ['an io folder in a file beside them', 'electron/io/a.ts', "import './graph/b.ts';", /do not import each other/],
    [
      'native outside io/scanner',
      'electron/io/graph/a.ts',
      "import d from '../../../native/d.json';",
      /only electron\/io\/scanner/,
    ],
    ['a missing extension', 'electron/core/a.ts', "import './b';", /\.\/b needs its file extension/],
    ['a folder', 'test/core/a.test.ts', "import '../../electron/core';", /needs its file extension/],
    ['an alias', 'test/core/a.test.ts', "import '@/core/b.ts';", /is an alias/],
    ['a Node module without its prefix', 'electron/io/a.ts', "import 'fs';", /write node:fs/],
    ['a name worked out at run time', 'electron/main/a.ts', 'await import(name);', /a plain string/],
    ['a reference', 'electron/core/a.ts', '/// <reference types="node" />\n', /from the room's tsconfig\.json alone/],
  ])('%s fails', (_what, file, text, message) => {
    expect(messagesFor(file, text)).toEqual([expect.stringMatching(message)]);
  });
});

describe('what a file may not be', () => {
  const line = 'export const a = 1;\n';
  test.each([
    ['longer than 300 lines', 'electron/core/a.ts', line.repeat(301), /has 301 lines; 300 at most/],
    ['an index file', 'electron/core/index.ts', line, /is an index file/],
    ['a barrel of everything', 'electron/core/a.ts', "export * from './b.ts';", /is a barrel/],
    [
      'a barrel by names',
      'electron/core/a.ts',
      "export { b } from './b.ts';\nexport { c } from './c.ts';",
      /is a barrel/,
    ],
    ['named utils', 'renderer/utils.ts', line, /says nothing/],
    ['named types', 'electron/contract/types.ts', line, /says nothing/],
    ['named helpers', 'test/core/helpers.ts', line, /says nothing/],
    ['named in camel case', 'renderer/queueRow.tsx', line, /kebab-case/],
    ['outside of all rooms', 'electron/a.ts', line, /stands in no room/],
  ])('%s', (_what, file, text, message) => {
    expect(messagesFor(file, text)).toEqual([expect.stringMatching(message)]);
  });
});

test('what the table allows passes', () => {
  const files = new Map([
    ['electron/core/a.ts', "import { z } from 'zod';\nimport type { Item } from '../contract/item.ts';"],
    [
      'electron/io/scanner/a.ts',
      "import hid from 'node-hid';\nimport data from '../../../native/readers.json';\nimport './b.ts';",
    ],
    ['electron/io/sign-in/a.ts', "import { safeStorage } from 'electron';\nimport { now } from '../clock.ts';"],
    ['electron/main/index.ts', "import { app } from 'electron';\nimport { ask } from '../io/graph/ask.ts';"],
    [
      'renderer/main.tsx',
      "import './theme/theme.css';\nimport { useLocale } from '@react-aria/i18n';\nimport { createRoot } from 'react-dom/client';",
    ],
    ['test/core/a.test.ts', "import { test } from 'vitest';\nimport { reduce } from '../../electron/core/reduce.ts';"],
  ]);
  expect(checkRooms(files)).toEqual([]);
});

test('every room imports only rooms above it, so there is no cycle', () => {
  expect(findUpsideDown(rooms)).toEqual([]);
  const cycle = { a: { rooms: ['b'], packages: [] }, b: { rooms: ['a'], packages: [] } };
  expect(findUpsideDown(cycle)).toEqual(['a']);
});
