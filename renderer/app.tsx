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
import { History } from './history/history.tsx';
import { HelpSheet } from './help/help-sheet.tsx';
import { Kiosk } from './kiosk/kiosk.tsx';
import { Orders } from './orders/orders.tsx';
import { PracticeDrawer } from './practice/practice-drawer.tsx';
import { Queue } from './queue/queue.tsx';
import { RightsBanner } from './rights/rights-banner.tsx';
import { Seeds } from './seeds/seeds.tsx';
import { SerialEntry } from './serial-entry/serial-entry.tsx';
import { Shift } from './shift/shift.tsx';
import { Settings } from './settings/settings.tsx';
import { LockScreen } from './sign-in/lock-screen.tsx';
import { SignInStrip } from './sign-in/sign-in-strip.tsx';
import { useLocked } from './sign-in/use-locked.ts';
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
  const isKiosk = useSnapshot((snapshot) => snapshot.kiosk !== null);
  const settingsOpen = useView((view) => view.settingsOpen);
  const seedsOpen = useView((view) => view.seedsOpen);
  const screen = useView((view) => view.screen);
  const acrossBench = useView((view) => view.acrossBench);
  const isLocked = useLocked();

  // First: no shortcut may hear a key of a scan.
  useWedge();
  useKeyHandler();
  const isAtSeeds = seedsOpen && !doctor && !settingsOpen && !isKiosk && !isLocked;
  const isAtScreen = screen !== null && !doctor && !settingsOpen && !isAtSeeds && !isKiosk && !isLocked;
  const isAtWork = !doctor && !settingsOpen && !isAtSeeds && !isAtScreen;
  const isAtKiosk = isKiosk && isAtWork;
  // The sheet is staff's: a visitor has no keys to learn.
  useKeyAction('help', isAtKiosk ? null : () => change({ dialog: 'help' }));
  // Where the queue is not in sight, nothing enters it by hand. The other screens have their own way to the doctor.
  useKeyAction('typeSerial', isAtWork && !isKiosk && !isLocked ? () => change({ dialog: 'serial' }) : null);
  useKeyAction('doctor', isAtWork ? () => void send('queue', { kind: 'openDoctor' }) : null);
  useKeyAction('settings', isAtWork ? () => change({ settingsOpen: true }) : null);
  useKeyAction('seeds', isAtWork && !isKiosk && !isLocked ? () => change({ seedsOpen: true }) : null);
  const canLeave = isAtWork && !isKiosk && !isLocked;
  useKeyAction('orders', canLeave ? () => change({ screen: 'orders' }) : null);
  useKeyAction('shift', canLeave ? () => change({ screen: 'shift' }) : null);
  useKeyAction('history', canLeave ? () => change({ screen: 'history' }) : null);
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
      {settingsOpen && <Settings />}
      {isAtSeeds && <Seeds />}
      {isAtScreen && screen === 'orders' && <Orders />}
      {isAtScreen && screen === 'shift' && <Shift />}
      {isAtScreen && screen === 'history' && <History />}
      {!settingsOpen && doctor && <Doctor doctor={doctor} />}
      <RightsBanner isShown={isAtWork && !isKiosk && !isLocked} />
      {isAtWork && !isKiosk && !isLocked && <Places />}
      {isAtWork && !isKiosk && isLocked && <LockScreen />}
      {isAtKiosk && (
        <main className="kiosk-places">
          <Kiosk />
          <PracticeDrawer />
        </main>
      )}
      <QuietBanners />
      {!isKiosk && <SignInStrip />}
      {!isAtKiosk && <Foot />}
      <SerialEntry />
      <HelpSheet />
    </div>
  );
}

function Places() {
  return (
    <main className="places">
      <HandOver />
      <PracticeDrawer />
      <Queue />
    </main>
  );
}
