import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import type { DurableEvent } from './event.ts';
import { atMs, itemId, problem, text, user } from './event-fields.ts';
import { orderEventSchemas } from './order-events.ts';
import { ok, refuse } from './result.ts';
import { shiftEventSchemas } from './shift-events.ts';
import { visitEventSchemas } from './visit-events.ts';

const oathStatus = z.enum(['available', 'assigned', 'activated', 'failedActivation', 'unknown']);

const method = z.object({
  methodId: text.min(1),
  serialNumber: text.nullable(),
  status: oathStatus,
});

const person = z.object({ id: text.min(1), displayName: text });
const device = z.object({
  deviceId: text.min(1),
  serialNumber: text.nullable(),
  manufacturer: text.nullable(),
  model: text.nullable(),
  periodSeconds: z.number().nullable(),
  status: oathStatus,
  assignedTo: z.object({ id: text, displayName: text.nullable() }).nullable(),
});
const facts = z.object({
  account: z.object({ isGuest: z.boolean().nullable(), isEnabled: z.boolean().nullable() }).nullable(),
  roles: z.array(z.object({ roleTemplateId: text.nullable(), displayName: text.nullable() })).nullable(),
  methods: z.array(method).nullable(),
  authenticatorCount: z.int().nullable(),
  devices: z.array(device).nullable(),
  unread: z.array(z.object({ what: z.enum(['account', 'roles', 'methods', 'inventory']), problem })),
});
const plan = z.object({
  kind: z.enum(['undo', 'replace', 'reassign', 'swap']),
  reason: z.enum(['wrongPerson', 'wrongToken', 'notNeeded', 'lost', 'broken', 'returned', 'swapped']),
  steps: z.array(z.object({ user: person, serialNumber: text.min(1), methodId: text.min(1) })),
  afterwards: z.array(z.object({ itemId, user: user.nullable() })),
});
const drift = z.object({ driftMs: z.number(), isFit: z.boolean() });
const step = z.int().nonnegative();

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
  z.object({ kind: z.literal('codeProved'), atMs, itemId, drift }),
  z.object({ kind: z.literal('codeDisproved'), atMs, itemId, problem, drift: drift.nullable() }),
  z.object({ kind: z.literal('checkWanted'), atMs, itemId }),
  z.object({ kind: z.literal('preFlightRead'), atMs, itemId, userId: text, facts }),
  z.object({ kind: z.literal('itemLeft'), atMs, itemId }),
  z.object({ kind: z.literal('planStarted'), atMs, plan }),
  z.object({ kind: z.literal('takeBackIntended'), atMs, step }),
  z.object({ kind: z.literal('takeBackDone'), atMs, step, requestId: text.nullable() }),
  z.object({ kind: z.literal('takeBackPostponed'), atMs, step, untilMs: atMs, problem }),
  z.object({ kind: z.literal('takeBackRefused'), atMs, step, problem }),
  z.object({ kind: z.literal('takeBackLost'), atMs, step, problem }),
  z.object({ kind: z.literal('takeBackRead'), atMs, step, isThere: z.boolean() }),
  z.object({
    kind: z.literal('takeBackNotRead'),
    atMs,
    step,
    problem,
    status: z.int().nullable(),
    retryAfterMs: z.number().nullable(),
  }),
  z.object({ kind: z.literal('planResumed'), atMs }),
  z.object({ kind: z.literal('planLeft'), atMs }),
  z.object({ kind: z.literal('restarted'), atMs }),
  ...visitEventSchemas,
  ...orderEventSchemas,
  ...shiftEventSchemas,
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
