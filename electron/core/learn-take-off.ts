import type { Result } from '../contract/result.ts';
import { isCommandMark } from './scan-command-mark.ts';
import { ok, refuse } from './result.ts';
import { SCAN_RULES } from './scan-rule-table.ts';

/**
 * What the built-in rules leave of a label before anything is said of it, so that a learned rule is about the rest.
 * A link without a serial number stays whole: a site may have links on its badges.
 */
export function takeOff(raw: string, aimId: string | null): Result<string> {
  let text = raw;
  for (const { part, ask } of SCAN_RULES) {
    if (part === 'judge') continue;
    const answer = ask(text, aimId, []);
    if (answer === null) continue;
    if (typeof answer === 'string') text = answer;
    else if (answer.kind === 'part') text = answer.text;
    else if (answer.kind === 'refused' && answer.code !== 'scan-link') return refuse(answer.code);
  }
  return isCommandMark(text) ? refuse('scan-command-not-possible') : ok(text);
}
