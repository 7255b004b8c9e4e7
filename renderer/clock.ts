import { useSyncExternalStore } from 'react';

const STEP_MS = 1000;

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let tickedAtMs = Date.now();

/** Wall-clock time in steps of a second: one timer for the whole window, none while nobody shows a time. */
export function useNow(): number {
  return useSyncExternalStore(watchClock, readClock);
}

function readClock(): number {
  return tickedAtMs;
}

function watchClock(onTick: () => void): () => void {
  watchers.add(onTick);
  if (timer === null) {
    tickedAtMs = Date.now();
    timer = setInterval(tick, STEP_MS);
  }
  return () => {
    watchers.delete(onTick);
    if (watchers.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function tick(): void {
  tickedAtMs = Date.now();
  for (const onTick of watchers) onTick();
}
