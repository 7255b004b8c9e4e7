import { encodeQuery, quoteLiteral } from './graph-path.ts';
import { readRequest, writeRequest, type GraphRequest, type GraphWrite, type Json } from './graph-request.ts';
import type { NewDevice } from './graph-port.ts';

const DEVICES_PATH = '/directory/authenticationMethodDevices/hardwareOathDevices';

/** Source: Graph beta, "List hardwareOathDevices": serialNumber supports $filter with eq. */
export function findDevicesRequest(serialNumber: string): GraphRequest {
  return readRequest(`${DEVICES_PATH}?${encodeQuery({ $filter: `serialNumber eq ${quoteLiteral(serialNumber)}` })}`);
}

/**
 * The first page of the inventory, or the one that a page before named. That link is sent as it came, and only where
 * it stays below the base address: the access token goes with it. `null`: it leads elsewhere.
 */
export function listDevicesRequest(page: string | null, baseUrl: string): GraphRequest | null {
  if (page === null) return readRequest(DEVICES_PATH);
  return staysBelow(page, baseUrl) ? readRequest(page.slice(baseUrl.length)) : null;
}

/** Source: Graph beta, "Create hardwareOathTokenAuthenticationMethodDevice". */
export function createDeviceRequest(device: NewDevice): GraphWrite {
  return writeRequest('POST', DEVICES_PATH, toBody(device));
}

/**
 * Many at once. `@contentId` counts from 1.
 * Source: Graph beta, "Create one or multiple hardwareOathTokenAuthenticationMethodDevice": the request is a PATCH there,
 * and a POST in its example.
 */
export function createDevicesRequest(devices: readonly NewDevice[]): GraphWrite {
  const value = devices.map((device, index) => ({ '@contentId': String(index + 1), ...toBody(device) }));
  return writeRequest('PATCH', DEVICES_PATH, { '@context': '#$delta', value });
}

/** Source: the same pages: `timeIntervalInSeconds` is an Int32, though one of the examples has it as a text. */
function toBody(device: NewDevice): Readonly<Record<string, Json>> {
  const { serialNumber, manufacturer, model, periodSeconds, hashFunction, secretKey } = device;
  return {
    serialNumber,
    manufacturer,
    model,
    secretKey: secretKey.reveal(),
    timeIntervalInSeconds: periodSeconds,
    hashFunction,
  };
}

/** A URL's reader takes `..` for "up", `\` for `/`, and leaves out spaces and line breaks. */
function staysBelow(link: string, baseUrl: string): boolean {
  if (!link.startsWith(`${baseUrl}/`) || !/^[\x21-\x7e]+$/.test(link)) return false;
  const path = link.slice(baseUrl.length).split(/[?#]/)[0] ?? '';
  return !/[\\]|\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path);
}
