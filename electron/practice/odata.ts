import { REFUSALS, type Refusal } from './assumed-errors.ts';
import type { Reply } from './tenant-state.ts';

/** What every answer carries, whatever it says. */
export type Envelope = {
  readonly requestId: string;
  readonly clientRequestId: string | null;
  readonly nowMs: number;
};

type ErrorContent = Pick<Refusal, 'status' | 'code' | 'message' | 'claims'>;

/** Makes the answer to a request that was inside the table. */
export function writeReply(envelope: Envelope, successStatus: number, reply: Reply): Response {
  if (reply.kind === 'refused') {
    const refusal = REFUSALS[reply.situation];
    const message = refusal.message.replace('{resource}', () => reply.resource ?? '');
    return writeError(envelope, { ...refusal, message }, reply.retryAfterSeconds);
  }
  const headers = commonHeaders(envelope);
  if (reply.kind === 'file') {
    const { contentType, bytes } = reply;
    return new Response(new Uint8Array(bytes), {
      status: successStatus,
      headers: { ...headers, 'content-type': contentType },
    });
  }
  if (reply.body === null) return new Response(null, { status: successStatus, headers });
  return new Response(JSON.stringify(reply.body), {
    status: successStatus,
    headers: { ...headers, 'content-type': 'application/json' },
  });
}

/**
 * Makes an OData error.
 * Source: Microsoft Graph, "Error responses and resource types"; the date in innerError carries no zone.
 */
export function writeError(envelope: Envelope, content: ErrorContent, retryAfterSeconds?: number): Response {
  const error = {
    code: content.code,
    message: content.message,
    innerError: {
      date: new Date(envelope.nowMs).toISOString().slice(0, 19),
      'request-id': envelope.requestId,
      'client-request-id': envelope.clientRequestId ?? envelope.requestId,
    },
  };
  return new Response(JSON.stringify({ error }), {
    status: content.status,
    headers: {
      ...commonHeaders(envelope),
      'content-type': 'application/json',
      ...(content.claims === undefined ? {} : { 'www-authenticate': writeChallenge(content.claims) }),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}

/** Source: Microsoft identity platform, "Claims challenges": this order and these fields are its example's. */
function writeChallenge(claims: string): string {
  const authority = 'https://login.microsoftonline.com/common/oauth2/authorize';
  const encoded = Buffer.from(claims).toString('base64');
  return `Bearer realm="", authorization_uri="${authority}", error="insufficient_claims", claims="${encoded}"`;
}

function commonHeaders({ requestId, clientRequestId }: Envelope): Record<string, string> {
  return { 'request-id': requestId, ...(clientRequestId === null ? {} : { 'client-request-id': clientRequestId }) };
}
