import type { Surroundings } from '../../electron/core/to-snapshot.ts';

/** What a picture shows of the desks beside the queue while nothing is going on there. */
export const NO_DESKS: Omit<Surroundings, 'revision' | 'atMs' | 'mode' | 'practice'> = {
  seeds: null,
  draft: null,
  comparing: null,
  inventory: null,
  paper: { printers: [], printingCount: 0, templatesPath: '' },
  history: null,
};
