import type { ItemId } from '../contract/item.ts';
import type { Result } from '../contract/result.ts';
import type { SeedFileView, SoughtTokens, TokenDrift } from '../contract/seed-file.ts';
import type { DurableEvent } from '../core/event.ts';
import type { ClockPort, SeedPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { driftMs, isFitForUse, type TokenMatch } from '../core/right-token.ts';
import { Secret } from '../core/secret.ts';
import { assertNever } from '../core/unreachable.ts';

/** A file that somebody chose; `null`: they called it off. Its bytes are the desk's, and are overwritten once they are read. */
export type ChosenFile = { readonly name: string; readonly bytes: Uint8Array };
export type ChooseFile = () => Promise<ChosenFile | null>;

export type SeedDeskOptions = { readonly seeds: SeedPort; readonly chooseFile: ChooseFile; readonly clock: ClockPort };

/** The seeds of this bench: opening, forgetting, and what they say of a code before it is sent. */
export type SeedDesk = {
  readonly view: () => SeedFileView | null;
  /** `again`: the file that wanted a password, with this one. Problems are those of the port; `cancelled`: nobody chose one. */
  readonly open: (password: Secret, again: boolean) => Promise<Result<null>>;
  /** `code-not-six-digits`, `seeds-missing`. */
  readonly seek: (code: string) => Result<null>;
  readonly stopSeeking: () => void;
  readonly forget: () => void;
  /** What a code proves of a token; `null`: the seeds say nothing of it. */
  readonly prove: (itemId: ItemId, serialNumber: string, code: Secret) => ProofEvent | null;
};

export type ProofEvent = Extract<DurableEvent, { kind: 'codeProved' | 'codeDisproved' }>;

/** Chosen: more would not be read, and a second code leaves one. */
const MOST_SHOWN = 5;

export function createSeedDesk({ seeds, chooseFile, clock }: SeedDeskOptions): SeedDesk {
  /** Waits for its password. It is as it came: encrypted. */
  let locked: ChosenFile | null = null;
  let sightings: readonly { readonly code: Secret; readonly atMs: number }[] = [];
  /** Worked out once for each code: a thousand seeds take a tenth of a second, and a picture is drawn at every scan. */
  let sought: SoughtTokens | null = null;
  /** Counts how often the seeds were forgotten: a file that was being opened for whoever has left is not kept. */
  let turn = 0;

  async function open(password: Secret, again: boolean): Promise<Result<null>> {
    const asked = turn;
    const file = again ? locked : await chooseFile();
    if (!file || turn !== asked) return refuse('cancelled');
    const loaded = await seeds.load({ ...file, password });
    if (turn !== asked) {
      seeds.forget();
      file.bytes.fill(0);
      return refuse('cancelled');
    }
    const wantsPassword = !loaded.ok && loaded.problem.code.startsWith('seed-password-');
    locked = wantsPassword ? file : null;
    // It has been read: what is left of it in memory is of no use.
    if (!wantsPassword) file.bytes.fill(0);
    if (!loaded.ok) return loaded;
    stopSeeking();
    return ok(null);
  }

  function stopSeeking(): void {
    sightings = [];
    sought = null;
  }

  function findSought(): SoughtTokens {
    const matches = seeds.find(sightings).map((match) => ({
      serialNumber: match.token.serialNumber,
      model: match.token.model,
      drift: driftOf(match),
    }));
    return { codeCount: sightings.length, matches };
  }

  return {
    view: () => {
      const facts = seeds.view();
      return facts && { ...facts, sought };
    },
    open,
    seek: (code) => {
      if (!/^[0-9]{6}$/.test(code)) return refuse('code-not-six-digits');
      if (!seeds.view()) return refuse('seeds-missing');
      sightings = [...sightings, { code: new Secret(code), atMs: clock.nowMs() }];
      sought = findSought();
      return ok(null);
    },
    stopSeeking,
    forget: () => {
      turn += 1;
      seeds.forget();
      locked = null;
      stopSeeking();
    },
    prove: (itemId, serialNumber, code) => {
      const atMs = clock.nowMs();
      const proof = seeds.prove(serialNumber, code, atMs);
      if (!proof) return null;
      switch (proof.kind) {
        case 'match': {
          const drift = driftOf(proof.match);
          if (drift.isFit) return { kind: 'codeProved', atMs, itemId, drift };
          return { kind: 'codeDisproved', atMs, itemId, drift, problem: { code: 'token-drifted' } };
        }
        case 'others': {
          const shown = proof.matches.slice(0, MOST_SHOWN).map(({ token }) => token.serialNumber);
          const problem = { code: 'token-is-another', detail: shown.join(', ') } as const;
          return { kind: 'codeDisproved', atMs, itemId, drift: null, problem };
        }
        case 'none':
          return { kind: 'codeDisproved', atMs, itemId, drift: null, problem: { code: 'code-of-no-token' } };
        case 'notInFile':
          return null;
        default:
          return assertNever(proof);
      }
    },
  };
}

function driftOf(match: TokenMatch): TokenDrift {
  return { driftMs: driftMs(match), isFit: isFitForUse(match) };
}
