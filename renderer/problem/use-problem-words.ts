import type { ProblemCode } from '../../electron/contract/problem.ts';
import { useSnapshot } from '../desk.ts';
import { problemWords, type ProblemText } from './problem-text.ts';

/** What a problem is called here: at a kiosk nobody stands who knows the words of the trade. */
export function useProblemWords(code: ProblemCode): ProblemText {
  const isKiosk = useSnapshot((snapshot) => snapshot.kiosk !== null);
  return problemWords(code, isKiosk);
}
