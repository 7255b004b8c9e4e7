import { z } from 'zod';
import type { ItemId } from '../contract/item.ts';
import type { PaperKind } from '../contract/paper.ts';
import type { Problem } from '../contract/problem.ts';
import type { DifferenceKind } from '../contract/shift.ts';
import type { Operator } from '../contract/user.ts';
import type { OrderId } from '../contract/work-order.ts';
import { atMs, itemId, problem, text } from './event-fields.ts';

/** What belongs to a day's work and to no single token. */
export type ShiftEvent = { readonly atMs: number } &
  /** Who works here from now on; `null`: nobody. What follows was done by them. */
  (
    | { readonly kind: 'operatorNoted'; readonly operator: Operator | null }
    /** `itemId`, `orderId`: what it is about. `to`: the printer or the file. `byItself`: nobody asked for it just then. */
    | {
        readonly kind: 'paperPrinted';
        readonly paper: PaperKind;
        readonly itemId?: ItemId;
        readonly orderId?: OrderId;
        readonly to: string;
        readonly byItself?: boolean;
      }
    | {
        readonly kind: 'paperNotPrinted';
        readonly paper: PaperKind;
        readonly itemId?: ItemId;
        readonly orderId?: OrderId;
        readonly problem: Problem;
      }
    /** The tokens of all people who were issued one in this shift were read. */
    | {
        readonly kind: 'shiftCompared';
        readonly checkedCount: number;
        readonly differences: readonly {
          readonly itemId: ItemId;
          readonly kind: DifferenceKind;
          readonly problem: Problem | null;
        }[];
      }
    | { readonly kind: 'refusedScansCleared' }
    | { readonly kind: 'shiftClosed' }
    | { readonly kind: 'historyExported'; readonly format: 'csv' | 'json'; readonly entryCount: number }
    | {
        readonly kind: 'inventoryImported';
        readonly fileName: string;
        readonly createdCount: number;
        readonly refusedCount: number;
      }
    /** Events that are older than the setting allows were forgotten: `count` of them. */
    | { readonly kind: 'retentionApplied'; readonly beforeMs: number; readonly count: number }
    /** Stands where an event was forgotten. `itemCount`: how many tokens it had made, so that the numbers of the others stay. */
    | { readonly kind: 'forgotten'; readonly itemCount: number; readonly orderCount: number }
  );

const paper = z.enum(['receipt', 'label', 'orderSheet', 'manifest', 'shiftReport']);
const about = { paper, itemId: z.exactOptional(itemId), orderId: z.exactOptional(z.int().positive()) };
const count = z.int().nonnegative();
const operator = z.object({ name: text, userPrincipalName: text });
const difference = z.object({
  itemId,
  kind: z.enum(['missing', 'notActive', 'unread']),
  problem: problem.nullable(),
});

export const shiftEventSchemas = [
  z.object({ kind: z.literal('operatorNoted'), atMs, operator: operator.nullable() }),
  z.object({ kind: z.literal('paperPrinted'), atMs, ...about, to: text, byItself: z.exactOptional(z.boolean()) }),
  z.object({ kind: z.literal('paperNotPrinted'), atMs, ...about, problem }),
  z.object({ kind: z.literal('shiftCompared'), atMs, checkedCount: count, differences: z.array(difference) }),
  z.object({ kind: z.literal('refusedScansCleared'), atMs }),
  z.object({ kind: z.literal('shiftClosed'), atMs }),
  z.object({ kind: z.literal('historyExported'), atMs, format: z.enum(['csv', 'json']), entryCount: count }),
  z.object({
    kind: z.literal('inventoryImported'),
    atMs,
    fileName: text,
    createdCount: count,
    refusedCount: count,
  }),
  z.object({ kind: z.literal('retentionApplied'), atMs, beforeMs: atMs, count }),
  z.object({ kind: z.literal('forgotten'), atMs, itemCount: count, orderCount: count }),
] as const;
