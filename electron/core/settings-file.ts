import type { z } from 'zod';
import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import { ok, refuse } from './result.ts';
import { findRepeatedKey } from './settings-json.ts';
import type { SettingsFile } from './settings-port.ts';
import { nameIssues, nameKey } from './settings-issues.ts';
import { policySchema, writtenSettingsSchema, type Policy, type WrittenSettings } from './settings-schema.ts';

/** Reads the user's settings file. `settings-malformed` names the file and the fields. */
export function parseUserSettings(text: string, path: string): Result<WrittenSettings> {
  return parseFile(text, path, writtenSettingsSchema);
}

/** Reads the computer's policy: the same settings, and `locked`. `settings-malformed` names the file and the fields. */
export function parsePolicy(text: string, path: string): Result<Policy> {
  const parsed = parseFile(text, path, policySchema);
  if (!parsed.ok) return parsed;
  const { locked = [], ...values } = parsed.value;
  return ok({ values, locked });
}

/** What a file that was looked for says; `none` where there is no file. */
export function parseFound<T>(
  file: SettingsFile,
  none: T,
  parse: (text: string, path: string) => Result<T>,
): Result<T> {
  if (!file.content.ok) return file.content;
  return file.content.value === null ? ok(none) : parse(file.content.value, file.path);
}

/** What is wrong with a file, told with its path. */
export function fileProblem(path: string, words: string): { readonly ok: false; readonly problem: Problem } {
  return refuse('settings-malformed', { detail: `${path}: ${words}` });
}

function parseFile<T>(text: string, path: string, schema: z.ZodType<T>): Result<T> {
  // Windows' own editors put a byte order mark in front.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fileProblem(path, 'not JSON');
  }
  // JSON takes the last of two; which one was meant is not guessed.
  const repeated = findRepeatedKey(json);
  if (repeated !== null) return fileProblem(path, `${nameKey(repeated)}: is there twice`);
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : fileProblem(path, nameIssues(parsed.error.issues));
}
