import { z } from 'zod';
import type { LaneColor, ReaderKey } from '../contract/reader.ts';
import type { Result } from '../contract/result.ts';
import type { SiteRule } from '../contract/site-rule.ts';
import type { ReportLayout } from './report-layout.ts';
import { ok, refuse } from './result.ts';

/** How a device on this bench is read. `token`: it tells its own serial number when it is plugged in. */
export type ReaderMode = 'pos' | 'keyboard' | 'serial' | 'token' | 'tokenReader' | 'other';

/** How a token tells its serial number. `usb`: the serial number string of its USB descriptor. */
export type SerialSource = 'usb' | 'yubikey';

/**
 * A device that is written down by its numbers, in four hexadecimal digits; `x` stands for any digit.
 * `layout` says where its reports hold the text, for `pos` and `tokenReader`.
 */
export type SiteReaderProfile = {
  readonly name: string;
  readonly vendorId: string;
  readonly productId: string;
  readonly usagePage: string;
  readonly usage: string;
  readonly mode: ReaderMode;
  readonly layout: ReportLayout | null;
  readonly serialFrom: SerialSource | null;
};

/** What this bench has learned about its own readers and labels. It holds no secret and no person. */
export type BenchSettings = {
  readonly readers: Readonly<Record<ReaderKey, { readonly name: string; readonly color: LaneColor }>>;
  /** Typing devices that the operator called scanners, as `vvvv:pppp`. */
  readonly typingScanners: readonly string[];
  readonly siteRules: readonly SiteRule[];
  readonly readerProfiles: readonly SiteReaderProfile[];
};

export const EMPTY_BENCH: BenchSettings = { readers: {}, typingScanners: [], siteRules: [], readerProfiles: [] };

const offset = z.int().min(0).max(4_096);
const digits = z.string().regex(/^[0-9a-fx]{4}$/);
const shortText = z.string().max(64);

const layout = z.strictObject({
  name: z.string().min(1).max(64),
  reportId: z.int().min(1).max(255).nullable(),
  lengthBytes: z.int().min(1).max(4_096),
  countOffsetBytes: offset.nullable(),
  aimOffsetBytes: offset.nullable(),
  aimSlackBytes: z.exactOptional(z.int().min(0).max(8)),
  dataOffsetBytes: offset,
  dataCapacityBytes: z.int().min(1).max(4_096),
  continuedOffsetBytes: offset.nullable(),
  continuedMask: z.exactOptional(z.int().min(1).max(255)),
  encoding: z.exactOptional(z.enum(['text', 'hex'])),
});

const siteRule = z.strictObject({
  id: z.string().min(1).max(64),
  means: z.enum(['serialNumber', 'badge', 'workOrderLine', 'ignored']),
  before: shortText,
  after: shortText,
  startsWith: shortText,
  alphabet: z.enum(['digits', 'hex', 'alphanumeric']),
  dashes: z.enum(['none', 'keep', 'drop']),
  shortest: z.int().min(1).max(64),
  longest: z.int().min(1).max(64),
  aimLetter: z.string().length(1).nullable(),
}) satisfies z.ZodType<SiteRule>;

const benchSchema = z.strictObject({
  readers: z.record(
    z.string().max(256),
    z.strictObject({
      name: shortText,
      color: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
    }),
  ),
  typingScanners: z.array(z.string().regex(/^[0-9a-f]{4}:[0-9a-f]{4}$/)).max(200),
  siteRules: z.array(siteRule).max(100),
  readerProfiles: z
    .array(
      z.strictObject({
        name: shortText,
        vendorId: digits,
        productId: digits,
        usagePage: digits,
        usage: digits,
        mode: z.enum(['pos', 'keyboard', 'serial', 'token', 'tokenReader', 'other']),
        layout: layout.nullable(),
        serialFrom: z.enum(['usb', 'yubikey']).nullable(),
      }),
    )
    .max(200),
}) satisfies z.ZodType<BenchSettings>;

/** Reads the bench's file. What is left out is empty. `settings-malformed` names the field. */
export function parseBenchSettings(text: string): Result<BenchSettings> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('settings-malformed', { detail: 'not JSON' });
  }
  const parts = z.record(z.string(), z.unknown()).safeParse(value);
  const parsed = benchSchema.safeParse(parts.success ? { ...EMPTY_BENCH, ...parts.data } : value);
  if (parsed.success) return ok(parsed.data);
  const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return refuse('settings-malformed', { detail });
}
