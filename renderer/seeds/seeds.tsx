import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { useKeepFocus } from '../doctor/use-keep-focus.ts';
import { setRefusal } from '../store.ts';
import { useKeyAction, useOfferedActions } from '../use-keys.ts';
import { Inventory } from './inventory.tsx';
import { NoSeeds } from './no-seeds.tsx';
import { OpenFile } from './open-file.tsx';
import { SeedFileFacts } from './seed-file-facts.tsx';
import { SeedsHead } from './seeds-head.tsx';
import { SeekToken } from './seek-token.tsx';

/** Takes the whole window: what is typed here is looked up in memory and never sent to Graph. */
export function Seeds() {
  const { t } = useTranslation();
  const { store, change, send } = useDesk();
  const seeds = useSnapshot((snapshot) => snapshot.seeds);
  const hasRun = useSnapshot((snapshot) => snapshot.inventory !== null);
  const refused = useView((view) => view.refusals.seeds?.code);
  const area = useRef<HTMLElement>(null);
  useKeepFocus(area, `${seeds?.fileName} ${refused}`);

  useEffect(() => {
    const field = area.current?.querySelector<HTMLElement>('[data-code-field]');
    (field ?? area.current)?.focus({ preventScroll: true });
    return () => {
      setRefusal(store, 'seeds', null);
      setRefusal(store, 'seek', null);
      setRefusal(store, 'inventory', null);
    };
  }, [store]);

  const close = (): void => change({ seedsOpen: false });
  useKeyAction('closeSeeds', useOfferedActions().has('keep') ? null : close);
  useKeyAction('seeds', close);
  useKeyAction('settings', () => change({ seedsOpen: false, settingsOpen: true }));
  useKeyAction('doctor', () => {
    close();
    void send('queue', { kind: 'openDoctor' });
  });

  return (
    <main className="seeds">
      <section ref={area} className="seeds-area" data-area="seeds" tabIndex={-1} aria-label={t('seeds.title')}>
        <SeedsHead onClose={close} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div className="seeds-scroll" tabIndex={0} role="group" aria-label={t('seeds.parts')}>
          {seeds ? (
            <div className="seeds-loaded">
              <SeekToken key={seeds.fileName} sought={seeds.sought} />
              <SeedFileFacts seeds={seeds} />
              <Inventory key={`inventory of ${seeds.fileName}`} />
            </div>
          ) : (
            <>
              <NoSeeds>
                <OpenFile kind="main" />
              </NoSeeds>
              {/* What was created before the seeds were gone. */}
              {hasRun && <Inventory />}
            </>
          )}
        </div>
      </section>
    </main>
  );
}
