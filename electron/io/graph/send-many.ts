import { BATCH_SIZE, batchRequest, splitAnswer } from '../../core/graph-batch.ts';
import { isSuccess, problemIn, type Answered, type GraphAnswer } from '../../core/graph-outcome.ts';
import type { GraphRequest } from '../../core/graph-request.ts';
import { parseRetryAfter } from '../../core/retry-after.ts';
import { answeringChallenges, orRefused, type Send } from './send-request.ts';

export type SendMany = (requests: readonly GraphRequest[]) => Promise<readonly GraphAnswer[]>;

/**
 * Source: Graph, "Service-specific throttling limits": the fewest concurrent requests that it names for a service is four.
 * Chosen: so many, because none is named for this one. A thousand writes are then on their way in two seconds, and the
 * waits that Graph asks for weigh more than what eight at once would save.
 */
export const BATCHES_AT_ONCE = 4;

/**
 * Sends requests twenty at a time and gives their answers in the order asked. The first batch goes alone: it meets a cut
 * line or a challenge once. Where the line is silent or the service asks to wait, what is left is not sent at all.
 */
export function createManySender(send: Send, nowMs: () => number): SendMany {
  async function sendBatch(batch: readonly GraphRequest[]): Promise<readonly GraphAnswer[]> {
    const envelope = await answeringChallenges(send)(batchRequest(batch));
    const items = splitAnswer(envelope, batch.length);
    return isAnswered(envelope) ? renewItems(send, batch, items) : items;
  }

  return async (requests) => {
    const batches = inBatches(requests);
    const answers: (readonly GraphAnswer[])[] = [];
    let begun = 0;
    let unsent: GraphAnswer | null = null;

    async function sendNext(): Promise<void> {
      const index = begun;
      const batch = batches[index] ?? [];
      begun += 1;
      const instead = unsent;
      const items = instead ? batch.map(() => instead) : await sendBatch(batch);
      answers[index] = items;
      unsent ??= answerOfUnsent(items, nowMs());
    }

    async function sendRest(): Promise<void> {
      while (begun < batches.length) await sendNext();
    }

    if (batches.length > 0) await sendNext();
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, sendRest));
    return answers.flat();
  };
}

function inBatches(requests: readonly GraphRequest[]): readonly (readonly GraphRequest[])[] {
  const count = Math.ceil(requests.length / BATCH_SIZE);
  return Array.from({ length: count }, (_, index) => requests.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE));
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

/**
 * What stands for the answer of what is not sent any more after these answers of one batch; `null`: go on.
 * Source: Graph, "Throttling guidance": it goes on to log usage while a client is being throttled. A batch that was
 * refused to its last item is as much a call to wait as one that was refused as a whole.
 */
export function answerOfUnsent(answers: readonly GraphAnswer[], nowMs: number): GraphAnswer | null {
  const [first] = answers;
  if (first?.kind === 'silent')
    return answers.every(({ kind }) => kind === 'silent') ? { ...first, sent: false } : null;
  if (!first || !answers.every((answer) => answer.kind === 'answered' && answer.status === first.status)) return null;
  if (first.status === 429) return first;
  if (first.status !== 503) return null;
  const saysWhen = parseRetryAfter(first.retryAfter, nowMs) !== null;
  return saysWhen ? first : { kind: 'silent', sent: false, problem: problemIn(first) };
}
