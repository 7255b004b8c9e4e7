import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LiveRegion } from './announce/live-region.tsx';
import { focusArea } from './areas.ts';
import { QuietBanners } from './banner/quiet-banners.tsx';
import { StorageBanner } from './banner/storage-banner.tsx';
import { PracticeTape } from './bar/practice-tape.tsx';
import { TopBar } from './bar/top-bar.tsx';
import { DeskContext, useDesk, useSnapshot, useView, type Desk } from './desk.ts';
import { Doctor } from './doctor/doctor.tsx';
import { Foot } from './foot/foot.tsx';
import { HandOver } from './hand-over/hand-over.tsx';
import { HelpSheet } from './help/help-sheet.tsx';
import { PracticeDrawer } from './practice/practice-drawer.tsx';
import { Queue } from './queue/queue.tsx';
import { SerialEntry } from './serial-entry/serial-entry.tsx';
import { useKeyAction, useKeyHandler } from './use-keys.ts';
import { useWedge } from './wedge/use-wedge.ts';

type AppProps = { readonly desk: Desk };

export function App({ desk }: AppProps) {
  const isReady = useStore(desk.store, ({ snapshot }) => snapshot !== null);
  return (
    <DeskContext value={desk}>
      <LiveRegion />
      {isReady ? <Window /> : <Starting />}
    </DeskContext>
  );
}

function Starting() {
  const { t } = useTranslation();
  return <p className="starting">{t('starting')}</p>;
}

function Window() {
  const { change, send } = useDesk();
  const doctor = useSnapshot((snapshot) => snapshot.doctor);
  const acrossBench = useView((view) => view.acrossBench);

  // First: no shortcut may hear a key of a scan.
  useWedge();
  useKeyHandler();
  useKeyAction('help', () => change({ dialog: 'help' }));
  // In the doctor nothing enters the queue, by hand neither.
  useKeyAction('typeSerial', doctor ? null : () => change({ dialog: 'serial' }));
  useKeyAction('doctor', doctor ? null : () => void send('queue', { kind: 'openDoctor' }));
  useKeyAction('nextArea', () => focusArea(1));
  useKeyAction('previousArea', () => focusArea(-1));

  useEffect(() => {
    // On the root, because every length is in rem.
    document.documentElement.toggleAttribute('data-across-bench', acrossBench);
  }, [acrossBench]);

  return (
    <div className="window">
      <PracticeTape />
      <TopBar />
      <StorageBanner />
      {doctor ? (
        <Doctor doctor={doctor} />
      ) : (
        <main className="places">
          <HandOver />
          <PracticeDrawer />
          <Queue />
        </main>
      )}
      <QuietBanners />
      <Foot />
      <SerialEntry />
      <HelpSheet />
    </div>
  );
}
