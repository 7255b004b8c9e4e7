import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useOfferedActions } from '../use-keys.ts';

/** The way to the seeds; how many there are in memory stands on it for as long as there are any. */
export function SeedsToggle() {
  const { t } = useTranslation();
  const { keyActions } = useDesk();
  const tokenCount = useSnapshot(({ seeds }) => seeds?.tokenCount ?? null);
  const isOpen = useView((view) => view.seedsOpen);
  const isOffered = useOfferedActions().has('seeds');
  return (
    <IconToggle
      icon="key"
      label={tokenCount === null ? t('bar.seeds') : t('bar.seedsOf', { count: tokenCount })}
      mark={tokenCount === null ? undefined : String(tokenCount)}
      caps={bindingOf('seeds').caps}
      isOn={isOpen}
      isDisabled={!isOffered}
      onChange={() => keyActions.run('seeds')}
    />
  );
}
