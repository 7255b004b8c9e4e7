import type { LearningView, ReportView, TestedScan } from '../contract/doctor.ts';
import type { SiteRuleMeaning } from '../contract/site-rule.ts';
import type { PassingEvent } from './event.ts';
import { learnRule, SAMPLES_WANTED } from './learn-rule.ts';

/** What the reader doctor has seen since it was opened. Nothing of it is kept. */
export type DoctorState = {
  readonly reports: readonly Omit<ReportView, 'readerName'>[];
  readonly tests: readonly TestedScan[];
  readonly nextSeq: number;
  readonly learning: Learning | null;
};

type Sample = { readonly text: string; readonly aimId: string | null };
type Learning = LearningView & { readonly ruleId: string; readonly heard: readonly Sample[] };
type ScanTested = Extract<PassingEvent, { kind: 'scanTested' }>;

/** Chosen: what fits on a screen beside the devices; a longer list is a log, not a live view. */
const REPORTS_KEPT = 16;
const TESTS_KEPT = 10;

export const OPENED_DOCTOR: DoctorState = { reports: [], tests: [], nextSeq: 1, learning: null };

export function addReport(doctor: DoctorState, report: Omit<ReportView, 'seq' | 'readerName'>): DoctorState {
  const reports = [...doctor.reports.slice(1 - REPORTS_KEPT), { ...report, seq: doctor.nextSeq }];
  return { ...doctor, reports, nextSeq: doctor.nextSeq + 1 };
}

/** Shows what a scan comes to. While a rule is being learned, its text is one more sample. */
export function addTest(doctor: DoctorState, event: ScanTested, readerName: string): DoctorState {
  const test: TestedScan = { ...event.test, seq: doctor.nextSeq, readerName };
  const tests = [...doctor.tests.slice(1 - TESTS_KEPT), test];
  return { ...doctor, tests, nextSeq: doctor.nextSeq + 1, learning: doctor.learning && learn(doctor.learning, test) };
}

export function startLearning(doctor: DoctorState, means: SiteRuleMeaning, ruleId: string): DoctorState {
  const learning = { means, ruleId, heard: [], samples: [], wanted: SAMPLES_WANTED, proposal: null, problem: null };
  return { ...doctor, learning };
}

/** What may hold a secret has no text here, and is no sample. */
function learn(learning: Learning, { scannedText, aimId }: TestedScan): Learning {
  if (scannedText === '' || learning.heard.length === learning.wanted) return learning;
  const heard = [...learning.heard, { text: scannedText, aimId }];
  const next = { ...learning, heard, samples: heard.map(({ text }) => text) };
  if (heard.length < learning.wanted) return next;
  const learned = learnRule(heard, learning.means, learning.ruleId);
  return learned.ok ? { ...next, proposal: learned.value } : { ...next, problem: learned.problem };
}
