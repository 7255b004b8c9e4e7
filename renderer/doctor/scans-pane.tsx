import { useTranslation } from 'react-i18next';
import type { ReportView, TestedScan as Tested } from '../../electron/contract/doctor.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { DoctorScroll } from './doctor-scroll.tsx';
import { Report } from './report.tsx';
import { TestedScan } from './tested-scan.tsx';

type ScansPaneProps = {
  readonly tests: readonly Tested[];
  readonly reports: readonly ReportView[];
  readonly rules: readonly SiteRule[];
};

/** What the readers send now, and what the station would make of it. The newest stands on top. */
export function ScansPane({ tests, reports, rules }: ScansPaneProps) {
  const { t } = useTranslation();
  return (
    <section className="doctor-scans" data-area="doctor-scans" tabIndex={-1} aria-label={t('doctor.scans')}>
      <div className="pane-head">
        <h2>{t('doctor.scans')}</h2>
      </div>
      <DoctorScroll label={t('doctor.tests')}>
        {tests.length === 0 && (
          <div className="doctor-wait">
            <p className="say">{t('doctor.noTests')}</p>
            <p className="hint">{t('doctor.noTestsWhy')}</p>
          </div>
        )}
        <ol className="tests">
          {tests.toReversed().map((test, index) => (
            <TestedScan key={test.seq} test={test} rules={rules} isNewest={index === 0} />
          ))}
        </ol>
        <h3 className="doctor-heading">{t('doctor.reports')}</h3>
        {reports.length === 0 && <p className="doctor-empty">{t('doctor.noReports')}</p>}
        <ol className="reports">
          {reports.toReversed().map((report) => (
            <Report key={report.seq} report={report} />
          ))}
        </ol>
      </DoctorScroll>
    </section>
  );
}
