import type { Command } from '../contract/command.ts';
import type { HistoryCommand } from '../contract/history.ts';
import type { InventoryCommand } from '../contract/inventory.ts';
import type { PaperCommand } from '../contract/paper.ts';
import type { ShiftCommand } from '../contract/shift.ts';
import type { OrderCommand } from '../contract/work-order.ts';

/** The commands of each desk that is not the queue. */
export const ORDER_KINDS = {
  openWorkOrder: true,
  showDraft: true,
  acceptZeros: true,
  checkDraftAgain: true,
  startOrder: true,
  dropDraft: true,
  handOverOrder: true,
} as const;
export const PAPER_KINDS = {
  printReceipt: true,
  printLabel: true,
  printOrder: true,
  printShiftReport: true,
  findPrinters: true,
  writeTemplates: true,
} as const;
export const SHIFT_KINDS = { compareShift: true } as const;
export const HISTORY_KINDS = {
  openHistory: true,
  closeHistory: true,
  searchHistory: true,
  verifyHistory: true,
  exportHistory: true,
} as const;
export const INVENTORY_KINDS = {
  checkInventory: true,
  showInventory: true,
  proveInventory: true,
  importInventory: true,
  leaveInventory: true,
} as const;

/** The commands that go straight to the edge that they are about: nothing in the state decides on them. */
export type EdgeCommand = Extract<Command, { kind: keyof typeof EDGE_KINDS }>;

const EDGE_KINDS = {
  practiceScan: true,
  practicePlug: true,
  practiceTrouble: true,
  cancelSignIn: true,
  lookAgain: true,
  switchToHidPos: true,
  changeSettings: true,
  openSeedFile: true,
  forgetSeeds: true,
  seekToken: true,
  stopSeeking: true,
  ...ORDER_KINDS,
  ...PAPER_KINDS,
  ...SHIFT_KINDS,
  ...HISTORY_KINDS,
  ...INVENTORY_KINDS,
} as const;

export function isEdgeCommand(command: Command): command is EdgeCommand {
  return command.kind in EDGE_KINDS;
}

export type OrderDeskCommand = Extract<OrderCommand, EdgeCommand>;
export type ShiftDeskCommand = Extract<ShiftCommand, EdgeCommand>;
export type DeskCommand = OrderDeskCommand | PaperCommand | ShiftDeskCommand | HistoryCommand | InventoryCommand;
