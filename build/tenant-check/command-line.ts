import { parseArgs } from 'node:util';
import type { Result } from '../../electron/contract/result.ts';
import type { ScopeSet } from '../../electron/contract/settings.ts';
import { ok, refuse } from '../../electron/core/result.ts';

export type Flags = {
  readonly help: boolean;
  readonly tenantId: string | null;
  readonly clientId: string | null;
  /** `null`: as the station's settings say. */
  readonly scopeSet: ScopeSet | null;
  readonly readsProfiles: boolean | null;
  readonly readsInventory: boolean | null;
  readonly cloud: string | null;
  readonly byDeviceCode: boolean;
  readonly opensBrowser: boolean;
  readonly readsOnly: boolean;
  /** For how long reads are repeated before "not there" is believed. */
  readonly settleMs: number;
  /** `null`: the folder that the command was given in. */
  readonly outFolder: string | null;
};

/** Chosen: as long as the station itself looks for a lost answer. */
const SETTLE_SECONDS = 15;
const LONGEST_SETTLE_SECONDS = 600;

export const HELP = `npm run tenant:check -- [options]

Tries the calls of Token Station on a real tenant, step by step, and records the shapes and codes of the answers in a
redacted file. Reads run by themselves. Whatever writes is explained and asked for, one by one.

  --tenant <id>          the tenant; without it the station's settings are used, or you are asked
  --client <id>          the app registration; the same
  --granular, --classic  which permissions to ask for: UserAuthMethod-HardwareOATH.* or UserAuthenticationMethod.*
  --profiles             asks for User.Read.All in place of User.ReadBasic.All
  --inventory            asks for Policy.Read.All as well
  --device-code          signs in on another device
  --no-browser           only prints the address of the sign-in
  --reads-only           leaves out everything that writes, without asking
  --cloud <name>         which cloud the tenant is in; only "global" has these tokens
  --settle-seconds <n>   for how long reads are repeated before "not there" is believed (${SETTLE_SECONDS})
  --out <folder>         where tenant-check-<date>.json goes; without it, this folder
  --help                 shows this

Ends with
  0    the run came to its end, and the file is written
  1    it ended early: nobody signed in, or there was no network; the file holds what there was
  2    the options, an id or the cloud are wrong: nothing was called and nothing is written
  3    something that a write changed could not be put back; the last lines say what to do
  4    the file could not be written
  130  stopped by Ctrl+C; what was changed is put back, and the file holds what there was
`;

/** Reads the options. `command-malformed` says which one is wrong. */
export function parseCommandLine(args: readonly string[]): Result<Flags> {
  const parsed = parseStrictly(args);
  if (!parsed.ok) return parsed;
  const { value: given } = parsed;
  if (given.granular && given.classic) return wrong('--granular and --classic exclude each other');
  const settle = given['settle-seconds'] ?? String(SETTLE_SECONDS);
  if (!/^\d{1,3}$/.test(settle) || Number(settle) > LONGEST_SETTLE_SECONDS) {
    return wrong(`--settle-seconds takes a number up to ${LONGEST_SETTLE_SECONDS}`);
  }
  return ok({
    help: given.help ?? false,
    tenantId: given.tenant ?? null,
    clientId: given.client ?? null,
    scopeSet: given.granular ? 'granular' : given.classic ? 'classic' : null,
    readsProfiles: given.profiles ?? null,
    readsInventory: given.inventory ?? null,
    cloud: given.cloud ?? null,
    byDeviceCode: given['device-code'] ?? false,
    opensBrowser: !(given['no-browser'] ?? false),
    readsOnly: given['reads-only'] ?? false,
    settleMs: Number(settle) * 1_000,
    outFolder: given.out ?? null,
  });
}

function parseStrictly(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        tenant: { type: 'string' },
        client: { type: 'string' },
        granular: { type: 'boolean' },
        classic: { type: 'boolean' },
        profiles: { type: 'boolean' },
        inventory: { type: 'boolean' },
        cloud: { type: 'string' },
        'device-code': { type: 'boolean' },
        'no-browser': { type: 'boolean' },
        'reads-only': { type: 'boolean' },
        'settle-seconds': { type: 'string' },
        out: { type: 'string' },
      },
    });
    return ok(values);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(detail: string) {
  return refuse('command-malformed', { detail });
}
