import { expect, test } from 'vitest';
import { compileSamples } from './compile-samples.ts';

const node = {
  fs: "import { readFileSync } from 'node:fs';\nexport const a = readFileSync('a', 'utf8');",
  process: 'export const a = process.env;',
  buffer: "export const a = Buffer.from('a');",
};
const dom = {
  document: 'export const a = document.title;',
  element: 'export type A = HTMLElement;',
};
const everywhere = {
  fetch: "export const a = fetch('https://example.org');",
  timer: 'export const a = setTimeout(() => {}, 1);',
  console: "console.log('a');\nexport {};",
  url: "export const a = new URL('https://example.org');",
  crypto: 'export const a = crypto.randomUUID();',
  performance: 'export const a = performance.now();',
};
const es = { es: 'export const a: ReadonlyMap<string, number> = new Map([["a", 1]]);' };

const isFine = (samples: object) => Object.fromEntries(Object.keys(samples).map((name) => [name, []]));

// TS2304, TS2584: there is no such name. TS2591: it is known from Node, whose types are not here.
const noNode = { fs: ['TS2591'], process: ['TS2591'], buffer: ['TS2591'] };
const noDom = { document: ['TS2584'], element: ['TS2304'] };
const nothing = {
  fetch: ['TS2304'],
  timer: ['TS2304'],
  console: ['TS2584'],
  url: ['TS2304'],
  crypto: ['TS2304'],
  performance: ['TS2304'],
};

test.each([
  ['electron/contract', ''],
  ['electron/core', "import { z } from 'zod';\nexport const a = z.string();"],
])('%s knows the language and nothing of Node or the page', async (room, packages) => {
  const found = await compileSamples(room, { ...es, ...node, ...dom, ...everywhere, packages });
  expect(found).toEqual({ ...isFine({ ...es, packages }), ...noNode, ...noDom, ...nothing });
});

test.each(['electron/io', 'electron/practice', 'electron/main'])(
  '%s knows Node and nothing of the page',
  async (room) => {
    const found = await compileSamples(room, { ...es, ...node, ...dom, ...everywhere });
    expect(found).toEqual({ ...isFine({ ...es, ...node, ...everywhere }), ...noDom });
  },
);

test('renderer knows the page and nothing of Node, whatever its packages bring', async () => {
  const packages = ['react', 'react-dom/client', 'zustand', 'react-aria-components', 'i18next', 'react-i18next']
    .map((name, at) => `import * as p${at} from '${name}';\nexport const a${at} = p${at};`)
    .join('\n');
  const found = await compileSamples('renderer', { ...es, ...node, ...dom, ...everywhere, packages });
  expect(found).toEqual({ ...isFine({ ...es, ...dom, ...everywhere, packages }), ...noNode });
});
