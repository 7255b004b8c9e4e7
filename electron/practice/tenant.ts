import { REFUSALS } from './assumed-errors.ts';
import { FAILURES, takeFault, type Fault } from './faults.ts';
import {
  activateMethod,
  assignAndActivateBySerialNumber,
  listDevices,
  listMethods,
  unassignMethod,
} from './method-operations.ts';
import { writeError, writeReply, type Envelope } from './odata.ts';
import { checkRequest, type Call, type IncomingRequest, type Verdict } from './referee.ts';
import type { OperationName } from './surface.ts';
import type { TenantData } from './tenant-data.ts';
import {
  createTenantState,
  findRecord,
  type Assignment,
  type Conditions,
  type Outcome,
  type World,
} from './tenant-state.ts';
import { readUser, searchUsers } from './user-operations.ts';

export type TenantOptions = {
  readonly nowMs: () => number;
  readonly delay: (delayMs: number) => Promise<void>;
  /** Makes a new GUID. */
  readonly newId: () => string;
  readonly data: TenantData;
  readonly conditions?: Partial<Conditions>;
};

export type PracticeTenant = {
  /** Answers a request like Microsoft Graph. Rejects with a TypeError where the line is cut, like `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly conditions: () => Conditions;
  readonly setConditions: (change: Partial<Conditions>) => void;
  /** Where a token really stands, whatever reads still show; `null` where the inventory does not have it. */
  readonly findAssignment: (serialNumber: string) => Assignment | null;
  /** How many requests came for an operation, whatever became of them. */
  readonly countRequests: (operation: OperationName) => number;
  /** What requests had outside the table, one line each. A right client leaves this empty. */
  readonly violations: () => readonly string[];
};

const HANDLERS: Readonly<Record<OperationName, (world: World, call: Call) => Outcome>> = {
  searchUsers,
  readUser,
  listMethods,
  assignAndActivateBySerialNumber,
  activate: activateMethod,
  unassign: unassignMethod,
  listDevices,
};

const CALM: Conditions = { latencyMs: 0, readLagMs: 0, faults: [], badCodeLeavesAssigned: true };

/** Chosen: enough to see a pattern, and a bench that runs for a month stays small. */
const VIOLATIONS_KEPT = 100;

/** Creates a tenant that lives in memory and answers as Microsoft's pages say, or as `assumed-errors.ts` guesses. */
export function createPracticeTenant({ nowMs, delay, newId, data, conditions }: TenantOptions): PracticeTenant {
  let state = createTenantState(data, { ...CALM, ...conditions });
  let violations: readonly string[] = [];
  const requestCounts = new Map<OperationName, number>();

  async function answer(request: Request): Promise<Response> {
    const incoming = await readIncoming(request);
    const verdict = checkRequest(incoming);
    const { operation } = verdict;
    if (operation) requestCounts.set(operation.name, (requestCounts.get(operation.name) ?? 0) + 1);
    if (verdict.kind === 'outside') violations = [...violations, explain(verdict)].slice(-VIOLATIONS_KEPT);
    const { latencyMs, faults } = state.conditions;
    const { fault, rest } = takeFault(faults, operation);
    setConditions({ faults: rest });
    if (fault?.kind === 'dropRequest') throw cutLine();
    const envelope: Envelope = {
      requestId: newId(),
      clientRequestId: incoming.headers.get('client-request-id'),
      nowMs: nowMs(),
    };
    const response = respond(verdict, envelope, fault);
    if (latencyMs > 0) await delay(latencyMs);
    if (fault?.kind === 'dropAnswer') throw cutLine();
    return response;
  }

  function respond(verdict: Verdict, envelope: Envelope, fault: Fault | null): Response {
    if (fault?.kind !== 'fail') return act(verdict, envelope);
    if (fault.acts) act(verdict, envelope);
    return writeError(envelope, REFUSALS[FAILURES[fault.status]], fault.retryAfterSeconds);
  }

  function act(verdict: Verdict, envelope: Envelope): Response {
    if (verdict.kind === 'outside') {
      const outside = { status: 400, code: 'outsideTheTable', message: explain(verdict) };
      return writeError(envelope, verdict.authorized ? outside : REFUSALS.authorizationMissing);
    }
    const { operation, call } = verdict;
    const caller = data.callers.find(({ accessToken }) => accessToken === call.accessToken);
    if (!caller) return writeError(envelope, REFUSALS.signedOut);
    const outcome = HANDLERS[operation.name]({ data, state, caller, nowMs: envelope.nowMs }, call);
    state = outcome.state;
    return writeReply(envelope, operation.successStatus, outcome.reply);
  }

  function setConditions(change: Partial<Conditions>): void {
    state = { ...state, conditions: { ...state.conditions, ...change } };
  }

  return {
    fetch: (request) => untilAborted(request.signal, () => answer(request)),
    conditions: () => state.conditions,
    setConditions,
    findAssignment: (serialNumber) => {
      const token = data.tokens.find((candidate) => candidate.serialNumber === serialNumber);
      return token ? findRecord(state, token.deviceId).current : null;
    },
    countRequests: (operation) => requestCounts.get(operation) ?? 0,
    violations: () => violations,
  };
}

async function readIncoming(request: Request): Promise<IncomingRequest> {
  const bodyText = await request.text();
  return { method: request.method, url: new URL(request.url), headers: request.headers, bodyText };
}

function explain(verdict: Extract<Verdict, { kind: 'outside' }>): string {
  return `Outside the practice tenant's table: ${verdict.reasons.join('; ')}.`;
}

/** What `fetch` rejects with where there is no network, or no longer. */
function cutLine(): TypeError {
  return new TypeError('fetch failed');
}

/** A caller who gives up is let go at once; what the tenant has begun, it ends. */
function untilAborted<T>(signal: AbortSignal, start: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    start()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}
