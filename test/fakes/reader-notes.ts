import type { Problem } from '../../electron/contract/problem.ts';
import type { DeviceFacts, RawReport, ReaderInfo, ReaderListener } from '../../electron/core/ports.ts';

/** What a reader port has said, one line each in its order, and the things themselves. */
export type ReaderNotes = {
  readonly listener: ReaderListener;
  /** Without the lists of devices, which are told beside everything else. */
  readonly lines: readonly string[];
  readonly attached: readonly ReaderInfo[];
  readonly reports: readonly RawReport[];
  readonly troubles: readonly Problem[];
  readonly serialNumbers: readonly string[];
  /** Each list that was told. */
  readonly deviceLists: readonly (readonly DeviceFacts[])[];
  /** The last one. */
  readonly devices: () => readonly DeviceFacts[];
};

export function takeNotes(): ReaderNotes {
  const lines: string[] = [];
  const attached: ReaderInfo[] = [];
  const reports: RawReport[] = [];
  const troubles: Problem[] = [];
  const serialNumbers: string[] = [];
  const deviceLists: (readonly DeviceFacts[])[] = [];
  return {
    lines,
    attached,
    reports,
    troubles,
    serialNumbers,
    deviceLists,
    devices: () => deviceLists.at(-1) ?? [],
    listener: {
      onAttached: (reader) => {
        attached.push(reader);
        lines.push(`attached ${reader.readerKey}`);
      },
      onDetached: (readerKey) => {
        lines.push(`detached ${readerKey}`);
      },
      onReport: (report) => {
        reports.push(report);
        lines.push(`report ${report.readerKey}`);
      },
      onTrouble: ({ readerKey }, problem) => {
        troubles.push(problem);
        lines.push(`trouble ${readerKey} ${problem.code}`);
      },
      onSerialNumber: ({ readerKey }, serialNumber) => {
        serialNumbers.push(serialNumber);
        lines.push(`serial ${readerKey} ${serialNumber}`);
      },
      onDevices: (devices) => {
        deviceLists.push(devices);
      },
    },
  };
}
