import { DEVICE_OPERATIONS, OATH_VERSIONS, SKIP_TOKEN } from './surface-devices.ts';

export type OperationName =
  | 'searchUsers'
  | 'readUser'
  | 'readMe'
  | 'readPhoto'
  | 'listMemberships'
  | 'listAllMethods'
  | 'listMethods'
  | 'assign'
  | 'assignByReference'
  | 'assignAndActivate'
  | 'assignAndActivateBySerialNumber'
  | 'activate'
  | 'deactivate'
  | 'unassign'
  | 'listDevices'
  | 'readDevice'
  | 'createDevice'
  | 'createDevices'
  | 'batch';

export type GraphVersion = 'v1.0' | 'beta';

export type BodyField =
  | { readonly type: 'string'; readonly pattern: RegExp; readonly required: boolean }
  /** An object with these keys and no others; a call finds them as `outer.inner`. */
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, BodyField>>; readonly required: boolean }
  | { readonly type: 'integer'; readonly required: boolean }
  /** A list that its operation takes apart itself. */
  | { readonly type: 'array'; readonly required: boolean };

/** One call that the practice tenant answers. Whatever a request has beyond this is refused. */
export type Operation = {
  readonly name: OperationName;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** The same about whoever is signed in; `null` where there is no such path. */
  readonly selfPath: string | null;
  readonly versions: readonly GraphVersion[];
  /** The query keys that may be there, and what their values look like. */
  readonly query: Readonly<Record<string, RegExp>>;
  /** The keys of the JSON body, or `null` where there is no body. */
  readonly body: Readonly<Record<string, BodyField>> | null;
  readonly successStatus: 200 | 201 | 204;
};

/** The properties that hold a text, and can be searched and compared. */
export const TEXT_PROPERTIES = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'userPrincipalName',
  'mail',
  'department',
  'jobTitle',
  'employeeId',
  'userType',
] as const;

export const USER_PROPERTIES = [...TEXT_PROPERTIES, 'accountEnabled'] as const;

export type TextProperty = (typeof TEXT_PROPERTIES)[number];
export type UserProperty = (typeof USER_PROPERTIES)[number];

export function isUserProperty(name: string): name is UserProperty {
  return USER_PROPERTIES.some((property) => property === name);
}

export function isTextProperty(name: string): name is TextProperty {
  return TEXT_PROPERTIES.some((property) => property === name);
}

const PROPERTY = `(?:${USER_PROPERTIES.join('|')})`;
const TEXT_PROPERTY = `(?:${TEXT_PROPERTIES.join('|')})`;
// Source: Microsoft Graph, "Use the $search query parameter": each clause in double quotes, `"` and `\` escaped.
const CLAUSE = String.raw`"${TEXT_PROPERTY}:(?:[^"\\]|\\["\\])+"`;

const SELECT = new RegExp(`^${PROPERTY}(?:,${PROPERTY})*$`);
const SEARCH = new RegExp(`^${CLAUSE}(?: OR ${CLAUSE})*$`);
const USER_FILTER = /^(?:userPrincipalName|employeeId) eq '(?:[^']|'')+'$/;
/** Source: Microsoft Graph, "List users": a page has 1 to 999 users. */
const TOP = /^[1-9]\d{0,2}$/;

