export type Changes = {
  /** Something has changed: everybody who waits looks again. */
  readonly tell: () => void;
  /** Waits until there is something to be seen. Nothing is asked again and again, and nobody sleeps. */
  readonly until: <T>(look: () => T | null | undefined | false) => Promise<T>;
};

export function createChanges(): Changes {
  const waiting = new Set<() => void>();
  return {
    tell: () => {
      for (const lookAgain of waiting) lookAgain();
    },
    until: (look) =>
      new Promise((resolve) => {
        const lookAgain = (): void => {
          const seen = look();
          if (seen === null || seen === undefined || seen === false) return;
          waiting.delete(lookAgain);
          resolve(seen);
        };
        waiting.add(lookAgain);
        lookAgain();
      }),
  };
}
