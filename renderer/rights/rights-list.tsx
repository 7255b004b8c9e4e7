import { useTranslation } from 'react-i18next';
import type { CapabilityView } from '../../electron/contract/capability.ts';
import { useSnapshot } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/tone.ts';
import { CAPABILITIES, isNeeded, mayNeedOlderScopes } from './rights.ts';
import { ScopeOffer } from './scope-offer.tsx';

/** What whoever is signed in may do here, and what is missing for the rest. */
export function RightsList() {
  const { t } = useTranslation();
  const capabilities = useSnapshot((snapshot) => snapshot.capabilities);
  const issuing = capabilities?.find(({ capability }) => capability === 'issueToOthers');
  return (
    <section className="rights" aria-label={t('rights.title')}>
      <h3>{t('rights.title')}</h3>
      {capabilities === null && <p className="second">{t('rights.looking')}</p>}
      {capabilities && (
        <ul>
          {CAPABILITIES.flatMap((name) => {
            const view = capabilities.find(({ capability }) => capability === name);
            return view ? [<RightsLine key={name} view={view} />] : [];
          })}
        </ul>
      )}
      {issuing && mayNeedOlderScopes(issuing) && <ScopeOffer />}
    </section>
  );
}

const ICONS = { yes: 'tick', no: 'refuse', unknown: 'question' } as const satisfies Record<
  CapabilityView['is'],
  IconName
>;

function RightsLine({ view: { capability, is, missing, problem } }: { readonly view: CapabilityView }) {
  const { t } = useTranslation();
  const isKiosk = useSnapshot((snapshot) => snapshot.kiosk !== null);
  const isWorkStopped = is === 'no' && isNeeded(capability, isKiosk);
  const what = t(`rights.what.${capability}`);
  return (
    <li className="right" data-tone={toneOf(is, isWorkStopped)}>
      <p className="right-head">
        <Icon name={ICONS[is]} />
        <span>{what}</span>
        <b>{t(`rights.is.${is}`)}</b>
      </p>
      {is === 'unknown' && !problem && <p className="second">{t('rights.unknown')}</p>}
      {is === 'no' && (
        <p className="second">
          {missing.length > 0 && t('rights.missing')}
          {!isWorkStopped && ` ${t('rights.optional')}`}
        </p>
      )}
      {missing.map((name) => (
        <CopyLine key={name} line={name} label={t('rights.missingOf', { what })} />
      ))}
      {problem && <ProblemNote problem={problem} tone="care" />}
    </li>
  );
}

function toneOf(is: CapabilityView['is'], isWorkStopped: boolean): Tone {
  if (is === 'yes') return 'done';
  return isWorkStopped ? 'stop' : 'plain';
}
