import { encodeSegment, userPath } from './graph-path.ts';
import { readRequest, writeRequest, type GraphRequest, type GraphWrite } from './graph-request.ts';
import type { UserId } from './graph-port.ts';

// Source for every call in here: Microsoft Graph beta, the page that its comment names. None of it is in v1.0.

/** "List hardwareOathAuthenticationMethods". */
export function listMethodsRequest(userId: UserId): GraphRequest {
  return readRequest(methodsPath(userId));
}

/** The main job, one write: "hardwareOathAuthenticationMethod: assignAndActivateBySerialNumber". */
export function assignAndActivateBySerialRequest(
  userId: UserId,
  serialNumber: string,
  verificationCode: string,
  displayName: string,
): GraphWrite {
  const path = `${methodsPath(userId)}/assignAndActivateBySerialNumber`;
  return writeRequest('POST', path, { serialNumber, verificationCode, displayName });
}

/** For a token of the inventory: "hardwareOathAuthenticationMethod: assignAndActivate". */
export function assignAndActivateRequest(
  userId: UserId,
  deviceId: string,
  verificationCode: string,
  displayName: string,
): GraphWrite {
  const body = { device: { id: deviceId }, verificationCode, displayName };
  return writeRequest('POST', `${methodsPath(userId)}/assignAndActivate`, body);
}

/**
 * "Assign hardware OATH token" by reference, without activating. The method's id is the device's in every example.
 * `userId` is an object id: the page asks for it in `@odata.id`, and `/me` has none.
 */
export function assignByReferenceRequest(userId: string, deviceId: string, baseUrl: string): GraphWrite {
  const path = `${methodPath(userId, deviceId)}/device/assignTo/$ref`;
  return writeRequest('PUT', path, { '@odata.id': `${baseUrl}/users/${encodeSegment(userId)}` });
}

/** The same by "Create hardwareOathAuthenticationMethod", for a service that does not know the reference. */
export function assignByPostRequest(userId: UserId, deviceId: string): GraphWrite {
  return writeRequest('POST', methodsPath(userId), { device: { id: deviceId } });
}

/** For a token that is assigned to this user and not active: "hardwareOathAuthenticationMethod: activate". */
export function activateRequest(
  userId: UserId,
  methodId: string,
  verificationCode: string,
  displayName: string,
): GraphWrite {
  return writeRequest('POST', `${methodPath(userId, methodId)}/activate`, { verificationCode, displayName });
}

/** "hardwareOathAuthenticationMethod: deactivate". */
export function deactivateRequest(userId: UserId, methodId: string): GraphWrite {
  return writeRequest('POST', `${methodPath(userId, methodId)}/deactivate`);
}

/** "Delete hardwareOathAuthenticationMethod": the token goes back to the inventory. */
export function unassignRequest(userId: UserId, methodId: string): GraphWrite {
  return writeRequest('DELETE', methodPath(userId, methodId));
}

function methodsPath(userId: UserId): string {
  return `${userPath(userId)}/authentication/hardwareOathMethods`;
}

function methodPath(userId: UserId, methodId: string): string {
  return `${methodsPath(userId)}/${encodeSegment(methodId)}`;
}
