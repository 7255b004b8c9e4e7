import { encodeQuery, quoteLiteral } from './graph-path.ts';
import { readRequest, type GraphRequest } from './graph-request.ts';

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

/** A URL's reader takes `..` for "up", `\` for `/`, and leaves out spaces and line breaks. */
function staysBelow(link: string, baseUrl: string): boolean {
  if (!link.startsWith(`${baseUrl}/`) || !/^[\x21-\x7e]+$/.test(link)) return false;
  const path = link.slice(baseUrl.length).split(/[?#]/)[0] ?? '';
  return !/[\\]|\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path);
}
