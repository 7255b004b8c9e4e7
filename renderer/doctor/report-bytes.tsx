import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportFields } from '../../electron/contract/doctor.ts';
import { splitBytes } from './split-bytes.ts';

type ReportBytesProps = { readonly bytesHex: string; readonly fields: ReportFields | null };

/** The bytes in groups of eight, with what was read out of them marked. A report does not change: all keep their places. */
export function ReportBytes({ bytesHex, fields }: ReportBytesProps) {
  const { t } = useTranslation();
  return (
    <code className="bytes">
      {splitBytes(bytesHex, fields).map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <span key={index} className="byte-group" data-kind={group.kind}>
          {group.kind === 'zeros'
            ? t('doctor.report.zeros', { count: group.count })
            : group.bytes.map(({ hex, part }, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- see above
                <Fragment key={place}>
                  <span data-part={part}>{hex}</span>{' '}
                </Fragment>
              ))}
        </span>
      ))}
    </code>
  );
}
