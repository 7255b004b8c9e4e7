import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The hidraw node of the device on this socket, such as `/dev/hidraw0`, or `null` while there is none. */
export function findNode(socket: string): string | null {
  const name = readdirSync('/sys/class/hidraw').find((node) => readSocket(node) === socket);
  return name !== undefined && existsSync(`/dev/${name}`) ? `/dev/${name}` : null;
}

/** What appeared, and what the call that made it appear has given. */
export type Appeared<T> = { readonly path: string; readonly made: T };

/** Makes the device on a socket, and waits until the kernel takes its reports. */
export async function awaitNode<T>(socket: string, make: () => T): Promise<Appeared<T>> {
  const appeared = await awaitDevice(() => findNode(socket), make);
  awaitDriver(appeared.path);
  return appeared;
}

/** Waits for what comes in /dev: the kernel tells of each change there, so nobody has to ask again and again. */
export function awaitDevice<T>(find: () => string | null, make: () => T): Promise<Appeared<T>> {
  return new Promise((resolve) => {
    const watcher = watch('/dev', look);
    const made = make();
    look();

    function look(): void {
      const path = find();
      if (path === null) return;
      watcher.close();
      resolve({ path, made });
    }
  });
}

/**
 * The node comes before the driver has done with the device, and until then its reports are dropped. This write changes
 * nothing and waits for the lock that is held so long. Observed: Linux 6.12: without it, one device in six lost some.
 * Source: Linux, hid-core.c, driver_input_lock; base/power/sysfs.c, control_store.
 */
function awaitDriver(path: string): void {
  writeFileSync(`/sys/class/hidraw/${basename(path)}/device/power/control`, 'auto');
}

function readSocket(node: string): string | null {
  try {
    const text = readFileSync(`/sys/class/hidraw/${node}/device/uevent`, 'utf8');
    return /^HID_PHYS=(.*)$/m.exec(text)?.[1] ?? null;
  } catch {
    // It went away while it was looked at.
    return null;
  }
}
