import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Button } from '../ui/button.tsx';
import { PracticeLabels } from './practice-labels.tsx';
import { hasFirstOnly, PracticeReaders } from './practice-readers.tsx';
import { TroubleSwitch } from './trouble-switch.tsx';
import { VirtualToken } from './virtual-token.tsx';

/** The virtual tokens. The drawer takes room from the queue and never from the hand-over. */
export function PracticeDrawer() {
  const { t } = useTranslation();
  const { change } = useDesk();
  const practice = useSnapshot((snapshot) => snapshot.practice);
  const isOpen = useView((view) => view.practiceOpen);
  if (!practice || !isOpen) return null;
  // What is used all the time stands on top.
  const isSimple = hasFirstOnly(practice.readers);
  return (
    <section className="drawer" data-area="practice" aria-label={t('practice.title')}>
      <div className="pane-head">
        <h2>{t('practice.title')}</h2>
        <Button
          kind="quiet"
          icon="close"
          aria-label={t('practice.close')}
          onPress={() => change({ practiceOpen: false })}
        />
      </div>
      <div className="drawer-body">
        <p className="second drawer-about">{t('practice.about')}</p>
        <Refusal place="practice" />
        {!isSimple && <PracticeReaders readers={practice.readers} />}
        <ul className="virtual-tokens">
          {practice.tokens.map((token) => (
            <VirtualToken key={token.serialNumber} token={token} />
          ))}
        </ul>
        {isSimple && <PracticeReaders readers={practice.readers} />}
        <PracticeLabels labels={practice.labels} />
        <TroubleSwitch trouble={practice.trouble} />
      </div>
    </section>
  );
}
