import type { Finding } from '../contract/pre-flight.ts';
import { methodsOfItem } from './find-method.ts';
import type { OathDevice, OathMethod } from './oath-method.ts';
import type { DirectoryRole, PreFlightFacts } from './pre-flight-facts.ts';
import type { Rights } from './rights.ts';
import { CHANGES_TOKENS_OF_ANYBODY, holdsOneOf, roleOutOfReach } from './role-reach.ts';
import { serialKey, type Item } from './state.ts';

/** Source: Microsoft Entra, "OATH tokens": five hardware tokens and authenticator apps in any combination. */
const MOST_METHODS = 5;

/** All that findings are made of. `mine`: the person's tokens with the item's serial number. */
type Known = {
  readonly userId: string;
  readonly facts: PreFlightFacts;
  readonly rights: Rights | null;
  readonly mine: readonly OathMethod[];
  readonly devices: readonly OathDevice[] | null;
  readonly periodSeconds: number | null;
};

type Row = Omit<Finding, 'name'> & {
  readonly holds: (known: Known) => boolean;
  readonly name?: (known: Known) => string | null;
};

/** The gravest first. Nothing follows from what is not known: each row asks for what was told, and for no more. */
const ROWS: readonly Row[] = [
  // Source: Microsoft Entra, "OATH tokens": hardware tokens cannot be assigned to guests.
  { kind: 'guest', weight: 'stops', holds: ({ facts }) => facts.account?.isGuest === true },
  {
    kind: 'assignedToAnother',
    weight: 'stops',
    holds: (known) => holderOf(known) !== null,
    name: (known) => holderOf(known)?.displayName ?? null,
  },
  { kind: 'fiveMethods', weight: 'stops', holds: (known) => countOthers(known) >= MOST_METHODS },
  // A warning, not a stop: the operator's own rights may be more than their token tells.
  {
    kind: 'adminTarget',
    weight: 'warns',
    holds: (known) => roleInTheWay(known) !== null,
    name: (known) => roleInTheWay(known)?.displayName ?? null,
  },
  { kind: 'accountDisabled', weight: 'warns', holds: ({ facts }) => facts.account?.isEnabled === false },
  { kind: 'legacyTwin', weight: 'warns', holds: hasTwin },
  {
    kind: 'notInInventory',
    weight: 'warns',
    holds: ({ facts, mine }) => facts.devices?.length === 0 && mine.length === 0,
  },
  {
    kind: 'assignedToThem',
    weight: 'tells',
    holds: ({ mine }) => mine.some(({ status }) => status !== 'activated'),
  },
  { kind: 'sixtySeconds', weight: 'tells', holds: ({ periodSeconds }) => periodSeconds === 60 },
];

/** A person and the token for them; before one was scanned, its serial number is empty. */
export type LookedAt = Pick<Item, 'user' | 'serialNumber' | 'periodSeconds'>;

/** What should be known before a code is sent, the gravest first. */
export function findFindings(item: LookedAt, facts: PreFlightFacts, rights: Rights | null): readonly Finding[] {
  const userId = item.user?.id.toLowerCase() ?? '';
  const mine = methodsOfItem(facts.methods ?? [], item);
  const devices = devicesOfItem(facts, item);
  const known: Known = { userId, facts, rights, mine, devices, periodSeconds: item.periodSeconds };
  return ROWS.filter(({ holds }) => holds(known)).map(({ kind, weight, name }) => ({
    kind,
    weight,
    name: name?.(known) ?? null,
  }));
}

/** The tokens of the inventory with the item's serial number: the search is the service's, the comparison ours. */
export function devicesOfItem(
  { devices }: PreFlightFacts,
  item: Pick<Item, 'serialNumber'>,
): readonly OathDevice[] | null {
  const wanted = serialKey(item.serialNumber);
  return devices?.filter(({ serialNumber }) => serialNumber !== null && serialKey(serialNumber) === wanted) ?? null;
}

/** Who has the token, where nothing with this serial number is left for the person. */
function holderOf({ devices, mine, userId }: Known): OathDevice['assignedTo'] {
  if (!devices || mine.length > 0) return null;
  const isOpen = devices.some(({ assignedTo }) => assignedTo === null || isSame(assignedTo.id, userId));
  return isOpen ? null : (devices[0]?.assignedTo ?? null);
}

/** How many tokens and apps the person has beside this token. Apps that could not be counted are none. */
function countOthers({ facts, mine }: Known): number {
  return (facts.methods?.length ?? 0) - mine.length + (facts.authenticatorCount ?? 0);
}

/** The role of the person for which the operator's own roles are not known to be enough. */
function roleInTheWay({ facts, rights }: Known): DirectoryRole | null {
  if (holdsOneOf(rights?.roles ?? [], CHANGES_TOKENS_OF_ANYBODY)) return null;
  return roleOutOfReach(facts.roles ?? []);
}

/**
 * The serial number is there twice: at the person, or once there and once in the inventory.
 * Source: Microsoft Entra, "OATH tokens", troubleshooting: an old upload and one by Graph are two tokens.
 */
function hasTwin({ mine, devices, userId }: Known): boolean {
  if (mine.length !== 1) return mine.length > 1;
  if (!devices || devices.length === 0) return false;
  return !devices.some(
    ({ deviceId, assignedTo }) =>
      mine.some(({ methodId }) => isSame(methodId, deviceId)) || (assignedTo && isSame(assignedTo.id, userId)),
  );
}

function isSame(id: string, other: string): boolean {
  return id.toLowerCase() === other.toLowerCase();
}
