import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Changes, createChanges } from './changes.ts';
import { awaitNode } from './device/hidraw-nodes.ts';
import { nextSocket } from './device/next-socket.ts';
import type { HidIdentity } from './device/uhid.ts';

/** Scans `count` labels, one each `gapMs`. Each says which one it is and when it was sent: `17-123456789012`. */
export type SendOrder = { readonly count: number; readonly gapMs: number };

/** What the device makes of feature reports. */
export type DeviceManner =
  | { readonly kind: 'deaf' }
  | { readonly kind: 'takesCommands' }
  | { readonly kind: 'refusesCommands' }
  /** `null`: it does not tell its number. */
  | { readonly kind: 'yubikey'; readonly serialNumber: number | null };

/** What the device's process tells: the moment at which all was sent, or a feature report that it was given. */
export type DeviceSaid =
  { readonly kind: 'sent'; readonly atNs: string } | { readonly kind: 'command'; readonly bytes: readonly number[] };

export type DeviceProcess = Pick<Changes, 'until'> & {
  readonly path: string;
  readonly socket: string;
  /** Gives the order at once. Resolves when all is sent, with the moment on the kernel's monotonic clock. */
  readonly send: (order: SendOrder) => Promise<bigint>;
  /** The feature reports that it was given, the report id first. */
  readonly commands: readonly (readonly number[])[];
  /** Kills it, which pulls the cable. */
  readonly kill: () => Promise<void>;
};

/** A device that is a process of its own: it goes on while the reader is held up, it answers, and it can be killed. */
export async function startDeviceProcess(
  identity: HidIdentity,
  manner: DeviceManner = { kind: 'deaf' },
): Promise<DeviceProcess> {
  const socket = nextSocket();
  const descriptor = identity.descriptor.toString('hex');
  const args = [JSON.stringify({ ...identity, descriptor }), socket, JSON.stringify(manner)];
  // Without this process's own options, which would make a test of it.
  const start = (): ChildProcess => fork('device.program.mjs', args, { execArgv: [] });
  const { path, made: child } = await awaitNode(socket, start);
  const { tell, until } = createChanges();
  const commands: (readonly number[])[] = [];
  let sentAtNs: bigint | null = null;
  child.on('message', (said: DeviceSaid) => {
    if (said.kind === 'command') commands.push(said.bytes);
    else sentAtNs = BigInt(said.atNs);
    tell();
  });
  return {
    path,
    socket,
    commands,
    until,
    send: (order) => {
      sentAtNs = null;
      child.send(order);
      return until(() => sentAtNs);
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
