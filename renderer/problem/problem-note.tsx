import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problem.ts';
import { Icon } from '../ui/icon.tsx';
import type { Tone } from '../ui/tone.ts';
import { isOfSeeds, shownTokens } from './of-seeds.ts';
import { ShownTokens } from './shown-tokens.tsx';
import { SupportCopy } from './support-copy.tsx';
import { useProblemWords } from './use-problem-words.ts';

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
  const { title, next } = useProblemWords(problem.code);
  return (
    <div className="note" data-tone={tone}>
      <Icon name={tone === 'stop' ? 'stop' : 'warning'} />
      <div className="note-body">
        {!withoutTitle && <p className="note-title">{title}</p>}
        <ShownTokens serialNumbers={shownTokens(problem)} />
        <p className="note-next">
          {next} {more}
        </p>
        <Evidence problem={problem} />
      </div>
    </div>
  );
}

/**
 * The words for a support case, in the form in which they came. Where the other side said nothing there is no case to open,
 * so nothing stands here.
 */
export function Evidence({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const { code, detail, requestId } = problem;
  if (isOfSeeds(code) || (!detail && !requestId)) return null;
  return (
    <div className="evidence">
      {detail && <Verbatim label={t('problemNote.said')} words={detail} />}
      {requestId && <Verbatim label={t('problemNote.requestId')} words={requestId} />}
      {/* Another case has a time of its own. */}
      <SupportCopy key={`${code} ${requestId} ${detail}`} problem={problem} />
    </div>
  );
}

type VerbatimProps = { readonly label: string; readonly words: string };

function Verbatim({ label, words }: VerbatimProps) {
  return (
    <p className="verbatim">
      <span>{label}</span> <code>{words}</code>
    </p>
  );
}
