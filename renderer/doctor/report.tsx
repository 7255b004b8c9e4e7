import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../electron/contract/doctor.ts';
import { Age } from '../queue/age.tsx';
import { ReportBytes } from './report-bytes.tsx';

type ReportProps = { readonly report: ReportView };

/** One input report: its bytes with what was read out of them, and the same in words. */
export function Report({ report }: ReportProps) {
  const { t } = useTranslation();
  const { readerName, lengthBytes, bytesHex, fields, problem, atMs } = report;
  const words = [
    t('doctor.report.bytes', { count: lengthBytes }),
    fields && t('doctor.report.data', { count: fields.dataLengthBytes, offset: fields.dataOffsetBytes }),
    fields?.aimId && t('doctor.report.aim', { aimId: fields.aimId }),
    fields?.continued && t('doctor.report.continued'),
  ];
  return (
    <li className="report">
      <p className="report-head">
        <b>{readerName}</b>
        <Age sinceMs={atMs} />
      </p>
      {bytesHex === null ? (
        <p className="second">{t('doctor.report.hidden')}</p>
      ) : (
        <ReportBytes bytesHex={bytesHex} fields={fields} />
      )}
      <p className="second">{words.filter(Boolean).join(' · ')}</p>
      {problem && (
        <p className="report-problem" data-tone="stop">
          {t(`problem.${problem.code}.title`)}
        </p>
      )}
    </li>
  );
}
