import type { DeviceFacts, DeviceProfile, DeviceState } from '../../core/ports.ts';
import type { ListedEntry } from './list-devices.ts';
import type { Slot } from './slot.ts';

/** What the reader doctor is told of every entry of the system's list. */
export function describeDevices(
  entries: readonly ListedEntry[],
  slots: ReadonlyMap<string, Slot>,
): readonly DeviceFacts[] {
  return entries.map(({ deviceKey, path, device, name, serialNumber, profile }) => {
    const slot = slots.get(path);
    const own = slot?.device.deviceKey === deviceKey ? slot : null;
    return {
      deviceKey,
      readerKey: own?.readerKey ?? null,
      name,
      vendorId: device.vendorId,
      productId: device.productId,
      usagePage: device.usagePage ?? null,
      usage: device.usage ?? null,
      serialNumber,
      profile: profile && toDeviceProfile(profile),
      state: own ? stateOf(own) : { kind: 'left' },
    };
  });
}

function toDeviceProfile({ name, mode, canSwitchToPos, posMark }: DeviceProfile): DeviceProfile {
  return { name, mode, canSwitchToPos, posMark };
}

function stateOf({ phase, problem, isFromStart, device: { use } }: Slot): DeviceState {
  if (problem) return { kind: 'blocked', problem };
  if (use.kind === 'token') return { kind: isFromStart ? 'left' : 'askedOnce' };
  if (phase !== 'reading') return { kind: 'left' };
  if (use.kind === 'keys') return { kind: 'readingKeys', isMarked: use.isMarked };
  return use.kind === 'reports'
    ? { kind: 'reading', layoutName: use.layout.name, layoutFrom: use.layoutFrom }
    : { kind: 'left' };
}
