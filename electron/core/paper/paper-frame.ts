import type { Mode } from '../../contract/snapshot.ts';
import type { State } from '../state.ts';
import { atWords, type PaperStyle } from './paper-style.ts';
import type { PaperFrame } from './paper.ts';

/** What a paper needs beside the state. */
export type PaperSurroundings = {
  readonly mode: Mode;
  readonly stationName: string;
  readonly nowMs: number;
  readonly style: PaperStyle;
};

/** What all papers say. A paper of practice says so, whatever else stands on it. */
export function frameOf({ operator }: State, { mode, stationName, nowMs, style }: PaperSurroundings): PaperFrame {
  return {
    isPractice: mode.kind === 'practice',
    stationName,
    operatorName: operator?.name ?? null,
    printedAt: atWords(nowMs, style),
  };
}
