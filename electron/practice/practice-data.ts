import type { PracticeLabel, PracticeNote } from '../contract/snapshot.ts';
import { assertNever } from '../core/unreachable.ts';
import { deriveGuid, derivePracticeSeed } from './derive.ts';
import {
  ADMIN_TARGET,
  DEPOT_CLERK,
  DESK_AGENT,
  EXPECTS_TOKEN,
  PRACTICE_PEOPLE,
  SELF_SERVER,
  TOKEN_HOLDER,
  TWIN_HOLDER,
} from './practice-people.ts';
import type { Caller, TenantData, TenantToken } from './tenant-data.ts';
import type { TotpHash } from './totp.ts';
import type { VirtualToken } from './virtual-token.ts';

/** A token of the practice bench. `note` is what is special about it before anybody has touched it. */
export type BenchToken = VirtualToken & { readonly manufacturer: string; readonly note: PracticeNote };

type Product = readonly [manufacturer: string, model: string, periodSeconds: 30 | 60, hash: TotpHash];

const THALES: Product = ['Thales', 'OTP 110', 30, 'sha1'];
const TOKEN2: Product = ['Token2', 'C301', 30, 'sha1'];
const TOKEN2_CARD: Product = ['Token2', 'OTPC-P2', 30, 'sha256'];
const FEITIAN: Product = ['Feitian', 'c200', 60, 'sha1'];
const DEEPNET: Product = ['Deepnet', 'SafeID', 60, 'sha256'];
const ONESPAN: Product = ['OneSpan', 'Digipass GO 6', 30, 'sha1'];
const SAFENET: Product = ['SafeNet', 'eToken PASS', 30, 'sha1'];

type Row = readonly [serialNumber: string, product: Product, note?: PracticeNote, clockOffsetMs?: number];

/** Source: the formats of serial numbers are those of the vendors' own samples. */
const ROWS: readonly Row[] = [
  ['GALT11420104', THALES],
  ['GALT11420105', THALES],
  ['GALT11420112', THALES],
  ['GALT11420127', THALES],
  ['8659623852751', TOKEN2],
  ['8659623852768', TOKEN2],
  ['245252413141', TOKEN2_CARD],
  ['60234567', TOKEN2_CARD, 'assignedToAnother'],
  ['2600124809778', FEITIAN],
  ['2600135004012', FEITIAN],
  ['10001001', DEEPNET],
  // Chosen: 20 seconds slow. Its code is the present or the previous one, so that it is accepted if sent at once.
  ['70029370', DEEPNET, 'slowClock', -20_000],
  ['71358472', DEEPNET],
  ['VES0052649', ONESPAN],
  // Chosen: six minutes slow, three years in a drawer at Token2's two minutes a year. Every one of its codes is refused.
  ['VES0052656', ONESPAN, 'slowClock', -360_000],
  ['00040008CFA5', SAFENET, 'notInInventory'],
  ['VES0052663', ONESPAN, 'assignedAhead'],
  ['GALT11420135', THALES, 'legacyTwin'],
];

/** Source: RFC 4226 section 4 recommends 160 bits; RFC 6238 Appendix B uses the hash's own length. */
const SEED_LENGTH_BYTES: Readonly<Record<TotpHash, number>> = { sha1: 20, sha256: 32 };

export const PRACTICE_TOKENS: readonly BenchToken[] = ROWS.map(
  ([serialNumber, [manufacturer, model, periodSeconds, hash], note = 'fresh', clockOffsetMs = 0]) => ({
    serialNumber,
    manufacturer,
    model,
    periodSeconds,
    hash,
    secret: derivePracticeSeed(serialNumber, SEED_LENGTH_BYTES[hash]),
    clockOffsetMs,
    note,
  }),
);

/** Bar codes that lie on the same bench and are no token's. */
export const PRACTICE_LABELS: readonly PracticeLabel[] = [
  { kind: 'retailCode', text: '4006381333931', aimId: ']E0' },
  { kind: 'assetTag', text: 'ASSET-004217', aimId: ']C0' },
  { kind: 'link', text: 'https://www.example.com/otp-110/start', aimId: ']Q1' },
  {
    kind: 'secretLink',
    text: 'otpauth://totp/Harbour%20Lark:practice?secret=THISISNOTAREALSECRET&issuer=Harbour%20Lark',
    aimId: ']Q1',
  },
];

