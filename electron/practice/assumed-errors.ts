import { CREATE_REFUSALS, type CreateSituation } from './assumed-create-errors.ts';
import { NOTHING_PUBLISHED, STATUS_ONLY } from './refusal-sources.ts';

/**
 * How sure we are that Graph answers like this.
 * `documented`: Microsoft's pages say so. `observed`: seen in somebody's real answer. `assumed`: our guess until a real tenant is asked.
 */
export type Basis = 'documented' | 'observed' | 'assumed';

export type Refusal = {
  readonly status: number;
  readonly code: string;
  /** `{resource}` stands for the id that was asked for. */
  readonly message: string;
  readonly basis: Basis;
  readonly source: string;
  /** What the next token must hold, as JSON; it goes into WWW-Authenticate. */
  readonly claims?: string;
};

export type Situation =
  | 'authorizationMissing'
  | 'signedOut'
  | 'claimsWanted'
  | 'claimsWantedForbidden'
  | 'mfaWanted'
  | 'methodsDenied'
  | 'directoryDenied'
  | 'userUnknown'
  | 'photoDenied'
  | 'photoUnknown'
  | 'methodUnknown'
  | 'serialUnknown'
  | 'deviceUnknown'
  | 'referenceWrong'
  | 'putNotFound'
  | 'putNotAllowed'
  | 'putNotImplemented'
  | 'batchTooLarge'
  | 'batchIdTwice'
  | 'tokenTaken'
  | 'tokenAlreadyTheirs'
  | 'methodAlreadyActivated'
  | 'methodNotActivated'
  | 'guestRefused'
  | 'fiveMethods'
  | 'codeRejected'
  | CreateSituation
  | 'throttled'
  | 'internalError'
  | 'badGateway'
  | 'unavailable'
  | 'gatewayTimeout';

/** Source: Microsoft identity platform, "Claims challenges": the page's example asks for an authentication context. */
const CLAIMS = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });

