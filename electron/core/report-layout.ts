/**
 * Where the parts of one scan stand in a scanner's input report. Offsets count from the first byte that the device sends:
 * that is the report id, where it has one.
 * Source: USB-IF HID Point of Sale Usage Tables 1.02, Bar Code Scanner page 0x8C.
 */
export type ReportLayout = {
  readonly name: string;
  /** `null`: the device numbers no reports, and no id byte stands before the first part. */
  readonly reportId: number | null;
  /** The report id included. */
  readonly lengthBytes: number;
  /** The byte that counts the data bytes, or `null` where there is none: the data end before the first NUL. */
  readonly countOffsetBytes: number | null;
  /** The three characters `]cm` of the AIM identifier, or `null` where the device sends none. */
  readonly aimOffsetBytes: number | null;
  /** By how many bytes identifier and data may stand later, told by where the `]` is. Left out: not at all. */
  readonly aimSlackBytes?: number;
  readonly dataOffsetBytes: number;
  readonly dataCapacityBytes: number;
  /** The byte that says that the scan goes on in the next report, or `null` where a full report says it. */
  readonly continuedOffsetBytes: number | null;
  /** The bits of that byte that say it; one that is set is enough. Left out: the lowest. */
  readonly continuedMask?: number;
  /** What the data bytes are. `hex`: a binary number, used as hexadecimal digits. Left out: text. */
  readonly encoding?: 'text' | 'hex';
};
