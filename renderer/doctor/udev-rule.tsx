import { useTranslation } from 'react-i18next';
import { CopyLine } from '../ui/copy-line.tsx';

type UdevRuleProps = { readonly rule: string; readonly fileName: string };

/** The rule that lets the user at the device, and how an administrator installs it. */
export function UdevRule({ rule, fileName }: UdevRuleProps) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('doctor.fix.udevRule', { fileName })}</p>
      <CopyLine line={rule} label={t('doctor.fix.udevRuleLabel')} />
      <p>{t('doctor.fix.udevInstall')}</p>
      <CopyLine line={writeCommand(rule, fileName)} label={t('doctor.fix.udevWrite')} />
      <CopyLine line="sudo udevadm control --reload && sudo udevadm trigger" label={t('doctor.fix.udevReload')} />
    </>
  );
}

/** In single quotes nothing is special to the shell but the quote itself. */
function writeCommand(rule: string, fileName: string): string {
  return `echo '${rule.trim().replaceAll("'", String.raw`'\''`)}' | sudo tee /etc/udev/rules.d/${fileName}`;
}
