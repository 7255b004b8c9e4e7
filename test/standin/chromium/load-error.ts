// Why a page could not be loaded, in the form in which Electron reports it.

// Source: Chromium, net/base/net_error_list.h
const NUMBERS: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_PROXY_CONNECTION_FAILED: -130,
};

export class LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;

  /** `reason` is Chromium's, such as net::ERR_FAILED. */
  constructor(reason: string, url: string) {
    const code = reason.replace('net::', '');
    const errno = NUMBERS[code] ?? -2;
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}
