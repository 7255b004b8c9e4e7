import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { siteRuleWords } from './site-rule-words.ts';

type SiteRuleRowProps = { readonly rule: SiteRule };

export function SiteRuleRow({ rule }: SiteRuleRowProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const words = siteRuleWords(t, rule);
  return (
    <li className="rule-row">
      <span>{words}</span>
      {isAsking ? (
        <RemoveRule ruleId={rule.id} onKeep={() => setIsAsking(false)} />
      ) : (
        <Button kind="quiet" aria-label={t('doctor.removeRule', { words })} onPress={() => setIsAsking(true)}>
          {t('remove.button')}
        </Button>
      )}
    </li>
  );
}

type RemoveRuleProps = { readonly ruleId: string; readonly onKeep: () => void };

/** Asked in place, with the safe answer focused. */
function RemoveRule({ ruleId, onKeep }: RemoveRuleProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  useKeyAction('keep', onKeep);
  return (
    <span className="rule-question" data-question="" role="group" aria-label={t('doctor.removeRuleAsk')}>
      <b>{t('doctor.removeRuleAsk')}</b>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just asked for this question */}
      <Button autoFocus onPress={onKeep}>
        {t('remove.keep')}
      </Button>
      <Button kind="stop" onPress={() => void send('doctor', { kind: 'removeSiteRule', ruleId })}>
        {t('remove.yes')}
      </Button>
    </span>
  );
}