const WRITE = 'UserAuthMethod-HardwareOATH.ReadWrite.All';

/** The one who practises: a service desk account that may do what the station needs and no more. */
export const PRACTICE_OPERATOR: Caller = {
  userId: DESK_AGENT.id,
  accessToken: 'practice-access-token',
  roles: DESK_AGENT.roles,
  scopes: [WRITE, 'User.Read.All'],
};

/** The same at the practice bench, where putting a box of tokens into the inventory is practised, too. */
export const PRACTICE_TRAINEE: Caller = {
  ...PRACTICE_OPERATOR,
  accessToken: 'practice-trainee-token',
  roles: [...PRACTICE_OPERATOR.roles, 'Authentication Policy Administrator'],
  scopes: [...PRACTICE_OPERATOR.scopes, 'Policy.ReadWrite.AuthenticationMethod'],
};

/** The others who may sign in to the practice tenant, by what they may do. */
export const PRACTICE_OPERATORS = {
  desk: PRACTICE_OPERATOR,
  trainee: PRACTICE_TRAINEE,
  /** Assigns from the inventory for others to activate. */
  depot: {
    userId: DEPOT_CLERK.id,
    accessToken: 'practice-depot-token',
    roles: DEPOT_CLERK.roles,
    scopes: [WRITE, 'User.Read.All', 'Policy.Read.All'],
  },
  privileged: {
    userId: ADMIN_TARGET.id,
    accessToken: 'practice-privileged-token',
    roles: ADMIN_TARGET.roles,
    scopes: [WRITE, 'User.Read.All', 'Policy.Read.All', 'RoleManagement.Read.Directory'],
  },
  /** Signed in with the older permissions, which also show authenticator apps. */
  classic: {
    userId: null,
    accessToken: 'practice-classic-token',
    roles: ['Authentication Administrator'],
    scopes: ['UserAuthenticationMethod.ReadWrite.All', 'User.Read.All'],
  },
  reader: {
    userId: null,
    accessToken: 'practice-reader-token',
    roles: ['Global Reader'],
    scopes: ['UserAuthMethod-HardwareOATH.Read.All', 'User.ReadBasic.All'],
  },
  inventoryReader: {
    userId: null,
    accessToken: 'practice-inventory-token',
    roles: ['Authentication Policy Administrator'],
    scopes: ['Policy.Read.All', 'User.ReadBasic.All'],
  },
  /** Has no role, and may do everything with tokens of their own. */
  selfService: {
    userId: SELF_SERVER.id,
    accessToken: 'practice-self-service-token',
    roles: [],
    scopes: ['UserAuthMethod-HardwareOATH.ReadWrite', 'User.Read'],
  },
} as const satisfies Readonly<Record<string, Caller>>;

export const PRACTICE_DATA: TenantData = {
  users: PRACTICE_PEOPLE,
  tokens: PRACTICE_TOKENS.flatMap(toTenantTokens),
  callers: Object.values(PRACTICE_OPERATORS),
};

/** Where each token of the bench stands in the tenant before anybody has touched it. */
function toTenantTokens({
  note,
  model,
  manufacturer,
  clockOffsetMs: _offset,
  ...key
}: BenchToken): readonly TenantToken[] {
  const deviceId = deriveGuid(key.serialNumber);
  const free: TenantToken = { ...key, deviceId, manufacturer, model, holder: null };
  switch (note) {
    case 'notInInventory':
      return [];
    case 'assignedToAnother':
      return [{ ...free, holder: { userId: TOKEN_HOLDER.id, status: 'activated' } }];
    case 'assignedAhead':
      return [{ ...free, holder: { userId: EXPECTS_TOKEN.id, status: 'assigned' } }];
    case 'legacyTwin': {
      const { id: userId } = TWIN_HOLDER;
      const legacyId = deriveGuid(`${key.serialNumber} of the old upload`);
      return [
        { ...free, deviceId: legacyId, holder: { userId, status: 'activated' }, isLegacy: true },
        { ...free, holder: { userId, status: 'assigned' } },
      ];
    }
    case 'fresh':
    case 'slowClock':
    case 'issued':
      return [free];
    default:
      return assertNever(note);
  }
}
