import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import type { User } from '../contract/user.ts';
import type { OathMethod, OathStatus } from './oath-method.ts';
import type { UserList } from './graph-port.ts';
import { ok, refuse } from './result.ts';

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const userSchema = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  mail: optionalText,
  department: optionalText,
  jobTitle: optionalText,
  employeeId: optionalText,
});

const userListSchema = z.object({ value: z.array(userSchema), '@odata.nextLink': z.string().optional() });

/** Fields that the operator's rights hide come back empty, which is not the same as "none". */
export function parseUserList(body: unknown): Result<UserList> {
  const parsed = userListSchema.safeParse(body);
  if (!parsed.success) return refuse('graph-failing', { detail: 'unexpected shape of a user list' });
  return ok({
    users: parsed.data.value.flatMap((user) => toUser(user) ?? []),
    more: parsed.data['@odata.nextLink'] !== undefined,
  });
}

export function parseUser(body: unknown): Result<User> {
  const user = userSchema.safeParse(body).data;
  const found = user ? toUser(user) : null;
  return found ? ok(found) : refuse('graph-failing', { detail: 'unexpected shape of a user' });
}

/** Somebody who has no sign-in name cannot be given a token, and must not hide the others. */
function toUser(user: z.infer<typeof userSchema>): User | null {
  const { userPrincipalName, displayName } = user;
  return userPrincipalName ? { ...user, userPrincipalName, displayName: displayName ?? userPrincipalName } : null;
}

const tokenFields = { serialNumber: optionalText, status: optionalText };
const deviceSchema = z.object(tokenFields).nullish();

/** Details stand in `device` in the documents and flat in what field tools have read: both are taken. */
const methodSchema = z.object({ id: z.string().min(1), ...tokenFields, device: deviceSchema });
const methodListSchema = z.object({ value: z.array(methodSchema) });

export function parseMethodList(body: unknown): Result<readonly OathMethod[]> {
  const parsed = methodListSchema.safeParse(body);
  if (!parsed.success) return refuse('graph-failing', { detail: 'unexpected shape of a method list' });
  return ok(
    parsed.data.value.map(({ id, device, serialNumber, status }) => ({
      methodId: id,
      serialNumber: device?.serialNumber ?? serialNumber,
      status: statusOf(device?.status ?? status),
    })),
  );
}

const KNOWN_STATUSES: ReadonlyMap<string, OathStatus> = new Map([
  ['available', 'available'],
  ['assigned', 'assigned'],
  ['activated', 'activated'],
  ['failedActivation', 'failedActivation'],
]);

/**
 * The enumeration is evolvable: a value that is not known yet must not break the queue. It may come by its name or as
 * `unknownFutureValue`, which is why `Prefer: include-unknown-enum-members` would tell us nothing.
 */
export function statusOf(text: string | null): OathStatus {
  return KNOWN_STATUSES.get(text ?? '') ?? 'unknown';
}
