import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearningView } from '../../electron/contract/doctor.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { LearningStart } from './learning-start.tsx';
import { Learning } from './learning.tsx';
import { SiteRuleRow } from './site-rule-row.tsx';
import { useKeepFocus } from './use-keep-focus.ts';

type SiteRulesProps = { readonly rules: readonly SiteRule[]; readonly learning: LearningView | null };

/** The labels that this site has taught the station, and how it is taught another one. */
export function SiteRules({ rules, learning }: SiteRulesProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  useKeepFocus(area, `${learning?.means} ${learning?.proposal?.rule.id} ${rules.length}`);
  return (
    <div ref={area} className="site-rules" tabIndex={-1}>
      <section aria-label={t('doctor.teach')}>
        <h3 className="doctor-heading">{t('doctor.teach')}</h3>
        {learning ? <Learning learning={learning} /> : <LearningStart />}
      </section>
      <section aria-label={t('doctor.rules')}>
        <h3 className="doctor-heading">{t('doctor.rules')}</h3>
        {rules.length === 0 && <p className="doctor-empty">{t('doctor.noRules')}</p>}
        <ol className="rule-list">
          {rules.map((rule) => (
            <SiteRuleRow key={rule.id} rule={rule} />
          ))}
        </ol>
      </section>
    </div>
  );
}
