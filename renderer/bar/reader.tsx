import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ReaderView } from '../../electron/contract/reader.ts';
import { bindingOf } from '../keys.ts';
import { LaneMark } from '../lanes/lane-mark.tsx';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

type ReaderProps = {
  readonly reader: ReaderView;
  /** That of its place, while there are several. */
  readonly number: number | undefined;
  readonly onDoctor: () => void;
};

/** One reader. In trouble it says first what to do about it. */
export function Reader({ reader: { name, color, problem }, number, onDoctor }: ReaderProps) {
  const { t } = useTranslation();
  if (!problem) {
    const words = t('bar.readerReady', { name });
    return (
      <AriaButton className="reader" data-tone="done" aria-label={words} onPress={onDoctor}>
        {number === undefined ? <Icon name="reader" /> : <LaneMark color={color} number={number} />}
        <span>{name}</span>
      </AriaButton>
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
        <Dialog aria-label={name} className="reader-trouble">
          <ProblemNote problem={problem} />
          <Button icon="reader" caps={bindingOf('doctor').caps} onPress={onDoctor}>
            {t('doctor.open')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
