import type { Problem, ProblemCode } from '../../contract/problem.ts';
import type { ReaderKey } from '../../contract/reader.ts';
import type { ReaderInfo } from '../../core/ports.ts';
import type { HidHandle } from './hid-library.ts';
import type { UsedDevice } from './list-devices.ts';

/** What has become of one device that is used, from the list in which it was first seen to the one in which it is not. */
export type Slot = {
  readonly device: UsedDevice;
  readonly readerKey: ReaderKey;
  /** It was there at the start: whoever has rights on it has had the time to get them. */
  readonly isFromStart: boolean;
  /** `done`: a token that was asked. */
  phase: 'new' | 'opening' | 'reading' | 'blocked' | 'done';
  handle: HidHandle | null;
  problem: Problem | null;
  /** The listener knows it as a reader. */
  isAnnounced: boolean;
  /** The trouble that the listener knows of. */
  toldTrouble: ProblemCode | null;
  /** How often it could not be opened since something last changed. */
  failures: number;
  retryAtMs: number | null;
};

export function createSlot(device: UsedDevice, readerKey: ReaderKey, isFromStart: boolean): Slot {
  return {
    device,
    readerKey,
    isFromStart,
    phase: 'new',
    handle: null,
    problem: null,
    isAnnounced: false,
    toldTrouble: null,
    failures: 0,
    retryAtMs: null,
  };
}

export function readerOf({ device, readerKey }: Slot): Omit<ReaderInfo, 'layout'> {
  const { name, vendorId, productId, serialNumber } = device;
  return { readerKey, name, vendorId, productId, serialNumber };
}
