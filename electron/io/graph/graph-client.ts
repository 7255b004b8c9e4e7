import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import { decideRetry } from '../../core/decide-retry.ts';
import { parseMethodList, parseUserList } from '../../core/graph-answer.ts';
import { parseGraphError, problemOf } from '../../core/graph-error.ts';
import {
  activateRequest,
  assignAndActivateRequest,
  listMethodsRequest,
  findByEmployeeIdRequest,
  searchUsersRequest,
  type GraphRequest,
} from '../../core/graph-request.ts';
import type { GraphPort, ReadOutcome, WriteOutcome } from '../../core/ports.ts';
import { parseRetryAfter } from '../../core/retry-after.ts';
import type { Secret } from '../../core/secret.ts';
import { createSender, type Answer, type SenderOptions } from './send-request.ts';

/** Microsoft Graph over `fetch`. Nothing is sent twice in here: when to ask again is the loop's to decide. */
export function createGraphClient(options: SenderOptions): GraphPort {
  const send = createSender(options);

  async function read<T>(request: GraphRequest, parse: (body: unknown) => Result<T>): Promise<ReadOutcome<T>> {
    const answer = await send(request);
    if (answer.kind === 'silent') return { kind: 'failed', problem: answer.problem, status: null, retryAfterMs: null };
    const { status } = answer;
    const retryAfterMs = parseRetryAfter(answer.retryAfter, options.nowMs());
    if (status < 200 || status > 299) return { kind: 'failed', problem: problemIn(answer), status, retryAfterMs };
    const parsed = parse(answer.body);
    return parsed.ok
      ? { kind: 'read', value: parsed.value }
      : { kind: 'failed', problem: parsed.problem, status, retryAfterMs };
  }

  async function write(request: GraphRequest, code: Secret, attempt: number): Promise<WriteOutcome> {
    return withoutCode(await writeOnce(request, attempt), code);
  }

  async function writeOnce(request: GraphRequest, attempt: number): Promise<WriteOutcome> {
    const answer = await send(request);
    if (answer.kind === 'silent') {
      return answer.sent ? lost(answer.problem) : { kind: 'refused', problem: answer.problem };
    }
    const { status } = answer;
    if (status >= 200 && status <= 299) return { kind: 'done', requestId: answer.requestId };
    const nowMs = options.nowMs();
    const retryAfterMs = parseRetryAfter(answer.retryAfter, nowMs);
    const retry = decideRetry({ method: request.method, status, retryAfterMs, attempt, nowMs });
    if (retry.kind === 'retry') return { kind: 'postponed', problem: problemIn(answer), untilMs: retry.atMs };
    // 408 and 5xx leave open whether the service acted.
    return status >= 500 || status === 408 ? lost(problemIn(answer)) : { kind: 'refused', problem: problemIn(answer) };
  }

  return {
    searchUsers: (query) => read(searchUsersRequest(query), parseUserList),
    findByEmployeeId: (employeeId) => read(findByEmployeeIdRequest(employeeId), parseUserList),
    listOathMethods: (userId) => read(listMethodsRequest(userId), parseMethodList),
    assignAndActivateBySerialNumber: ({ userId, serialNumber, verificationCode, displayName, attempt }) => {
      const request = assignAndActivateRequest(userId, serialNumber, verificationCode.reveal(), displayName);
      return write(request, verificationCode, attempt);
    },
    activate: ({ userId, methodId, verificationCode, displayName, attempt }) => {
      const request = activateRequest(userId, methodId, verificationCode.reveal(), displayName);
      return write(request, verificationCode, attempt);
    },
  };
}

function problemIn(answer: Extract<Answer, { kind: 'answered' }>): Problem {
  return problemOf(answer.status, parseGraphError(answer.body, answer.requestId));
}

/** Graph's words are kept and shown; should they repeat the code, it is taken out of them. */
function withoutCode(outcome: WriteOutcome, code: Secret): WriteOutcome {
  if (outcome.kind === 'done' || outcome.problem.detail === undefined) return outcome;
  const detail = outcome.problem.detail.replaceAll(code.reveal(), '[code]');
  return { ...outcome, problem: { ...outcome.problem, detail } };
}

function lost(problem: Problem): WriteOutcome {
  return { kind: 'lost', problem: { ...problem, code: 'answer-lost' } };
}
