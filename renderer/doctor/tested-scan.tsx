import { useTranslation } from 'react-i18next';
import type { TestedScan as Tested } from '../../electron/contract/doctor.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { Age } from '../queue/age.tsx';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { knownWord } from './known-word.ts';
import { RuleSteps } from './rule-steps.tsx';
import { ScannedUsed } from './scanned-used.tsx';

type TestedScanProps = {
  readonly test: Tested;
  readonly rules: readonly SiteRule[];
  /** The others fold to their outcome. */
  readonly isNewest: boolean;
};

/** One scan that was tried out: what it would be, what is used of it, and by which rules. */
export function TestedScan({ test, rules, isNewest }: TestedScanProps) {
  const { t } = useTranslation();
  const { means, scannedText, used, symbology, aimId, readerName, problem, steps, atMs } = test;
  const isRefused = means === 'refused';
  return (
    <li className="test" data-newest={isNewest || undefined} data-tone={isRefused ? 'stop' : 'done'}>
      <div className="test-head">
        <Icon name={isRefused ? 'refuse' : 'tick'} />
        <span className="test-means">{t(`doctor.means.${means}`)}</span>
        <span className="second">
          {[readerName, symbology && knownWord('symbology', symbology), aimId].filter(Boolean).join(' · ')}
        </span>
        <Age sinceMs={atMs} />
      </div>
      <ScannedUsed scannedText={scannedText} used={used} />
      {problem && (isNewest ? <ProblemNote problem={problem} /> : <p>{t(`problem.${problem.code}.title`)}</p>)}
      {isNewest && <RuleSteps steps={steps} rules={rules} />}
    </li>
  );
}
