// The scripts that run in a page before its own: the files of page/, joined to one classic script for each world.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import { standinFolder } from '../host/host-state.ts';
import { PRELOAD_WORLD, TITLE_WORLD } from '../page/messages.ts';
import type { PreloadProcess } from '../page/messages.ts';
import type { CdpParams } from './cdp-types.ts';

type InjectedScript = CdpParams<'Page.addScriptToEvaluateOnNewDocument'>;

const BRIDGE = ['codec.ts', 'bridge.ts'];
const MAIN_WORLD = [...BRIDGE, 'main-world.ts'];
const ISOLATED_WORLD = [...BRIDGE, 'event-emitter.ts', 'preload-world.ts'];

/** The text of a file of page/ without types, imports and exports: the files follow each other in one scope. */
function readPageFile(file: string): string {
  const source = stripTypeScriptTypes(readFileSync(join(standinFolder, 'page', file), 'utf8'));
  return source.replace(/^import [^;]*;$/gm, '').replace(/^export /gm, '');
}

// Frames inside the page get neither a preload nor an API.
function onlyInTopFrame(files: readonly string[], start: string): string {
  return `{ 'use strict'; if (window === window.top) { ${files.map(readPageFile).join('\n')}\n${start} } }`;
}

function preloadProcess(additionalArguments: readonly string[]): PreloadProcess {
  return {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: process.platform,
    arch: process.arch,
    versions: { ...process.versions },
    env: {},
    argv: ['electron', ...additionalArguments],
  };
}

/** What a new page must be given before its first document. */
export function injectedScripts(
  preload: string | undefined,
  additionalArguments: readonly string[],
): readonly InjectedScript[] {
  const secret = JSON.stringify(`standin-${randomBytes(12).toString('hex')}`);
  const mainWorld = `(() => ${onlyInTopFrame(MAIN_WORLD, `startMainWorld(${secret});`)})()`;
  const titleWatch = `(() => ${onlyInTopFrame(['title-watch.ts'], 'startTitleWatch();')})()`;
  const always = [{ source: mainWorld }, { worldName: TITLE_WORLD, source: titleWatch }];
  if (preload === undefined) return always;
  // The preload comes first, so that its lines keep their numbers, and outside the braces of the stand-in's own files, so
  // that it sees none of their names.
  const script = `function (exports, require, module, process) {${readFileSync(preload, 'utf8')}\n}`;
  const name = `preload/${basename(preload)}`;
  const about = JSON.stringify(preloadProcess(additionalArguments));
  const start = `startPreloadWorld(${secret}, ${JSON.stringify(name)}, ${about}, preload);`;
  const source = `((preload, begin) => begin(preload))(${script}, (preload) => ${onlyInTopFrame(ISOLATED_WORLD, start)})`;
  return [...always, { worldName: PRELOAD_WORLD, source: `${source}\n//# sourceURL=${name}` }];
}
