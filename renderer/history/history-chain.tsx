import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryView } from '../../electron/contract/history.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { formatNumber } from './history-words.ts';

type HistoryChainProps = { readonly history: HistoryView };

/** Whether anybody changed the journal, and what to keep elsewhere to be able to tell later. */
export function HistoryChain({ history: { chain, isBusy } }: HistoryChainProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const hash = useRef<HTMLElement>(null);
  const isBroken = chain.kind === 'broken';
  return (
    <section className="history-chain" data-tone={isBroken ? 'stop' : 'done'} aria-label={t('history.chain.title')}>
      <Icon name={isBroken ? 'stop' : 'tick'} />
      <div className="history-chain-words" role="status">
        {isBusy && chain.kind !== 'broken' ? (
          <p>{t('history.reading')}</p>
        ) : (
          <p className="history-chain-state">
            {chain.kind === 'empty' && t('history.empty')}
            {chain.kind === 'holds' && t('history.chain.holds', { seq: formatNumber(chain.headSeq) })}
            {chain.kind === 'broken' && t('history.chain.broken', { seq: formatNumber(chain.atSeq) })}
          </p>
        )}
        {isBroken && <p className="second">{t('history.chain.brokenNext')}</p>}
        {chain.kind === 'holds' && !isBusy && <p className="second">{t('history.chain.why')}</p>}
      </div>
      {chain.kind === 'holds' && !isBusy && (
        <div className="history-hash">
          <code ref={hash}>{chain.headHash}</code>
          <CopyButton source={hash} label={t('history.chain.hash', { seq: formatNumber(chain.headSeq) })} />
        </div>
      )}
      <Button
        kind="quiet"
        icon="retry"
        isDisabled={isBusy}
        onPress={() => void send('history', { kind: 'verifyHistory' })}
      >
        {t('history.chain.verify')}
      </Button>
    </section>
  );
}
