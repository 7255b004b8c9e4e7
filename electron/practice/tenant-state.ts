import type { OathStatus } from '../core/oath-method.ts';
import type { Situation } from './assumed-errors.ts';
import type { Fault } from './faults.ts';
import type { Caller, TenantData, TenantToken } from './tenant-data.ts';

export type TokenStatus = Exclude<OathStatus, 'unknown'>;

/** Where a token stands from `sinceMs` on. */
export type Assignment = {
  readonly sinceMs: number;
  readonly status: TokenStatus;
  readonly userId: string | null;
  readonly displayName: string | null;
};

/** `earlier`, the newest first, is what a lagging read still shows. */
export type TokenRecord = {
  readonly current: Assignment;
  readonly earlier: readonly Assignment[];
  readonly lastAcceptedStep: number;
};

export type Conditions = {
  /** From a request's arrival to its answer. */
  readonly latencyMs: number;
  /** For so long, reads show what was before a write. */
  readonly readLagMs: number;
  readonly faults: readonly Fault[];
  /** Assumed: a wrong code leaves the token with the user as `failedActivation`, because that status exists. */
  readonly badCodeLeavesAssigned: boolean;
  /** How `PUT …/assignTo/$ref` is answered by a service that does not know it; `null`: it knows it. */
  readonly putUnknown: 'putNotFound' | 'putNotAllowed' | 'putNotImplemented' | null;
  /**
   * How a write about the operator's own tokens is refused, because the last sign-in is too long ago.
   * Source: the rule of ten minutes is on every page of a write; what the refusal looks like is on none.
   */
  readonly freshSignIn: 'claimsWanted' | 'mfaWanted' | 'methodsDenied' | null;
  /** Tokens to a page of the inventory. */
  readonly devicePageSize: number;
  /**
   * What a list of new tokens comes to where one of them is not taken. `whole`: none is created, and the first fault is
   * the answer. `each`: each has its own. `unknown`: the service knows no lists. Which of them it is, no page says.
   */
  readonly newDeviceLists: 'whole' | 'each' | 'unknown';
};

export type TenantState = {
  /** By device id. */
  readonly records: ReadonlyMap<string, TokenRecord>;
  readonly activatedAtMs: readonly number[];
  /** Put into the inventory since; those of the data are not among them. */
  readonly created: readonly TenantToken[];
  readonly conditions: Conditions;
};

/** All that one operation may look at. */
export type World = {
  readonly data: TenantData;
  readonly state: TenantState;
  readonly caller: Caller;
  readonly nowMs: number;
};

export type Reply =
  | { readonly kind: 'success'; readonly body: object | null }
  | { readonly kind: 'file'; readonly contentType: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused';
      readonly situation: Situation;
      readonly resource?: string;
      readonly retryAfterSeconds?: number;
    };

export type Outcome = { readonly state: TenantState; readonly reply: Reply };

export function createTenantState(data: TenantData, conditions: Conditions): TenantState {
  const records = data.tokens.map(recordOf);
  return { records: new Map(records), activatedAtMs: [], created: [], conditions };
}

/** Where a token stands that is new here. */
export function recordOf({ deviceId, holder }: TenantToken): [string, TokenRecord] {
  const current: Assignment = {
    sinceMs: -Infinity,
    status: holder?.status ?? 'available',
    userId: holder?.userId ?? null,
    displayName: null,
  };
  return [deviceId, { current, earlier: [], lastAcceptedStep: -1 }];
}

export function findRecord(state: TenantState, deviceId: string): TokenRecord {
  const record = state.records.get(deviceId);
  if (!record) throw new Error(`no record of device ${deviceId}`);
  return record;
}

/** Where a read says that a token stands. */
export function visibleAssignment({ state, nowMs }: World, deviceId: string): Assignment {
  const { current, earlier } = findRecord(state, deviceId);
  const seenUntilMs = nowMs - state.conditions.readLagMs;
  return [current, ...earlier].find(({ sinceMs }) => sinceMs <= seenUntilMs) ?? current;
}

/** Writes where a token stands from now on. */
export function putAssignment(
  state: TenantState,
  deviceId: string,
  next: Assignment,
  lastAcceptedStep?: number,
): TenantState {
  const record = findRecord(state, deviceId);
  const changed: TokenRecord = {
    current: next,
    earlier: [record.current, ...record.earlier],
    lastAcceptedStep: lastAcceptedStep ?? record.lastAcceptedStep,
  };
  return { ...state, records: new Map(state.records).set(deviceId, changed) };
}

export function succeed(state: TenantState, body: object | null): Outcome {
  return { state, reply: { kind: 'success', body } };
}

export function refuse(
  state: TenantState,
  situation: Situation,
  more: { readonly resource?: string; readonly retryAfterSeconds?: number } = {},
): Outcome {
  return { state, reply: { kind: 'refused', situation, ...more } };
}
