import type { PaperKind } from '../../contract/paper.ts';

/**
 * What stands on a paper, before a template gives it its form. Texts are ready to be read; `null` where there is nothing to
 * say. No field holds a code or a seed, and none is a number that a template would have to format.
 */
export type Paper = { readonly [K in PaperKind]: { readonly kind: K; readonly content: PaperContents[K] } }[PaperKind];

export type PaperContents = {
  readonly receipt: Receipt;
  readonly label: Label;
  readonly orderSheet: OrderSheet;
  readonly manifest: Manifest;
  readonly shiftReport: ShiftReport;
};

/** To be drawn as a bar code; `text` is exactly what a scanner reads from it. */
export type MachineCode = { readonly symbology: 'code128' | 'qr'; readonly text: string };

/** What all papers say. */
export type PaperFrame = {
  readonly isPractice: boolean;
  readonly stationName: string;
  readonly operatorName: string | null;
  readonly printedAt: string;
};

export type Receipt = PaperFrame & {
  readonly serialTail: string;
  readonly personName: string;
  readonly signInName: string;
  readonly issuedAt: string;
  readonly requestId: string | null;
  readonly idSeen: string | null;
  /** What the person has to know of it, what they do next, and where. */
  readonly toKnow: string;
  readonly nextStep: string;
  readonly address: MachineCode;
};

export type Label = PaperFrame & {
  readonly personName: string;
  /** More than a label holds at full size. */
  readonly isNameLong: boolean;
  readonly serial: MachineCode;
  readonly order: { readonly name: string; readonly line: string; readonly requestNumber: string } | null;
};

export type OrderSheet = PaperFrame & {
  readonly orderName: string;
  readonly openCount: string;
  readonly lines: readonly (OrderPerson & { readonly mark: MachineCode })[];
};

export type Manifest = PaperFrame & {
  readonly orderName: string;
  readonly doneCount: string;
  readonly skippedCount: string;
  readonly openCount: string;
  readonly done: readonly (OrderPerson & { readonly serialNumber: string; readonly doneAt: string })[];
  readonly skipped: readonly OrderPerson[];
  readonly open: readonly OrderPerson[];
};

/** One person of an order. */
export type OrderPerson = {
  readonly line: string;
  readonly personName: string;
  readonly signInName: string;
  readonly requestNumber: string;
  readonly model: string;
  readonly note: string;
};

export type ShiftReport = PaperFrame & {
  readonly sinceAt: string;
  readonly counts: readonly NamedCount[];
  readonly operators: readonly NamedCount[];
  readonly exceptions: readonly PaperException[];
  readonly comparison: PaperComparison;
  /** The newest entry of the journal: whoever keeps this paper notices an end that was cut off. */
  readonly journalHead: { readonly seq: string; readonly hash: string } | null;
};

export type NamedCount = { readonly name: string; readonly count: string };

export type PaperException = {
  readonly at: string;
  readonly what: string;
  readonly personName: string;
  readonly readerName: string;
  readonly reason: string;
};

export type PaperComparison = {
  /** When it was compared and with what result, or since when it has not been. */
  readonly summary: string;
  readonly differences: readonly {
    readonly serialNumber: string;
    readonly personName: string;
    readonly reason: string;
  }[];
};
