import { parseDeviceList, parseDevicePage } from '../../electron/core/graph-device-answer.ts';
import { findDevicesRequest } from '../../electron/core/graph-device-request.ts';
import { encodeQuery, encodeSegment } from '../../electron/core/graph-path.ts';
import { readRequest } from '../../electron/core/graph-request.ts';
import { foundByFilter, inventoryTold, nextPageTold } from './conclusions.ts';
import { nextPageAndDevice } from './learning.ts';
import type { ReadQuestion, Rights } from './question.ts';

/** Source: Graph beta, "List hardwareOathDevices", permissions and roles. */
const READ_INVENTORY: Rights = {
  scopes: ['Policy.Read.All', 'Policy.ReadWrite.AuthenticationMethod'],
  roles: ['Global Reader', 'Authentication Policy Administrator'],
};

const DEVICES_PATH = '/directory/authenticationMethodDevices/hardwareOathDevices';

/** Reads about the tenant's inventory of tokens and the policy that allows them. */
export const INVENTORY_QUESTIONS: readonly ReadQuestion[] = [
  {
    kind: 'read',
    id: 'inventory-list',
    open: 'The shape of the items of the inventory; without rights to it, the words of the refusal.',
    wants: READ_INVENTORY,
    needs: [],
    steps: () => [{ what: 'first page', request: readRequest(DEVICES_PATH), parse: parseDevicePage }],
    learns: nextPageAndDevice,
    conclude: inventoryTold,
  },
  {
    kind: 'read',
    id: 'inventory-next-page',
    open: 'How the inventory is paged, and whether the next page lies below the same address.',
    wants: READ_INVENTORY,
    needs: ['nextPage'],
    steps: (given) => [{ what: 'next page', request: readRequest(given('nextPage')), parse: parseDevicePage }],
    conclude: nextPageTold,
  },
  {
    kind: 'read',
    id: 'inventory-page-size',
    open: 'Whether the inventory takes $top, and gives a next page for it.',
    wants: READ_INVENTORY,
    needs: [],
    steps: () => [{ what: 'page of one', request: readRequest(`${DEVICES_PATH}?$top=1`), parse: parseDevicePage }],
    conclude: nextPageTold,
  },
  {
    kind: 'read',
    id: 'inventory-filter',
    open: 'Whether a serial number is found by its filter as it is written on the token.',
    wants: READ_INVENTORY,
    needs: ['serial'],
    steps: (given) => [{ what: 'filter', request: findDevicesRequest(given('serial')), parse: parseDeviceList }],
    conclude: foundByFilter,
  },
  {
    kind: 'read',
    id: 'inventory-filter-letter-case',
    open: 'Whether the letter case of a serial number matters in the filter.',
    wants: READ_INVENTORY,
    needs: ['serialInOtherCase'],
    steps: (given) => [
      { what: 'filter', request: findDevicesRequest(given('serialInOtherCase')), parse: parseDeviceList },
    ],
    conclude: foundByFilter,
  },
  {
    kind: 'read',
    id: 'inventory-filter-unknown',
    open: 'Whether a serial number that is not there gives an empty list or an error.',
    wants: READ_INVENTORY,
    needs: ['unknownSerial'],
    steps: (given) => [{ what: 'filter', request: findDevicesRequest(given('unknownSerial')), parse: parseDeviceList }],
    conclude: foundByFilter,
  },
  {
    kind: 'read',
    id: 'inventory-filter-status',
    open: 'Whether the inventory can be filtered by status.',
    wants: READ_INVENTORY,
    needs: [],
    steps: () => [
      {
        what: 'filter',
        request: readRequest(`${DEVICES_PATH}?${encodeQuery({ $filter: "status eq 'available'", $top: '1' })}`),
        parse: parseDevicePage,
      },
    ],
  },
  {
    kind: 'read',
    id: 'inventory-single',
    open: 'The shape of one token of the inventory.',
    wants: READ_INVENTORY,
    needs: ['deviceId'],
    steps: (given) => [
      { what: 'one token', request: readRequest(`${DEVICES_PATH}/${encodeSegment(given('deviceId'))}`) },
    ],
  },
  {
    kind: 'read',
    id: 'inventory-unknown',
    open: 'The status, the code and the words for a token id that does not exist.',
    wants: READ_INVENTORY,
    needs: ['unknownId'],
    steps: (given) => [
      { what: 'one token', request: readRequest(`${DEVICES_PATH}/${encodeSegment(given('unknownId'))}`) },
    ],
  },
  {
    kind: 'read',
    id: 'policy-state',
    open: 'Whether the policy for hardware OATH tokens can be read, and whether it is on in this tenant.',
    wants: { scopes: ['Policy.Read.All', 'Policy.Read.AuthenticationMethod'], roles: READ_INVENTORY.roles },
    needs: [],
    steps: () => [
      {
        what: 'policy',
        request: readRequest('/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/hardwareOath'),
      },
    ],
  },
];
