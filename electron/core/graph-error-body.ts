import { z } from 'zod';

/** What an error body says. */
export type GraphError = {
  /** From the outermost to the innermost, the most special one; empty ones are left out. */
  readonly codes: readonly string[];
  readonly message: string;
  /** Messages that stand further in, of `details` for the most part. */
  readonly innerMessages: readonly string[];
  readonly requestId: string | null;
};

/** Chosen: Microsoft's examples go two deep; a body that goes on for ever must not keep us. */
const DEEPEST = 8;

const text = z.string().catch('');
/** Source: OData 3 writes a message as `{lang, value}`. */
const messageText = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]).catch('');
const record = z.record(z.string(), z.unknown());
const maybeRecord = record.nullish().catch(null);

const levelSchema = z.object({
  code: text,
  message: messageText,
  'request-id': text,
  details: z.array(record).catch([]),
  innerError: maybeRecord,
  // Source: Graph, "Error responses": older services write it like this.
  innererror: maybeRecord,
});

/**
 * Reads an error body in any of its shapes: Graph's own, OData 3's, OAuth's, and without an envelope. A body that is
 * none of them, a proxy's page say, has no codes and no message.
 */
export function parseGraphError(body: unknown, requestId: string | null): GraphError {
  const levels = readLevels(findOutermost(body), DEEPEST);
  const [outermost, ...inner] = levels;
  return {
    codes: levels.map(({ code }) => code).filter((code) => code !== ''),
    message: outermost?.message ?? '',
    innerMessages: inner.map(({ message }) => message).filter((message) => message !== ''),
    requestId: requestId ?? levels.map((level) => level['request-id']).find((id) => id !== '') ?? null,
  };
}

type Level = z.infer<typeof levelSchema>;

function findOutermost(body: unknown): unknown {
  const envelope = record.safeParse(body).data;
  if (!envelope) return null;
  const { error } = envelope;
  // Source: RFC 6749 §5.2.
  if (typeof error === 'string') return { code: error, message: envelope['error_description'] };
  if (error !== undefined) return error;
  return envelope['odata.error'] ?? envelope;
}

/** The error, its inner errors as deep as they go, and its details. */
function readLevels(value: unknown, left: number): readonly Level[] {
  const level = levelSchema.safeParse(value).data;
  if (!level || left === 0) return [];
  const inner = level.innerError ?? level.innererror;
  return [level, ...(inner ? readLevels(inner, left - 1) : []), ...level.details.flatMap((one) => readLevels(one, 1))];
}
