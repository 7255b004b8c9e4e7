import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { NextPerson } from '../orders/next-person.tsx';
import { PrintButton } from '../paper/print-button.tsx';
import { UndoButton } from '../plan/undo-button.tsx';
import { frontOf } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { VisitSearch } from '../visit/visit-search.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { useLastDone, useLastRow } from './last-done.tsx';
import { TokenDrawing } from './token-drawing.tsx';

/** Nothing is open: the next token is wanted, and the last one is confirmed. */
export function Idle() {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const isFirst = useSnapshot((snapshot) => snapshot.queue.counts.all === 0);
  const hasReader = useSnapshot((snapshot) => snapshot.readers.some(({ problem }) => problem === null));
  const isSignedIn = useSnapshot(({ session }) => session.kind === 'in' || session.kind === 'fixed');
  const isPractice = useSnapshot((snapshot) => snapshot.practice !== null);
  const order = useSnapshot((snapshot) => frontOf(snapshot)?.order ?? null);
  const practiceOpen = useView((view) => view.practiceOpen);
  const done = useLastDone();
  const last = useLastRow();
  const isBack = done?.kind === 'takenBack';
  return (
    <div className="idle">
      {order && <NextPerson key={order.orderId} order={order} />}
      {done && (
        <div className="confirmation" data-tone={isBack ? 'care' : 'done'}>
          <p className="say">
            <Icon name={isBack ? 'undo' : 'tick'} /> {t(`handOver.say.${done.kind}`)}
          </p>
          <TailText text={done.text} size="open" />
          {done.userName && (
            <p className="confirmation-who">
              {t(isBack ? 'handOver.takenBackFrom' : 'handOver.justDoneFor', { name: done.userName })}
            </p>
          )}
          {last && <UndoButton row={last} caps={bindingOf('undo').caps} />}
          {last && <PrintButton row={last} place="item" />}
        </div>
      )}
      {!done && !order && <TokenDrawing />}
      {(!order || !hasReader) && (
        <>
          <p className="say" data-size="large">
            {t(hasReader ? (isFirst ? 'handOver.say.first' : 'handOver.say.idle') : 'handOver.say.noReader')}
          </p>
          <p className="hint">{t(hasReader ? 'handOver.hint.idle' : 'handOver.hint.noReader')}</p>
        </>
      )}
      {isPractice && <p className="hint">{t('handOver.hint.practice')}</p>}
      {isSignedIn && <VisitSearch label={t('visit.lookFor')} />}
      <p className="idle-actions">
        {!hasReader && (
          <Button icon="keyboard" caps={bindingOf('typeSerial').caps} onPress={() => change({ dialog: 'serial' })}>
            {t('queue.typeSerial')}
          </Button>
        )}
        {!hasReader && (
          <Button
            icon="reader"
            caps={bindingOf('doctor').caps}
            onPress={() => void send('queue', { kind: 'openDoctor' })}
          >
            {t('doctor.open')}
          </Button>
        )}
        {isPractice && !practiceOpen && (
          <Button icon="token" caps={bindingOf('practice').caps} onPress={() => change({ practiceOpen: true })}>
            {t('handOver.hint.openPractice')}
          </Button>
        )}
      </p>
    </div>
  );
}
