import type { SeedFacts } from './seed-entry.ts';

export type SeedColumn = keyof SeedFacts | 'secret';

/**
 * The headers that vendors and tools write, without spaces, case and signs.
 * Source: Entra's own upload file, Graph's property names, Token2's and Deepnet's sample files, privacyIDEA's list.
 */
const HEADERS: Readonly<Record<SeedColumn, readonly string[]>> = {
  serialNumber: ['serialnumber', 'serial', 'serialno', 'sn', 'tokenserial', 'tokenserialnumber', 'tokensn'],
  secret: ['secretkey', 'secret', 'seed', 'seedkey', 'key', 'otpkey', 'secretkeybase32', 'secretbase32', 'seedhex'],
  period: ['timeinterval', 'timeintervalinseconds', 'interval', 'period', 'timestep', 'step'],
  manufacturer: ['manufacturer', 'vendor', 'maker'],
  model: ['model', 'product', 'producttype', 'devicemodel'],
  hash: ['hashfunction', 'hash', 'algorithm', 'hashalgorithm'],
  kind: ['type', 'otptype', 'tokentype', 'kind'],
  digits: ['digits', 'otplen', 'otplength', 'len', 'codelength'],
};

/** Not ours to use here, and nothing to wonder about. */
const KNOWN_AND_UNUSED: ReadonlySet<string> = new Set(['upn', 'username', 'displayname', 'contentid', 'assigntoid']);

/** A list without a header, as privacyIDEA writes it: serial number, seed, kind, digits, step. */
const PLAIN_ORDER: readonly SeedColumn[] = ['serialNumber', 'secret', 'kind', 'digits', 'period'];

export type Columns = {
  readonly at: ReadonlyMap<SeedColumn, number>;
  readonly ignored: readonly string[];
  readonly hasHeader: boolean;
};

/** Which column holds what; `null`: this is not a seed file. The order never matters where there is a header. */
export function findColumns(firstRow: readonly string[]): Columns | null {
  const at = new Map<SeedColumn, number>();
  const ignored: string[] = [];
  for (const [place, header] of firstRow.entries()) {
    const name = header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const column = COLUMN_NAMES.find((candidate) => HEADERS[candidate].includes(name));
    if (column && !at.has(column)) at.set(column, place);
    else if (name !== '' && !KNOWN_AND_UNUSED.has(name)) ignored.push(header.trim());
  }
  if (at.has('serialNumber') && at.has('secret')) return { at, ignored, hasHeader: true };
  if (!/^[th]otp$/i.test(firstRow[2]?.trim() ?? '')) return null;
  return { at: new Map(PLAIN_ORDER.map((column, place) => [column, place])), ignored: [], hasHeader: false };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- HEADERS is exactly this object, written down above
const COLUMN_NAMES = Object.keys(HEADERS) as readonly SeedColumn[];
