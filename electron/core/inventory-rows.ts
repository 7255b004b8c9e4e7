import type { InventoryCounts, InventoryRow, InventoryRowState } from '../contract/inventory.ts';
import type { TokenFacts } from './graph-port.ts';
import { serialKey } from './state.ts';

/** By serial key, in the order of the file. */
export type InventoryRows = ReadonlyMap<string, InventoryRow>;

/** How often the tenant has each serial number, by serial key. */
export type Inventory = ReadonlyMap<string, number>;

/** Chosen: what a screen shows without much scrolling. */
const PAGE_ROWS = 50;

/** The tokens of the file as a dry run has them. Upper and lower case are the same serial number. */
export function compareInventory(tokens: readonly TokenFacts[], inventory: Inventory): InventoryRows {
  return new Map(
    tokens.map(({ serialNumber, manufacturer, model, periodSeconds }) => {
      const key = serialKey(serialNumber);
      const count = inventory.get(key) ?? 0;
      const state = count === 0 ? 'new' : count === 1 ? 'there' : 'twice';
      return [key, { serialNumber, manufacturer, model, periodSeconds, state, problem: null }];
    }),
  );
}

export function countRows(rows: InventoryRows): InventoryCounts {
  const counts: Record<InventoryRowState, number> = { new: 0, there: 0, twice: 0, created: 0, refused: 0, unsure: 0 };
  for (const { state } of rows.values()) counts[state] += 1;
  return counts;
}

export type RowPage = {
  readonly page: number;
  readonly pageCount: number;
  readonly rows: readonly InventoryRow[];
};

/** One page of the rows, or of those with something to look at. A page behind the last is the last. */
export function pageOfRows(
  rows: InventoryRows,
  asked: { readonly page: number; readonly onlyTroubled: boolean },
): RowPage {
  const shown = asked.onlyTroubled ? [...rows.values()].filter(isTroubled) : [...rows.values()];
  const pageCount = Math.max(1, Math.ceil(shown.length / PAGE_ROWS));
  const page = Math.min(asked.page, pageCount - 1);
  return { page, pageCount, rows: shown.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS) };
}

function isTroubled({ state }: InventoryRow): boolean {
  return state !== 'new' && state !== 'created';
}
