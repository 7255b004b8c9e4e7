import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import type { Mode } from '../contract/snapshot.ts';
import type { OrderGoal } from '../contract/work-order.ts';
import type { OrderLineDraft } from './order-events.ts';
import type { OrdersState } from './orders.ts';
import { ok, refuse } from './result.ts';

/** An open work order with its progress, on its way to another station. */
export type HandedOverOrder = {
  /** Whose people these are: their ids mean nothing in another tenant. */
  readonly tenant: string;
  readonly orderKey: string;
  readonly name: string;
  readonly goal: OrderGoal;
  /** Where it comes from. */
  readonly station: string;
  readonly handedOverAtMs: number;
  readonly lines: readonly OrderLineDraft[];
};

const FORMAT = 'token-station-work-order';
const VERSION = 1;

/** Chosen: far above what stands in a list, far below what hurts. */
const text = z.string().max(4_096);
const atMs = z.int().nonnegative();
const optionalText = text.nullable();
const line = z.strictObject({
  line: z.int().positive(),
  user: z.strictObject({
    id: text.min(1),
    displayName: text,
    userPrincipalName: text.min(1),
    mail: optionalText,
    department: optionalText,
    jobTitle: optionalText,
    employeeId: optionalText,
  }),
  requestNumber: text,
  model: text,
  note: text,
  isSkipped: z.boolean(),
  done: z.strictObject({ serialNumber: text.min(1), atMs }).nullable(),
});

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  tenant: text.min(1),
  orderKey: text.min(1),
  name: text,
  goal: z.enum(['assign', 'activate']),
  station: text,
  handedOverAtMs: atMs,
  lines: z.array(line).refine((lines) => new Set(lines.map((one) => one.line)).size === lines.length, 'a line twice'),
});

/** What is written to a file, without its checksum. */
export function toOrderFile(order: HandedOverOrder): object {
  return { format: FORMAT, version: VERSION, ...order };
}

/** The other way round; the checksum has been looked at and taken off. `order-file-damaged` names the field, not its value. */
export function parseOrderFile(content: unknown): Result<HandedOverOrder> {
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code);
    return refuse('order-file-damaged', { detail: paths.slice(0, 5).join(', ') });
  }
  const { format: _format, version: _version, ...order } = parsed.data;
  return ok(order);
}

/** One text for one content, whatever the order of its keys and the room between them: the checksum is over this. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  );
}

/** What stands for the tenant in a file: its id, or that it is none. */
export function tenantOf(mode: Mode): string {
  return mode.kind === 'practice' ? 'practice' : mode.name;
}

/**
 * Whether an order of this key is here, so that it must not be opened once more. One that was handed over has left, and one
 * whose lines never came, because the station stopped in between, is no order.
 */
export function isHere({ list }: OrdersState, orderKey: string): boolean {
  return list.some(
    ({ key, stage, addedCount, lineCount }) => key === orderKey && stage !== 'handedOver' && addedCount >= lineCount,
  );
}
