import type { PlugChange, PlugEvents } from '../../electron/io/scanner/plug-events.ts';

export type HandPlugEvents = {
  readonly plugEvents: PlugEvents;
  readonly tell: (change: PlugChange) => void;
  /** From now on nothing is told, and whoever watches hears of that. */
  readonly fail: () => void;
  readonly watcherCount: () => number;
};

type Watcher = { readonly onChange: (change: PlugChange) => void; readonly onFailed: () => void };

/** An operating system that says by hand what was plugged in. */
export function createHandPlugEvents(): HandPlugEvents {
  const watchers = new Set<Watcher>();
  return {
    plugEvents: {
      watch: (onChange, onFailed) => {
        const watcher = { onChange, onFailed };
        watchers.add(watcher);
        return () => {
          watchers.delete(watcher);
        };
      },
    },
    tell: (change) => {
      for (const { onChange } of watchers) onChange(change);
    },
    fail: () => {
      for (const { onFailed } of watchers) onFailed();
    },
    watcherCount: () => watchers.size,
  };
}
