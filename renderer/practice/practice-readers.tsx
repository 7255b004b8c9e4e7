import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { PracticeReader } from '../../electron/contract/snapshot.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { useScanningReader } from './use-scanning-reader.ts';

type PracticeReadersProps = { readonly readers: readonly PracticeReader[] };

/** With one reader, one button offers a second; with more, which of them scans, and the plug of each. */
export function PracticeReaders({ readers }: PracticeReadersProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const scanning = useScanningReader();
  const [first, second] = readers;
  const plug = ({ number, isPlugged }: PracticeReader): void =>
    void send('practice', { kind: 'practicePlug', reader: number, isPlugged: !isPlugged });
  if (!first || !second) return null;
  if (hasFirstOnly(readers)) {
    return (
      <p className="practice-plug">
        <Button icon="reader" onPress={() => plug(second)}>
          {t('practice.plugSecond')}
        </Button>
      </p>
    );
  }
  return (
    <div className="practice-part practice-readers">
      <RadioGroup value={String(scanning)} onChange={(chosen) => change({ practiceReader: Number(chosen) })}>
        <Label className="practice-label">{t('practice.scansWith')}</Label>
        {readers.map(({ number, name, isPlugged }) => (
          <Radio key={number} value={String(number)} className="trouble" isDisabled={!isPlugged}>
            {name}
          </Radio>
        ))}
      </RadioGroup>
      <ul className="practice-plugs">
        {readers.map((reader) => (
          <li key={reader.number}>
            <Button
              icon={reader.isPlugged ? 'readerOff' : 'reader'}
              aria-label={t(reader.isPlugged ? 'practice.unplugReader' : 'practice.plugReader', { name: reader.name })}
              onPress={() => plug(reader)}
            >
              {t(reader.isPlugged ? 'practice.unplug' : 'practice.plug')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** As practice begins. */
export function hasFirstOnly(readers: readonly PracticeReader[]): boolean {
  return readers.every(({ isPlugged }, index) => isPlugged === (index === 0));
}
