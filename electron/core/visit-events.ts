import { z } from 'zod';
import type { ItemId } from '../contract/item.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { User } from '../contract/user.ts';
import { atMs, itemId, text, user } from './event-fields.ts';

/** People who come to the desk. */
export type VisitEvent = { readonly atMs: number } & (
  | { readonly kind: 'visitBegun'; readonly laneId: ReaderKey; readonly user: User }
  | { readonly kind: 'visitEnded'; readonly laneId: ReaderKey }
  /** The operator has seen who it is, before a token was scanned or after. */
  | { readonly kind: 'visitorChecked'; readonly laneId: ReaderKey; readonly idKind: string }
  | { readonly kind: 'idChecked'; readonly itemId: ItemId; readonly idKind: string }
);

const laneId = text.min(1);

export const visitEventSchemas = [
  z.object({ kind: z.literal('visitBegun'), atMs, laneId, user }),
  z.object({ kind: z.literal('visitEnded'), atMs, laneId }),
  z.object({ kind: z.literal('visitorChecked'), atMs, laneId, idKind: text }),
  z.object({ kind: z.literal('idChecked'), atMs, itemId, idKind: text }),
] as const;
