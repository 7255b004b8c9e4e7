import type { ReportLayout } from '../../electron/core/report-layout.ts';

/** Source: Access-IS and Honeywell manuals. Byte 0 is the report id. */
export const LAYOUT_A: ReportLayout = {
  name: 'A',
  reportId: 2,
  lengthBytes: 64,
  countOffsetBytes: 1,
  aimOffsetBytes: 2,
  dataOffsetBytes: 5,
  dataCapacityBytes: 56,
  continuedOffsetBytes: 63,
};

/** Source: Newland, ID TECH and Unitech manuals. */
export const LAYOUT_B: ReportLayout = { ...LAYOUT_A, name: 'B', aimOffsetBytes: null, dataOffsetBytes: 2 };

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A report as a scanner fills it, laid out by hand and not through the code under test. */
export function report(
  layout: ReportLayout,
  text: string,
  { aimId = '', continued = false }: { readonly aimId?: string; readonly continued?: boolean } = {},
): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes[0] = 2;
  bytes[1] = text.length;
  bytes.set(bytesOf(aimId), 2);
  bytes.set(bytesOf(text), layout.name === 'A' ? 5 : 2);
  bytes[63] = continued ? 1 : 0;
  return bytes;
}
