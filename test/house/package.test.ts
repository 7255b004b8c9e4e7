import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findHosts, findLoosePins, findUnexplained, hasEntry, type Package } from './judge-package.ts';
import { root } from './read-tree.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pack: Package = JSON.parse(read('package.json'));

describe('the package', () => {
  test('pins every dependency exactly', () => {
    expect(findLoosePins(pack)).toEqual([]);
  });

  test('tells in DECISIONS.md why it has each dependency', () => {
    expect(findUnexplained(pack, read('DECISIONS.md'))).toEqual([]);
  });

  test('is locked by integrity and names no host', () => {
    expect(findHosts(read('package-lock.json'))).toEqual([]);
  });

  test('has an entry in CHANGELOG.md for its version', () => {
    expect(hasEntry(read('CHANGELOG.md'), pack.version)).toBe(true);
  });
});

describe('the guards of the package', () => {
  const sample: Package = { version: '1.2.3', scripts: {}, dependencies: { exact: '1.0.0' } };

  test.each(['^1.0.0', '~1.0.0', '1.x', '>=1.0.0', '*', 'latest', '1.0', 'npm:other@1.0.0', 'github:a/b'])(
    'find the pin %s loose, in each kind of dependency',
    (version) => {
      expect(findLoosePins({ ...sample, devDependencies: { loose: version } })).toEqual([`loose@${version}`]);
      expect(findLoosePins({ ...sample, optionalDependencies: { loose: version } })).toEqual([`loose@${version}`]);
    },
  );

  test('find a dependency that only the running text names', () => {
    expect(findUnexplained(sample, 'We took `exact`.\n| `other` | why |')).toEqual(['exact']);
    expect(findUnexplained(sample, '| Package | Why |\n| `exact` | why |')).toEqual([]);
  });

  test('find a locked host', () => {
    const lock = {
      packages: { '': {}, 'node_modules/a': { resolved: 'https://example.org/a.tgz' }, 'node_modules/b': {} },
    };
    expect(findHosts(JSON.stringify(lock))).toEqual(['node_modules/a']);
  });

  test('find a version without an entry', () => {
    expect(hasEntry('# Changes\n\n## [1.2.2] - 2026-11-01\n\n1.2.3 comes next.', '1.2.3')).toBe(false);
    expect(hasEntry('# Changes\n\n## 1.2.3\n', '1.2.3')).toBe(true);
    expect(hasEntry('# Changes\n\n## [1.2.3] - 2026-11-24\n', '1.2.3')).toBe(true);
  });
});
