import { parseMethodList, parseUser } from '../../electron/core/graph-answer.ts';
import { parseDevicePage } from '../../electron/core/graph-device-answer.ts';
import { listDevicesRequest } from '../../electron/core/graph-device-request.ts';
import type { GraphAnswer } from '../../electron/core/graph-outcome.ts';
import type { SubjectName, Subjects } from './question.ts';

/** The body of an answer that was a yes; `null` of any other. */
export function bodyOf(answer: GraphAnswer | undefined): unknown {
  return answer?.kind === 'answered' && answer.status >= 200 && answer.status <= 299 ? answer.body : null;
}

/** The object id of the user that was read, under this name. */
export function objectId(name: SubjectName, answer: GraphAnswer): Subjects {
  const user = parseUser(bodyOf(answer));
  return user.ok ? { [name]: user.value.id } : {};
}

/** The id of the first token of a list. */
export function firstMethodId(answer: GraphAnswer): Subjects {
  const methods = parseMethodList(bodyOf(answer));
  const first = methods.ok ? methods.value[0] : undefined;
  return first ? { methodId: first.methodId } : {};
}

/** The second page of the inventory, where it lies below our address; a token of it, and its serial number if none was named. */
export function nextPageAndDevice(answer: GraphAnswer, known: Subjects, baseUrl: string): Subjects {
  const page = parseDevicePage(bodyOf(answer));
  if (!page.ok) return {};
  const { devices, nextPage } = page.value;
  const next = nextPage === null ? null : listDevicesRequest(nextPage, baseUrl);
  const [device] = devices;
  return {
    ...(next ? { nextPage: next.path } : {}),
    ...(device ? { deviceId: device.deviceId } : {}),
    ...(device?.serialNumber && !known.serial ? { serial: device.serialNumber } : {}),
  };
}

/** The same serial number with its letters in the other case; `null` where it has none. */
export function inOtherCase(serialNumber: string): string | null {
  const upper = serialNumber.toUpperCase();
  const other = serialNumber === upper ? serialNumber.toLowerCase() : upper;
  return other === serialNumber ? null : other;
}
