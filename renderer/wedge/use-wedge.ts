import { useEffect } from 'react';
import { useDesk, type Desk } from '../desk.ts';
import { listenToKeys } from './listen-to-keys.ts';

/** Takes what readers in keyboard mode type into the window. Call it before any other part listens to keys. */
export function useWedge(): void {
  const desk = useDesk();
  useEffect(() => listenToKeys(window, (text) => takeScan(desk, text)), [desk]);
}

/**
 * Six digits are a code, as tokens with a plug type it: the open token's if it waits for one. Otherwise the station refuses
 * them like any scan that is no serial number, and says so.
 */
export function takeScan({ store, send }: Pick<Desk, 'store' | 'send'>, text: string): void {
  const open = store.getState().snapshot?.open ?? null;
  if (/^[0-9]{6}$/.test(text) && open?.can.includes('enterCode'))
    void send('code', { kind: 'enterCode', itemId: open.id, code: text });
  else void send('queue', { kind: 'wedgeScan', text });
}
