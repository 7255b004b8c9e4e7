/** One call of Microsoft Graph, before it has a base address, a token and an id. */
export type GraphRequest = {
  readonly method: 'GET' | 'POST';
  /** Path and query below the base address, every value from outside escaped. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>> | null;
};

const USER_FIELDS = 'id,displayName,userPrincipalName,mail,department,jobTitle,employeeId';

/** Chosen: a list that fits beside the queue; whoever is not in it is found by typing more. */
export const USERS_PER_SEARCH = 10;

/** A tokenised match on the name and the beginnings of mail and sign-in name. Source: Graph, "$search query parameter". */
export function searchUsersRequest(query: string): GraphRequest {
  const clauses = ['displayName', 'mail', 'userPrincipalName'].map((field) => `"${field}:${escapeSearch(query)}"`);
  const parameters = {
    $search: clauses.join(' OR '),
    $select: USER_FIELDS,
    $top: String(USERS_PER_SEARCH),
    $count: 'true',
  };
  return read(`/users?${encodeQuery(parameters)}`, { ConsistencyLevel: 'eventual' });
}

/** Whoever has exactly this employee id. Source: Graph, user resource: employeeId supports $filter with eq. */
export function findByEmployeeIdRequest(employeeId: string): GraphRequest {
  const parameters = {
    $filter: `employeeId eq '${employeeId.replaceAll("'", "''")}'`,
    $select: USER_FIELDS,
    $top: String(USERS_PER_SEARCH),
  };
  return read(`/users?${encodeQuery(parameters)}`);
}

/** Source: Graph beta, "List hardwareOathAuthenticationMethods". */
export function listMethodsRequest(userId: string): GraphRequest {
  return read(methodsPath(userId));
}

/** The main job, one write. Source: Graph beta, "hardwareOathAuthenticationMethod: assignAndActivateBySerialNumber". */
export function assignAndActivateRequest(
  userId: string,
  serialNumber: string,
  verificationCode: string,
  displayName: string,
): GraphRequest {
  const path = `${methodsPath(userId)}/assignAndActivateBySerialNumber`;
  return write(path, { serialNumber, verificationCode, displayName });
}

/** For a token that is assigned to this user and not active. Source: Graph beta, "hardwareOathAuthenticationMethod: activate". */
export function activateRequest(
  userId: string,
  methodId: string,
  verificationCode: string,
  displayName: string,
): GraphRequest {
  return write(`${methodsPath(userId)}/${encodeSegment(methodId)}/activate`, { verificationCode, displayName });
}

function methodsPath(userId: string): string {
  return `/users/${encodeSegment(userId)}/authentication/hardwareOathMethods`;
}

function read(path: string, headers: Readonly<Record<string, string>> = {}): GraphRequest {
  return { method: 'GET', path, headers, body: null };
}

function write(path: string, body: Readonly<Record<string, string>>): GraphRequest {
  return { method: 'POST', path, headers: { 'Content-Type': 'application/json' }, body };
}

/** A search clause stands in double quotes: a quote or a backslash in it is escaped with a backslash. */
function escapeSearch(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

function encodeQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeText(value)}`)
    .join('&');
}

/** One step of a path. A URL takes `.` and `..` for "here" and "up", also where the dots are escaped once. */
function encodeSegment(text: string): string {
  return encodeText(text).replace(/^\.{1,2}$/, (dots) => '%252E'.repeat(dots.length));
}

/** Half of a surrogate pair, as of an emoji that is being typed, has no UTF-8. */
function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
