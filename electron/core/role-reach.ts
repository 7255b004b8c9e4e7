import type { DirectoryRole } from './pre-flight-facts.ts';

type Row = readonly [name: string, templateId: string, isInReach: boolean];

/**
 * The built-in roles that the station knows. `isInReach`: an Authentication Administrator may change the tokens of
 * somebody who holds no other role than these.
 * Source: Microsoft Entra, "Built-in roles" (names and template ids); "Privileged roles and permissions", table "Who can
 * perform sensitive actions", to which "Compare authentication roles" refers for authentication methods.
 */
const ROWS = [
  ['Authentication Administrator', 'c4e39bd9-1100-46d3-8c65-fb160da0071f', true],
  ['Privileged Authentication Administrator', '7be44c8a-adaf-4e2a-84d6-ab2649e08a13', false],
  ['Authentication Policy Administrator', '0526716b-113d-4c15-b2c8-68e3c22b9f80', false],
  ['Global Administrator', '62e90394-69f5-4237-9190-012177145e10', false],
  ['Global Reader', 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', false],
  ['Directory Readers', '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', true],
  ['Guest Inviter', '95e79109-95c0-4d8e-aee3-d01accf2d47b', true],
  ['Message Center Reader', '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b', true],
  ['Password Administrator', '966707d0-3269-4727-9be2-8c3a10f19b9d', true],
  ['Reports Reader', '4a5d8f65-41da-4de4-8968-e035b65339cf', true],
  ['Usage Summary Reports Reader', '75934031-6c7e-415a-99d7-48dbd49e875e', true],
  ['User Experience Success Manager', '27460883-1df1-4691-b032-3b79643e5e63', true],
] as const satisfies readonly Row[];

export type KnownRole = (typeof ROWS)[number][0];

/**
 * Who may change the tokens of others; `ANYBODY`: also those of admins.
 * Source: the pages of the calls name the first two, as those with the least privilege; Entra's page of the Global
 * Administrator lists the same actions (users/authenticationMethods), and both tables of reach give it everybody.
 */
export const CHANGES_TOKENS_OF_ANYBODY: readonly KnownRole[] = [
  'Privileged Authentication Administrator',
  'Global Administrator',
];
export const CHANGES_TOKENS: readonly KnownRole[] = ['Authentication Administrator', ...CHANGES_TOKENS_OF_ANYBODY];

/** Source: Graph beta, "List hardwareOathDevices"; the Global Administrator reads what a Global Reader reads. */
export const READS_INVENTORY: readonly KnownRole[] = [
  'Global Reader',
  'Authentication Policy Administrator',
  'Global Administrator',
];

/** Source: Graph beta, "Create hardwareOathTokenAuthenticationMethodDevice"; the Global Administrator does what they do. */
export const WRITES_INVENTORY: readonly KnownRole[] = ['Authentication Policy Administrator', 'Global Administrator'];

/** Whether one of these roles is among those that somebody holds. A role of which nothing is told is none of them. */
export function holdsOneOf(held: readonly DirectoryRole[], wanted: readonly KnownRole[]): boolean {
  return held.some((role) => wanted.some((name) => name === rowOf(role)?.[0]));
}

/** The first of somebody's roles that only a Privileged Authentication Administrator may touch; one with a name before one without. */
export function roleOutOfReach(held: readonly DirectoryRole[]): DirectoryRole | null {
  const outside = held.filter((role) => rowOf(role)?.[2] !== true);
  return outside.find(({ displayName }) => displayName !== null) ?? outside[0] ?? null;
}

/** A role by its template id, as a token names it. */
export function roleOfTemplate(templateId: string): DirectoryRole {
  const displayName = rowOf({ roleTemplateId: templateId, displayName: null })?.[0] ?? null;
  return { roleTemplateId: templateId, displayName };
}

function rowOf({ roleTemplateId }: DirectoryRole): Row | null {
  return ROWS.find(([, templateId]) => templateId === roleTemplateId?.toLowerCase()) ?? null;
}
