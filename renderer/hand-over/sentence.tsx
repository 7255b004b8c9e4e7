import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useSnapshot } from '../desk.ts';
import { isOfSeeds } from '../problem/of-seeds.ts';
import { codeStanding, findingWords } from './finding-words.ts';
import { MANY_REJECTIONS } from './many-rejections.ts';

type SentenceProps = { readonly row: QueueRow };

/** One sentence that says what to do next, or that nothing is to be done. */
export function Sentence({ row }: SentenceProps) {
  const { t } = useTranslation();
  const plan = useSnapshot((snapshot) => snapshot.plan);
  const { state, rejections } = row;
  switch (state.kind) {
    case 'stopped':
      return (
        <p className="say" data-tone="stop">
          {t(`problem.${state.problem.code}.title`)}
        </p>
      );
    case 'activated':
    case 'assigned':
      return (
        <p className="say" data-tone="done">
          {t(`handOver.say.${state.kind}`)}
        </p>
      );
    case 'needsCode': {
      const standing = codeStanding(row, plan);
      if (standing.kind === 'held')
        return (
          <p className="say" data-tone="stop">
            {findingWords(t, standing.finding, row).title}
          </p>
        );
      if (standing.kind !== 'asked') return <p className="say">{t(`handOver.say.${standing.kind}`)}</p>;
      const code = state.problem?.code;
      // The seeds know more than the number of rejections lets suspect.
      if (code && isOfSeeds(code)) return <p className="say">{t(`handOver.say.seeds.${code}`)}</p>;
      return <p className="say">{t(`handOver.say.${codeSentence(rejections)}`)}</p>;
    }
    case 'waiting':
      return (
        <p className="say">
          {t(state.problem.code === 'pace-reached' ? 'handOver.say.waitingPace' : 'handOver.say.waiting')}
        </p>
      );
    case 'needsUser':
    case 'readyToAssign':
    case 'activating':
    case 'unsure':
    case 'confirming':
      return <p className="say">{t(`handOver.say.${state.kind}`)}</p>;
  }
}

function codeSentence(rejections: number): 'needsCode' | 'needsCodeAgain' | 'needsCodeMany' {
  if (rejections >= MANY_REJECTIONS) return 'needsCodeMany';
  return rejections > 0 ? 'needsCodeAgain' : 'needsCode';
}
