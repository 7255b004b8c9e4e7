import { readsAsUnknownReference } from '../../core/graph-assign.ts';
import { BATCH_SIZE } from '../../core/graph-batch.ts';
import { assignByPostRequest, assignByReferenceRequest } from '../../core/graph-method-request.ts';
import { isSuccess, toWriteOutcome, type GraphAnswer } from '../../core/graph-outcome.ts';
import { SELF, type DeviceAssignment, type GraphPort, type WriteOutcome } from '../../core/graph-port.ts';
import { answerOfUnsent, type SendMany } from './send-many.ts';
import type { Send } from './send-request.ts';

export type AssignerOptions = {
  readonly send: Send;
  readonly sendMany: SendMany;
  readonly baseUrl: string;
  readonly nowMs: () => number;
};

/** Nothing is sent for `SELF`: the reference names an object id, which the caller finds by `readMe`. */
const NEEDS_OBJECT_ID: WriteOutcome = {
  kind: 'refused',
  problem: { code: 'command-not-allowed', detail: 'assigning a token needs the object id of its user' },
};

type Sent = { readonly answer: GraphAnswer; readonly method: 'PUT' | 'POST' };

/**
 * Assigning without activating: by reference, and by POST where the service turns out not to know the reference. Which
 * of them it knows is remembered as long as the client lives. Only the first call can cost a second request, and a
 * long list only that of its first batch.
 */
export function createAssigner(options: AssignerOptions): Pick<GraphPort, 'assign' | 'assignMany'> {
  const { send, sendMany, baseUrl, nowMs } = options;
  let way: 'reference' | 'post' | null = null;

  async function assignAll(asked: readonly DeviceAssignment[], sendAll: SendMany): Promise<readonly WriteOutcome[]> {
    if (asked.length === 0) return [];
    const first = way === null ? asked.slice(0, BATCH_SIZE) : asked;
    const rest = asked.slice(first.length);
    const sent = way === 'post' ? await sendPosts(first, sendAll) : await sendReferences(first, sendAll);
    const outcomes = sent.map((one, index) => toOutcome(one, first[index]));
    const unsent = answerOfUnsent(
      sent.map(({ answer }) => answer),
      nowMs(),
    );
    const outcomesOfRest = unsent
      ? rest.map((assignment) => toOutcome({ answer: unsent, method: 'PUT' }, assignment))
      : await assignAll(rest, sendAll);
    return [...outcomes, ...outcomesOfRest];
  }

  function toOutcome({ answer, method }: Sent, assignment: DeviceAssignment | undefined): WriteOutcome {
    return toWriteOutcome(answer, { method, attempt: assignment?.attempt ?? 1, isSelf: false }, nowMs());
  }

  async function sendReferences(asked: readonly DeviceAssignment[], sendAll: SendMany): Promise<readonly Sent[]> {
    const requests = asked.map(({ userId, deviceId }) => assignByReferenceRequest(userId, deviceId, baseUrl));
    const answers = await sendAll(requests);
    const knows = answers.map(readsAsUnknownReference);
    if (answers.some(isDone)) way = 'reference';
    else if (knows.includes('unknown')) way = 'post';
    const again = asked.filter(
      (_, index) => knows[index] === 'unknown' || (way === null && knows[index] === 'unclear'),
    );
    const posted = await sendPosts(again, sendAll);
    // What was unclear is clear now: the same token and person, and the POST is known.
    if (way === null && posted.some(({ answer }) => isDone(answer))) way = 'post';
    const byPost = new Map(again.map((assignment, index) => [assignment, posted[index]]));
    return answers.flatMap((answer, index) => {
      const assignment = asked[index];
      return (assignment && byPost.get(assignment)) ?? { answer, method: 'PUT' };
    });
  }

  async function sendPosts(asked: readonly DeviceAssignment[], sendAll: SendMany): Promise<readonly Sent[]> {
    if (asked.length === 0) return [];
    const answers = await sendAll(asked.map(({ userId, deviceId }) => assignByPostRequest(userId, deviceId)));
    return answers.map((answer) => ({ answer, method: 'POST' }));
  }

  async function assignOthers(asked: readonly DeviceAssignment[], sendAll: SendMany): Promise<readonly WriteOutcome[]> {
    const others = asked.filter(({ userId }) => userId !== SELF);
    const outcomes = [...(await assignAll(others, sendAll))];
    return asked.map(({ userId }) => (userId === SELF ? NEEDS_OBJECT_ID : (outcomes.shift() ?? NEEDS_OBJECT_ID)));
  }

  return {
    assign: async (assignment) => {
      const [outcome] = await assignOthers([assignment], (requests) => Promise.all(requests.map((one) => send(one))));
      return outcome ?? NEEDS_OBJECT_ID;
    },
    assignMany: (assignments) => assignOthers(assignments, sendMany),
  };
}

function isDone(answer: GraphAnswer): boolean {
  return answer.kind === 'answered' && isSuccess(answer) && !answer.notJson?.isPage;
}
