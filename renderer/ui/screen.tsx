import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import type { Screen as ScreenName } from '../store.ts';
import { useKeyAction, useOfferedActions } from '../use-keys.ts';
import { Button } from './button.tsx';
import type { IconName } from './icon-paths.ts';
import { Icon } from './icon.tsx';

type ScreenProps = {
  readonly name: ScreenName;
  readonly icon: IconName;
  readonly title: string;
  readonly about: string;
  /** Buttons at the right of the head. */
  readonly actions?: ReactNode;
  /** One step back inside the screen; without it the way back leads to the queue. */
  readonly onBack?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** Fills the window in place of the queue: a head with the way back, and what scrolls below it. */
export function Screen({ name, icon, title, about, actions, onBack, children }: ScreenProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const area = useRef<HTMLElement>(null);
  const close = (): void => change({ screen: null });
  const goBack = onBack ?? close;

  useEffect(() => {
    // What stands in it may have a better place to begin at.
    if (!area.current?.contains(document.activeElement)) area.current?.focus({ preventScroll: true });
  }, []);
  useKeyAction('closeScreen', useOfferedActions().has('keep') ? null : goBack);
  useKeyAction('orders', () => change({ screen: name === 'orders' ? null : 'orders' }));
  useKeyAction('shift', () => change({ screen: name === 'shift' ? null : 'shift' }));
  useKeyAction('history', () => change({ screen: name === 'history' ? null : 'history' }));
  useKeyAction('settings', () => change({ screen: null, settingsOpen: true }));
  useKeyAction('doctor', () => {
    close();
    void send('queue', { kind: 'openDoctor' });
  });

  return (
    <main className="screen" data-screen={name}>
      <section ref={area} className="screen-area" data-area={name} tabIndex={-1} aria-label={title}>
        <div className="screen-head">
          <Icon name={icon} />
          <div className="screen-title">
            <h2>{title}</h2>
            <p className="second">{about}</p>
          </div>
          {actions}
          <Button caps={bindingOf('closeScreen').caps} onPress={goBack}>
            {t('key.closeScreen')}
          </Button>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div className="screen-scroll" tabIndex={0} role="group" aria-label={title}>
          {children}
        </div>
      </section>
    </main>
  );
}
