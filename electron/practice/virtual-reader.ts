import type { ReaderListener, ReaderPort } from '../core/ports.ts';
import type { ReportLayout } from '../core/report-layout.ts';

const AIM_OFFSET_BYTES = 2;
const VENDOR_CODE_OFFSET_BYTES = 61;

/** Source: USB-IF HID Point of Sale Usage Tables 1.02; the manuals of the Access-IS LSR and ATR readers (layout A). */
export const VIRTUAL_READER_LAYOUT = {
  name: 'A',
  reportId: 2,
  lengthBytes: 64,
  countOffsetBytes: 1,
  aimOffsetBytes: AIM_OFFSET_BYTES,
  dataOffsetBytes: 5,
  dataCapacityBytes: 56,
  continuedOffsetBytes: 63,
} as const satisfies ReportLayout;

/** The vendor's own letter for a symbology, by the AIM letter. Source: Honeywell's code id table. */
const VENDOR_CODES: Readonly<Record<string, string>> = { C: 'j', E: 'd', Q: 's', d: 'w' };

export type VirtualReader = {
  readonly port: ReaderPort;
  /** Reads a bar code. `aimId` is `]cm`. A reader that is unplugged, or that nobody listens to, says nothing. */
  readonly scan: (text: string, aimId: string) => void;
  readonly plug: () => void;
  readonly unplug: () => void;
  readonly isPlugged: () => boolean;
};

export type VirtualReaderOptions = {
  readonly nowMs: () => number;
  readonly name?: string;
  /** Counts from 1. */
  readonly number?: number;
  readonly isPlugged?: boolean;
};

/** Creates a scanner without a body, which sends the reports that a real one would. Left out: it is plugged in. */
export function createVirtualReader(options: VirtualReaderOptions): VirtualReader {
  const { nowMs, name = 'Practice reader', number = 1 } = options;
  let listener: ReaderListener | null = null;
  let isPlugged = options.isPlugged ?? true;
  const readerKey = `practice:${number}`;

  function announce(): void {
    listener?.onAttached({
      readerKey,
      name,
      // Chosen: no vendor has 0, so that no profile of a real reader ever fits.
      vendorId: 0,
      productId: 0,
      serialNumber: null,
      layout: VIRTUAL_READER_LAYOUT,
    });
  }

  return {
    port: {
      start: async (newListener) => {
        listener = newListener;
        if (isPlugged) announce();
      },
      stop: async () => {
        listener = null;
      },
    },
    scan: (text, aimId) => {
      if (!isPlugged) return;
      for (const bytes of encodeReports(text, aimId)) {
        listener?.onReport({ readerKey, bytes, atMs: nowMs() });
      }
    },
    plug: () => {
      if (isPlugged) return;
      isPlugged = true;
      announce();
    },
    unplug: () => {
      if (!isPlugged) return;
      isPlugged = false;
      listener?.onDetached(readerKey);
    },
    isPlugged: () => isPlugged,
  };
}

/** Writes a scan as input reports, the report id included. An empty text is one empty report. */
export function encodeReports(text: string, aimId: string): readonly Uint8Array[] {
  const { lengthBytes, reportId, countOffsetBytes, dataOffsetBytes, dataCapacityBytes, continuedOffsetBytes } =
    VIRTUAL_READER_LAYOUT;
  const data = Buffer.from(text, 'utf8');
  const count = Math.max(1, Math.ceil(data.length / dataCapacityBytes));
  return Array.from({ length: count }, (_, index) => {
    const part = data.subarray(index * dataCapacityBytes, (index + 1) * dataCapacityBytes);
    const report = new Uint8Array(lengthBytes);
    report[0] = reportId;
    report[countOffsetBytes] = part.length;
    report.set(Buffer.from(aimId.slice(0, 3), 'latin1'), AIM_OFFSET_BYTES);
    report.set(part, dataOffsetBytes);
    report[VENDOR_CODE_OFFSET_BYTES] = VENDOR_CODES[aimId.charAt(1)]?.charCodeAt(0) ?? 0;
    report[continuedOffsetBytes] = index < count - 1 ? 1 : 0;
    return report;
  });
}
