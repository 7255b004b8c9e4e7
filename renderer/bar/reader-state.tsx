import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Icon } from '../ui/icon.tsx';

/** At a kiosk: whether scanning works, in two words. What to do about it is for staff, behind F10. */
export function ReaderState() {
  const { t } = useTranslation();
  const readers = useSnapshot((snapshot) => snapshot.readers);
  const isReady = readers.some(({ problem }) => problem === null);
  const state = isReady ? 'ready' : readers.length === 0 ? 'none' : 'troubled';
  return (
    <span className="reader" data-tone={isReady ? 'done' : 'care'}>
      <Icon name={isReady ? 'reader' : 'readerOff'} />
      <span>{t(`kiosk.reader.${state}`)}</span>
    </span>
  );
}
