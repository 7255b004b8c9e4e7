import { useTranslation } from 'react-i18next';
import type { IdCheck } from '../../electron/contract/visit.ts';
import { Icon } from '../ui/icon.tsx';
import { idKindName } from './id-kind.ts';

type IdSeenProps = { readonly idCheck: IdCheck | null };

/** What was seen of who somebody is. */
export function IdSeen({ idCheck }: IdSeenProps) {
  const { t } = useTranslation();
  if (!idCheck) return null;
  return (
    <span className="id-seen" data-tone="done">
      <Icon name="tick" /> {t('visit.seen', { kind: idKindName(t, idCheck.idKind) })}
    </span>
  );
}
