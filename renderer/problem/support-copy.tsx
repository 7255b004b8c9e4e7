import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problem.ts';
import { useSnapshot } from '../desk.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { supportText, versionIn } from './support-text.ts';
import { useProblemWords } from './use-problem-words.ts';

type SupportCopyProps = { readonly problem: Problem };

/** One button for all that a support case needs. */
export function SupportCopy({ problem }: SupportCopyProps) {
  const { t } = useTranslation();
  const { title } = useProblemWords(problem.code);
  const stationName = useSnapshot((snapshot) => snapshot.settings.values.stationName.value);
  const [atMs] = useState(() => Date.now());
  const source = useRef<HTMLPreElement>(null);
  const words = supportText(
    { problem, title, stationName, atMs, version: versionIn(navigator.userAgent) },
    {
      problem: t('problemNote.problem'),
      said: t('problemNote.said'),
      requestId: t('problemNote.requestId'),
      station: t('problemNote.station'),
      time: t('problemNote.time'),
      version: t('problemNote.version'),
    },
  );
  return (
    <div className="support">
      <CopyButton source={source} words={t('problemNote.support')} />
      {/* Not shown and not heard: it is selected where the clipboard may not be used. */}
      <pre ref={source} className="support-text" aria-hidden="true">
        {words}
      </pre>
    </div>
  );
}
