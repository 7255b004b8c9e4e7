import type { PaperKind } from '../../../contract/paper.ts';
import { LABEL_TEMPLATE } from './label-template.ts';
import { MANIFEST_TEMPLATE } from './manifest-template.ts';
import { ORDER_SHEET_TEMPLATE } from './order-sheet-template.ts';
import { RECEIPT_TEMPLATE } from './receipt-template.ts';
import { SHIFT_REPORT_TEMPLATE } from './shift-report-template.ts';

/** They are part of the program, so that nothing has to be found on a disk. */
export const BUILT_IN_TEMPLATES: Readonly<Record<PaperKind, string>> = {
  receipt: RECEIPT_TEMPLATE,
  label: LABEL_TEMPLATE,
  orderSheet: ORDER_SHEET_TEMPLATE,
  manifest: MANIFEST_TEMPLATE,
  shiftReport: SHIFT_REPORT_TEMPLATE,
};
