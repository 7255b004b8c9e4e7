import { useTranslation } from 'react-i18next';
import { bindingOf } from '../keys.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

type SeedsHeadProps = { readonly onClose: () => void };

export function SeedsHead({ onClose }: SeedsHeadProps) {
  const { t } = useTranslation();
  return (
    <div className="seeds-head">
      <Icon name="key" />
      <div className="seeds-title">
        <h2>{t('seeds.title')}</h2>
        <p className="second">{t('seeds.about')}</p>
      </div>
      <Button caps={bindingOf('closeSeeds').caps} onPress={onClose}>
        {t('seeds.close')}
      </Button>
    </div>
  );
}
