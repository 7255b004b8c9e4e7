import { useTranslation } from 'react-i18next';
import type { Notice } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../desk.ts';
import { Age } from '../queue/age.tsx';
import { Icon } from '../ui/icon.tsx';
import { TailText } from '../ui/tail-text.tsx';

/** The notice of the last token that was activated in this place, while it is remembered. */
export function useLastDone(): Notice | null {
  return useSnapshot(({ notices, lanes }) => {
    const front = lanes.length > 1 ? lanes.find(({ isFront }) => isFront) : undefined;
    // Beside a hand stands what this hand has done, not what another reader's has.
    const isHere = ({ readerName }: Notice): boolean => !front || readerName === '' || readerName === front.name;
    return notices.findLast((notice) => notice.kind === 'activated' && isHere(notice)) ?? null;
  });
}

/** One quiet line while the next token is in hand already: the last one did go through. */
export function LastDone() {
  const { t } = useTranslation();
  const done = useLastDone();
  if (!done) return null;
  return (
    <p className="last-done">
      <Icon name="tick" />
      <span className="last-done-words">{t('handOver.justDone')}</span>
      <TailText text={done.text} size="small" />
      <span className="last-done-who">{done.userName}</span>
      <Age sinceMs={done.atMs} />
    </p>
  );
}
