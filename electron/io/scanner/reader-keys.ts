import type { ReaderKey } from '../../contract/reader.ts';
import { asDigits } from './reader-profiles.ts';

/** What a reader can be told from others by. */
export type Recognisable = {
  readonly path: string;
  readonly socket: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | null;
};

export type KeyHolder = { readonly device: Recognisable; readonly readerKey: ReaderKey };

/**
 * Gives each reader a key that it gets again after a replug: its serial number, or its socket where it has none or where
 * two have the same. A key that was given stays; so of two equal ones that come one after the other, the first keeps its own.
 */
export function createKeyGiver() {
  /** Serial numbers that were seen twice at once, and which socket has which key. */
  const shared = new Map<string, Map<string, ReaderKey>>();

  function learn(newcomers: readonly Recognisable[], holders: readonly KeyHolder[]): void {
    const known = [...newcomers, ...holders.map(({ device }) => device)].filter((device) => device.serialNumber);
    const isTwice = (base: string): boolean => known.filter((device) => baseOf(device) === base).length > 1;
    for (const base of new Set(known.map(baseOf))) if (isTwice(base) && !shared.has(base)) shared.set(base, new Map());
    for (const { device, readerKey } of holders) shared.get(baseOf(device))?.set(device.socket, readerKey);
  }

  function choose(device: Recognisable): ReaderKey {
    const base = baseOf(device);
    const sockets = shared.get(base);
    if (device.serialNumber !== null && !sockets) return base;
    return sockets?.get(device.socket) ?? `${base}@${device.socket}`;
  }

  return (newcomers: readonly Recognisable[], holders: readonly KeyHolder[]): ReadonlyMap<string, ReaderKey> => {
    learn(newcomers, holders);
    const taken = new Set(holders.map(({ readerKey }) => readerKey));
    const given = new Map<string, ReaderKey>();
    for (const device of newcomers) {
      const wanted = choose(device);
      const readerKey = taken.has(wanted) ? `${baseOf(device)}@${device.path}` : wanted;
      taken.add(readerKey);
      given.set(device.path, readerKey);
    }
    return given;
  };
}

function baseOf({ vendorId, productId, serialNumber }: Recognisable): string {
  const numbers = `${asDigits(vendorId)}:${asDigits(productId)}`;
  return serialNumber === null ? numbers : `${numbers}:${serialNumber}`;
}
