import type { z } from 'zod';

/** Which fields are wrong, and how. What was written in them may be a secret that somebody pasted: it is not told. */
export function nameIssues(issues: readonly z.core.$ZodIssue[]): string {
  const words = issues.map((issue) => {
    if (issue.code !== 'unrecognized_keys') return [issue.path.join('.'), issue.message].filter(Boolean).join(': ');
    return `${issue.keys.slice(0, SHOWN).map(nameKey).join(', ')}: no such setting`;
  });
  return words.slice(0, SHOWN).join('; ');
}

/** Chosen: more than anybody mends before trying again. */
const SHOWN = 5;

/** Chosen: twice the longest name of a setting; a longer one is no slip of the pen. */
const SHOWN_CHARACTERS = 40;

/** A key as it can be shown: in one line, and bounded. */
export function nameKey(key: string): string {
  return JSON.stringify(key).slice(1, -1).slice(0, SHOWN_CHARACTERS);
}
