import { DISPLAY_NAME } from './display-name.ts';

/** Values of enumerations in Microsoft's documents. Source: Graph beta metadata and the pages of these resources; and a name of our own. */
export const HARMLESS_VALUES: ReadonlySet<string> = new Set([
  'available',
  'assigned',
  'activated',
  'failedActivation',
  'unknownFutureValue',
  'hmacsha1',
  'hmacsha256',
  'base32',
  'enabled',
  'disabled',
  'hardwareOath',
  'all_users',
  'group',
  'user',
  'Member',
  'Guest',
  // What whoever has no picture is answered with.
  'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException',
  DISPLAY_NAME,
]);

/** Parts of the addresses that are called. */
export const HARMLESS_SEGMENTS: ReadonlySet<string> = new Set([
  '$batch',
  '$ref',
  'activate',
  'assignAndActivate',
  'assignAndActivateBySerialNumber',
  'assignTo',
  'authentication',
  'authenticationMethodConfigurations',
  'authenticationMethodDevices',
  'authenticationMethodsPolicy',
  'deactivate',
  'device',
  'directory',
  'hardwareOath',
  'hardwareOathDevices',
  'hardwareOathMethods',
  'me',
  'microsoft.graph.directoryRole',
  'policies',
  'transitiveMemberOf',
  'users',
]);

/**
 * Words with a capital letter that may stand in what a service says; a name could be any other.
 * Chosen: the words of the messages that these services are known to send, and of their grammar. Whatever is missing is
 * hidden, which costs a word and gives nothing away.
 */
export const HARMLESS_WORDS: ReadonlySet<string> = new Set(
  `a aad aadsts access account accounts acrs action activate activated activation ad additional address admin
  administrator again all allowed already an and another any api app application applications are argument as
  assign assigned assignment at attempt audience auth authentication authorization authorized azure bad batch be
  bearer been before beta body broken by cae call caller calls can cancelled cannot check client cloud code com common
  conditional conflict connect consent content context continuous continuously could create created credentials
  current data date deactivate deactivated declined delegated delete denied department device devices did
  directory disabled discovered display does duplicate eai econnrefused econnreset edm employee empty enabled
  end enotfound entity entra epipe err error etimedout evaluation event exceeded exception execution exist
  exists expected expired expression external failed failure feature field filter final for forbidden format
  found from function future gateway get given grant graph group guest guid hardware has have header html http
  https i id identity if implemented in insufficient interaction internal into invalid is issued it item job
  json key less license limit line link list location logged login mail many match maximum may member message
  metadata method methods mfa microsoft minimum missing more multi multifactor must name navigation net network
  no nobody not null number oath object objects odata of on one only operation or organisation organization
  other otp page param parameter parameters parse partial passcode patch path pattern period permission
  permissions please policies policy post postpone precondition preferred preview primary principal privileges
  property proxy put queried query quota rate read ready record reference refresh registered relationship
  request requested requests required resource resources response result retry revocation revoked role roles
  scope scopes secret segment serial server service services session set sign signature socket somebody
  specified state status store string strong subscription support supported surname syntax system target
  template temporarily tenant text the there this throttled time timeout timestamp title to token tokens too
  totp type unauthorized unavailable und unexpected unknown unsupported update upn uri url use user users utc
  valid validation value values verification version was we write wrong you your`.split(/\s+/),
);
