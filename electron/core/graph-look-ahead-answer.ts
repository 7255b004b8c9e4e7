import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import type { Account, DirectoryRole } from './pre-flight-facts.ts';
import { ok, refuse } from './result.ts';

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value || null);

const accountSchema = z.object({
  id: z.string().min(1),
  userType: optionalText,
  accountEnabled: z.boolean().nullish(),
});

/** Fields that the operator's rights hide come empty; so does `userType` of people who are older than it. */
export function parseAccount(body: unknown): Result<Account> {
  const account = accountSchema.safeParse(body).data;
  if (!account) return refuse('graph-failing', { detail: 'unexpected shape of an account' });
  const { userType, accountEnabled = null } = account;
  return ok({ isGuest: userType === null ? null : userType.toLowerCase() === 'guest', isEnabled: accountEnabled });
}

const typed = z.object({ '@odata.type': optionalText });
const membershipsSchema = z.object({
  value: z.array(typed.extend({ roleTemplateId: optionalText, displayName: optionalText })),
  '@odata.nextLink': optionalText,
});

/**
 * The admin roles among somebody's memberships. Of a role that the app may not read only the type and an id come.
 * Source: Graph, "Limited information returned for inaccessible member objects".
 */
export function parseRoles(body: unknown): Result<readonly DirectoryRole[]> {
  const memberships = membershipsSchema.safeParse(body).data;
  if (!memberships) return refuse('graph-failing', { detail: 'unexpected shape of a list of memberships' });
  const roles = memberships.value
    .filter((one) => one['@odata.type'] === '#microsoft.graph.directoryRole')
    .map(({ roleTemplateId, displayName }) => ({ roleTemplateId, displayName }));
  // What was found is worth telling, though there may be more; nothing on a first page is not "none".
  if (roles.length === 0 && memberships['@odata.nextLink'] !== null)
    return refuse('graph-failing', { detail: 'more memberships than fit on one page' });
  return ok(roles);
}

/**
 * The authenticator apps, which count with the hardware tokens.
 * Source: Microsoft Entra, "OATH tokens": five hardware tokens and authenticator apps in any combination.
 * Assumed: an app is one of these two types and never both.
 */
const AUTHENTICATORS: readonly (string | null)[] = [
  '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
  '#microsoft.graph.softwareOathAuthenticationMethod',
];

const methodsSchema = z.object({ value: z.array(typed) });

/** How many authenticator apps are in a list of all methods. */
export function parseAuthenticatorCount(body: unknown): Result<number> {
  const methods = methodsSchema.safeParse(body).data?.value;
  if (!methods || methods.some((method) => method['@odata.type'] === null))
    return refuse('graph-failing', { detail: 'unexpected shape of a list of all methods' });
  return ok(methods.filter((method) => AUTHENTICATORS.includes(method['@odata.type'])).length);
}
