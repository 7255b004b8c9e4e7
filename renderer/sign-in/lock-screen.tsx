import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Icon } from '../ui/icon.tsx';

/** In the place of the queue while nobody is there: nothing on it tells who gets a token. The way in is the strip below. */
export function LockScreen() {
  const { t } = useTranslation();
  const count = useSnapshot((snapshot) => snapshot.queue.counts.needsYou);
  const area = useRef<HTMLElement>(null);

  useEffect(() => {
    // What had the focus has gone with the queue.
    if (document.activeElement === document.body) area.current?.focus();
  }, []);

  return (
    <main className="lock-place">
      <section ref={area} className="lock" tabIndex={-1} aria-label={t('signIn.lock.label')}>
        <Icon name="lock" />
        <p className="say" data-size="large">
          {t('signIn.lock.title')}
        </p>
        <p className="hint">{t('signIn.lock.covered')}</p>
        <p className="lock-count">{t('signIn.lock.waits', { count })}</p>
        <p className="hint">{t('signIn.lock.scanning')}</p>
      </section>
    </main>
  );
}