/** Every refusal of the practice tenant. What a real tenant says differently is changed here and nowhere else. */
export const REFUSALS: Readonly<Record<Situation, Refusal>> = {
  authorizationMissing: {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'Access token is empty.',
    basis: 'observed',
    source: 'github.com/microsoftgraph/msgraph-sample-reactspa/issues/54',
  },
  signedOut: {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'Access token validation failure.',
    basis: 'observed',
    source: 'github.com/microsoftgraph/console-java-connect-sample/issues/1',
  },
  claimsWanted: {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message: 'Continuous access evaluation resulted in challenge with result: InteractionRequired.',
    basis: 'assumed',
    source: 'the header is in the pages on claims challenges; the words are not',
    claims: CLAIMS,
  },
  claimsWantedForbidden: {
    status: 403,
    code: 'accessDenied',
    message: 'Additional claims are required.',
    basis: 'assumed',
    source: 'Microsoft Graph error responses: "HTTP 403 Forbidden error with a message error=insufficient_claims"',
    claims: CLAIMS,
  },
  mfaWanted: {
    status: 403,
    code: 'Unauthorized_MissingMFA',
    message: 'MFA is required for this request.',
    basis: 'assumed',
    source:
      'the rule is in the pages; the words are those of github.com/microsoftgraph/msgraph-beta-sdk-dotnet/issues/1083',
  },
  methodsDenied: {
    status: 403,
    code: 'accessDenied',
    message: 'Request Authorization failed',
    basis: 'observed',
    source: 'github.com/microsoftgraph/msgraph-sdk-powershell/issues/2602',
  },
  directoryDenied: {
    status: 403,
    code: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
    basis: 'documented',
    source: 'Microsoft Graph, "Combine multiple HTTP requests using JSON batching"',
  },
  userUnknown: {
    status: 404,
    code: 'Request_ResourceNotFound',
    message: "Resource '{resource}' does not exist or one of its queried reference-property objects are not present.",
    basis: 'observed',
    source: 'github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/6431',
  },
  photoDenied: {
    status: 403,
    code: 'ErrorAccessDenied',
    message: 'Access is denied. Check credentials and try again.',
    basis: 'assumed',
    source: 'the words are those of the mailbox behind the picture; the page of the call lists only the permissions',
  },
  photoUnknown: {
    status: 404,
    code: 'ImageNotFound',
    message: "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
    basis: 'observed',
    source: 'learn.microsoft.com/answers/questions/2079017',
  },
  methodUnknown: {
    status: 404,
    code: 'resourceNotFound',
    message: 'The authentication method was not found for this user.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  serialUnknown: {
    status: 404,
    code: 'resourceNotFound',
    message: 'No hardware OATH token with this serial number was found.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  deviceUnknown: {
    status: 404,
    code: 'resourceNotFound',
    message: 'No hardware OATH device with this id was found.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  referenceWrong: {
    status: 400,
    code: 'badRequest',
    message: 'The reference does not lead to the user of this request.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  putNotFound: {
    status: 404,
    code: 'ResourceNotFound',
    message: 'Resource could not be discovered.',
    basis: 'observed',
    source: 'github.com/microsoftgraph/microsoft-graph-docs/issues/2914, at another path',
  },
  putNotAllowed: {
    status: 405,
    code: 'Request_BadRequest',
    message: 'Specified HTTP method is not allowed for the request target.',
    basis: 'assumed',
    source: STATUS_ONLY,
  },
  putNotImplemented: {
    status: 501,
    code: 'NotImplemented',
    message: 'The requested feature is not implemented.',
    basis: 'assumed',
    source: STATUS_ONLY,
  },
  batchTooLarge: {
    status: 400,
    code: 'BadRequest',
    message: 'Number of batch request steps exceeds the maximum value of 20.',
    basis: 'assumed',
    source: 'the limit is in "Combine multiple HTTP requests using JSON batching"; the words are not',
  },
  batchIdTwice: {
    status: 400,
    code: 'BadRequest',
    message: 'The ids of the requests in a batch must be unique.',
    basis: 'assumed',
    source: 'the rule is in "Combine multiple HTTP requests using JSON batching"; the words are not',
  },
  tokenTaken: {
    status: 400,
    code: 'badRequest',
    message: 'The hardware OATH token is already assigned to another user.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  tokenAlreadyTheirs: {
    status: 400,
    code: 'badRequest',
    message: 'The hardware OATH token is already assigned to this user.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  methodAlreadyActivated: {
    status: 400,
    code: 'badRequest',
    message: 'The hardware OATH token is already activated.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  methodNotActivated: {
    status: 400,
    code: 'badRequest',
    message: 'The hardware OATH token is not activated.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  guestRefused: {
    status: 400,
    code: 'badRequest',
    message: 'Hardware OATH tokens cannot be assigned to guest users.',
    basis: 'assumed',
    source: 'the rule is in the Entra pages; ' + NOTHING_PUBLISHED,
  },
  fiveMethods: {
    status: 400,
    code: 'badRequest',
    message: 'The user already has the maximum of 5 OATH hardware tokens and authenticator apps.',
    basis: 'assumed',
    source: 'the rule is in the Entra pages; ' + NOTHING_PUBLISHED,
  },
  codeRejected: {
    status: 400,
    code: 'badRequest',
    message: 'The verification code is not valid.',
    basis: 'assumed',
    source: NOTHING_PUBLISHED,
  },
  ...CREATE_REFUSALS,
  throttled: {
    status: 429,
    code: 'TooManyRequests',
    message: 'Please retry again later.',
    basis: 'documented',
    source: 'Microsoft Graph throttling guidance, sample response',
  },
  internalError: {
    status: 500,
    code: 'InternalServerError',
    message: 'There was an internal server error while processing the request.',
    basis: 'assumed',
    source: STATUS_ONLY,
  },
  badGateway: {
    status: 502,
    code: 'BadGateway',
    message: 'Bad gateway.',
    basis: 'assumed',
    source: STATUS_ONLY,
  },
  unavailable: {
    status: 503,
    code: 'serviceNotAvailable',
    message: 'The service is temporarily unavailable for maintenance or is overloaded.',
    basis: 'assumed',
    source: STATUS_ONLY,
  },
  gatewayTimeout: {
    status: 504,
    code: 'GatewayTimeout',
    message: 'The server did not receive a timely response from an upstream server.',
    basis: 'assumed',
    source: STATUS_ONLY,
  },
};
