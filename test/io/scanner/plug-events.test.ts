import { watch } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlugChange } from '../../../electron/io/scanner/plug-events.ts';
import { watchDevFolder } from '../../../electron/io/scanner/watch-dev-folder.ts';
import { watchUsb, type UsbEmitter } from '../../../electron/io/scanner/watch-usb.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { turn } from './open-bench.ts';

const ON_LINUX = process.platform === 'linux';

function never(): never {
  throw new Error('This must not be told.');
}

/** A second watcher, which hears of a name after the first one has. */
function hearOf(folder: string) {
  const heard: string[] = [];
  let wake = (): void => undefined;
  const watcher = watch(folder, (event, name) => {
    heard.push(`${event} ${name}`);
    wake();
  });
  return {
    until: async (what: string) => {
      while (!heard.includes(what)) await new Promise<void>((resolve) => (wake = resolve));
      heard.length = 0;
    },
    close: () => {
      watcher.close();
    },
  };
}

describe('a folder of device nodes', () => {
  test.runIf(ON_LINUX)(
    'tells of nodes of HID devices that come, go or are given other rights, and of no others',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'dev-'));
      const heard: PlugChange[] = [];
      const stop = watchDevFolder(folder).watch((change) => heard.push(change), never);
      const other = hearOf(folder);
      for (const name of ['ttyUSB0', 'hidraw0.tmp', 'hidraw7']) await writeFile(join(folder, name), '');
      await other.until('rename hidraw7');
      expect(heard.filter((change) => change === 'devices')).toHaveLength(1);
      heard.length = 0;
      await chmod(join(folder, 'ttyUSB0'), 0o666);
      await chmod(join(folder, 'hidraw7'), 0o666);
      await other.until('change hidraw7');
      expect(heard).toContain('rights');
      expect(heard).not.toContain('devices');
      heard.length = 0;
      await rm(join(folder, 'ttyUSB0'));
      await rm(join(folder, 'hidraw7'));
      await other.until('rename hidraw7');
      expect(heard.filter((change) => change === 'devices')).toHaveLength(1);
      stop();
      heard.length = 0;
      await writeFile(join(folder, 'hidraw8'), '');
      await other.until('rename hidraw8');
      expect(heard).toEqual([]);
      other.close();
      await rm(folder, { recursive: true });
    },
  );

  test.runIf(ON_LINUX)('that is not there cannot be watched, and that is told before anything else', () => {
    let failures = 0;
    const stop = watchDevFolder('/no/such/folder').watch(never, () => failures++);
    expect(failures).toBe(1);
    stop();
  });
});

describe('USB devices', () => {
  function openUsb(more: Partial<UsbEmitter> = {}) {
    const hand = createHandClock();
    const heard: PlugChange[] = [];
    const calls: string[] = [];
    const listeners = { attached: never as () => void, detached: never as () => void };
    let failures = 0;
    const emitter: UsbEmitter = {
      addAttach: async (listener) => {
        calls.push('addAttach');
        listeners.attached = listener;
      },
      addDetach: async (listener) => {
        calls.push('addDetach');
        listeners.detached = listener;
      },
      removeAttach: async () => void calls.push('removeAttach'),
      removeDetach: async () => void calls.push('removeDetach'),
      ...more,
    };
    const stop = watchUsb(hand.clock, async () => emitter).watch(
      (change) => heard.push(change),
      () => failures++,
    );
    return { hand, heard, calls, listeners, stop, failures: () => failures };
  }

  test('are looked for at once and again, because a HID device comes later than its USB device', async () => {
    const { hand, heard, listeners } = openUsb();
    await turn();
    listeners.attached();
    expect(heard).toEqual(['devices']);
    hand.moveBy(2_000);
    expect(heard).toHaveLength(4);
    hand.moveBy(60_000);
    expect([heard.length, hand.timerCount()]).toEqual([4, 0]);
    listeners.detached();
    expect(heard).toHaveLength(5);
  });

  test('that come one after the other have no looks of the first left over', async () => {
    const { hand, heard, listeners } = openUsb();
    await turn();
    for (let count = 0; count < 10; count++) listeners.attached();
    expect([heard.length, hand.timerCount()]).toEqual([10, 3]);
  });

  test('are watched no more after the stop, and what is left of the emitter is let go of', async () => {
    const { hand, heard, calls, listeners, stop } = openUsb();
    await turn();
    listeners.attached();
    stop();
    await turn();
    listeners.attached();
    hand.moveBy(60_000);
    expect([heard, hand.timerCount()]).toEqual([['devices'], 0]);
    expect(calls).toEqual(['addAttach', 'addDetach', 'removeAttach', 'removeDetach']);
  });

  test.each(['addAttach', 'addDetach'] as const)(
    'that cannot be watched because %s fails are told once',
    async (call) => {
      const { failures, stop } = openUsb({ [call]: () => Promise.reject(new Error('no watch')) });
      await turn();
      expect(failures()).toBe(1);
      stop();
      await turn();
    },
  );

  test('whose failure comes after the stop is nobody’s business', async () => {
    const { failures, stop } = openUsb({ addAttach: () => Promise.reject(new Error('no watch')) });
    stop();
    await turn();
    expect(failures()).toBe(0);
  });

  test('come from the package that is installed, which has what is asked of it', async ({ skip }) => {
    const usb = await import('usb/index.js').catch(() => null);
    if (!usb) return skip('the package has no native part for this system');
    const emitter = new usb.Emitter();
    for (const call of ['addAttach', 'addDetach', 'removeAttach', 'removeDetach'] as const)
      expect(typeof emitter[call]).toBe('function');
  });
});
