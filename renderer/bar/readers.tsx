import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { useDesk, useSnapshot } from '../desk.ts';
import { findLane } from '../lanes/lanes.ts';
import { Icon } from '../ui/icon.tsx';
import { Reader } from './reader.tsx';

/** Chosen: three names fit beside the rest of the bar; the places at the hand-over name all of them. */
const MOST_BY_NAME = 3;

/** Each reader and whether it can be used; where there are many, the ready ones are counted. All lead to the doctor. */
export function Readers() {
  const { t } = useTranslation();
  const { keyActions } = useDesk();
  const readers = useSnapshot((snapshot) => snapshot.readers);
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const hasDoctor = useSnapshot((snapshot) => snapshot.doctor !== null);
  // By way of the key: changed settings are asked about first.
  const openDoctor = (): void => {
    if (!hasDoctor) keyActions.run('doctor');
  };
  const isCounted = readers.length > MOST_BY_NAME;
  const ready = readers.filter(({ problem }) => problem === null).length;
  const named = isCounted ? readers.filter(({ problem }) => problem !== null) : readers;
  return (
    <ul className="readers" aria-label={t('bar.readers')}>
      {readers.length === 0 && (
        <li>
          <AriaButton className="reader" data-tone="care" onPress={openDoctor}>
            <Icon name="readerOff" />
            {t('bar.noReader')}
          </AriaButton>
        </li>
      )}
      {isCounted && ready > 0 && (
        <li>
          <AriaButton className="reader" data-tone="done" onPress={openDoctor}>
            <Icon name="reader" />
            {t('bar.readersReady', { count: ready })}
          </AriaButton>
        </li>
      )}
      {named.map((reader) => (
        <li key={reader.readerKey}>
          <Reader
            reader={reader}
            number={lanes.length > 1 ? findLane(lanes, reader.readerKey)?.number : undefined}
            onDoctor={openDoctor}
          />
        </li>
      ))}
    </ul>
  );
}
