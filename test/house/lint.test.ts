import { beforeAll, describe, expect, test } from 'vitest';
import { type Complaint, lintSamples } from './lint-samples.ts';

type Ban = readonly [rule: string, path: string, text: string, message: RegExp];

const ipc = "import { ipcMain } from 'electron';\nipcMain.removeAllListeners();\n";
const bridge = "import { contextBridge } from 'electron';\ncontextBridge.exposeInMainWorld('a', 1);\n";
const raise = "export function raise(): never {\n  throw new Error('a');\n}\n";

const bans: readonly Ban[] = [
  ['house/no-ipc-main', 'electron/main/window.ts', ipc, /checks the sender/],
  [
    'house/no-ipc-main',
    'electron/io/whole.ts',
    "import * as e from 'electron';\ne.ipcMain.eventNames();\n",
    /checks the sender/,
  ],
  [
    'house/no-ipc-main',
    'electron/io/text.ts',
    "import * as e from 'electron';\ne['ipcMain'].eventNames();\n",
    /checks the sender/,
  ],
  ['house/no-bridge', 'electron/main/bridge.ts', bridge, /opens the door/],
  [
    'house/no-bridge',
    'renderer/ipc.ts',
    "import { ipcRenderer } from 'electron';\nipcRenderer.send('a');\n",
    /opens the door/,
  ],
  ['house/no-clock-or-chance', 'electron/core/now.ts', 'export const a = Date.now();\n', /same answer/],
  ['house/no-clock-or-chance', 'electron/core/now-text.ts', "export const a = Date['now']();\n", /same answer/],
  ['house/no-clock-or-chance', 'electron/core/date.ts', 'export const a = new Date();\n', /same answer/],
  ['house/no-clock-or-chance', 'electron/core/chance.ts', 'export const a = Math.random();\n', /same answer/],
  ['house/no-throw', 'electron/core/raise.ts', raise, /as a Problem/],
  ['house/no-any', 'electron/core/any.ts', 'export const a = (b: any) => String(b);\n', /take unknown/i],
  ['house/no-enum', 'electron/contract/enum.ts', 'export enum A {\n  B = 1,\n}\n', /union of words/],
  ['house/no-default-export', 'electron/core/default.ts', 'export default 1;\n', /Export by name/],
  ['house/no-default-export', 'renderer/as-default.ts', 'const a = 1;\nexport { a as default };\n', /Export by name/],
  ['house/no-console', 'electron/main/console.ts', "console.log('a');\n", /Use the log/],
  ['house/no-console', 'renderer/console.ts', "console.error('a');\n", /Use the log/],
  ['house/no-module-mocks', 'test/core/mock.ts', "import { vi } from 'vitest';\nvi.mock('node:fs');\n", /pass a fake/],
  [
    'house/no-module-mocks',
    'test/core/do-mock.ts',
    "import { vi } from 'vitest';\nvi.doMock('node:fs');\n",
    /pass a fake/,
  ],
  [
    'house/no-module-mocks',
    'test/core/global.ts',
    "import { vi } from 'vitest';\nvi.stubGlobal('fetch', 1);\n",
    /pass a fake/,
  ],
  [
    'house/no-spied-modules',
    'test/core/spy.ts',
    "import * as fs from 'node:fs';\nimport { vi } from 'vitest';\nvi.spyOn(fs, 'readFileSync');\n",
    /pass a fake/,
  ],
  [
    'typescript/no-floating-promises',
    'electron/main/floating.ts',
    'async function save(): Promise<void> {\n  await Promise.resolve();\n}\nsave();\n',
    /must be awaited/,
  ],
  [
    'typescript/switch-exhaustiveness-check',
    'electron/core/switch.ts',
    "export function a(b: 'c' | 'd'): number {\n  switch (b) {\n    case 'c':\n      return 1;\n    default:\n      return 2;\n  }\n}\n",
    /not exhaustive/,
  ],
  [
    'import/no-cycle',
    'electron/core/left.ts',
    "import { right } from './right.ts';\nexport const left = () => right;\n",
    /cycle/,
  ],
  [
    'import/no-cycle',
    'electron/core/right.ts',
    "import { left } from './left.ts';\nexport const right = () => left;\n",
    /cycle/,
  ],
  ['jsx-a11y/alt-text', 'renderer/picture.tsx', 'export const Picture = () => <img src="a.png" />;\n', /alt/],
  [
    'react/hooks',
    'renderer/hook.tsx',
    "import { useState } from 'react';\nexport function Hook({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n",
    /Hooks/,
  ],
];

const innocent: Readonly<Record<string, string>> = {
  'electron/main/ipc.ts': ipc,
  'electron/preload/index.ts': bridge,
  'electron/core/unreachable.ts': raise,
  'electron/core/given-date.ts': 'export const a = (atMs: number) => new Date(atMs).toISOString();\n',
  'electron/io/clock.ts': 'export const nowMs = () => Date.now();\n',
  'test/main/spy-on-fake.ts': "import { vi } from 'vitest';\nconst fake = { ask: () => 1 };\nvi.spyOn(fake, 'ask');\n",
  'test/e2e/playwright.config.ts': 'export default {};\n',
};

describe('lint', () => {
  let complaints: readonly Complaint[] = [];

  beforeAll(async () => {
    const guilty = bans.map(([, path, text]) => [path, text]);
    complaints = await lintSamples({ ...innocent, ...Object.fromEntries(guilty) });
  });

  test.each(bans)('%s fails on %s and says why', (rule, path, _text, message) => {
    const own = complaints.filter(({ file }) => file === path);
    expect(own).toContainEqual({ file: path, rule, message: expect.stringMatching(message) });
    expect(own.filter((one) => one.rule !== rule)).toEqual([]);
  });

  test('what is allowed in its place passes', () => {
    expect(complaints.filter(({ file }) => file in innocent)).toEqual([]);
  });
});
