import { z } from 'zod';
import type { ItemId } from '../contract/item.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { User } from '../contract/user.ts';
import type { OrderGoal, OrderId } from '../contract/work-order.ts';
import { atMs, itemId, text, user } from './event-fields.ts';

/** One person of an order. `done`: their token, where it was issued before the order came here. */
export type OrderLineDraft = {
  readonly line: number;
  readonly user: User;
  readonly requestNumber: string;
  readonly model: string;
  readonly note: string;
  readonly isSkipped: boolean;
  readonly done: OrderLineDone | null;
};
export type OrderLineDone = { readonly serialNumber: string; readonly atMs: number };

/** Work orders. Ids are given in the order of `orderOpened`. */
export type OrderEvent = { readonly atMs: number } &
  /** `orderKey`: the same at every station that it comes to. Its lines follow. */
  (
    | {
        readonly kind: 'orderOpened';
        readonly orderKey: string;
        readonly name: string;
        readonly goal: OrderGoal;
        readonly lineCount: number;
      }
    /** Some lines more; a long order comes in several events. */
    | { readonly kind: 'orderLinesAdded'; readonly orderId: OrderId; readonly lines: readonly OrderLineDraft[] }
    | { readonly kind: 'orderTaken'; readonly orderId: OrderId; readonly laneId: ReaderKey }
    | { readonly kind: 'orderLeft'; readonly laneId: ReaderKey }
    | {
        readonly kind: 'orderLineChosen';
        readonly orderId: OrderId;
        readonly line: number;
        readonly laneId: ReaderKey;
      }
    | { readonly kind: 'orderLineSkipped'; readonly orderId: OrderId; readonly line: number }
    | { readonly kind: 'orderLineUnskipped'; readonly orderId: OrderId; readonly line: number }
    | { readonly kind: 'orderClosed'; readonly orderId: OrderId }
    | { readonly kind: 'orderHandedOver'; readonly orderId: OrderId }
    | { readonly kind: 'orderReopened'; readonly orderId: OrderId }
    /** An assignment without a code may follow. */
    | { readonly kind: 'assignmentIntended'; readonly itemId: ItemId; readonly userId: string }
  );

const orderId = z.int().positive();
const line = z.int().positive();
const laneId = text.min(1);
const lineDraft = z.object({
  line,
  user,
  requestNumber: text,
  model: text,
  note: text,
  isSkipped: z.boolean(),
  done: z.object({ serialNumber: text.min(1), atMs }).nullable(),
});

export const orderEventSchemas = [
  z.object({
    kind: z.literal('orderOpened'),
    atMs,
    orderKey: text.min(1),
    name: text,
    goal: z.enum(['assign', 'activate']),
    lineCount: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('orderLinesAdded'), atMs, orderId, lines: z.array(lineDraft) }),
  z.object({ kind: z.literal('orderTaken'), atMs, orderId, laneId }),
  z.object({ kind: z.literal('orderLeft'), atMs, laneId }),
  z.object({ kind: z.literal('orderLineChosen'), atMs, orderId, line, laneId }),
  z.object({ kind: z.literal('orderLineSkipped'), atMs, orderId, line }),
  z.object({ kind: z.literal('orderLineUnskipped'), atMs, orderId, line }),
  z.object({ kind: z.literal('orderClosed'), atMs, orderId }),
  z.object({ kind: z.literal('orderHandedOver'), atMs, orderId }),
  z.object({ kind: z.literal('orderReopened'), atMs, orderId }),
  z.object({ kind: z.literal('assignmentIntended'), atMs, itemId, userId: text }),
] as const;
