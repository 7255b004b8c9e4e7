import { spawn } from 'node:child_process';

/** Source: each system's own program that opens an address. Without a shell: an address has signs that one would read. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens a page in the system's browser, if it can be. Never rejects: the address has been printed as well. */
export function openPage(url: string, platform: string): Promise<void> {
  const [program, ...args] = OPENERS[platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
    opener.on('error', () => {
      resolve();
    });
    opener.on('spawn', resolve);
    // The browser may live as long as it likes.
    opener.unref();
  });
}
