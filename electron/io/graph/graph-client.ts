import type { Result } from '../../contract/result.ts';
import { parseMethodList, parseUser, parseUserList } from '../../core/graph-answer.ts';
import { parseDeviceList, parseDevicePage } from '../../core/graph-device-answer.ts';
import { findDevicesRequest, listDevicesRequest } from '../../core/graph-device-request.ts';
import { parseRoles } from '../../core/graph-look-ahead-answer.ts';
import { saysNobody } from '../../core/graph-people-answer.ts';
import { listMembershipsRequest } from '../../core/graph-look-ahead-request.ts';
import {
  activateRequest,
  assignAndActivateBySerialRequest,
  assignAndActivateRequest,
  deactivateRequest,
  listMethodsRequest,
  unassignRequest,
} from '../../core/graph-method-request.ts';
import { toReadOutcome, toWriteOutcome } from '../../core/graph-outcome.ts';
import {
  findByEmployeeIdRequest,
  readMeRequest,
  readUserRequest,
  searchUsersRequest,
  type GraphRequest,
  type GraphWrite,
} from '../../core/graph-request.ts';
import { SELF, type GraphPort, type ReadOutcome, type UserId, type WriteOutcome } from '../../core/graph-port.ts';
import type { Secret } from '../../core/secret.ts';
import { createAssigner } from './assign-device.ts';
import { createDeviceMaker } from './create-devices.ts';
import { createLookAhead } from './look-ahead.ts';
import { createPhotoReader } from './read-photo.ts';
import { createUserReader } from './read-users.ts';
import { createManySender } from './send-many.ts';
import { answeringChallenges, createSender, type SenderOptions } from './send-request.ts';

/**
 * Microsoft Graph over `fetch`. Nothing is sent twice in here, when to ask again is the loop's to decide, with two
 * exceptions that are no retries: what a claims challenge refused, and an assignment whose first form is not known.
 */
export function createGraphClient(options: SenderOptions): GraphPort {
  const { baseUrl, nowMs } = options;
  const sendOnce = createSender(options);
  const send = answeringChallenges(sendOnce);
  const sendMany = createManySender(sendOnce, nowMs);

  async function read<T>(request: GraphRequest, parse: (body: unknown) => Result<T>): Promise<ReadOutcome<T>> {
    return toReadOutcome(await send(request), parse, nowMs());
  }

  async function write(
    request: GraphWrite,
    call: { readonly userId: UserId; readonly attempt: number },
  ): Promise<WriteOutcome> {
    const asked = { method: request.method, attempt: call.attempt, isSelf: call.userId === SELF };
    return toWriteOutcome(await send(request), asked, nowMs());
  }

  return {
    searchUsers: (query) => read(searchUsersRequest(query), parseUserList),
    findByEmployeeId: (employeeId) => read(findByEmployeeIdRequest(employeeId), parseUserList),
    readUser: async (idOrName) => {
      const answer = await send(readUserRequest(idOrName));
      return saysNobody(answer) ? { kind: 'read', value: null } : toReadOutcome(answer, parseUser, nowMs());
    },
    readMe: () => read(readMeRequest(), parseUser),
    listOathMethods: (userId) => read(listMethodsRequest(userId), parseMethodList),
    listOathMethodsOfMany: async (userIds) => {
      const answers = await sendMany(userIds.map(listMethodsRequest));
      return answers.map((answer) => toReadOutcome(answer, parseMethodList, nowMs()));
    },
    listRoles: (userId) => read(listMembershipsRequest(userId), parseRoles),
    lookAhead: createLookAhead({ send, sendMany, nowMs }),
    findDevices: (serialNumber) => read(findDevicesRequest(serialNumber), parseDeviceList),
    listDevices: async (page) => {
      const request = listDevicesRequest(page, baseUrl);
      if (request) return read(request, parseDevicePage);
      const problem = { code: 'graph-failing', detail: 'the next page is at another address' } as const;
      return { kind: 'failed', problem, status: null, retryAfterMs: null };
    },
    assignAndActivateBySerialNumber: async (call) => {
      const { userId, serialNumber, verificationCode, displayName } = call;
      const code = verificationCode.reveal();
      const request = assignAndActivateBySerialRequest(userId, serialNumber, code, displayName);
      return withoutCode(await write(request, call), verificationCode);
    },
    assignAndActivate: async (call) => {
      const { userId, deviceId, verificationCode, displayName } = call;
      const request = assignAndActivateRequest(userId, deviceId, verificationCode.reveal(), displayName);
      return withoutCode(await write(request, call), verificationCode);
    },
    ...createAssigner({ send, sendMany, baseUrl, nowMs }),
    readUsers: createUserReader({ sendMany, nowMs }),
    readPhoto: createPhotoReader({ send, nowMs }),
    createDevices: createDeviceMaker({ send, sendMany, nowMs }),
    activate: async (call) => {
      const { userId, methodId, verificationCode, displayName } = call;
      const request = activateRequest(userId, methodId, verificationCode.reveal(), displayName);
      return withoutCode(await write(request, call), verificationCode);
    },
    deactivate: (call) => write(deactivateRequest(call.userId, call.methodId), call),
    unassign: (call) => write(unassignRequest(call.userId, call.methodId), call),
  };
}

/** Graph's words are kept and shown; should they repeat the code, it is taken out of them. */
function withoutCode(outcome: WriteOutcome, code: Secret): WriteOutcome {
  if (outcome.kind === 'done' || outcome.problem.detail === undefined) return outcome;
  const detail = outcome.problem.detail.replaceAll(code.reveal(), '[code]');
  return { ...outcome, problem: { ...outcome.problem, detail } };
}
