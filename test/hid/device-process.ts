import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { awaitNode } from './device/hidraw-nodes.ts';
import type { HidIdentity } from './device/uhid.ts';
import { nextSocket } from './kernel-test.ts';

/** Scans `count` labels, one each `gapMs`. Each says which one it is and when it was sent: `17-123456789012`. */
export type SendOrder = { readonly count: number; readonly gapMs: number };

export type DeviceProcess = {
  readonly path: string;
  /** Gives the order at once. Resolves when all is sent, with the moment on the kernel's monotonic clock. */
  readonly send: (order: SendOrder) => Promise<bigint>;
  /** Kills it, which pulls the cable. */
  readonly kill: () => Promise<void>;
};

/** A scanner that is a process of its own: it goes on while the reader is held up, and it can be killed. */
export async function startDeviceProcess(identity: HidIdentity): Promise<DeviceProcess> {
  const socket = nextSocket();
  const descriptor = identity.descriptor.toString('hex');
  const args = [JSON.stringify({ ...identity, descriptor }), socket];
  // Without this process's own options, which would make a test of it.
  const start = (): ChildProcess => fork('device.program.mjs', args, { execArgv: [] });
  const { path, made: child } = await awaitNode(socket, start);
  return {
    path,
    send: async (order) => {
      child.send(order);
      const [endedNs] = await once(child, 'message');
      return BigInt(endedNs);
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
