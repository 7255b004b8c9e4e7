import type { KeyAction } from './keys.ts';

/** What the keys do at this moment. A part of the window offers an action while it is on screen and allowed. */
export type KeyActions = {
  /** Returns the way to take the offer back. */
  readonly offer: (action: KeyAction, run: () => void) => () => void;
  /** Runs the offer that came last; `false` where there is none. */
  readonly run: (action: KeyAction) => boolean;
  readonly offered: () => ReadonlySet<KeyAction>;
  readonly watch: (onChange: () => void) => () => void;
};

export function createKeyActions(): KeyActions {
  const offers: { readonly action: KeyAction; readonly run: () => void }[] = [];
  const watchers = new Set<() => void>();
  let offered: ReadonlySet<KeyAction> = new Set();

  const change = (): void => {
    offered = new Set(offers.map(({ action }) => action));
    for (const onChange of watchers) onChange();
  };

  return {
    offer(action, run) {
      const offer = { action, run };
      offers.push(offer);
      change();
      return () => {
        offers.splice(offers.indexOf(offer), 1);
        change();
      };
    },
    run(action) {
      const offer = offers.findLast((candidate) => candidate.action === action);
      offer?.run();
      return offer !== undefined;
    },
    offered: () => offered,
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
