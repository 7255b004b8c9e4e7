import { useTranslation } from 'react-i18next';
import { STATE_KINDS, STATE_SIGNS } from '../queue/row-state.ts';
import { Sign } from '../ui/sign.tsx';

export function SignList() {
  const { t } = useTranslation();
  return (
    <section className="help-part" aria-label={t('help.signs')}>
      <h3>{t('help.signs')}</h3>
      <ul className="sign-list">
        {STATE_KINDS.map((kind) => (
          <li key={kind}>
            <Sign {...STATE_SIGNS[kind]} />
            {t(`state.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
