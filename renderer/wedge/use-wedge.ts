import { useEffect } from 'react';
import type { ItemId } from '../../electron/contract/item.ts';
import { useDesk, type Desk } from '../desk.ts';
import { coverOf } from '../plan/plan-view.ts';
import { listenToKeys } from './listen-to-keys.ts';

/** Takes what readers in keyboard mode type into the window. Call it before any other part listens to keys. */
export function useWedge(): void {
  const desk = useDesk();
  useEffect(() => {
    const openAt = watchOpen(desk);
    const stopListening = listenToKeys(window, (text, startMs) => takeScan(desk, text, openAt.at(startMs)));
    return () => {
      stopListening();
      openAt.stop();
    };
  }, [desk]);
}

/**
 * Six digits are a code, as tokens with a plug type it: the token's that was open in front when their first key came, if it
 * still is and waits for one. Otherwise the station refuses them like any scan that is no serial number, and says so.
 */
export function takeScan({ store, send }: Pick<Desk, 'store' | 'send'>, text: string, meantFor: ItemId | null): void {
  const { snapshot, view } = store.getState();
  const open = snapshot?.open ?? null;
  const isCovered = coverOf(snapshot?.plan ?? null, view) !== null;
  const isMeant =
    open !== null &&
    open.id === meantFor &&
    snapshot?.doctor === null &&
    !view.settingsOpen &&
    !view.seedsOpen &&
    !isCovered;
  if (/^[0-9]{6}$/.test(text) && isMeant && open.can.includes('enterCode'))
    void send('code', { kind: 'enterCode', itemId: open.id, code: text });
  else void send('queue', { kind: 'wedgeScan', text });
}

/** Remembers since when the token in front has been there: another lane may come to the front while keys are under way. */
function watchOpen({ store }: Pick<Desk, 'store'>) {
  const openId = (): ItemId | null => store.getState().snapshot?.open?.id ?? null;
  let now = { id: openId(), sinceMs: Number.NEGATIVE_INFINITY };
  const stop = store.subscribe(() => {
    if (openId() !== now.id) now = { id: openId(), sinceMs: performance.now() };
  });
  return { at: (atMs: number): ItemId | null => (atMs >= now.sinceMs ? now.id : null), stop };
}
