import { useTranslation } from 'react-i18next';
import { SettingsQuestion } from './settings-question.tsx';

type LeaveQuestionProps = { readonly count: number; readonly onStay: () => void; readonly onLeave: () => void };

export function LeaveQuestion({ count, onStay, onLeave }: LeaveQuestionProps) {
  const { t } = useTranslation();
  return (
    <SettingsQuestion
      words={t('settings.leave.ask', { count })}
      keep={t('settings.leave.stay')}
      go={t('settings.leave.go')}
      onKeep={onStay}
      onGo={onLeave}
    />
  );
}
