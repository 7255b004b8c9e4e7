import { useTranslation } from 'react-i18next';
import { SettingsQuestion } from './settings-question.tsx';

type ReplaceQuestionProps = { readonly onKeep: () => void; readonly onReplace: () => void };

/** The broken file may be one comma away from being right: it is not written over by itself. */
export function ReplaceQuestion({ onKeep, onReplace }: ReplaceQuestionProps) {
  const { t } = useTranslation();
  return (
    <SettingsQuestion
      words={t('settings.replace.ask')}
      keep={t('settings.replace.keep')}
      go={t('settings.replace.go')}
      onKeep={onKeep}
      onGo={onReplace}
    />
  );
}
