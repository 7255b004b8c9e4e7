import { useTranslation } from 'react-i18next';
import type { Notice } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../desk.ts';
import { bindingOf, LANE_ACTIONS } from '../keys.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { TailText } from '../ui/tail-text.tsx';
import type { Tone } from '../ui/tone.ts';
import { Age } from './age.tsx';

const SCANS = {
  scanTaken: { icon: 'barcode', tone: 'plain', words: 'strip.taken' },
  scanDuplicate: { icon: 'twice', tone: 'care', words: 'strip.duplicate' },
  badgeRead: { icon: 'person', tone: 'plain', words: 'strip.badge' },
  scanRefused: { icon: 'refuse', tone: 'stop', words: 'strip.refused' },
} as const satisfies Partial<Record<Notice['kind'], { icon: IconName; tone: Tone; words: string }>>;

/** What the last scan came to. It is always there and always as high, so that no row moves when something is scanned. */
export function ScanStrip() {
  const { t } = useTranslation();
  const notice = useSnapshot((snapshot) => snapshot.notices.findLast(({ kind }) => kind in SCANS));
  const openId = useSnapshot((snapshot) => snapshot.open?.id ?? null);
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  if (!notice || !isScan(notice)) {
    return (
      <div className="strip" role="group" aria-label={t('strip.label')}>
        <Icon name="barcode" />
        <p className="strip-words">
          <span className="strip-title">{t('strip.none')}</span>
          <span className="second">{t('strip.noneNext')}</span>
        </p>
      </div>
    );
  }
  const { icon, tone, words } = SCANS[notice.kind];
  return (
    <div className="strip" role="group" aria-label={t('strip.label')} data-tone={tone}>
      <Icon name={icon} />
      <p className="strip-words">
        <span className="strip-title">
          {t(words)}
          {notice.text && <TailText text={notice.text} size="small" />}
          {notice.problem && <span className="strip-why">{t(`problem.${notice.problem.code}.title`)}</span>}
        </span>
        <span className="second">
          {lanes.length > 1 && notice.readerName && (
            <>
              <b>{t('strip.from', { reader: notice.readerName })}</b>{' '}
            </>
          )}
          {nextStep()}
        </span>
      </p>
      <Age key={notice.seq} sinceMs={notice.atMs} />
    </div>
  );

  function nextStep(): string {
    if (notice?.problem) return t(`problem.${notice.problem.code}.next`);
    if (notice?.kind === 'scanDuplicate') return t('strip.duplicateNext');
    if (notice?.kind === 'badgeRead') return t('strip.badgeNext');
    const behind = lanes.findIndex(({ open, isFront }) => !isFront && open !== null && open.id === notice?.itemId);
    const action = LANE_ACTIONS[behind];
    if (action) return t('strip.takenBehind', { key: bindingOf(action).caps.join(' ') });
    if (openId === null) return t('strip.takenIn');
    return notice?.itemId === openId ? t('strip.takenOpen') : t('strip.takenWaits');
  }
}

type ScanNotice = Notice & { readonly kind: keyof typeof SCANS };

function isScan(notice: Notice): notice is ScanNotice {
  return notice.kind in SCANS;
}
