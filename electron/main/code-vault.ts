import type { ItemId } from '../contract/item.ts';
import type { Result } from '../contract/result.ts';
import { ok, refuse } from '../core/result.ts';
import type { Secret } from '../core/secret.ts';

/** A code on its way: typed at `enteredAtMs`, in memory only. */
export type HeldCode = { readonly code: Secret; readonly enteredAtMs: number };

/** Chosen: more than anybody tries on one token before it is set aside. */
const REMEMBERED = 8;

/** Holds typed codes between the command and the POST, and knows which were sent, so that none is sent twice. */
export type CodeVault = {
  /** `code-already-tried`: this very code was sent for this item before. `command-not-allowed`: one is on its way. */
  readonly hold: (itemId: ItemId, code: Secret, enteredAtMs: number) => Result<null>;
  readonly held: (itemId: ItemId) => HeldCode | null;
  /** The service has seen the code: it is used up, whatever the answer was. */
  readonly spend: (itemId: ItemId) => void;
  /** The code was never seen by the service and is too old to be. */
  readonly drop: (itemId: ItemId) => void;
  readonly forget: (itemId: ItemId) => void;
};

export function createCodeVault(): CodeVault {
  const holding = new Map<ItemId, HeldCode>();
  const spent = new Map<ItemId, readonly Secret[]>();

  return {
    hold: (itemId, code, enteredAtMs) => {
      if (holding.has(itemId)) return refuse('command-not-allowed');
      if (spent.get(itemId)?.some((old) => old.equals(code))) return refuse('code-already-tried');
      holding.set(itemId, { code, enteredAtMs });
      return ok(null);
    },
    held: (itemId) => holding.get(itemId) ?? null,
    spend: (itemId) => {
      const used = holding.get(itemId);
      if (!used) return;
      holding.delete(itemId);
      spent.set(itemId, [...(spent.get(itemId) ?? []), used.code].slice(-REMEMBERED));
    },
    drop: (itemId) => {
      holding.delete(itemId);
    },
    forget: (itemId) => {
      holding.delete(itemId);
      spent.delete(itemId);
    },
  };
}
