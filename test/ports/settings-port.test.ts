import { access, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseUserSettings } from '../../electron/core/settings-file.ts';
import type { SettingsPort } from '../../electron/core/settings-port.ts';
import type { WrittenSettings } from '../../electron/core/settings-schema.ts';
import { createSettingsFiles } from '../../electron/io/settings/settings-files.ts';
import { createMemorySettings } from '../fakes/memory-settings.ts';

type Desk = {
  readonly port: SettingsPort;
  readonly writeUser: (text: string) => Promise<void>;
  readonly writePolicy: (text: string) => Promise<void>;
  readonly brokenText: () => Promise<string | null>;
  readonly refuseSaving: (isRefused: boolean) => void;
};

const PORTS: readonly { readonly name: string; readonly build: () => Promise<Desk> }[] = [
  { name: 'settings in memory', build: buildMemory },
  { name: 'settings in files', build: buildFiles },
];

const KIOSK: WrittenSettings = { selfService: true, stationName: 'Tresen Süd', undoMinutes: 0 };
const BROKEN = '{"selfService": tru';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function savedIn(port: SettingsPort): Promise<unknown> {
  const { user } = await port.read();
  if (!user.content.ok) return user.content.problem;
  return user.content.value === null ? null : parseUserSettings(user.content.value, user.path);
}

describe.each(PORTS)('$name', ({ build }) => {
  test('are none at first, and tell where they would be', async () => {
    const { port } = await build();
    const { user, policy } = await port.read();
    expect(user).toEqual({ path: expect.stringContaining('settings.json'), content: { ok: true, value: null } });
    expect(policy).toEqual({
      path: expect.stringContaining('policy.json'),
      content: { ok: true, value: null },
      isOpenToAll: false,
    });
  });

  test('give back what was saved last, as often as they are asked', async () => {
    const { port } = await build();
    expect(await port.save({ sharedDesk: false }, false)).toEqual({ ok: true, value: null });
    await port.save(KIOSK, false);
    expect(await savedIn(port)).toEqual({ ok: true, value: KIOSK });
    expect(await savedIn(port)).toEqual({ ok: true, value: KIOSK });
  });

  test('give back both texts as they were written by hand', async () => {
    const { port, writeUser, writePolicy } = await build();
    await writeUser('\uFEFF{"undoMinutes":\r\n5}');
    await writePolicy(BROKEN);
    const { user, policy } = await port.read();
    expect(user.content).toEqual({ ok: true, value: '\uFEFF{"undoMinutes":\r\n5}' });
    expect(policy.content).toEqual({ ok: true, value: BROKEN });
  });

  test('saving leaves the policy as it is', async () => {
    const { port, writePolicy } = await build();
    await writePolicy('{"sharedDesk":true}');
    await port.save(KIOSK, false);
    expect((await port.read()).policy.content).toEqual({ ok: true, value: '{"sharedDesk":true}' });
  });

  test('keep what was saved where the disk refuses, and say so', async () => {
    const { port, refuseSaving } = await build();
    await port.save(KIOSK, false);
    refuseSaving(true);
    expect(await port.save({}, false)).toEqual({
      ok: false,
      problem: { code: 'settings-not-saved', detail: 'ENOSPC' },
    });
    refuseSaving(false);
    expect(await savedIn(port)).toEqual({ ok: true, value: KIOSK });
  });

  test('that are broken are overwritten on purpose only, and kept beside', async () => {
    const { port, writeUser, brokenText } = await build();
    await writeUser(BROKEN);
    expect(await port.save(KIOSK, false)).toMatchObject({ problem: { code: 'settings-malformed' } });
    expect((await port.read()).user.content).toEqual({ ok: true, value: BROKEN });
    expect(await brokenText()).toBeNull();
    expect(await port.save(KIOSK, true)).toEqual({ ok: true, value: null });
    expect(await savedIn(port)).toEqual({ ok: true, value: KIOSK });
    expect(await brokenText()).toBe(BROKEN);
  });

  test('that are whole are not kept beside, whatever was said', async () => {
    const { port, brokenText } = await build();
    expect(await port.save(KIOSK, true)).toEqual({ ok: true, value: null });
    expect(await port.save({}, true)).toEqual({ ok: true, value: null });
    expect(await brokenText()).toBeNull();
  });

  test('that could not be read again are not saved', async () => {
    const { port } = await build();
    expect(await port.save({ undoMinutes: 241 }, true)).toMatchObject({ problem: { code: 'settings-not-saved' } });
    expect(await savedIn(port)).toBeNull();
  });
});

async function buildMemory(): Promise<Desk> {
  const { port, writeUser, writePolicy, brokenText, refuseSaving } = createMemorySettings();
  return {
    port,
    writeUser: async (text) => writeUser(text),
    writePolicy: async (text) => writePolicy(text),
    brokenText: async () => brokenText(),
    refuseSaving,
  };
}

async function buildFiles(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'settings-port-'));
  folders.push(folder);
  const userPath = join(folder, 'settings.json');
  const policyPath = join(folder, 'policy.json');
  const brokenPath = `${userPath}.broken`;
  let isFull = false;
  return {
    port: createSettingsFiles({ userPath, policyPaths: [policyPath] }, async (...asked) => {
      if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      return open(...asked);
    }),
    writeUser: (text) => writeFile(userPath, text),
    writePolicy: (text) => writeFile(policyPath, text),
    brokenText: () =>
      access(brokenPath).then(
        () => readFile(brokenPath, 'utf8'),
        () => null,
      ),
    refuseSaving: (isRefused) => {
      isFull = isRefused;
    },
  };
}
