import type { PracticeReader } from '../contract/snapshot.ts';
import type { ReaderListener, ReaderPort } from '../core/ports.ts';
import { createVirtualReader } from './virtual-reader.ts';

/** The virtual readers of a practice bench; `number` counts from 1. */
export type PracticeReaders = {
  readonly port: ReaderPort;
  readonly scan: (number: number, text: string, aimId: string) => void;
  readonly plug: (number: number, isPlugged: boolean) => void;
  readonly view: () => readonly PracticeReader[];
};

/** Chosen: one is what a desk has; the second shows what a bench of two people is like. */
const NAMES = ['Practice reader', 'Second practice reader'];

export function createPracticeReaders(clock: { readonly nowMs: () => number }): PracticeReaders {
  const readers = NAMES.map((name, index) => {
    return createVirtualReader({ nowMs: clock.nowMs, name, number: index + 1, isPlugged: index === 0 });
  });

  return {
    port: {
      start: async (listener: ReaderListener) => {
        for (const reader of readers) await reader.port.start(listener);
      },
      stop: async () => {
        for (const reader of readers) await reader.port.stop();
      },
    },
    scan: (number, text, aimId) => readers[number - 1]?.scan(text, aimId),
    plug: (number, isPlugged) => {
      const reader = readers[number - 1];
      if (isPlugged) reader?.plug();
      else reader?.unplug();
    },
    view: () =>
      readers.map((reader, index) => ({ number: index + 1, name: NAMES[index] ?? '', isPlugged: reader.isPlugged() })),
  };
}
