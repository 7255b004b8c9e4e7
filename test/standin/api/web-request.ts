// session.webRequest: the app's say on requests before they leave and on headers before the page sees them.

export interface RequestDetails {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId: number;
  readonly referrer: string;
  readonly timestamp: number;
}
export interface HeadersDetails extends RequestDetails {
  readonly statusCode: number;
  readonly statusLine: string;
  readonly responseHeaders: Readonly<Record<string, readonly string[]>>;
}
interface BeforeRequestAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}
interface HeadersAnswer {
  readonly cancel?: boolean;
  readonly responseHeaders?: Readonly<Record<string, string | readonly string[]>>;
}
interface Filter {
  readonly urls: readonly string[];
}
type Listener<D, A> = (details: D, callback: (answer: A) => void) => void;

/** True if a pattern such as https://*.example.com/* covers the address. */
function covers(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(url);
}

// Each of the two events has one listener at most; setting another replaces it, and null removes it.
class Hook<D extends RequestDetails, A> {
  private listener: Listener<D, A> | null = null;
  private filter: Filter | undefined;

  get isSet(): boolean {
    return this.listener !== null;
  }
  set(filterOrListener: Filter | Listener<D, A> | null, listener?: Listener<D, A> | null): void {
    const hasFilter = typeof filterOrListener === 'object' && filterOrListener !== null;
    this.filter = hasFilter ? filterOrListener : undefined;
    this.listener = hasFilter ? (listener ?? null) : filterOrListener;
  }
  async ask(details: D): Promise<A | undefined> {
    const { listener, filter } = this;
    if (!listener || (filter && !filter.urls.some((pattern) => covers(pattern, details.url)))) return undefined;
    return new Promise((resolve) => {
      listener(details, resolve);
    });
  }
}

/** What a session's webRequest asks the app. */
export type Hooks = {
  readonly beforeRequest: Hook<RequestDetails, BeforeRequestAnswer>;
  readonly headersReceived: Hook<HeadersDetails, HeadersAnswer>;
};

export function createHooks(): Hooks {
  return { beforeRequest: new Hook(), headersReceived: new Hook() };
}

export type BeforeRequestListener = Listener<RequestDetails, BeforeRequestAnswer>;
export type HeadersListener = Listener<HeadersDetails, HeadersAnswer>;
export type { Filter };
