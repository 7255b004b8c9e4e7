import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { StorageHealth } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../desk.ts';
import { Icon } from '../ui/icon.tsx';

/** Whether the journal can be trusted. What was found wrong in it is a quiet warning with a count, and opens. */
export function JournalState() {
  const { t } = useTranslation();
  const storage = useSnapshot((snapshot) => snapshot.health.storage);
  const warnings = storage.unreadable.length + (storage.chainBrokenAtSeq === null ? 0 : 1);
  if (storage.problem) {
    return (
      <span className="health" data-tone="stop">
        <Icon name="disk" />
        {t('foot.storageFailing')}
      </span>
    );
  }
  if (warnings === 0) {
    return (
      <span className="health">
        <Icon name="disk" />
        <span className="health-words">{t('foot.storageSafe')}</span>
      </span>
    );
  }
  return (
    <DialogTrigger>
      <AriaButton className="health" data-tone="care">
        <Icon name="warning" />
        {t('foot.journalWarning', { count: warnings })}
      </AriaButton>
      <Popover className="popover" placement="top end">
        <Dialog className="journal">
          <Heading slot="title">{t('foot.journalTitle')}</Heading>
          <JournalWarnings storage={storage} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type JournalWarningsProps = { readonly storage: StorageHealth };

function JournalWarnings({ storage: { unreadable, chainBrokenAtSeq } }: JournalWarningsProps) {
  const { t } = useTranslation();
  return (
    <>
      {chainBrokenAtSeq !== null && <p>{t('foot.chainBroken', { seq: chainBrokenAtSeq })}</p>}
      {unreadable.length > 0 && (
        <>
          <p>{t('foot.unreadable', { count: unreadable.length })}</p>
          <ul>
            {unreadable.map(({ seq, reason }) => (
              <li key={seq}>{t('foot.unreadableLine', { seq, reason })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
