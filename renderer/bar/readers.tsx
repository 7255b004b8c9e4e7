import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ReaderView } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Icon } from '../ui/icon.tsx';

/** Each reader and whether it can be used. One in trouble says on demand what to do about it. */
export function Readers() {
  const { t } = useTranslation();
  const readers = useSnapshot((snapshot) => snapshot.readers);
  return (
    <ul className="readers" aria-label={t('bar.readers')}>
      {readers.length === 0 && (
        <li className="reader" data-tone="care">
          <Icon name="readerOff" />
          {t('bar.noReader')}
        </li>
      )}
      {readers.map((reader) => (
        <li key={reader.readerKey}>
          <Reader reader={reader} />
        </li>
      ))}
    </ul>
  );
}

type ReaderProps = { readonly reader: ReaderView };

function Reader({ reader: { name, problem } }: ReaderProps) {
  const { t } = useTranslation();
  if (!problem) {
    return (
      <span className="reader" data-tone="done" title={t('bar.readerReady', { name })}>
        <Icon name="reader" />
        <span className="only-heard">{t('bar.readerReady', { name })}</span>
        <span aria-hidden="true">{name}</span>
      </span>
    );
  }
  return (
    <DialogTrigger>
      <AriaButton
        className="reader"
        data-tone="stop"
        aria-label={t('bar.readerTrouble', { name, title: t(`problem.${problem.code}.title`) })}
      >
        <Icon name="readerOff" />
        <span>{name}</span>
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Dialog aria-label={name}>
          <ProblemNote problem={problem} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
