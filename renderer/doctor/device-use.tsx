import { useTranslation } from 'react-i18next';
import type { DeviceKind, DeviceUse } from '../../electron/contract/doctor.ts';
import { Evidence } from '../problem/problem-note.tsx';

type DeviceUseWordsProps = {
  readonly use: DeviceUse;
  readonly kind: DeviceKind;
  /** No fix says what to do next. */ readonly isHelpless: boolean;
};

/** Whether the device is read, how, and why not. */
export function DeviceUseWords({ use, kind, isHelpless }: DeviceUseWordsProps) {
  const { t } = useTranslation();
  switch (use.kind) {
    case 'reading':
      return (
        <>
          <p className="device-word" data-tone="done">
            {t('doctor.use.reading')}
          </p>
          <p className="second">{t(`doctor.layoutFrom.${use.layoutFrom}`, { name: use.layoutName })}</p>
        </>
      );
    case 'readingKeys':
    case 'askedOnce':
      return (
        <>
          <p className="device-word" data-tone="done">
            {t(`doctor.use.${use.kind}`)}
          </p>
          <p className="second">{t(`doctor.useWhy.${use.kind}`)}</p>
        </>
      );
    case 'throughWindow':
      if (kind === 'keyboard') return <p className="second">{t('doctor.use.keyboard')}</p>;
      return (
        <>
          <p className="device-word" data-tone="care">
            {t('doctor.use.throughWindow')}
          </p>
          <p className="second">{t('doctor.useWhy.throughWindow')}</p>
        </>
      );
    case 'blocked':
      return (
        <>
          <p className="device-word" data-tone="stop">
            {t(`problem.${use.problem.code}.title`)}
          </p>
          {isHelpless && <p className="second">{t(`problem.${use.problem.code}.next`)}</p>}
          <Evidence problem={use.problem} />
        </>
      );
    case 'unused':
      return <p className="second">{t(kind === 'other' ? 'doctor.use.unused' : 'doctor.use.unusedReader')}</p>;
  }
}
