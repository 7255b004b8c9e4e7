import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../electron/contract/item.ts';
import type { Notice } from '../../electron/contract/snapshot.ts';
import { useNow } from '../clock.ts';
import { useSnapshot } from '../desk.ts';
import { useProblemWords } from '../problem/use-problem-words.ts';
import { Icon } from '../ui/icon.tsx';

/** Chosen: time to read two lines standing, and to look from the token to the screen. The next scan takes its place. */
const SHOWN_MS = 10_000;

type ScanTroubleProps = {
  /** Who is here; empty: nobody. What was scanned before somebody else came is not theirs to see. */
  readonly who: string;
  readonly openId: ItemId | null;
};

/** Why a scan was not taken, large and for a moment. It is said by the live region. */
export function ScanTrouble({ who, openId }: ScanTroubleProps) {
  const notices = useSnapshot((snapshot) => snapshot.notices);
  const nowMs = useNow();
  const [visit, setVisit] = useState({ who, sinceSeq: 0 });
  if (visit.who !== who) setVisit({ who, sinceSeq: notices.at(-1)?.seq ?? 0 });
  const last = notices.findLast(({ kind }) => kind.startsWith('scan') && kind !== 'scanTested');
  const isNews = last !== undefined && last.seq > visit.sinceSeq && nowMs - last.atMs < SHOWN_MS;
  if (!isNews || last.kind === 'scanTaken' || (last.kind === 'scanDuplicate' && last.itemId === openId)) return null;
  return <Trouble key={last.seq} notice={last} />;
}

function Trouble({ notice: { problem } }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const refused = useProblemWords(problem?.code ?? 'scan-not-a-serial');
  const { title, next } = problem ? refused : { title: t('kiosk.twice.title'), next: t('kiosk.twice.next') };
  return (
    <div className="kiosk-trouble" data-tone="care">
      <Icon name={problem ? 'refuse' : 'twice'} />
      <div>
        <p className="kiosk-trouble-title">
          {t('kiosk.refused')}: {title}
        </p>
        <p>{next}</p>
      </div>
    </div>
  );
}
