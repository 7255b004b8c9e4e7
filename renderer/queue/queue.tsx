import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GridList } from 'react-aria-components';
import type { Notice, Snapshot } from '../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { findLane } from '../lanes/lanes.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { QueueFilter } from './queue-filter.tsx';
import { QueuePages } from './queue-pages.tsx';
import { QueueRow } from './queue-row.tsx';
import { ScanStrip } from './scan-strip.tsx';
import { keepRowsSteady } from './steady-list.ts';
import { useRemove } from './use-remove.ts';

/** What has been scanned, the newest first. */
export function Queue() {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const { rows, filter, page } = useSnapshot((snapshot) => snapshot.queue);
  const openId = useSnapshot((snapshot) => snapshot.open?.id ?? null);
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const flash = useSnapshot(findFlash);
  const removing = useView((view) => view.removing);
  const remove = useRemove();
  const list = useRef<HTMLDivElement>(null);
  // Another filter or page is another list: the place and the focus in the old one mean nothing there.
  const listKey = `${filter} ${page}`;
  useEffect(() => (list.current ? keepRowsSteady(list.current) : undefined), [listKey]);

  useKeyAction('remove', () => {
    const id = document.activeElement?.getAttribute('data-queue-row');
    const row = rows.find((each) => String(each.id) === id);
    if (row) remove(row);
  });

  const open = (itemId: number): void => {
    // It is to be seen: a plan goes aside, and a question before one is over.
    change({ askedToOpen: itemId, planning: null, isPlanAside: true });
    void send('queue', { kind: 'openItem', itemId }).then((isTaken) => isTaken || change({ askedToOpen: null }));
  };

  return (
    <section className="queue" data-area="queue" aria-label={t('queue.title')}>
      <div className="pane-head">
        <h2>{t('queue.title')}</h2>
        <QueueFilter />
        <Button icon="keyboard" caps={bindingOf('typeSerial').caps} onPress={() => change({ dialog: 'serial' })}>
          {t('queue.typeSerial')}
        </Button>
      </div>
      <ScanStrip />
      <Refusal place="queue" />
      <GridList
        key={listKey}
        ref={list}
        className="queue-list"
        // Tab goes to the buttons of a question in a row, as it does everywhere else.
        keyboardNavigationBehavior="tab"
        aria-label={t('queue.list')}
        items={rows}
        dependencies={[openId, removing, flash?.seq, lanes]}
        onAction={(key) => open(Number(key))}
        renderEmptyState={() => <p className="queue-empty">{t(`queue.empty.${filter}`)}</p>}
      >
        {(row) => (
          <QueueRow
            row={row}
            isOpen={row.id === openId}
            isRemoving={row.id === removing}
            flashSeq={flash?.itemId === row.id ? flash.seq : null}
            place={lanes.length > 1 ? findLane(lanes, row.laneId) : null}
          />
        )}
      </GridList>
      <QueuePages />
    </section>
  );
}

/** Chosen: longer than the two flashes, and short enough that a page turned later does not flash again. */
const FLASH_MS = 3_000;

/** The last scan, where it was of a token that is in the queue already. */
function findFlash({ notices, atMs }: Snapshot): Notice | null {
  const scan = notices.findLast(({ kind }) => kind.startsWith('scan') && kind !== 'scanTested');
  return scan?.kind === 'scanDuplicate' && atMs - scan.atMs < FLASH_MS ? scan : null;
}
