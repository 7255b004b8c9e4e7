import type { Result } from '../../contract/result.ts';
import type { SeedFault } from '../../contract/seed-file.ts';
import { ok, refuse } from '../../core/result.ts';
import { cipherBytesOf, containerKey, decrypt, isUntouched } from './pskc-cipher.ts';
import { readFacts, type SeedEntry, type SeedFile } from './seed-entry.ts';
import { attributeOf, childOf, childrenOf, parseXml, textOf, type XmlNode } from './xml-node.ts';

/** The keys that a container is opened with; `null`: it is not encrypted. */
type Opener = { readonly key: Uint8Array; readonly macKey: Uint8Array | null; readonly macAlgorithm: string } | null;

/** Seeds are bytes here; a key package without one is told and left out. */
type Opened = Uint8Array | 'seedMissing' | 'seedUnreadable' | 'seedTampered';

/**
 * Reads a Portable Symmetric Key Container, encrypted or not. Source: RFC 6030.
 * `seed-file-unreadable`: it is no such container. `seed-password-wanted`, `seed-password-wrong`: it is encrypted.
 */
export async function readPskc(text: string, password: string): Promise<Result<SeedFile>> {
  const container = parseXml(text, 'KeyContainer');
  if (!container) return refuse('seed-file-unreadable', { detail: 'no KeyContainer' });
  const opener = await openContainer(container, password);
  if (!opener.ok) return opener;
  const faults: SeedFault[] = [];
  const packages = childrenOf(container, 'KeyPackage');
  const opened = packages.map((keyPackage) => openSeed(keyPackage, opener.value));
  // A wrong password opens none of them; a package that was changed is one of many.
  const isWrong = opener.value !== null && opened.length > 0 && opened.every((seed) => typeof seed === 'string');
  if (isWrong) return refuse('seed-password-wrong');
  const entries = packages.flatMap((keyPackage, index) => toEntry(keyPackage, opened[index], index + 1, faults) ?? []);
  return ok({ entries, encoding: 'binary', ignoredColumns: [], faults });
}

async function openContainer(container: XmlNode, password: string): Promise<Result<Opener>> {
  const encryptionKey = childOf(container, 'EncryptionKey');
  if (!encryptionKey) return ok(null);
  if (password === '') return refuse('seed-password-wanted');
  const key = await containerKey(encryptionKey, password);
  if (!key) return refuse('seed-password-wrong');
  const macMethod = childOf(container, 'MACMethod');
  const macAlgorithm = attributeOf(macMethod, 'Algorithm');
  const encryptedMacKey = childOf(macMethod, 'MACKey');
  if (!macMethod) return ok({ key, macKey: null, macAlgorithm });
  // Source: RFC 6030 §6.1.1: without a MAC key of its own, the MAC is made with the encryption key.
  const macKey = encryptedMacKey ? decrypt(encryptedMacKey, key) : key;
  return macKey ? ok({ key, macKey, macAlgorithm }) : refuse('seed-password-wrong');
}

function openSeed(keyPackage: XmlNode, opener: Opener): Opened {
  const secret = childOf(keyPackage, 'Key', 'Data', 'Secret');
  const encrypted = childOf(secret, 'EncryptedValue');
  if (!encrypted) {
    const plain = Buffer.from(textOf(secret, 'PlainValue'), 'base64');
    return plain.length > 0 ? plain : 'seedMissing';
  }
  const cipherBytes = cipherBytesOf(encrypted);
  if (!opener || !cipherBytes) return 'seedUnreadable';
  const { key, macKey, macAlgorithm } = opener;
  if (macKey && !isUntouched(macAlgorithm, macKey, cipherBytes, textOf(secret, 'ValueMAC'))) return 'seedTampered';
  return decrypt(encrypted, key) ?? 'seedUnreadable';
}

function toEntry(keyPackage: XmlNode, seed: Opened | undefined, line: number, faults: SeedFault[]): SeedEntry | null {
  const device = childOf(keyPackage, 'DeviceInfo');
  const key = childOf(keyPackage, 'Key');
  const parameters = childOf(key, 'AlgorithmParameters');
  const serialNumber = textOf(device, 'SerialNo');
  const facts = readFacts({
    serialNumber,
    manufacturer: textOf(device, 'Manufacturer'),
    model: textOf(device, 'Model'),
    period: textOf(key, 'Data', 'TimeInterval', 'PlainValue'),
    hash: textOf(parameters, 'Suite'),
    kind: attributeOf(key, 'Algorithm').split(':').at(-1) ?? '',
    digits: attributeOf(childOf(parameters, 'ResponseFormat'), 'Length'),
  });
  const kind = typeof facts === 'string' ? facts : typeof seed === 'string' ? seed : 'seedMissing';
  if (typeof facts !== 'string' && seed instanceof Uint8Array) return { ...facts, line, seeds: [seed] };
  faults.push({ line, serialNumber: serialNumber || null, kind });
  return null;
}
