import type { BodyField, GraphVersion, Operation } from './surface.ts';

/** Source: Microsoft Graph: nothing about hardware OATH tokens is in v1.0. */
export const OATH_VERSIONS: readonly GraphVersion[] = ['beta'];

/** What `writeSkipToken` makes: decimal digits, each as two hexadecimal ones. */
export const SKIP_TOKEN = /^(?:3\d)+$/;

const DEVICES = '/directory/authenticationMethodDevices/hardwareOathDevices';
const DEVICE_FILTER = /^serialNumber eq '(?:[^']|'')+'$/;

/** What is in a field is the handler's to judge: the service would answer, and refuse it. `assignTo` is of no use here. */
const ANY_TEXT: BodyField = { type: 'string', pattern: /^/, required: false };
export const NEW_DEVICE: Readonly<Record<string, BodyField>> = {
  serialNumber: ANY_TEXT,
  manufacturer: ANY_TEXT,
  model: ANY_TEXT,
  secretKey: ANY_TEXT,
  timeIntervalInSeconds: { type: 'integer', required: false },
  hashFunction: ANY_TEXT,
  displayName: ANY_TEXT,
};

/** Calls about the inventory of tokens. */
export const DEVICE_OPERATIONS: readonly Operation[] = [
  {
    name: 'listDevices',
    method: 'GET',
    path: DEVICES,
    selfPath: null,
    versions: OATH_VERSIONS,
    query: { $filter: DEVICE_FILTER, $skiptoken: SKIP_TOKEN },
    body: null,
    successStatus: 200,
  },
  {
    name: 'readDevice',
    method: 'GET',
    path: `${DEVICES}/{deviceId}`,
    selfPath: null,
    versions: OATH_VERSIONS,
    query: {},
    body: null,
    successStatus: 200,
  },
  {
    name: 'createDevice',
    method: 'POST',
    path: DEVICES,
    selfPath: null,
    versions: OATH_VERSIONS,
    query: {},
    body: NEW_DEVICE,
    successStatus: 201,
  },
  {
    name: 'createDevices',
    method: 'PATCH',
    path: DEVICES,
    selfPath: null,
    versions: OATH_VERSIONS,
    query: {},
    body: {
      '@context': { type: 'string', pattern: /^#\$delta$/, required: true },
      value: { type: 'array', required: true },
    },
    successStatus: 201,
  },
];
