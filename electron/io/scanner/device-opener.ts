import type { Result } from '../../contract/result.ts';
import { ok } from '../../core/result.ts';
import type { HidHandle, HidLibrary } from './hid-library.ts';
import { openProblem } from './open-problem.ts';

/** Opens devices, each at most once at a time: what is still being opened or closed is waited for. */
export type DeviceOpener = {
  /** `null`: nobody wanted it any more when it was open, and it is closed again. */
  readonly open: (path: string, isWanted: () => boolean) => Promise<Result<HidHandle> | null>;
  readonly close: (path: string, handle: HidHandle) => Promise<void>;
};

export function createDeviceOpener(hid: HidLibrary, platform: NodeJS.Platform): DeviceOpener {
  /** What is under way at a path; whoever comes next waits for it. */
  const underWay = new Map<string, Promise<unknown>>();

  function inTurn<T>(path: string, run: () => Promise<T>): Promise<T> {
    const before = underWay.get(path);
    const mine = before ? before.then(run) : run();
    underWay.set(path, mine);
    void mine.then(() => {
      if (underWay.get(path) === mine) underWay.delete(path);
    });
    return mine;
  }

  return {
    open: (path, isWanted) =>
      inTurn(path, async () => {
        if (!isWanted()) return null;
        try {
          const handle = await hid.open(path);
          if (isWanted()) return ok(handle);
          await closeQuietly(handle);
          return null;
        } catch (error) {
          return { ok: false, problem: openProblem(error, platform) };
        }
      }),
    close: (path, handle) => inTurn(path, () => closeQuietly(handle)),
  };
}

/** Closing a device that is gone already fails, and that is no news. */
async function closeQuietly(handle: HidHandle): Promise<void> {
  try {
    await handle.close();
  } catch {
    // Gone with the cable.
  }
}
