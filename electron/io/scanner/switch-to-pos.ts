import type { Result } from '../../contract/result.ts';
import { ok, refuse } from '../../core/result.ts';
import type { DeviceOpener } from './device-opener.ts';
import type { HidHandle } from './hid-library.ts';
import type { ListedEntry } from './list-devices.ts';
import { canTakePosCommand, POS_COMMAND } from './pos-command.ts';
import { deviceSocket } from './read-socket.ts';
import type { Slot } from './slot.ts';

/** The interfaces that take it: the scanner's own, and the maker's beside it. Source: qzind/tray issue 288. */
const COMMAND_PAGES: readonly (number | undefined)[] = [0x8c, 0xff8c];

export type SwitchParts = {
  readonly entries: readonly ListedEntry[];
  readonly slotAt: (path: string) => Slot | undefined;
  readonly socketOf: (path: string) => string;
  readonly describe: (path: string) => Uint8Array | null;
  readonly opener: DeviceOpener;
};

/** `reader-gone`: no such device. `reader-mode-not-switched`: it has no such command or did not take it. */
export async function switchToPos(deviceKey: string, parts: SwitchParts): Promise<Result<null>> {
  const asked = parts.entries.find((entry) => entry.deviceKey === deviceKey);
  if (!asked) return refuse('reader-gone');
  if (asked.profile?.canSwitchToPos !== true) return refuseSwitch('its maker documents no such command');
  const taker = findTaker(asked, parts);
  if (!taker) return refuseSwitch('no interface of it takes the command');
  return withHandle(taker.path, parts, async (handle) => {
    try {
      await handle.sendFeatureReport([...POS_COMMAND]);
      return ok(null);
    } catch (error) {
      return refuseSwitch(error instanceof Error ? error.message : String(error));
    }
  });
}

/** The device's own interface, else another one of the same device. */
function findTaker(asked: ListedEntry, { entries, socketOf, describe }: SwitchParts): ListedEntry | undefined {
  const takers = entries.filter(
    ({ device, path }) => COMMAND_PAGES.includes(device.usagePage) && canTakePosCommand(describe(path)),
  );
  const place = deviceSocket(socketOf(asked.path));
  const isSibling = ({ device, serialNumber, path }: ListedEntry): boolean =>
    device.vendorId === asked.device.vendorId &&
    device.productId === asked.device.productId &&
    serialNumber === asked.serialNumber &&
    (serialNumber !== null || deviceSocket(socketOf(path)) === place);
  return takers.find(({ path }) => path === asked.path) ?? takers.find(isSibling);
}

async function withHandle(
  path: string,
  { slotAt, opener }: SwitchParts,
  run: (handle: HidHandle) => Promise<Result<null>>,
): Promise<Result<null>> {
  const slot = slotAt(path);
  if (slot?.handle) return run(slot.handle);
  if (slot?.phase === 'opening') return refuseSwitch('it is being opened');
  const opened = await opener.open(path, () => true);
  if (!opened?.ok) return refuseSwitch(opened?.problem.detail ?? '');
  const outcome = await run(opened.value);
  await opener.close(path, opened.value);
  return outcome;
}

function refuseSwitch(detail: string): ReturnType<typeof refuse> {
  return refuse('reader-mode-not-switched', { detail });
}
