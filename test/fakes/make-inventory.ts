import type { InventoryRow, InventoryView } from '../../electron/contract/inventory.ts';

/** A dry run of a box of 500: most are new, and nothing has been sent. */
export function makeInventory(change: Partial<InventoryView> = {}): InventoryView {
  return {
    stage: 'ready',
    problem: null,
    doneCount: 0,
    counts: { new: 482, there: 17, twice: 1, created: 0, refused: 0, unsure: 0 },
    isProved: false,
    wantsNextCode: false,
    onlyTroubled: false,
    page: 0,
    pageCount: 10,
    rows: [makeInventoryRow()],
    ...change,
  };
}

export function makeInventoryRow(change: Partial<InventoryRow> = {}): InventoryRow {
  return {
    serialNumber: '8659623852755',
    manufacturer: 'Token2',
    model: 'C300-i',
    periodSeconds: 30,
    state: 'new',
    problem: null,
    ...change,
  };
}
