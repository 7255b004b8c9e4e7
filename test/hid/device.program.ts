import { setTimeout as pause } from 'node:timers/promises';
import { createFakeYubikey } from '../fakes/fake-yubikey.ts';
import type { DeviceManner, DeviceSaid, SendOrder } from './device-process.ts';
import { reportsOf } from './device/scanner.ts';
import type { FeatureReports } from './device/uhid-answers.ts';
import { createUhidDevice } from './device/uhid.ts';

/** The process that is a device: it makes it, sends what it is told to, and answers as it is told to. */
const [, , identity = '{}', socket = '', manner = '{}'] = process.argv;
const { descriptor, ...rest } = JSON.parse(identity);
const features = featuresOf(JSON.parse(manner));
const device = createUhidDevice({ ...rest, descriptor: Buffer.from(descriptor, 'hex') }, socket, features);

process.on('message', (order: SendOrder) => void send(order));
process.on('disconnect', () => process.exit());

async function send({ count, gapMs }: SendOrder): Promise<void> {
  for (let index = 0; index < count; index++) {
    const [report] = reportsOf(`${index}-${process.hrtime.bigint()}`);
    if (report) device.send(report);
    await pause(gapMs);
  }
  say({ kind: 'sent', atNs: String(process.hrtime.bigint()) });
}

function featuresOf(asked: DeviceManner): FeatureReports | undefined {
  if (asked.kind === 'deaf') return undefined;
  const { get, set } = asked.kind === 'yubikey' ? yubikeyOf(asked.serialNumber) : commandsOf(asked.kind);
  return {
    get,
    set: (bytes) => {
      say({ kind: 'command', bytes });
      set(bytes);
    },
  };
}

function yubikeyOf(serialNumber: number | null): FeatureReports {
  const { get, set } = createFakeYubikey({ serialNumber });
  // The kernel does not tell the device how much is asked for: it is always the whole report, with its id.
  return { set, get: (reportId) => get(reportId, 9) };
}

function commandsOf(kind: 'takesCommands' | 'refusesCommands'): FeatureReports {
  function refuse(): never {
    throw new Error('refused');
  }
  return { get: refuse, set: kind === 'refusesCommands' ? refuse : () => undefined };
}

function say(said: DeviceSaid): void {
  process.send?.(said);
}
