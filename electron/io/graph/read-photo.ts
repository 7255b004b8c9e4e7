import { toReadOutcome } from '../../core/graph-outcome.ts';
import { saysNobody } from '../../core/graph-people-answer.ts';
import { readPhotoRequest } from '../../core/graph-request.ts';
import { parsePhoto } from '../../core/photo-file.ts';
import type { GraphPort } from '../../core/graph-port.ts';
import type { Send } from './send-request.ts';

type PhotoReaderOptions = { readonly send: Send; readonly nowMs: () => number };

/** Reads the picture of somebody. Source: Graph, "Get profilePhoto": whoever has none is answered 404. */
export function createPhotoReader({ send, nowMs }: PhotoReaderOptions): GraphPort['readPhoto'] {
  return async (userId) => {
    const answer = await send(readPhotoRequest(userId));
    return saysNobody(answer) ? { kind: 'read', value: null } : toReadOutcome(answer, parsePhoto, nowMs());
  };
}
