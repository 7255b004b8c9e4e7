import type { QueueRow } from '../../electron/contract/item.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { DeviceCodePrompt, QueueView, Snapshot } from '../../electron/contract/snapshot.ts';
import type { User } from '../../electron/contract/user.ts';

/** What a kiosk shows: one thing at a time, for one person. */
export type KioskStage =
  | { readonly kind: 'signIn'; readonly problem: Problem | null }
  | { readonly kind: 'signingIn'; readonly prompt: DeviceCodePrompt | null }
  | { readonly kind: 'signingOut' }
  /** Signed in, and not known yet. */
  | { readonly kind: 'lookingUp' }
  | { readonly kind: 'proveAgain'; readonly person: User; readonly row: QueueRow | null }
  | { readonly kind: 'scan'; readonly person: User }
  | { readonly kind: 'code'; readonly person: User; readonly row: QueueRow }
  | { readonly kind: 'working'; readonly person: User; readonly row: QueueRow; readonly state: WorkingState }
  /** `problem`: `null` where what was found before the code says why. */
  | { readonly kind: 'stopped'; readonly person: User; readonly row: QueueRow; readonly problem: Problem | null }
  | {
      readonly kind: 'done';
      readonly person: User | null;
      readonly row: QueueRow | null;
      readonly endsAtMs: number | null;
    };

/** `needsUser`: the person is put to the token by the station itself. */
export type WorkingState = Extract<
  QueueRow['state'],
  { kind: 'needsUser' | 'activating' | 'waiting' | 'unsure' | 'confirming' }
>;

export const KIOSK_STEPS = ['signIn', 'scan', 'code', 'done'] as const;

export type KioskStep = (typeof KIOSK_STEPS)[number];

/** `null`: this is no kiosk. */
export function kioskStage({ kiosk, session, open, queue }: Snapshot): KioskStage | null {
  if (!kiosk) return null;
  const { person, needsFreshSignIn, endsAtMs } = kiosk;
  const row = ownRow(open, person);
  if (session.kind === 'out') return { kind: 'signIn', problem: session.problem };
  if (session.kind === 'signingOut') return { kind: 'signingOut' };
  // The same person signs in once more: they are still here.
  if (person && needsFreshSignIn) return { kind: 'proveAgain', person, row };
  if (session.kind === 'signingIn') return { kind: 'signingIn', prompt: session.prompt };
  if (endsAtMs !== null) return { kind: 'done', person, row: row ?? issuedRow(queue, person), endsAtMs };
  if (!person) return { kind: 'lookingUp' };
  return row ? stageOfRow(row, person) : { kind: 'scan', person };
}

/** What a change of makes another picture: the focus follows it, and it is said. */
export function stageKey(stage: KioskStage): string {
  const row = rowOf(stage);
  return [stage.kind, row?.id ?? '', stage.kind === 'code' ? stage.row.rejections : ''].join(' ');
}

export function personOf(stage: KioskStage): User | null {
  return 'person' in stage ? stage.person : null;
}

/** The step that is due. */
export function stepOf(stage: KioskStage): KioskStep {
  switch (stage.kind) {
    case 'signIn':
    case 'signingIn':
    case 'signingOut':
    case 'lookingUp':
    case 'proveAgain':
      return 'signIn';
    case 'scan':
      return 'scan';
    case 'working':
      return stage.state.kind === 'needsUser' ? 'scan' : 'code';
    case 'code':
    case 'stopped':
      return 'code';
    case 'done':
      return 'done';
  }
}

export function isStepDone(step: KioskStep, stage: KioskStage): boolean {
  const due = stepOf(stage);
  // The token stays scanned while its person proves once more who they are.
  if (stage.kind === 'proveAgain') return step === 'scan' && stage.row !== null;
  return KIOSK_STEPS.indexOf(step) < KIOSK_STEPS.indexOf(due) || stage.kind === 'done';
}

/** Why the code before did not do. That the sign-in was too old is over once this is asked. */
export function codeProblem({ state }: QueueRow): Problem | null {
  if (state.kind !== 'needsCode' || state.problem?.code === 'fresh-sign-in-wanted') return null;
  return state.problem;
}

function rowOf(stage: KioskStage): QueueRow | null {
  return 'row' in stage ? stage.row : null;
}

/** Never what somebody else left in the reader's place. */
function ownRow(open: QueueRow | null, person: User | null): QueueRow | null {
  return open?.user && open.user.id !== person?.id ? null : open;
}

/** The last one that was issued: it is out of hand by then, and its number still stands where it stood. */
function issuedRow({ rows }: QueueView, person: User | null): QueueRow | null {
  return rows.find(({ state, user }) => state.kind === 'activated' && user !== null && user.id === person?.id) ?? null;
}

function stageOfRow(row: QueueRow, person: User): KioskStage {
  const { state } = row;
  switch (state.kind) {
    case 'needsCode':
      return row.can.includes('enterCode')
        ? { kind: 'code', person, row }
        : { kind: 'stopped', person, row, problem: state.problem };
    case 'stopped':
      return { kind: 'stopped', person, row, problem: state.problem };
    case 'activated':
    case 'readyToAssign':
    case 'assigned':
      return { kind: 'done', person, row, endsAtMs: null };
    case 'needsUser':
    case 'activating':
    case 'waiting':
    case 'unsure':
    case 'confirming':
      return { kind: 'working', person, row, state };
  }
}
