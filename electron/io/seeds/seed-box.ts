import { createHmac } from 'node:crypto';
import type { Result } from '../../contract/result.ts';
import type { SeedFault } from '../../contract/seed-file.ts';
import { hotpOf } from '../../core/oath-code.ts';
import type { SeedFileBytes, SeedFileFacts, SeedPort } from '../../core/ports.ts';
import { findTokens, proveToken, type SeededToken, type TokenMatch } from '../../core/right-token.ts';
import { ok } from '../../core/result.ts';
import { serialKey } from '../../core/state.ts';
import { decodeText } from '../decode-text.ts';
import { readPskc } from './read-pskc.ts';
import { readSeedCsv } from './read-seed-csv.ts';
import type { SeedEntry, SeedFile } from './seed-entry.ts';

const CODE_DIGITS = 6;

type Box = { readonly name: string; readonly file: SeedFile; readonly tokens: ReadonlyMap<string, SeededToken> };

/** Keeps the seeds of one file, until it is forgotten or another one takes its place. Nothing of it is written anywhere. */
export function createSeedBox(): SeedPort {
  let box: Box | null = null;

  /** The first code that fits tells how the file writes seeds, where nothing in it does. */
  function learnEncoding({ token, offsetSteps }: TokenMatch, code: string, step: number): void {
    if (box?.file.encoding !== 'unproved') return;
    const reading = token.codesAt(step + offsetSteps).indexOf(code);
    const entries = box.file.entries.map((entry) => ({ ...entry, seeds: pick(entry.seeds, reading) }));
    box = toBox(box.name, { ...box.file, entries, encoding: reading === 0 ? 'base32' : 'hex' });
  }

  return {
    load: async (file) => {
      const read = await readSeeds(file);
      if (!read.ok) return read;
      box = toBox(file.name, read.value);
      return ok(toView(box));
    },
    view: () => box && toView(box),
    prove: (serialNumber, code, atMs) => {
      if (!box) return null;
      const sighting = { code: code.reveal(), atMs };
      const proof = proveToken(box.tokens, serialKey(serialNumber), sighting);
      if (proof.kind === 'match') {
        const step = Math.floor(atMs / (proof.match.token.periodSeconds * 1_000));
        learnEncoding(proof.match, sighting.code, step);
      }
      return proof;
    },
    find: (sightings) => {
      const seen = sightings.map(({ code, atMs }) => ({ code: code.reveal(), atMs }));
      return box ? findTokens(box.tokens.values(), seen) : [];
    },
    forget: () => {
      box = null;
    },
  };
}

async function readSeeds({ bytes, password }: SeedFileBytes): Promise<Result<SeedFile>> {
  const text = decodeText(bytes);
  return /^\s*</.test(text) ? readPskc(text, password.reveal()) : readSeedCsv(text);
}

function toBox(name: string, file: SeedFile): Box {
  const kept = new Map<string, SeedEntry>();
  const twice: SeedFault[] = [];
  for (const entry of file.entries) {
    const key = serialKey(entry.serialNumber);
    // Which of the two is right, nobody can tell: the first stays, as in the order of the file.
    if (kept.has(key)) twice.push({ line: entry.line, serialNumber: entry.serialNumber, kind: 'serialTwice' });
    else kept.set(key, entry);
  }
  const tokens = new Map([...kept].map(([key, entry]) => [key, toToken(entry)]));
  const faults = [...file.faults, ...twice].toSorted((one, other) => one.line - other.line);
  return { name, tokens, file: { ...file, entries: [...kept.values()], faults } };
}

function toToken({ serialNumber, manufacturer, model, periodSeconds, hash, seeds }: SeedEntry): SeededToken {
  const codesAt = (step: number): readonly string[] =>
    seeds.map((seed) => hotpOf((message) => createHmac(hash, seed).update(message).digest(), step, CODE_DIGITS));
  return { serialNumber, manufacturer, model, periodSeconds, codesAt };
}

function pick(seeds: readonly Uint8Array[], place: number): readonly Uint8Array[] {
  const seed = seeds[place];
  return seed ? [seed] : seeds;
}

function toView({ name, file, tokens }: Box): SeedFileFacts {
  const { encoding, ignoredColumns, faults } = file;
  return { fileName: name, tokenCount: tokens.size, encoding, ignoredColumns, faults };
}
