import type { RawReport } from '../../../electron/core/ports.ts';
import { takeOverTime } from './virtual-time.ts';

/** A bar code as a peer hands it over. */
export type PeerScan = { readonly text: string; readonly aimId: string | null };

/** One object takes all readers, as the package's README connects them; or each reader has an object of its own. */
export type WebHidSetUp = 'one for all' | 'one per reader';

export type WebHidPeer = {
  readonly read: (report: Pick<RawReport, 'readerKey' | 'bytes'>) => void;
  /** Hands over what was put off, as the browser's next turn would. */
  readonly settle: () => void;
  readonly taken: readonly PeerScan[];
  /** What was taken so far, and forgets it. */
  readonly handOver: () => readonly PeerScan[];
  readonly close: () => void;
};

type InputReport = { readonly data: DataView; readonly device: FakeDevice; readonly reportId: number };
type Listener = (report: InputReport) => void;
type BarcodeEvent = { readonly value: string; readonly aim?: string };
type Scanner = {
  readonly addEventListener: (kind: 'barcode', listener: (event: BarcodeEvent) => void) => void;
  readonly connect: () => Promise<void>;
};

const PACKAGE = '../../../node_modules/@point-of-sale/webhid-barcode-scanner/dist/webhid-barcode-scanner.esm.js';
// Its exports name the condition `browser` alone, so it is loaded by its path.
const { default: WebHidBarcodeScanner } = (await import(new URL(PACKAGE, import.meta.url).href)) as {
  readonly default: new () => Scanner;
};

/** A device as WebHID shows it. Its maker is one of the four that the package takes. */
class FakeDevice {
  readonly vendorId = 0x0c2e;
  readonly productId = 0x0b87;
  readonly productName = 'Scanner';
  readonly collections = [{ usagePage: 0x8c, usage: 0x02 }];
  #listener: Listener | null = null;

  async open(): Promise<void> {}
  async sendFeatureReport(): Promise<void> {}
  addEventListener(_kind: string, listener: Listener): void {
    this.#listener = listener;
  }

  /** The browser takes the report id off; a device without ids has 0. */
  send(bytes: Uint8Array, hasId: boolean): void {
    const data = Uint8Array.from(hasId ? bytes.subarray(1) : bytes);
    this.#listener?.({ data: new DataView(data.buffer), device: this, reportId: hasId ? (bytes[0] ?? 0) : 0 });
  }
}

/** @param hasIds Whether the reports of this reader begin with an id. */
export async function createWebHidPeer(
  readerKeys: readonly string[],
  setUp: WebHidSetUp,
  hasIds: (readerKey: string) => boolean = () => true,
): Promise<WebHidPeer> {
  const time = takeOverTime();
  const taken: PeerScan[] = [];
  const devices = new Map(readerKeys.map((key) => [key, new FakeDevice()]));
  const ofEach = setUp === 'one for all' ? [[...devices.values()]] : [...devices.values()].map((device) => [device]);
  for (const chosen of ofEach) {
    const hid = {
      addEventListener: () => undefined,
      requestDevice: async () => chosen,
      getDevices: async () => chosen,
    };
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { hid } });
    // As in its README: no options, connect(), a listener for 'barcode'.
    const scanner = new WebHidBarcodeScanner();
    scanner.addEventListener('barcode', ({ value, aim = null }) => taken.push({ text: value, aimId: aim }));
    await scanner.connect();
  }
  return {
    read: ({ readerKey, bytes }) => {
      try {
        devices.get(readerKey)?.send(bytes, hasIds(readerKey));
      } catch (error) {
        // In a browser an exception of a listener ends there; the next report comes all the same.
        if (!(error instanceof RangeError)) throw error;
      }
    },
    settle: () => time.advance(0),
    taken,
    handOver: () => taken.splice(0),
    close: time.restore,
  };
}
