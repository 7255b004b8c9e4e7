import { useTranslation } from 'react-i18next';
import type { RuleStep } from '../../electron/contract/doctor.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { knownWord } from './known-word.ts';
import { siteRuleWords } from './site-rule-words.ts';

type RuleStepsProps = { readonly steps: readonly RuleStep[]; readonly rules: readonly SiteRule[] };

/** The rules that changed or decided something, in the order in which they were asked. */
export function RuleSteps({ steps, rules }: RuleStepsProps) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  const nameOf = (name: string): string => {
    const own = rules.find(({ id }) => id === name);
    return own ? t('doctor.siteRule', { words: siteRuleWords(t, own) }) : knownWord('rule', name);
  };
  return (
    <ol className="rule-steps" aria-label={t('doctor.steps')}>
      {steps.map(({ rule, before, after }, index) => (
        <li key={`${index} ${rule}`}>
          <span>{nameOf(rule)}</span>
          {before !== after && after !== '' && (
            <span className="mono rule-change">
              {before} → {after}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
