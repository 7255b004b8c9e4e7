import { randomUUID } from 'node:crypto';
import type { PracticeTrouble } from '../contract/command.ts';
import type { PracticeNote, PracticeView } from '../contract/snapshot.ts';
import type { ClockPort, ReaderPort, SignInPort } from '../core/ports.ts';
import { ok } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { PRACTICE_DATA, PRACTICE_LABELS, PRACTICE_TRAINEE, PRACTICE_TOKENS, type BenchToken } from './practice-data.ts';
import { createPracticeTenant, type PracticeTenant } from './tenant.ts';
import type { Conditions } from './tenant-state.ts';
import { createPracticeReaders } from './practice-readers.ts';
import { templateIdsOf } from './roles.ts';
import { readDisplay } from './virtual-token.ts';

/** A station without a tenant and without devices: what the app runs on in practice mode. */
export type Practice = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly reader: ReaderPort;
  readonly accessToken: SignInPort['accessToken'];
  /** What the one who practises may do, as a token would tell it. */
  readonly rights: { readonly scopes: readonly string[]; readonly roles: readonly string[] };
  readonly scan: (reader: number, text: string, aimId: string) => void;
  readonly plug: (reader: number, isPlugged: boolean) => void;
  readonly setTrouble: (trouble: PracticeTrouble) => void;
  readonly view: () => PracticeView;
  /** When the next code changes on any display. */
  readonly nextChangeAtMs: () => number;
};

/** Chosen: long enough to be felt and to be clicked into, short enough for every time-out. */
const SLOW_MS = 4_000;
/** Chosen: the wait is seen to run, and the code is mostly still good after it. */
const RETRY_AFTER_SECONDS = 8;

const TROUBLES: Readonly<Record<PracticeTrouble, Pick<Conditions, 'latencyMs' | 'faults'>>> = {
  none: { latencyMs: 0, faults: [] },
  slow: { latencyMs: SLOW_MS, faults: [] },
  throttled: {
    latencyMs: 0,
    faults: [
      { on: 'writes', times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: RETRY_AFTER_SECONDS },
    ],
  },
  lostAnswer: { latencyMs: 0, faults: [{ on: 'writes', times: 1, kind: 'dropAnswer' }] },
  down: { latencyMs: 0, faults: [{ on: 'any', times: Infinity, kind: 'dropRequest' }] },
};

/** Creates the practice tenant with its tokens and its reader. */
export function createPractice({ clock }: { readonly clock: ClockPort }): Practice {
  const tenant = createPracticeTenant({
    nowMs: clock.nowMs,
    delay: (delayMs) => new Promise((resolve) => void clock.at(clock.nowMs() + delayMs, resolve)),
    newId: randomUUID,
    data: PRACTICE_DATA,
  });
  const readers = createPracticeReaders(clock);
  const accessToken = new Secret(PRACTICE_TRAINEE.accessToken);
  let trouble: PracticeTrouble = 'none';

  return {
    fetch: tenant.fetch,
    reader: readers.port,
    accessToken: async () => ok(accessToken),
    rights: { scopes: PRACTICE_TRAINEE.scopes, roles: templateIdsOf(PRACTICE_TRAINEE.roles) },
    scan: readers.scan,
    plug: readers.plug,
    setTrouble: (next) => {
      trouble = next;
      tenant.setConditions(TROUBLES[next]);
    },
    view: () => ({
      tokens: PRACTICE_TOKENS.map((token) => {
        const { code, changesAtMs } = readDisplay(token, clock.nowMs());
        const { serialNumber, model, periodSeconds } = token;
        return {
          serialNumber,
          model,
          note: noteOf(token, tenant),
          periodSeconds,
          code,
          codeChangesAtMs: changesAtMs,
        };
      }),
      labels: PRACTICE_LABELS,
      readers: readers.view(),
      trouble: isOver(trouble, tenant) ? 'none' : trouble,
    }),
    nextChangeAtMs: () => Math.min(...PRACTICE_TOKENS.map((token) => readDisplay(token, clock.nowMs()).changesAtMs)),
  };
}

function noteOf(token: BenchToken, tenant: PracticeTenant): PracticeNote {
  const isIssued = tenant.findAssignment(token.serialNumber)?.status === 'activated';
  return isIssued && token.note !== 'assignedToAnother' ? 'issued' : token.note;
}

/** A trouble that strikes once is over when its fault has been used up. */
function isOver(trouble: PracticeTrouble, tenant: PracticeTenant): boolean {
  return tenant.conditions().faults.length < TROUBLES[trouble].faults.length;
}
