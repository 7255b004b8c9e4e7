import type { Problem, ProblemCode } from '../../contract/problem.ts';

type Row = { readonly words: RegExp; readonly platform: NodeJS.Platform; readonly code: ProblemCode };

/**
 * What the words of a failed opening mean. The numbers go before the words, which a system says in its own language.
 * Source: the texts are made in hidapi 0.15, windows/hid.c `register_winapi_error_to_buffer`, mac/hid.c and linux/hid.c
 * `hid_open_path`; the numbers: Windows winerror.h 5 and 32; macOS IOReturn.h; Linux errno(3).
 */
const MEANINGS: readonly Row[] = [
  // A scanner is no keyboard, so Windows itself does not keep it: another program has it for itself.
  { words: /\(0x0*5\)/i, platform: 'win32', code: 'reader-claimed' },
  { words: /\(0x0*20\)/i, platform: 'win32', code: 'reader-claimed' },
  { words: /\(0xE00002C5\)|exclusive access/i, platform: 'darwin', code: 'reader-claimed' },
  { words: /\(0xE00002E2\)|not permitted/i, platform: 'darwin', code: 'reader-permission-denied' },
  { words: /\(0xE00002C1\)|privilege/i, platform: 'darwin', code: 'reader-permission-denied' },
  { words: /being used by another process/i, platform: 'win32', code: 'reader-claimed' },
  { words: /resource busy/i, platform: 'linux', code: 'reader-claimed' },
  { words: /permission denied|not permitted/i, platform: 'linux', code: 'reader-permission-denied' },
];

export function openProblem(error: unknown, platform: NodeJS.Platform): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  const row = MEANINGS.find((meaning) => meaning.platform === platform && meaning.words.test(detail));
  return { code: row?.code ?? 'reader-unavailable', detail };
}
