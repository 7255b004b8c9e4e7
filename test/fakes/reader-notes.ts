import type { Problem } from '../../electron/contract/problem.ts';
import type { RawReport, ReaderInfo, ReaderListener } from '../../electron/core/ports.ts';

/** What a reader port has said, one line each in its order, and the things themselves. */
export type ReaderNotes = {
  readonly listener: ReaderListener;
  readonly lines: readonly string[];
  readonly attached: readonly ReaderInfo[];
  readonly reports: readonly RawReport[];
  readonly troubles: readonly Problem[];
};

export function takeNotes(): ReaderNotes {
  const lines: string[] = [];
  const attached: ReaderInfo[] = [];
  const reports: RawReport[] = [];
  const troubles: Problem[] = [];
  return {
    lines,
    attached,
    reports,
    troubles,
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
    },
  };
}
