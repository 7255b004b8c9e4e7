import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBenchSettings } from '../../electron/core/bench-settings.ts';
import { parsePolicy, parseUserSettings } from '../../electron/core/settings-file.ts';
import type { Package } from './judge-package.ts';
import { listCommands, listPaths, listScripts } from './read-readme.ts';
import { findProof } from './readme-proofs.ts';
import { root } from './read-tree.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the README', () => {
  test('names only scripts that package.json has', () => {
    const { scripts }: Package = JSON.parse(read('package.json'));
    const named = listScripts(read('README.md'));
    expect(named).toContain('test');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  test('has no command of which nobody has said how it is proven', () => {
    const unproven = listCommands(read('README.md')).filter((command) => findProof(command) === undefined);
    expect(unproven).toEqual([]);
  });

  test('names and links only files that are there', () => {
    const missing = listPaths(read('README.md')).filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});

describe('what is read out of a README', () => {
  const sample = [
    'Run `npm run check` or `npm start`. See [the log](CHANGELOG.md#one), [the web](https://example.org), [below](#more).',
    'The door is `electron/contract/`, the table `test/house/rooms.ts`; `electron` is a package.',
    '```sh',
    'npm test   # all of it',
    '# only a remark',
    '$ npm run demo -- \\',
    '  --slow',
    '```',
    '```ts',
    'const notACommand = "[x](y.md)";',
    '```',
  ].join('\n');

  test('commands stand in sh blocks', () => {
    expect(listCommands(sample)).toEqual(['npm test', 'npm run demo -- --slow']);
  });

  test('a command is run, left out for a reason, or unknown', () => {
    expect(findProof('npm run demo')).toBeNull();
    expect(findProof('npm test')).toMatch(/part of/);
    expect(findProof('npm run demo && npm run more')).toBeUndefined();
  });

  test('scripts stand anywhere', () => {
    expect(listScripts(sample)).toEqual(['check', 'start', 'test', 'demo']);
  });

  test('paths are links and paths in backticks', () => {
    expect(listPaths(sample)).toEqual(['CHANGELOG.md', 'electron/contract/', 'test/house/rooms.ts']);
  });

  test('shows a bench.json that the station takes', () => {
    const examples = [...read('README.md').matchAll(/```json\n([^`]*readerProfiles[^`]*)```/g)].map(
      ([, json = '']) => json,
    );
    expect(examples).toHaveLength(1);
    expect(examples.map(parseBenchSettings)).toMatchObject([
      { ok: true, value: { readerProfiles: [{ mode: 'tokenReader' }] } },
    ]);
  });

  test('shows settings and a policy that the station takes', () => {
    const [settings = '', policy = ''] = [...read('README.md').matchAll(/```json\n([^`]*tenantId[^`]*)```/g)].map(
      ([, json = '']) => json,
    );
    // The ids of the first one are to be filled in.
    expect(parseUserSettings(settings, 'settings.json')).toMatchObject({ ok: false });
    expect(parseUserSettings(settings.replaceAll(/0{12}/g, '000000000001'), 'settings.json')).toMatchObject({
      ok: true,
    });
    expect(parsePolicy(policy, 'policy.json')).toMatchObject({
      ok: true,
      value: { locked: ['scopeSet', 'readsProfiles'] },
    });
  });
});
