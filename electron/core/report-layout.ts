/**
 * Where the parts of one scan stand in a scanner's input report. Offsets count from the report id, which is byte 0.
 * Source: USB-IF HID Point of Sale Usage Tables 1.02, Bar Code Scanner page 0x8C; the two 64-byte layouts in use are A and B.
 */
export type ReportLayout = {
  readonly name: string;
  readonly reportId: number;
  readonly lengthBytes: number;
  /** The byte that counts the data bytes that follow. */
  readonly countOffsetBytes: number;
  /** The three characters `]cm` of the AIM identifier, or `null` where the device sends none. */
  readonly aimOffsetBytes: number | null;
  readonly dataOffsetBytes: number;
  readonly dataCapacityBytes: number;
  /** The byte whose lowest bit says that the scan goes on in the next report. */
  readonly continuedOffsetBytes: number;
};
