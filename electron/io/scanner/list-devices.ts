import { findUse, type BenchReaders, type ReaderUse } from './reader-use.ts';
import type { HidDevice } from './hid-library.ts';
import { asDigits, profileOf, type ReaderProfile } from './reader-profiles.ts';
import { deviceSocket } from './read-socket.ts';

/** One line of the system's list. A device with several top-level collections has several, and may have several paths. */
export type ListedEntry = {
  readonly deviceKey: string;
  readonly path: string;
  readonly device: HidDevice;
  readonly name: string;
  readonly serialNumber: string | null;
  readonly profile: ReaderProfile | null;
};

/** A device that is used, at its path; what is the same from one list to the next is in `identity`. */
export type UsedDevice = {
  readonly deviceKey: string;
  readonly path: string;
  readonly socket: string;
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | null;
  readonly use: ReaderUse;
  readonly identity: string;
};

export type Listing = { readonly entries: readonly ListedEntry[]; readonly used: readonly UsedDevice[] };

export type ListingParts = {
  readonly bench: BenchReaders;
  readonly platform: NodeJS.Platform;
  readonly describe: (path: string) => Uint8Array | null;
  readonly socketOf: (path: string) => string;
};

/** Where two collections at one path could be used, one handle reads both, and the stronger says what for. */
const STRENGTH: readonly ReaderUse['kind'][] = ['reports', 'unreadable', 'token', 'keys'];

/** What of the system's list is used, and for what. */
export function readListing(devices: readonly HidDevice[], parts: ListingParts): Listing {
  const entries = new Map<string, ListedEntry>();
  const used = new Map<string, UsedDevice>();
  for (const device of devices) {
    const entry = toEntry(device, parts.bench);
    if (!entry) continue;
    entries.set(entry.deviceKey, entry);
    const candidate = toUsed(entry, parts);
    const known = used.get(entry.path);
    if (candidate && (!known || strengthOf(candidate) < strengthOf(known))) used.set(entry.path, candidate);
  }
  return { entries: [...entries.values()], used: withoutTyping(oncePerToken([...used.values()])) };
}

function toEntry(device: HidDevice, { readerProfiles }: BenchReaders): ListedEntry | null {
  const { path, usagePage, usage } = device;
  // Nothing can be asked of it, and nothing tells it from the next one.
  if (!path) return null;
  const profile = profileOf(device, readerProfiles);
  const serialNumber = device.serialNumber?.trim() || null;
  const deviceKey = `${path}#${asDigits(usagePage ?? 0)}:${asDigits(usage ?? 0)}`;
  return { deviceKey, path, device, profile, serialNumber, name: nameOf(device, profile) };
}

function toUsed(entry: ListedEntry, { bench, platform, describe, socketOf }: ListingParts): UsedDevice | null {
  const { deviceKey, path, device, profile, name, serialNumber } = entry;
  const use = findUse({
    device,
    profile,
    platform,
    typingScanners: bench.typingScanners,
    describe: () => describe(path),
  });
  if (!use) return null;
  const { vendorId, productId } = device;
  const socket = socketOf(path);
  const identity = JSON.stringify([vendorId, productId, serialNumber, socket, use]);
  return { deviceKey, path, socket, name, vendorId, productId, serialNumber, use, identity };
}

/** A token that has its serial number in its USB descriptor has it at each of its interfaces. */
function oncePerToken(used: readonly UsedDevice[]): readonly UsedDevice[] {
  const seen = new Set<string>();
  return used.filter(({ use, vendorId, productId, serialNumber, socket }) => {
    if (use.kind !== 'token' || use.serialFrom !== 'usb') return true;
    const token = JSON.stringify([vendorId, productId, serialNumber ?? deviceSocket(socket)]);
    const isFirst = !seen.has(token);
    seen.add(token);
    return isFirst;
  });
}

/**
 * A scanner that has a keyboard beside its Point-of-Sale interface is one reader, and it is told to report.
 * Source: a public note on a Honeywell Genesis 7580 in keyboard mode, which shows both interfaces.
 */
function withoutTyping(used: readonly UsedDevice[]): readonly UsedDevice[] {
  const placeOf = ({ vendorId, productId, socket }: UsedDevice): string =>
    JSON.stringify([vendorId, productId, deviceSocket(socket)]);
  const reporting = new Set(used.filter(({ use }) => use.kind === 'reports').map(placeOf));
  return used.filter((one) => one.use.kind !== 'keys' || one.use.isMarked || !reporting.has(placeOf(one)));
}

function nameOf({ manufacturer, product }: HidDevice, profile: ReaderProfile | null): string {
  const maker = manufacturer?.trim() ?? '';
  const model = product?.trim() ?? '';
  const name = model.startsWith(maker) ? model : `${maker} ${model}`.trim();
  return name || profile?.name || 'HID device';
}

function strengthOf({ use }: UsedDevice): number {
  return STRENGTH.indexOf(use.kind);
}
