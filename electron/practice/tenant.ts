import { REFUSALS } from './assumed-errors.ts';
import { judgeItem, readBatch, writeItem } from './batch.ts';
import { CHALLENGES, FAILURES, takeFault, type Fault } from './faults.ts';
import { HANDLERS } from './handlers.ts';
import { writeError, writeReply, type Envelope } from './odata.ts';
import { checkRequest, type IncomingRequest, type Verdict } from './referee.ts';
import type { OperationName } from './surface.ts';
import { findInInventory, type TenantData } from './tenant-data.ts';
import { createTenantState, findRecord, type Assignment, type Conditions } from './tenant-state.ts';

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
  /** How many requests came for an operation, whatever became of them; those inside of a batch are counted, too. */
  readonly countRequests: (operation: OperationName) => number;
  /** What requests had outside the table, one line each. A right client leaves this empty. */
  readonly violations: () => readonly string[];
};

const CALM: Conditions = {
  latencyMs: 0,
  readLagMs: 0,
  faults: [],
  badCodeLeavesAssigned: true,
  putUnknown: null,
  freshSignIn: null,
  // Chosen: as many as "List users" gives; the page of the inventory names no number.
  devicePageSize: 100,
  // Chosen: the stricter of the two, so that a faulty row is met in practice as well.
  newDeviceLists: 'whole',
};

/** Chosen: enough to see a pattern, and a bench that runs for a month stays small. */
const VIOLATIONS_KEPT = 100;

type Outside = Extract<Verdict, { kind: 'outside' }>;

/** A request as it was judged, and what goes wrong with it. */
type Heard = { readonly verdict: Verdict; readonly fault: Fault | null };

/** Creates a tenant that lives in memory and answers as Microsoft's pages say, or as `assumed-errors.ts` guesses. */
export function createPracticeTenant({ nowMs, delay, newId, data, conditions }: TenantOptions): PracticeTenant {
  let state = createTenantState(data, { ...CALM, ...conditions });
  /** The data with what was put into the inventory since. */
  let known = data;
  let violations: readonly string[] = [];
  const requestCounts = new Map<OperationName, number>();

  async function answer(request: Request): Promise<Response> {
    const incoming = await readIncoming(request);
    const heard = hear(checkRequest(incoming));
    const { latencyMs } = state.conditions;
    if (heard.fault?.kind === 'dropRequest') throw cutLine();
    const envelope = createEnvelope(incoming);
    const isBatch = heard.verdict.kind === 'inside' && heard.verdict.operation.name === 'batch';
    const response = isBatch ? await answerBatch(incoming, heard, envelope) : respond(heard, envelope);
    if (latencyMs > 0) await delay(latencyMs);
    if (heard.fault?.kind === 'dropAnswer') throw cutLine();
    return response;
  }

  /** Items are heard before any of them acts, so that a line that is cut before one of them is cut before all. */
  async function answerBatch(incoming: IncomingRequest, heard: Heard, envelope: Envelope): Promise<Response> {
    const plain = respond(heard, envelope);
    const actsAndFails = heard.fault?.kind === 'fail' && heard.fault.acts;
    if (!plain.ok && !actsAndFails) return plain;
    const batch = readBatch(incoming);
    if (batch.kind === 'refused') return writeError(envelope, REFUSALS[batch.situation]);
    if (batch.kind === 'outside') return act(note({ ...batch, operation: heard.verdict.operation }), envelope);
    const items = batch.items.map((item) => ({ item, heard: hear(judgeItem(item)) }));
    if (items.some((one) => one.heard.fault?.kind === 'dropRequest')) throw cutLine();
    const responses = items.map(({ item, heard: one }) => ({
      item,
      response: respond(one, createEnvelope(item.request)),
    }));
    if (items.some((one) => one.heard.fault?.kind === 'dropAnswer')) throw cutLine();
    if (actsAndFails) return plain;
    const written = await Promise.all(responses.map(({ item, response }) => writeItem(item.id, response)));
    // Source: JSON batching: "the responses may be in a different order". Backwards finds out who counts on it.
    return writeReply(envelope, 200, { kind: 'success', body: { responses: written.toReversed() } });
  }

  function hear(verdict: Verdict): Heard {
    const { operation } = verdict;
    if (operation) requestCounts.set(operation.name, (requestCounts.get(operation.name) ?? 0) + 1);
    if (verdict.kind === 'outside') note(verdict);
    const { fault, rest } = takeFault(state.conditions.faults, operation);
    setConditions({ faults: rest });
    return { verdict, fault };
  }

  function note(outside: Omit<Outside, 'authorized'>): Outside {
    const verdict: Outside = { authorized: true, ...outside };
    violations = [...violations, explain(verdict)].slice(-VIOLATIONS_KEPT);
    return verdict;
  }

  function respond({ verdict, fault }: Heard, envelope: Envelope): Response {
    if (fault?.kind === 'challenge') return writeError(envelope, REFUSALS[CHALLENGES[fault.status]]);
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
    const outcome = HANDLERS[operation.name]({ data: known, state, caller, nowMs: envelope.nowMs }, call);
    if (outcome.state.created !== state.created)
      known = { ...data, tokens: [...data.tokens, ...outcome.state.created] };
    state = outcome.state;
    return writeReply(envelope, operation.successStatus, outcome.reply);
  }

  function createEnvelope({ headers }: IncomingRequest): Envelope {
    return { requestId: newId(), clientRequestId: headers.get('client-request-id'), nowMs: nowMs() };
  }

  function setConditions(change: Partial<Conditions>): void {
    state = { ...state, conditions: { ...state.conditions, ...change } };
  }

  return {
    fetch: (request) => untilAborted(request.signal, () => answer(request)),
    conditions: () => state.conditions,
    setConditions,
    findAssignment: (serialNumber) => {
      const token = findInInventory(known, { serialNumber });
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

function explain(verdict: Outside): string {
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
