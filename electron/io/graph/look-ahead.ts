import type { Result } from '../../contract/result.ts';
import { parseMethodList } from '../../core/graph-answer.ts';
import { parseDeviceList } from '../../core/graph-device-answer.ts';
import { findDevicesRequest } from '../../core/graph-device-request.ts';
import { parseAccount, parseAuthenticatorCount, parseRoles } from '../../core/graph-look-ahead-answer.ts';
import {
  listAllMethodsRequest,
  listMembershipsRequest,
  readAccountRequest,
} from '../../core/graph-look-ahead-request.ts';
import { listMethodsRequest } from '../../core/graph-method-request.ts';
import { toReadOutcome, type GraphAnswer } from '../../core/graph-outcome.ts';
import type { GraphRequest } from '../../core/graph-request.ts';
import type { GraphPort, LookAheadPart, LookAheadQuestion, ReadOutcome } from '../../core/graph-port.ts';
import type { SendMany } from './send-many.ts';
import type { Send } from './send-request.ts';

export type LookAheadOptions = { readonly send: Send; readonly sendMany: SendMany; readonly nowMs: () => number };

const REQUESTS: Readonly<Record<LookAheadPart, (question: LookAheadQuestion) => GraphRequest>> = {
  account: ({ userId }) => readAccountRequest(userId),
  roles: ({ userId }) => listMembershipsRequest(userId),
  authenticators: ({ userId }) => listAllMethodsRequest(userId),
  inventory: ({ serialNumber }) => findDevicesRequest(serialNumber),
};

/** Looks at a person and a token in one call: a batch, or a plain read where there is only one thing to look at. */
export function createLookAhead({ send, sendMany, nowMs }: LookAheadOptions): GraphPort['lookAhead'] {
  return async (question) => {
    const { userId, parts } = question;
    const ofMethods = listMethodsRequest(userId);
    const others = parts.map((part) => REQUESTS[part](question));
    const answers = parts.length === 0 ? [await send(ofMethods)] : await sendMany([ofMethods, ...others]);
    const [methods = LEFT_OUT, ...rest] = answers;
    const read = <T>(part: LookAheadPart, parse: (body: unknown) => Result<T>): ReadOutcome<T> | null =>
      parts.includes(part) ? toReadOutcome(rest[parts.indexOf(part)] ?? LEFT_OUT, parse, nowMs()) : null;
    return {
      methods: toReadOutcome(methods, parseMethodList, nowMs()),
      account: read('account', parseAccount),
      roles: read('roles', parseRoles),
      authenticators: read('authenticators', parseAuthenticatorCount),
      devices: read('inventory', parseDeviceList),
    };
  };
}

/** Each request has its answer; this stands where the types do not know it. */
const LEFT_OUT: GraphAnswer = { kind: 'silent', sent: false, problem: { code: 'graph-failing' } };
