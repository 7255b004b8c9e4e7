import type { Problem } from './problem.ts';

/** Putting the tokens of the seed file in memory into the tenant's inventory. `null` in the picture while none is open. */
export type InventoryView = {
  /**
   * `reading`: the tenant's inventory is read. `ready`: the dry run; nothing has been sent. `sending`, then `done`, or
   * `stopped`: `problem` says why, and it can go on.
   */
  readonly stage: 'reading' | 'ready' | 'sending' | 'stopped' | 'done';
  readonly problem: Problem | null;
  /** How many tokens of the tenant have been read; from `sending` on, how many rows of the file are not `new` any more. */
  readonly doneCount: number;
  readonly counts: InventoryCounts;
  /** How seeds are written has been proved by a code of one of these tokens. Nothing is sent before. */
  readonly isProved: boolean;
  /** The codes so far fit a token, and may do so by chance: the next one of the same token tells. */
  readonly wantsNextCode: boolean;
  readonly onlyTroubled: boolean;
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly InventoryRow[];
};

export type InventoryCounts = Readonly<Record<InventoryRowState, number>>;

/**
 * `new`: will be created. `there`: the tenant has its serial number. `twice`: it has it more than once. `created`,
 * `refused`: what became of it. `unsure`: whether it was created is not known; the next dry run tells.
 */
export type InventoryRowState = 'new' | 'there' | 'twice' | 'created' | 'refused' | 'unsure';

export type InventoryRow = {
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly periodSeconds: number;
  readonly state: InventoryRowState;
  readonly problem: Problem | null;
};

export type InventoryCommand =
  /** Reads the inventory and shows what would be created. */
  | { readonly kind: 'checkInventory' }
  | { readonly kind: 'showInventory'; readonly page: number; readonly onlyTroubled: boolean }
  /** A code of one token of the file, named or not: it proves how the file writes seeds. */
  | { readonly kind: 'proveInventory'; readonly code: string }
  /** Creates what is `new`; what was `refused` or `unsure` only after another dry run. */
  | { readonly kind: 'importInventory' }
  /** Stops after the batch that is under way, or closes the list. */
  | { readonly kind: 'leaveInventory' };
