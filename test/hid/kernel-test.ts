import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type DeviceManner, type DeviceProcess, startDeviceProcess } from './device-process.ts';
import { awaitNode } from './device/hidraw-nodes.ts';
import { nextSocket } from './device/next-socket.ts';
import { keysOf } from './device/keyboard.ts';
import { reportsOf } from './device/scanner.ts';
import { createUhidDevice, type HidIdentity } from './device/uhid.ts';
import { type Readers, startReaders } from './readers.ts';

export type PluggedDevice = {
  readonly path: string;
  /** Where it is plugged in, as the kernel tells it. */
  readonly socket: string;
  readonly scan: (text: string, aimId?: string) => void;
  /** Presses and releases the keys that write a text, as a keyboard does. */
  readonly type: (text: string) => void;
  /** One input report as it is. */
  readonly send: (report: Uint8Array) => void;
  readonly unplug: () => void;
};

export type Bench = {
  /** Plugs a device in; by the end of it the kernel has its node. */
  readonly plug: (identity: HidIdentity) => Promise<PluggedDevice>;
  /** Plugs in a device that is a process of its own. */
  readonly plugProcess: (identity: HidIdentity, manner?: DeviceManner) => Promise<DeviceProcess>;
  /** Starts the app's reading. */
  readonly read: () => Promise<Readers>;
  /** Is done when the test is over, the last one first. */
  readonly whenOver: (end: () => unknown) => void;
};

/** Lets everything happen that needs no time. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Lets time pass in the guest, where it costs nothing. Only for what must not happen and for what is over after a while:
 * what does happen is waited for.
 */
export function passTime(delayMs: number): Promise<void> {
  return pause(delayMs);
}

/** A test on the real kernel. What it plugs in and starts is gone after it, however it ends. */
export function kernelTest(name: string, run: (bench: Bench) => Promise<void>): void {
  void test(name, async (context) => {
    const ends: (() => unknown)[] = [];
    const whenOver = (end: () => unknown): void => void ends.push(end);
    // As a hook, because a test that waits in vain never comes to its own end.
    context.after(async () => {
      for (const end of ends.toReversed()) await end();
    });
    await run({
      plug: (identity) => plug(identity, whenOver),
      plugProcess: (identity, manner) => plugProcess(identity, manner, whenOver),
      read: () => read(whenOver),
      whenOver,
    });
    await nextTurn();
  });
}

/** Plugs a device in, for whoever pulls it again. */
export async function plugDevice(identity: HidIdentity): Promise<PluggedDevice> {
  const socket = nextSocket();
  const { path, made: device } = await awaitNode(socket, () => createUhidDevice(identity, socket));
  return {
    path,
    socket,
    send: device.send,
    unplug: device.destroy,
    scan: (text, aimId) => {
      for (const report of reportsOf(text, aimId)) device.send(report);
    },
    type: (text) => {
      for (const report of keysOf(text)) device.send(report);
    },
  };
}

async function plug(identity: HidIdentity, whenOver: Bench['whenOver']): Promise<PluggedDevice> {
  const device = await plugDevice(identity);
  whenOver(device.unplug);
  return device;
}

async function plugProcess(
  identity: HidIdentity,
  manner: DeviceManner | undefined,
  whenOver: Bench['whenOver'],
): Promise<DeviceProcess> {
  const device = await startDeviceProcess(identity, manner);
  whenOver(device.kill);
  return device;
}

async function read(whenOver: Bench['whenOver']): Promise<Readers> {
  const readers = await startReaders();
  whenOver(readers.stop);
  // node-hid begins to read in the next turn.
  await nextTurn();
  return readers;
}
