import type { ItemId } from './item.ts';
import type { OrderId } from './work-order.ts';

/**
 * `receipt`: for the person. `label`: for the bag. `orderSheet`: the lines of an order with their marks to scan.
 * `manifest`: what of an order is shipped. `shiftReport`: what happened since the last one.
 */
export type PaperKind = 'receipt' | 'label' | 'orderSheet' | 'manifest' | 'shiftReport';

export type PaperView = {
  /** As the system calls them. */
  readonly printers: readonly string[];
  /** How many are on their way to a printer. */
  readonly printingCount: number;
  /** Where templates of the site are looked for; those that are missing are built in. */
  readonly templatesPath: string;
};

export type PaperCommand =
  | { readonly kind: 'printReceipt'; readonly itemId: ItemId }
  | { readonly kind: 'printLabel'; readonly itemId: ItemId }
  | { readonly kind: 'printOrder'; readonly paper: 'orderSheet' | 'manifest'; readonly orderId: OrderId }
  | { readonly kind: 'printShiftReport' }
  /** Asks the system for its printers. */
  | { readonly kind: 'findPrinters' }
  /** Writes the built-in templates where the site can change them; what is there already stays. */
  | { readonly kind: 'writeTemplates' };
