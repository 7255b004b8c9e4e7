import type { Result } from '../../contract/result.ts';
import type { SeedFault } from '../../contract/seed-file.ts';
import { countDrifts } from '../../core/drift-bins.ts';
import { totpStep } from '../../core/oath-code.ts';
import { createScratch, wipeScratch, type Scratch } from '../../core/oath-hash.ts';
import type { NewDevice } from '../../core/graph-port.ts';
import type { TokenFacts } from '../../core/graph-port.ts';
import type { SeedFileBytes, SeedFileFacts, SeedPort } from '../../core/ports.ts';
import { ok } from '../../core/result.ts';
import {
  driftMs,
  findTokens,
  isBeyondChance,
  proveToken,
  type SeededToken,
  type Sighting,
  type TokenMatch,
} from '../../core/right-token.ts';
import { serialKey } from '../../core/state.ts';
import { decodeText } from '../decode-text.ts';
import { holdToken, type HeldToken } from './held-token.ts';
import { readPskc } from './read-pskc.ts';
import { readSeedCsv } from './read-seed-csv.ts';
import type { SeedFile } from './seed-entry.ts';

type Box = {
  readonly name: string;
  /** By serial key, in the order of the file. */
  readonly held: ReadonlyMap<string, HeldToken>;
  readonly tokens: ReadonlyMap<string, SeededToken>;
  readonly devices: readonly TokenFacts[];
  readonly ignoredColumns: readonly string[];
  readonly faults: readonly SeedFault[];
  /** What the tokens' clocks were off when last seen, by serial key. */
  readonly drifts: Map<string, number>;
  encoding: SeedFile['encoding'];
  isProved: boolean;
};

/**
 * Keeps the seeds of one file, until it is forgotten or another one takes its place. Nothing of it is written anywhere,
 * and then its bytes are overwritten.
 */
export function createSeedBox(): SeedPort {
  const scratch = createScratch();
  let box: Box | null = null;

  function forget(): void {
    for (const held of box?.held.values() ?? []) held.wipe();
    wipeScratch(scratch);
    box = null;
  }

  /** Somebody has seen this token's code: its clock is known, and so is how the file writes seeds. */
  function learn(known: Box, { token, offsetSteps }: TokenMatch, sightings: readonly Sighting[]): void {
    const key = serialKey(token.serialNumber);
    known.drifts.set(key, driftMs({ token, offsetSteps }));
    known.isProved = true;
    if (known.encoding !== 'unproved') return;
    const shown = sightings.map(({ code, atMs }) => ({
      step: totpStep(token.periodSeconds, atMs) + offsetSteps,
      code: Number(code),
    }));
    const reading = known.held.get(key)?.readingOf(shown) ?? 0;
    for (const held of known.held.values()) held.keepReading(reading);
    known.encoding = reading === 0 ? 'base32' : 'hex';
  }

  return {
    load: async (file) => {
      const read = await readSeeds(file);
      if (!read.ok) return read;
      forget();
      box = toBox(file.name, read.value, scratch);
      return ok(toView(box));
    },
    view: () => box && toView(box),
    prove: (serialNumber, code, atMs) => {
      if (!box) return null;
      const sighting = { code: code.reveal(), atMs };
      const proof = proveToken(box.tokens, serialKey(serialNumber), sighting);
      if (proof.kind === 'match') learn(box, proof.match, [sighting]);
      return proof;
    },
    find: (sightings) => {
      if (!box) return [];
      const seen = sightings.map(({ code, atMs }) => ({ code: code.reveal(), atMs }));
      const matches = findTokens(box.tokens.values(), seen);
      const [first, another] = matches;
      if (first && !another && isBeyondChance(box.tokens.values(), seen.length)) learn(box, first, seen);
      return matches;
    },
    devices: () => box?.devices ?? null,
    newDevices: (serialNumbers) => (box ? toNewDevices(box, serialNumbers) : null),
    forget,
  };
}

async function readSeeds({ bytes, password }: SeedFileBytes): Promise<Result<SeedFile>> {
  const text = decodeText(bytes);
  return /^\s*</.test(text) ? readPskc(text, password.reveal()) : readSeedCsv(text);
}

function toBox(name: string, { entries, encoding, ignoredColumns, faults }: SeedFile, scratch: Scratch): Box {
  const held = new Map<string, HeldToken>();
  const twice: SeedFault[] = [];
  for (const entry of entries) {
    const key = serialKey(entry.serialNumber);
    // Which of the two is right, nobody can tell: the first stays, as in the order of the file.
    if (held.has(key)) {
      twice.push({ line: entry.line, serialNumber: entry.serialNumber, kind: 'serialTwice' });
      for (const seed of entry.seeds) seed.fill(0);
    } else held.set(key, holdToken(entry, scratch));
  }
  return {
    name,
    held,
    tokens: new Map([...held].map(([key, { token }]) => [key, token])),
    devices: [...held.values()].map(toFacts),
    ignoredColumns,
    faults: [...faults, ...twice].toSorted((one, other) => one.line - other.line),
    drifts: new Map(),
    encoding,
    isProved: false,
  };
}

/** Graph wants a word for both. Chosen: one that says that the file has none. */
const UNKNOWN = 'Unknown';

function toFacts({ token, hash }: HeldToken): TokenFacts {
  const { serialNumber, manufacturer, model, periodSeconds } = token;
  return {
    serialNumber,
    manufacturer: manufacturer ?? UNKNOWN,
    model: model ?? UNKNOWN,
    periodSeconds,
    hashFunction: `hmac${hash}`,
  };
}

function toNewDevices({ held, isProved }: Box, serialNumbers: readonly string[]): readonly NewDevice[] | null {
  if (!isProved) return null;
  return serialNumbers.flatMap((serialNumber) => {
    const found = held.get(serialKey(serialNumber));
    const secretKey = found?.secretKey();
    return found && secretKey ? [{ ...toFacts(found), secretKey }] : [];
  });
}

function toView({ name, tokens, encoding, isProved, ignoredColumns, faults, drifts }: Box): SeedFileFacts {
  return {
    fileName: name,
    tokenCount: tokens.size,
    encoding,
    isProved,
    ignoredColumns,
    faults,
    drifts: countDrifts(drifts.values()),
  };
}
