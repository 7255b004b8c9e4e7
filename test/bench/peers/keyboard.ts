import { createRequire } from 'node:module';
import { keysOf, type KeyEvent, type KeyListener } from './key-events.ts';
import { takeOverTime } from './virtual-time.ts';

export type KeyboardPeer = {
  readonly name: string;
  /** Listens to key presses of this document until it is called off, and tells the bar codes that it finds. */
  readonly listen: (document: FakeDocument, onScan: (text: string) => void) => () => void;
};

/** How long before each key, in turns. */
export type Rhythm = { readonly name: string; readonly beforeKeysMs: readonly number[] };

type BarcodeScanner = {
  readonly addEventListener: (kind: 'barcode', listener: (event: { readonly value: string }) => void) => void;
  readonly connect: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
};
type OnScan = {
  readonly attachTo: (document: FakeDocument, options: object) => unknown;
  readonly detachFrom: (document: FakeDocument) => void;
};

const PACKAGE = '../../../node_modules/@point-of-sale/keyboard-barcode-scanner/dist/keyboard-barcode-scanner.esm.js';
// Its exports name the condition `browser` alone, so it is loaded by its path.
const { default: KeyboardBarcodeScanner } = (await import(new URL(PACKAGE, import.meta.url).href)) as {
  readonly default: new (options?: object) => BarcodeScanner;
};
const onScan = createRequire(import.meta.url)('onscan.js') as OnScan;

/** As much of a document as the two packages use. */
export class FakeDocument {
  readonly activeElement = null;
  #listeners: KeyListener[] = [];

  addEventListener(kind: string, listener: KeyListener): void {
    if (kind === 'keydown') this.#listeners.push(listener);
  }
  removeEventListener(_kind: string, listener: KeyListener): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener);
  }
  dispatchEvent(): boolean {
    return true;
  }
  press(event: KeyEvent): void {
    for (const listener of this.#listeners) listener.call(this, event);
  }
}

function keyboardBarcodeScanner(name: string, options?: object): KeyboardPeer {
  return {
    name,
    listen: (_document, tell) => {
      const scanner = new KeyboardBarcodeScanner(options);
      scanner.addEventListener('barcode', ({ value }) => tell(value));
      void scanner.connect();
      return () => void scanner.disconnect();
    },
  };
}

function onScanPeer(name: string, options: object): KeyboardPeer {
  return {
    name,
    listen: (document, tell) => {
      onScan.attachTo(document, { ...options, onScan: tell });
      return () => onScan.detachFrom(document);
    },
  };
}

/** A mapper as the README of onscan.js advises it for signs that are missing, such as hyphens. */
function mapKey({ key }: KeyEvent): string | null {
  return key.length === 1 ? key : null;
}

export const KEYBOARD_PEERS: readonly KeyboardPeer[] = [
  // As in its README: no options.
  keyboardBarcodeScanner('keyboard-barcode-scanner 1.1.4, as in its README'),
  // `timing` is in its code and not in its README: set for the slowest keys of this run.
  keyboardBarcodeScanner('keyboard-barcode-scanner 1.1.4, set for 120 ms a key', { timing: 120 }),
  // As in its README: `suffixKeyCodes: [13]`, since the scanner sends Enter.
  onScanPeer('onscan.js 1.5.2, as in its README', { suffixKeyCodes: [13] }),
  // All that its README offers: a mapper that knows every key, and times for the slowest keys of this run.
  onScanPeer('onscan.js 1.5.2, set for all keys and 120 ms a key', {
    suffixKeyCodes: [13],
    keyCodeMapper: mapKey,
    avgTimeByChar: 120,
    timeBeforeScanTest: 200,
  }),
];

const BETWEEN_LABELS_MS = 1_000;

/** What a peer finds in these labels, each typed by a scanner that ends it with Enter where it does not end so itself. */
export function typeLabels(peer: KeyboardPeer, labels: readonly string[], rhythm: Rhythm): readonly string[] {
  const time = takeOverTime();
  const document = new FakeDocument();
  Object.assign(globalThis, { document });
  const found: string[] = [];
  const stop = peer.listen(document, (text) => found.push(text));
  for (const label of labels) {
    const typed = /[\r\t]$/.test(label) ? label : `${label}\r`;
    for (const [index, character] of typed.split('').entries()) {
      time.advance(rhythm.beforeKeysMs[index % rhythm.beforeKeysMs.length] ?? 0);
      for (const key of keysOf(character)) document.press(key);
    }
    time.advance(BETWEEN_LABELS_MS);
  }
  stop();
  Reflect.deleteProperty(globalThis, 'document');
  time.restore();
  return found;
}
