import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problem.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Tone } from '../ui/tone.ts';

type ProblemNoteProps = {
  readonly problem: Problem;
  readonly tone?: Extract<Tone, 'stop' | 'care'>;
  /** Where the title stands above the note already. */
  readonly withoutTitle?: boolean;
  /** One more sentence after the next step. */
  readonly more?: string;
};

/** What happened, what to do next, and the other side's own words: never hidden, never reworded. */
export function ProblemNote({ problem, tone = 'stop', withoutTitle = false, more }: ProblemNoteProps) {
  const { t } = useTranslation();
  return (
    <div className="note" data-tone={tone}>
      <Icon name={tone === 'stop' ? 'stop' : 'warning'} />
      <div className="note-body">
        {!withoutTitle && <p className="note-title">{t(`problem.${problem.code}.title`)}</p>}
        <p className="note-next">
          {t(`problem.${problem.code}.next`)} {more}
        </p>
        <Evidence problem={problem} />
      </div>
    </div>
  );
}

/** The words for a support case, in the form in which they came. */
export function Evidence({ problem: { detail, requestId } }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  return (
    <>
      {detail && <Verbatim label={t('problemNote.said')} words={detail} />}
      {requestId && <Verbatim label={t('problemNote.requestId')} words={requestId} />}
    </>
  );
}

type VerbatimProps = { readonly label: string; readonly words: string };

function Verbatim({ label, words }: VerbatimProps) {
  const { t } = useTranslation();
  const source = useRef<HTMLElement>(null);
  return (
    <div className="verbatim">
      <div className="verbatim-head">
        <span>{label}</span>
        <CopyButton
          source={source}
          words={t('problemNote.copy')}
          copied={t('problemNote.copied')}
          selected={t('problemNote.copySelected')}
          label={label}
        />
      </div>
      <code ref={source}>{words}</code>
    </div>
  );
}
