import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../electron/contract/item.ts';
import { bindingOf } from '../keys.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { IdChoice } from './id-choice.tsx';

type IdNowProps = { readonly itemId: ItemId | null; readonly name: string; readonly onLeave: () => void };

/** Asked in the place of the buttons, where it does not have to be said. */
export function IdNow({ itemId, name, onLeave }: IdNowProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  useKeyAction('keep', onLeave);
  useEffect(() => {
    const section = area.current?.closest<HTMLElement>('[data-area="hand-over"]');
    // The operator has just asked for it.
    area.current?.querySelector<HTMLElement>('[data-digit-keys]')?.focus();
    return () => {
      if (document.activeElement !== document.body) return;
      (section?.querySelector<HTMLElement>('[data-code-field]') ?? section)?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div ref={area} className="id-now" data-question="">
      <p>
        <b>{t('visit.sayId')}</b>
      </p>
      <IdChoice itemId={itemId} name={name} onChosen={onLeave} />
      <Button kind="quiet" caps={bindingOf('keep').caps} onPress={onLeave}>
        {t('visit.leaveId')}
      </Button>
    </div>
  );
}
