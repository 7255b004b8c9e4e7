export type OperationName =
  | 'searchUsers'
  | 'readUser'
  | 'listMethods'
  | 'assignAndActivateBySerialNumber'
  | 'activate'
  | 'unassign'
  | 'listDevices';

export type GraphVersion = 'v1.0' | 'beta';

export type BodyField = { readonly type: 'string'; readonly pattern: RegExp; readonly required: boolean };

/** One call that the practice tenant answers. Whatever a request has beyond this is refused. */
export type Operation = {
  readonly name: OperationName;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly versions: readonly GraphVersion[];
  /** The query keys that may be there, and what their values look like. */
  readonly query: Readonly<Record<string, RegExp>>;
  /** The keys of the JSON body, or `null` where there is no body. */
  readonly body: Readonly<Record<string, BodyField>> | null;
  readonly successStatus: 200 | 204;
};

export const USER_PROPERTIES = [
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

export type UserProperty = (typeof USER_PROPERTIES)[number];

export function isUserProperty(name: string): name is UserProperty {
  return USER_PROPERTIES.some((property) => property === name);
}

const PROPERTY = `(?:${USER_PROPERTIES.join('|')})`;
// Source: Microsoft Graph, "Use the $search query parameter": each clause in double quotes, `"` and `\` escaped.
const CLAUSE = String.raw`"${PROPERTY}:(?:[^"\\]|\\["\\])+"`;

const SELECT = new RegExp(`^${PROPERTY}(?:,${PROPERTY})*$`);
const SEARCH = new RegExp(`^${CLAUSE}(?: OR ${CLAUSE})*$`);
const USER_FILTER = /^(?:userPrincipalName|employeeId) eq '(?:[^']|'')+'$/;
const DEVICE_FILTER = /^serialNumber eq '(?:[^']|'')+'$/;
/** Source: Microsoft Graph, "List users": a page has 1 to 999 users. */
const TOP = /^[1-9]\d{0,2}$/;
/** What `writeSkipToken` makes: decimal digits, each as two hexadecimal ones. */
const SKIP_TOKEN = /^(?:3\d)+$/;

const CODE: BodyField = { type: 'string', pattern: /^\d{6}$/, required: true };
const SERIAL_NUMBER: BodyField = { type: 'string', pattern: /\S/, required: true };
const DISPLAY_NAME: BodyField = { type: 'string', pattern: /\S/, required: false };

const USERS_VERSIONS: readonly GraphVersion[] = ['v1.0', 'beta'];
/** Source: Microsoft Graph: nothing about hardware OATH tokens is in v1.0. */
const OATH_VERSIONS: readonly GraphVersion[] = ['beta'];

const METHODS = '/users/{id}/authentication/hardwareOathMethods';

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'searchUsers',
    method: 'GET',
    path: '/users',
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
    versions: USERS_VERSIONS,
    query: { $select: SELECT },
    body: null,
    successStatus: 200,
  },
  {
    name: 'listMethods',
    method: 'GET',
    path: METHODS,
    versions: OATH_VERSIONS,
    query: { $expand: /^device$/ },
    body: null,
    successStatus: 200,
  },
  {
    name: 'assignAndActivateBySerialNumber',
    method: 'POST',
    path: `${METHODS}/assignAndActivateBySerialNumber`,
    versions: OATH_VERSIONS,
    query: {},
    body: { verificationCode: CODE, serialNumber: SERIAL_NUMBER, displayName: DISPLAY_NAME },
    successStatus: 204,
  },
  {
    name: 'activate',
    method: 'POST',
    path: `${METHODS}/{methodId}/activate`,
    versions: OATH_VERSIONS,
    query: {},
    body: { verificationCode: CODE, displayName: DISPLAY_NAME },
    successStatus: 204,
  },
  {
    name: 'unassign',
    method: 'DELETE',
    path: `${METHODS}/{methodId}`,
    versions: OATH_VERSIONS,
    query: {},
    body: null,
    successStatus: 204,
  },
  {
    name: 'listDevices',
    method: 'GET',
    path: '/directory/authenticationMethodDevices/hardwareOathDevices',
    versions: OATH_VERSIONS,
    query: { $filter: DEVICE_FILTER },
    body: null,
    successStatus: 200,
  },
];
