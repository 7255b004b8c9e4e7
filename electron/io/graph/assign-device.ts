import { readsAsUnknownReference } from '../../core/graph-assign.ts';
import { assignByPostRequest, assignByReferenceRequest } from '../../core/graph-method-request.ts';
import { isSuccess, toWriteOutcome, type GraphAnswer } from '../../core/graph-outcome.ts';
import { SELF, type DeviceAssignment, type GraphPort, type WriteOutcome } from '../../core/ports.ts';
import type { SendMany } from './send-many.ts';
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

/**
 * Assigning without activating: by reference, and by POST where the service turns out not to know the reference. Which
 * of them it knows is remembered as long as the client lives. Only the first call can cost a second request.
 */
export function createAssigner(options: AssignerOptions): Pick<GraphPort, 'assign' | 'assignMany'> {
  const { send, sendMany, baseUrl, nowMs } = options;
  let way: 'reference' | 'post' | null = null;

  async function assignAll(asked: readonly DeviceAssignment[], sendAll: SendMany): Promise<readonly WriteOutcome[]> {
    if (way === 'post') return postAll(asked, sendAll);
    const requests = asked.map(({ userId, deviceId }) => assignByReferenceRequest(userId, deviceId, baseUrl));
    const answers = await sendAll(requests);
    const knows = answers.map(readsAsUnknownReference);
    if (answers.some(isDone)) way = 'reference';
    else if (knows.includes('unknown')) way = 'post';
    const again = asked.filter(
      (_, index) => knows[index] === 'unknown' || (way === null && knows[index] === 'unclear'),
    );
    const posted = [...(await postAll(again, sendAll))];
    // What was unclear is clear now: the same token and person, and the POST is known.
    if (way === null && posted.some(({ kind }) => kind === 'done')) way = 'post';
    const outcomes = answers.map((answer, index) =>
      toWriteOutcome(answer, { method: 'PUT', attempt: asked[index]?.attempt ?? 1, isSelf: false }, nowMs()),
    );
    const byPost = new Map(again.map((assignment, index) => [assignment, posted[index]]));
    return asked.map((assignment, index) => byPost.get(assignment) ?? outcomes[index] ?? NEEDS_OBJECT_ID);
  }

  async function postAll(asked: readonly DeviceAssignment[], sendAll: SendMany): Promise<readonly WriteOutcome[]> {
    if (asked.length === 0) return [];
    const answers = await sendAll(asked.map(({ userId, deviceId }) => assignByPostRequest(userId, deviceId)));
    return answers.map((answer, index) =>
      toWriteOutcome(answer, { method: 'POST', attempt: asked[index]?.attempt ?? 1, isSelf: false }, nowMs()),
    );
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
