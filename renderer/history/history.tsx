import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { setRefusal } from '../store.ts';
import { Screen } from '../ui/screen.tsx';
import { HistoryChain } from './history-chain.tsx';
import { HistoryExport } from './history-export.tsx';
import { HistoryFound } from './history-found.tsx';
import { HistoryList } from './history-list.tsx';
import { HistoryPages } from './history-pages.tsx';
import { HistorySearch } from './history-search.tsx';

/** The journal for people. What is read of it is forgotten again when this is left. */
export function History() {
  const { t } = useTranslation();
  const { store, send } = useDesk();
  const history = useSnapshot((snapshot) => snapshot.history);
  const isHere = useSnapshot(isStaffHere);
  const leave = useEffectEvent(() => {
    setRefusal(store, 'history', null);
    // Where nobody is here any more it is closed already, and a command would be refused aloud.
    const { snapshot } = store.getState();
    if (snapshot && isStaffHere(snapshot)) void send('history', { kind: 'closeHistory' });
  });

  // Whoever signs in while this is open sees it then: nobody else did.
  useEffect(() => {
    if (isHere) void send('history', { kind: 'openHistory' });
  }, [isHere, send]);
  useEffect(() => () => leave(), []);

  return (
    <Screen
      name="history"
      icon="history"
      title={t('bar.history')}
      about={t('history.about')}
      actions={history && <HistoryExport history={history} />}
    >
      <div className="history">
        <Refusal place="history" />
        {history && <HistoryChain history={history} />}
        {history && <HistorySearch history={history} />}
        {history && <HistoryFound history={history} />}
        {history && <HistoryList entries={history.entries} />}
        {history && <HistoryPages history={history} />}
      </div>
    </Screen>
  );
}

function isStaffHere({ session }: Snapshot): boolean {
  return session.kind === 'in' || session.kind === 'fixed';
}
