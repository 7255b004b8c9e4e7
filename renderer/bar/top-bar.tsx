import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { Icon } from '../ui/icon.tsx';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useKeyAction } from '../use-keys.ts';
import { ModePlate } from './mode-plate.tsx';
import { Operator } from './operator.tsx';
import { ReaderState } from './reader-state.tsx';
import { Readers } from './readers.tsx';
import { ScreenToggles } from './screen-toggles.tsx';
import { SeedsToggle } from './seeds-toggle.tsx';
import { StationName } from './station-name.tsx';

/** Where am I, with which readers, as whom. */
export function TopBar() {
  const { t } = useTranslation();
  const { change, keyActions } = useDesk();
  const isPractice = useSnapshot((snapshot) => snapshot.practice !== null);
  const isInDoctor = useSnapshot((snapshot) => snapshot.doctor !== null);
  const isKiosk = useSnapshot((snapshot) => snapshot.kiosk !== null);
  const { muted, acrossBench, practiceOpen, settingsOpen, seedsOpen, screen } = useView((view) => view);
  const isAway = settingsOpen || seedsOpen || screen !== null;
  // What only staff may touch has its keys there, and nothing to press.
  const isSlim = isKiosk && !isInDoctor && !settingsOpen;

  useKeyAction('mute', () => change({ muted: !muted }));
  useKeyAction('acrossBench', () => change({ acrossBench: !acrossBench }));
  useKeyAction('practice', isPractice && !isAway ? () => change({ practiceOpen: !practiceOpen }) : null);

  return (
    <header className="bar" data-area="bar" aria-label={t('bar.label')}>
      <span className="brand">
        <Icon name="token" />
        {t('product')}
      </span>
      <StationName />
      <ModePlate />
      {isPractice && (
        <ToggleButton
          className="bar-toggle"
          isDisabled={isAway}
          isSelected={practiceOpen}
          onChange={(isOpen) => change({ practiceOpen: isOpen })}
        >
          {t('bar.practice')} <Kbd caps={bindingOf('practice').caps} />
        </ToggleButton>
      )}
      <span className="bar-gap" />
      {isSlim ? <ReaderState /> : <Readers />}
      {!isKiosk && <Operator />}
      <span className="bar-toggles">
        <IconToggle
          icon={muted ? 'soundOff' : 'soundOn'}
          label={t('bar.sound')}
          caps={bindingOf('mute').caps}
          isOn={!muted}
          onChange={(isOn) => change({ muted: !isOn })}
        />
        {!isSlim && (
          <>
            <IconToggle
              icon="enlarge"
              label={t('bar.acrossBench')}
              caps={bindingOf('acrossBench').caps}
              isOn={acrossBench}
              onChange={(isOn) => change({ acrossBench: isOn })}
            />
            {!isKiosk && <ScreenToggles />}
            {!isKiosk && <SeedsToggle />}
            <IconToggle
              icon="settings"
              label={t('bar.settings')}
              caps={bindingOf('settings').caps}
              isOn={settingsOpen}
              isDisabled={isInDoctor}
              onChange={() => keyActions.run('settings')}
            />
          </>
        )}
      </span>
    </header>
  );
}
