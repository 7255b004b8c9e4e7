import { z } from 'zod';
import type { ProblemCode } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import type { DurableEvent } from './event.ts';
import { ok, refuse } from './result.ts';

const atMs = z.int().nonnegative();
const itemId = z.int().positive();
const text = z.string();

/** A code that a later version wrote is kept as it is: the window shows the words for an unknown one. */
const problem = z.object({
  code: z.custom<ProblemCode>((value) => typeof value === 'string'),
  detail: z.exactOptional(text),
  requestId: z.exactOptional(text),
});

const user = z.object({
  id: text.min(1),
  displayName: text,
  userPrincipalName: text,
  mail: text.nullable(),
  department: text.nullable(),
  jobTitle: text.nullable(),
  employeeId: text.nullable(),
});

const method = z.object({
  methodId: text.min(1),
  serialNumber: text.nullable(),
  status: z.enum(['available', 'assigned', 'activated', 'failedActivation', 'unknown']),
});

const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scanned'),
    atMs,
    readerKey: text,
    readerName: text,
    serialNumber: text.min(1),
    scannedText: text,
    aimId: text.nullable(),
    rawText: z.exactOptional(text),
    laneId: z.exactOptional(text),
  }),
  z.object({ kind: z.literal('scanRefused'), atMs, readerKey: text, problem, shownText: text }),
  z.object({ kind: z.literal('userChosen'), atMs, itemId, user }),
  z.object({ kind: z.literal('activationIntended'), atMs, itemId, userId: text }),
  z.object({ kind: z.literal('activationDone'), atMs, itemId, requestId: text.nullable() }),
  z.object({ kind: z.literal('activationPostponed'), atMs, itemId, untilMs: atMs, problem }),
  z.object({ kind: z.literal('activationRefused'), atMs, itemId, problem }),
  z.object({ kind: z.literal('answerLost'), atMs, itemId, problem }),
  z.object({ kind: z.literal('codeExpired'), atMs, itemId }),
  z.object({ kind: z.literal('methodRead'), atMs, itemId, method: method.nullable() }),
  z.object({
    kind: z.literal('readFailed'),
    atMs,
    itemId,
    problem,
    status: z.int().nullable(),
    retryAfterMs: z.number().nullable(),
  }),
  z.object({ kind: z.literal('itemOpened'), atMs, itemId, laneId: z.exactOptional(text) }),
  z.object({ kind: z.literal('itemParked'), atMs, itemId }),
  z.object({ kind: z.literal('itemRetried'), atMs, itemId }),
  z.object({ kind: z.literal('itemRemoved'), atMs, itemId }),
  z.object({ kind: z.literal('restarted'), atMs }),
]) satisfies z.ZodType<DurableEvent>;

/** Reads one stored event. One that cannot be read is kept in the journal and reported (`event-unreadable`), never deleted. */
export function parseEvent(body: string): Result<DurableEvent> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return refuse('event-unreadable', { detail: 'not JSON' });
  }
  const parsed = eventSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse('event-unreadable', { detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}
