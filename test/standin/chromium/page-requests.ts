// What a page asks the network for, as the stand-in answers it: Chromium's request interception in the app's words.
import { describe, warn } from '../host/log.ts';
import { hostState } from '../host/host-state.ts';
import { fromChromium, policyToChromium, TRANSLATED_URLS } from './app-scheme.ts';
import type { CdpSession } from './cdp-session.ts';
import type { CdpPayload } from './cdp-types.ts';

type Paused = CdpPayload<'Fetch.requestPaused'>;

export interface PageRequest {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** Chromium's word for it: Document, Stylesheet, Script, Image, Fetch, … */
  readonly resourceType: string;
}

export type PageAnswer =
  | { readonly kind: 'load from the network' }
  | { readonly kind: 'fail'; readonly reason: 'Aborted' | 'BlockedByClient' | 'Failed' | 'NameNotResolved' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: Buffer;
    };

function toPageRequest({ requestId, request, resourceType }: Paused): PageRequest {
  const parts = request.postDataEntries?.map((part) => Buffer.from(part.bytes ?? '', 'base64'));
  return {
    id: requestId,
    url: fromChromium(request.url),
    method: request.method,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, fromChromium(value)])),
    body: parts && Buffer.concat(parts),
    resourceType,
  };
}

async function giveAnswer(session: CdpSession, requestId: string, answer: PageAnswer): Promise<void> {
  switch (answer.kind) {
    case 'load from the network':
      await session.send('Fetch.continueRequest', { requestId });
      break;
    case 'fail':
      await session.send('Fetch.failRequest', { requestId, errorReason: answer.reason });
      break;
    case 'answer': {
      const responseHeaders = answer.headers.map(([name, value]) => {
        const isPolicy = /^content-security-policy/i.test(name);
        return { name, value: isPolicy ? policyToChromium(value) : value };
      });
      const body = answer.body.toString('base64');
      await session.send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body });
    }
  }
}

/** Puts every intercepted request to `respond`. */
export function interceptRequests(
  session: CdpSession,
  respond: (request: PageRequest, paused: Paused) => Promise<PageAnswer>,
): void {
  const handle = async (paused: Paused): Promise<void> => {
    try {
      await giveAnswer(session, paused.requestId, await respond(toPageRequest(paused), paused));
    } catch (error) {
      if (session.isGone || hostState.isExiting) return;
      warn(`${fromChromium(paused.request.url)}: ${describe(error)}`);
      session.post('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' });
    }
  };
  session.on('Fetch.requestPaused', (paused) => void handle(paused));
}

/** Chooses what is intercepted: the app's own addresses and every document always, all else only on demand. */
export async function chooseIntercepted(session: CdpSession, everything: boolean): Promise<void> {
  const always = [{ urlPattern: TRANSLATED_URLS }, { urlPattern: '*', resourceType: 'Document' as const }];
  await session.send('Fetch.enable', { patterns: everything ? [...always, { urlPattern: '*' }] : always });
}
