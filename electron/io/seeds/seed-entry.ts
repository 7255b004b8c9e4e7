import type { SeedFault, SeedFaultKind } from '../../contract/seed-file.ts';
import type { OathHash } from '../../core/oath-hash.ts';

/** One token of a seed file. `seeds`: one, or two where its text can be read in two ways, base32 first. */
export type SeedEntry = {
  /** As in `SeedFault`. */
  readonly line: number;
  readonly serialNumber: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly periodSeconds: 30 | 60;
  readonly hash: OathHash;
  readonly seeds: readonly Uint8Array[];
};

/** What a row says, as text; empty where it says nothing. */
export type SeedFacts = {
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly period: string;
  readonly hash: string;
  readonly kind: string;
  readonly digits: string;
};

export type SeedFile = {
  readonly entries: readonly SeedEntry[];
  readonly encoding: 'base32' | 'hex' | 'binary' | 'unproved';
  readonly ignoredColumns: readonly string[];
  readonly faults: readonly SeedFault[];
};

/** What is to be said of a row before its seed is looked at, or the token's own facts. */
export function readFacts(facts: SeedFacts): Omit<SeedEntry, 'seeds' | 'line'> | SeedFaultKind {
  const { serialNumber, manufacturer, model } = facts;
  if (serialNumber === '') return 'serialMissing';
  if (/hotp|event/i.test(facts.kind)) return 'eventToken';
  if (facts.digits !== '' && Number(facts.digits) !== 6) return 'notSixDigits';
  const periodSeconds = periodOf(facts.period);
  if (periodSeconds === null) return 'periodNotTaken';
  const hash = hashOf(facts.hash);
  if (hash === null) return 'hashNotTaken';
  return { serialNumber, manufacturer: manufacturer || null, model: model || null, periodSeconds, hash };
}

/** Source: Microsoft Graph beta: timeIntervalInSeconds is 30 or 60. A file that says nothing means the usual one. */
function periodOf(text: string): 30 | 60 | null {
  const seconds = text === '' ? 30 : Number(text.replace(/\s*s(?:ec(?:onds)?)?$/i, ''));
  return seconds === 30 || seconds === 60 ? seconds : null;
}

/** Source: Microsoft Graph beta: hashFunction is hmacsha1, by itself, or hmacsha256. */
function hashOf(text: string): OathHash | null {
  const name = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (name === '' || name.endsWith('sha1')) return 'sha1';
  return name.endsWith('sha256') ? 'sha256' : null;
}
