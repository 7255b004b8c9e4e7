import { parsePeople, parsePerson, saysNobody } from '../../core/graph-people-answer.ts';
import { readPersonRequest } from '../../core/graph-people-request.ts';
import { toReadOutcome } from '../../core/graph-outcome.ts';
import type { DirectoryUser, GraphPort, ReadOutcome } from '../../core/graph-port.ts';
import type { SendMany } from './send-many.ts';

type UserReaderOptions = { readonly sendMany: SendMany; readonly nowMs: () => number };

const NOBODY: ReadOutcome<readonly DirectoryUser[]> = { kind: 'read', value: [] };

/** Looks up the people of a list, twenty to a request. */
export function createUserReader({ sendMany, nowMs }: UserReaderOptions): GraphPort['readUsers'] {
  return async (keys) => {
    const asked = keys.flatMap((key) => {
      const request = readPersonRequest(key);
      return request ? [{ key, request }] : [];
    });
    const answers = await sendMany(asked.map(({ request }) => request));
    const outcomes = new Map(
      answers.map((answer, index) => {
        const key = asked[index]?.key;
        const parse = key?.by === 'employeeId' ? parsePeople : parsePerson;
        return [key, saysNobody(answer) ? NOBODY : toReadOutcome(answer, parse, nowMs())];
      }),
    );
    return keys.map((key) => outcomes.get(key) ?? NOBODY);
  };
}
