import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SettingsFiles } from '../../../electron/core/settings-port.ts';
import { createSettingsFiles } from '../../../electron/io/settings/settings-files.ts';
import { makeSettingsFolder } from './settings-folder.ts';

const SAVED = { ok: true, value: null };
const ON_POSIX = process.platform !== 'win32';

let folder = '';
let userPath = '';
let policyPath = '';

beforeEach(async () => {
  const made = await makeSettingsFolder();
  ({ folder, userPath, policyPath } = made);
  return made.remove;
});

async function readPolicy(): Promise<SettingsFiles['policy']> {
  return (await createSettingsFiles({ userPath, policyPaths: [policyPath] }).read()).policy;
}

describe('the first policy that is there holds', () => {
  const first = (): string => join(folder, 'policy', 'first.json');

  test('and where there is none, the first place is named', async () => {
    const port = createSettingsFiles({ userPath, policyPaths: [first(), policyPath] });
    expect((await port.read()).policy).toEqual({ path: first(), content: SAVED, isOpenToAll: false });
  });

  test('also when it cannot be read', async () => {
    await writeFile(policyPath, '{"undoMinutes":2}');
    const port = createSettingsFiles({ userPath, policyPaths: [first(), policyPath] });
    expect((await port.read()).policy).toMatchObject({ path: policyPath, content: { value: '{"undoMinutes":2}' } });
    await writeFile(first(), '{"undoMinutes":1}');
    expect((await port.read()).policy).toMatchObject({ path: first(), content: { value: '{"undoMinutes":1}' } });
    await rm(first());
    await mkdir(first());
    expect((await port.read()).policy).toMatchObject({ path: first(), content: { ok: false } });
  });
});

describe.runIf(ON_POSIX)('a policy that everybody can write', () => {
  test.each([
    [0o644, 0o755, false],
    [0o600, 0o700, false],
    [0o664, 0o775, false],
    [0o666, 0o755, true],
    [0o646, 0o755, true],
    [0o644, 0o777, true],
    // As /tmp is: everybody can write, and nobody can replace what is another's.
    [0o644, 0o1777, false],
    [0o666, 0o1777, true],
  ])('of mode %o in a folder of mode %o: %s', async (fileMode, folderMode, expected) => {
    await writeFile(policyPath, '{}');
    await chmod(policyPath, fileMode);
    await chmod(join(folder, 'policy'), folderMode);
    expect(await readPolicy()).toEqual({
      path: policyPath,
      content: { ok: true, value: '{}' },
      isOpenToAll: expected,
    });
  });

  test.each(['the link', 'the file'])('behind a link is told by the folder of %s, too', async (which) => {
    await mkdir(join(folder, 'managed'));
    await writeFile(join(folder, 'managed', 'policy.json'), '{}');
    await symlink(join(folder, 'managed', 'policy.json'), policyPath);
    expect(await readPolicy()).toMatchObject({ content: { value: '{}' }, isOpenToAll: false });
    await chmod(join(folder, which === 'the link' ? 'policy' : 'managed'), 0o777);
    expect(await readPolicy()).toMatchObject({ content: { value: '{}' }, isOpenToAll: true });
  });
});
