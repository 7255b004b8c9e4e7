import { useTranslation } from 'react-i18next';
import { useDesk, useView } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useOfferedActions } from '../use-keys.ts';

const SCREENS = [
  { screen: 'orders', icon: 'list' },
  { screen: 'shift', icon: 'shift' },
  { screen: 'history', icon: 'history' },
] as const;

/** The ways to the work beside the queue. */
export function ScreenToggles() {
  const { t } = useTranslation();
  const { keyActions } = useDesk();
  const shown = useView((view) => view.screen);
  const offered = useOfferedActions();
  return SCREENS.map(({ screen, icon }) => (
    <IconToggle
      key={screen}
      icon={icon}
      label={t(`bar.${screen}`)}
      caps={bindingOf(screen).caps}
      isOn={shown === screen}
      isDisabled={!offered.has(screen)}
      onChange={() => keyActions.run(screen)}
    />
  ));
}