const CODE: BodyField = { type: 'string', pattern: /^\d{6}$/, required: true };
const SERIAL_NUMBER: BodyField = { type: 'string', pattern: /\S/, required: true };
const DISPLAY_NAME: BodyField = { type: 'string', pattern: /\S/, required: false };
const DEVICE: BodyField = {
  type: 'object',
  fields: { id: { type: 'string', pattern: /^\S+$/, required: true } },
  required: true,
};
/** Source: Graph beta, "Assign hardware OATH token": a link to the user with the object id as key. */
const USER_REFERENCE: BodyField = {
  type: 'string',
  pattern: /^https?:\/\/[^/?#\s]+\/beta\/users\/[^/?#@\s]+$/,
  required: true,
};

const USERS_VERSIONS: readonly GraphVersion[] = ['v1.0', 'beta'];

const METHODS = '/authentication/hardwareOathMethods';
const METHOD = `${METHODS}/{methodId}`;

type MethodRow = Pick<Operation, 'name' | 'method' | 'path' | 'query' | 'body' | 'successStatus'>;

/** Calls about a user's tokens; each is there for `/users/{id}` and for `/me`. */
const METHOD_ROWS: readonly MethodRow[] = [
  {
    name: 'listMethods',
    method: 'GET',
    path: METHODS,
    query: { $expand: /^device$/ },
    body: null,
    successStatus: 200,
  },
  {
    name: 'assign',
    method: 'POST',
    path: METHODS,
    query: {},
    body: { device: DEVICE },
    successStatus: 201,
  },
  {
    name: 'assignByReference',
    method: 'PUT',
    path: `${METHOD}/device/assignTo/$ref`,
    query: {},
    body: { '@odata.id': USER_REFERENCE },
    successStatus: 204,
  },
  {
    name: 'assignAndActivate',
    method: 'POST',
    path: `${METHODS}/assignAndActivate`,
    query: {},
    body: { device: DEVICE, verificationCode: CODE, displayName: DISPLAY_NAME },
    successStatus: 204,
  },
  {
    name: 'assignAndActivateBySerialNumber',
    method: 'POST',
    path: `${METHODS}/assignAndActivateBySerialNumber`,
    query: {},
    body: { verificationCode: CODE, serialNumber: SERIAL_NUMBER, displayName: DISPLAY_NAME },
    successStatus: 204,
  },
  {
    name: 'activate',
    method: 'POST',
    path: `${METHOD}/activate`,
    query: {},
    body: { verificationCode: CODE, displayName: DISPLAY_NAME },
    successStatus: 204,
  },
  { name: 'deactivate', method: 'POST', path: `${METHOD}/deactivate`, query: {}, body: null, successStatus: 204 },
  { name: 'unassign', method: 'DELETE', path: METHOD, query: {}, body: null, successStatus: 204 },
];

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'searchUsers',
    method: 'GET',
    path: '/users',
    selfPath: null,
    versions: USERS_VERSIONS,
    query: {
      $search: SEARCH,
      $filter: USER_FILTER,
      $select: SELECT,
      $top: TOP,
      $count: /^true$/,
      $skiptoken: SKIP_TOKEN,
    },
    body: null,
    successStatus: 200,
  },
  {
    name: 'readUser',
    method: 'GET',
    path: '/users/{id}',
    selfPath: null,
    versions: USERS_VERSIONS,
    query: { $select: SELECT },
    body: null,
    successStatus: 200,
  },
  {
    name: 'readMe',
    method: 'GET',
    path: '/me',
    selfPath: null,
    versions: USERS_VERSIONS,
    query: { $select: SELECT },
    body: null,
    successStatus: 200,
  },
  {
    // Source: Microsoft Graph, "Get profilePhoto": by size, and `$value` for the picture itself.
    name: 'readPhoto',
    method: 'GET',
    path: '/users/{id}/photos/96x96/$value',
    selfPath: '/me/photos/96x96/$value',
    versions: USERS_VERSIONS,
    query: {},
    body: null,
    successStatus: 200,
  },
  {
    name: 'listMemberships',
    method: 'GET',
    path: '/users/{id}/transitiveMemberOf',
    selfPath: '/me/transitiveMemberOf',
    versions: USERS_VERSIONS,
    query: { $top: TOP, $skiptoken: SKIP_TOKEN },
    body: null,
    successStatus: 200,
  },
  {
    name: 'listAllMethods',
    method: 'GET',
    path: '/users/{id}/authentication/methods',
    selfPath: '/me/authentication/methods',
    versions: USERS_VERSIONS,
    query: {},
    body: null,
    successStatus: 200,
  },
  ...METHOD_ROWS.map((row): Operation => ({
    ...row,
    path: `/users/{id}${row.path}`,
    selfPath: `/me${row.path}`,
    versions: OATH_VERSIONS,
  })),
  ...DEVICE_OPERATIONS,
  {
    name: 'batch',
    method: 'POST',
    path: '/$batch',
    selfPath: null,
    versions: USERS_VERSIONS,
    query: {},
    body: { requests: { type: 'array', required: true } },
    successStatus: 200,
  },
];

/** Whether an operation carries a code that a token shows. */
export function carriesCode({ body }: Operation): boolean {
  return body !== null && Object.hasOwn(body, 'verificationCode');
}
