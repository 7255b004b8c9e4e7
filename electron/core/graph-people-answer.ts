import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import { parseUser } from './graph-answer.ts';
import { parseGraphError } from './graph-error-body.ts';
import { parseAccount } from './graph-look-ahead-answer.ts';
import type { GraphAnswer } from './graph-outcome.ts';
import type { DirectoryUser } from './graph-port.ts';
import { ok, refuse } from './result.ts';

/** A 404 of Graph's. One without words is a gateway's or of a wrong address: it says nothing of a person. */
export function saysNobody(answer: GraphAnswer): boolean {
  if (answer.kind !== 'answered' || answer.status !== 404) return false;
  const { codes, message } = parseGraphError(answer.body, null);
  return codes.length > 0 || message !== '';
}

/** One person, as a list of one. */
export function parsePerson(body: unknown): Result<readonly DirectoryUser[]> {
  const user = parseUser(body);
  if (!user.ok) return user;
  const account = parseAccount(body);
  return account.ok ? ok([{ user: user.value, account: account.value }]) : account;
}

const listSchema = z.object({ value: z.array(z.unknown()) });

/** The people of a list. Whoever has no sign-in name cannot be given a token, and must not hide the others. */
export function parsePeople(body: unknown): Result<readonly DirectoryUser[]> {
  const list = listSchema.safeParse(body).data;
  if (!list) return refuse('graph-failing', { detail: 'unexpected shape of a list of people' });
  return ok(
    list.value.flatMap((one) => {
      const person = parsePerson(one);
      return person.ok ? person.value : [];
    }),
  );
}
