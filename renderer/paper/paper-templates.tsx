import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { CopyLine } from '../ui/copy-line.tsx';

/** What the papers look like is a site's own: where its templates are, and a set of them to begin with. */
export function PaperTemplates() {
  const { t } = useTranslation();
  const { send, say } = useDesk();
  const templatesPath = useSnapshot(({ paper }) => paper.templatesPath);
  const isStaff = useSnapshot(({ session }) => session.kind === 'in' || session.kind === 'fixed');
  const [isWritten, setIsWritten] = useState(false);

  // Printers come and go: they are asked for whenever somebody may choose one.
  useEffect(() => {
    if (isStaff) void send('settings', { kind: 'findPrinters' });
  }, [isStaff, send]);

  const write = async (): Promise<void> => {
    const isTaken = await send('settings', { kind: 'writeTemplates' });
    setIsWritten(isTaken);
    if (isTaken) say(t('paper.templates.written'));
  };

  return (
    <section className="paper-templates" aria-label={t('paper.templates.title')}>
      <h3>{t('paper.templates.title')}</h3>
      <p className="second">{t('paper.templates.help')}</p>
      <CopyLine line={templatesPath} label={t('paper.templates.folder')} />
      <Button icon="print" isDisabled={!isStaff} onPress={() => void write()}>
        {t('paper.templates.write')}
      </Button>
      {isWritten && <p className="second">{t('paper.templates.written')}</p>}
    </section>
  );
}
