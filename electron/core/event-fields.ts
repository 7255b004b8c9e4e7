import { z } from 'zod';
import type { ProblemCode } from '../contract/problem.ts';

/** Parts that stored events share. */
export const atMs = z.int().nonnegative();
export const itemId = z.int().positive();
export const text = z.string();

/** A code that a later version wrote is kept as it is: the window shows the words for an unknown one. */
export const problem = z.object({
  code: z.custom<ProblemCode>((value) => typeof value === 'string'),
  detail: z.exactOptional(text),
  requestId: z.exactOptional(text),
});

export const user = z.object({
  id: text.min(1),
  displayName: text,
  userPrincipalName: text,
  mail: text.nullable(),
  department: text.nullable(),
  jobTitle: text.nullable(),
  employeeId: text.nullable(),
});
