import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Notice } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { findRow } from '../plan/plan-view.ts';
import { PrintButton } from '../paper/print-button.tsx';
import { UndoButton } from '../plan/undo-button.tsx';
import { Age } from '../queue/age.tsx';
import { Icon } from '../ui/icon.tsx';
import { TailText } from '../ui/tail-text.tsx';

const DONE_WORDS = {
  activated: 'handOver.justDone',
  assigned: 'handOver.justAssigned',
  takenBack: 'handOver.takenBack',
} as const;

export type Done = Notice & { readonly kind: 'activated' | 'assigned' | 'takenBack' };

/** What became of the last token in this place, while it is remembered: it was issued, or taken back. */
export function useLastDone(): Done | null {
  return useSnapshot(({ notices, lanes }) => {
    const front = lanes.length > 1 ? lanes.find(({ isFront }) => isFront) : undefined;
    // Beside a hand stands what this hand has done, not what another reader's has.
    const isHere = ({ readerName }: Notice): boolean => !front || readerName === '' || readerName === front.name;
    return notices.findLast((notice): notice is Done => isDone(notice) && isHere(notice)) ?? null;
  });
}

function isDone({ kind }: Notice): boolean {
  return kind === 'activated' || kind === 'assigned' || kind === 'takenBack';
}

/** Its row, where the queue shows it. */
export function useLastRow(): QueueRow | null {
  const itemId = useLastDone()?.itemId ?? null;
  return useSnapshot((snapshot) => (itemId === null ? null : findRow(snapshot, itemId)));
}

/** `null`: nothing is in hand, and somebody waits for a token. */
type LastDoneProps = { readonly open: QueueRow | null };

/** One quiet line while the next token is in hand already: the last one did go through, and can be undone for a while. */
export function LastDone({ open }: LastDoneProps) {
  const { t } = useTranslation();
  const done = useLastDone();
  const row = useLastRow();
  if (!done) return null;
  // The key is for the open token, where that can be undone.
  const isKeyTaken = open?.can.includes('undo') ?? false;
  const isBack = done.kind === 'takenBack';
  return (
    <div className="last-done" data-tone={isBack ? 'care' : 'done'}>
      <Icon name={isBack ? 'undo' : 'tick'} />
      <p className="last-done-words">
        <span className="last-done-said">
          {t(DONE_WORDS[done.kind])} <Age sinceMs={done.atMs} />
        </span>
        <span>
          <TailText text={done.text} size="small" /> <span className="last-done-who">{done.userName}</span>
        </span>
      </p>
      {row && row.id !== open?.id && (
        <>
          <PrintButton row={row} place="item" isBare />
          <UndoButton row={row} caps={isKeyTaken ? undefined : bindingOf('undo').caps} isNamed />
        </>
      )}
    </div>
  );
}
