import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDraftLine } from '../../electron/contract/work-order.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { faultWords, leavesOut } from './fault-words.ts';
import { useSendOrder } from './use-send-order.ts';

type LineFaultsProps = { readonly line: OrderDraftLine };

/** All that is to be said of a line. Zeros are offered here, and never put back by themselves. */
export function LineFaults({ line }: LineFaultsProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const list = useRef<HTMLUListElement>(null);

  const acceptZeros = (): void => {
    // Back to the line before its button goes, so that the arrows go on from there.
    list.current?.closest<HTMLElement>('[data-draft-line]')?.focus();
    void send({ kind: 'acceptZeros', line: line.line });
  };

  return (
    <ul ref={list} className="line-faults">
      {line.faults.map((fault) => (
        <li key={fault.kind} data-tone={leavesOut(fault) ? 'stop' : 'care'}>
          <Icon name={leavesOut(fault) ? 'stop' : 'warning'} />
          <span>{faultWords(t, fault, line.person)}</span>
          {fault.kind === 'zerosMaybeLost' && (
            <Button onPress={acceptZeros}>{t('orders.draft.zerosHere', { suggestion: fault.suggestion })}</Button>
          )}
        </li>
      ))}
    </ul>
  );
}
