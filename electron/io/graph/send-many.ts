import { BATCH_SIZE, batchRequest, splitAnswer } from '../../core/graph-batch.ts';
import { isSuccess, problemIn, type Answered, type GraphAnswer } from '../../core/graph-outcome.ts';
import type { GraphRequest } from '../../core/graph-request.ts';
import { parseRetryAfter } from '../../core/retry-after.ts';
import { answeringChallenges, orRefused, type Send } from './send-request.ts';

export type SendMany = (requests: readonly GraphRequest[]) => Promise<readonly GraphAnswer[]>;

/**
 * Sends requests twenty at a time, one batch after the other, and gives their answers in the order asked. Where the
 * line is silent or the service asks to wait, what is left is not sent at all.
 */
export function createManySender(send: Send, nowMs: () => number): SendMany {
  return async (requests) => {
    const answers: GraphAnswer[] = [];
    while (answers.length < requests.length) {
      const batch = requests.slice(answers.length, answers.length + BATCH_SIZE);
      const envelope = await answeringChallenges(send)(batchRequest(batch));
      const items = splitAnswer(envelope, batch.length);
      answers.push(...(isAnswered(envelope) ? await renewItems(send, batch, items) : items));
      const unsent = answerOfUnsent(envelope, nowMs());
      if (unsent) answers.push(...requests.slice(answers.length).map(() => unsent));
    }
    return answers;
  };
}

/** Items that ask for more claims are sent once more, together, under a token for the first of these challenges. */
async function renewItems(
  send: Send,
  requests: readonly GraphRequest[],
  answers: readonly GraphAnswer[],
): Promise<readonly GraphAnswer[]> {
  const challenged = answers.flatMap((answer, index) => {
    const request = requests[index];
    return isChallenged(answer) && request ? [{ answer, request, index }] : [];
  });
  const [first] = challenged;
  if (!first) return answers;
  const envelope = await send(batchRequest(challenged.map(({ request }) => request)), first.answer.challenge);
  const again = splitAnswer(envelope, challenged.length);
  const renewed = new Map(
    challenged.map(({ answer, index }, place) => [index, orRefused(again[place] ?? answer, answer)]),
  );
  return answers.map((answer, index) => renewed.get(index) ?? answer);
}

/** An envelope that was refused for its claims has been sent again already: its items are that same refusal. */
function isAnswered(envelope: GraphAnswer): boolean {
  return envelope.kind === 'answered' && isSuccess(envelope);
}

function isChallenged(answer: GraphAnswer): answer is Answered {
  return answer.kind === 'answered' && answer.challenge !== null;
}

/** `null`: go on. */
function answerOfUnsent(envelope: GraphAnswer, nowMs: number): GraphAnswer | null {
  if (envelope.kind === 'silent') return { ...envelope, sent: false };
  if (envelope.status === 429) return envelope;
  if (envelope.status !== 503) return null;
  const saysWhen = parseRetryAfter(envelope.retryAfter, nowMs) !== null;
  return saysWhen ? envelope : { kind: 'silent', sent: false, problem: problemIn(envelope) };
}
