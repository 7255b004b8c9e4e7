import type { PaperKind } from '../../../contract/paper.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { DifferenceKind, ShiftCounts } from '../../../contract/shift.ts';
import { EN } from './en.ts';

/** The words on paper in one language. A second language is a second file, and a line in `LANGUAGES`. */
export type PaperWords = {
  /** As BCP 47 has it. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly practice: string;
  readonly practiceNote: string;
  readonly person: string;
  readonly serialNumber: string;
  readonly request: string;
  readonly order: string;
  readonly line: string;
  readonly model: string;
  readonly note: string;
  readonly operator: string;
  readonly station: string;
  readonly printed: string;
  readonly requestId: string;
  readonly names: Readonly<Record<PaperKind, string>>;
  readonly receipt: {
    readonly title: string;
    readonly serialTail: string;
    readonly issued: string;
    readonly idSeen: string;
    readonly activated: Advice;
    /** It still has to be activated by its person. */
    readonly assigned: Advice;
  };
  readonly orderSheet: { readonly open: string; readonly scanHere: string };
  readonly manifest: {
    readonly done: string;
    readonly doneAt: string;
    readonly skipped: string;
    readonly open: string;
    readonly handedOverBy: string;
    readonly receivedBy: string;
  };
  readonly shiftReport: {
    readonly since: string;
    readonly countsTitle: string;
    readonly counts: Readonly<Record<keyof ShiftCounts, string>>;
    readonly operators: string;
    readonly operatorIssued: string;
    readonly nobody: string;
    readonly exceptions: string;
    readonly noExceptions: string;
    readonly at: string;
    readonly what: string;
    /** Stands for a label of which nothing may be kept. */
    readonly hidden: string;
    readonly reader: string;
    readonly reason: string;
    readonly comparison: string;
    /** `{at}`. */
    readonly notCompared: string;
    /** `{at}`, `{checked}`, `{different}`, `{since}`. */
    readonly compared: string;
    readonly differs: Readonly<Record<DifferenceKind, string>>;
    readonly journal: string;
    readonly journalNote: string;
  };
  /** Those of the setting `idKinds` that are words of ours; any other stands as the site wrote it. */
  readonly idKinds: Readonly<Record<string, string>>;
  /** The titles that the window has for them. */
  readonly problems: Readonly<Partial<Record<ProblemCode, string>>>;
};

/** The address stands under it. */
type Advice = { readonly toKnow: string; readonly nextStep: string };

const LANGUAGES: readonly PaperWords[] = [EN];

/** The words for a locale of the system; English where there are none in its language. */
export function wordsFor(locale: string): PaperWords {
  const [language] = locale.toLowerCase().split('-');
  return LANGUAGES.find((words) => words.language === language) ?? EN;
}
