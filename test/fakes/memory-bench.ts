import type { BenchSettings } from '../../electron/core/bench-settings.ts';
import { EMPTY_BENCH } from '../../electron/core/bench-settings.ts';
import type { BenchPort } from '../../electron/core/ports.ts';
import { ok, refuse } from '../../electron/core/result.ts';

export type MemoryBench = {
  readonly port: BenchPort;
  /** The disk refuses from now on, or no more. */
  readonly refuseSaving: (isRefused: boolean) => void;
  /** Somebody has spoilt the file. */
  readonly spoil: () => void;
};

/** A bench whose settings are as safe as the process. */
export function createMemoryBench(first: BenchSettings = EMPTY_BENCH): MemoryBench {
  let text = JSON.stringify(first);
  let isRefused = false;
  let isSpoilt = false;
  return {
    port: {
      load: async () => (isSpoilt ? refuse('settings-malformed', { detail: 'not JSON' }) : ok(JSON.parse(text))),
      save: async (bench) => {
        if (isRefused) return refuse('settings-not-saved', { detail: 'ENOSPC' });
        text = JSON.stringify(bench);
        isSpoilt = false;
        return ok(null);
      },
    },
    refuseSaving: (refused) => {
      isRefused = refused;
    },
    spoil: () => {
      isSpoilt = true;
    },
  };
}
