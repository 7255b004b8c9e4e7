import type { ReaderInfo } from '../../electron/core/ports.ts';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import { readCorpus, readerInfo, reportBytes, runVector, type Vector } from '../core/corpus-vector.ts';
import { KEYBOARD_PEERS, typeLabels, type Rhythm } from './peers/keyboard.ts';
import { createWebHidPeer, type PeerScan, type WebHidSetUp } from './peers/webhid.ts';

/**
 * How the peers are judged: our rules stand behind each of them, so that only how it brings the text of a label counts,
 * and a vector passes where exactly the expected serial numbers come out, in order. Ours must also name the reader and
 * tell each refusal by its code.
 */
type Judge = (vector: Vector) => Promise<boolean> | boolean;

export type Score = { readonly vectors: number; readonly passed: number };

const corpus = readCorpus();
const all = Object.values(corpus).flatMap(({ vectors }) => vectors);

/** Source: the README of keyboard-barcode-scanner: Honeywell's types every 10 ms, Zebra's every 80 ms with peaks of 100. */
const RHYTHMS: readonly Rhythm[] = [
  { name: '10', beforeKeysMs: [10] },
  { name: '30', beforeKeysMs: [30] },
  { name: '80 to 100', beforeKeysMs: [80, 80, 80, 100] },
];

function serialNumbers({ expect }: Vector): readonly string[] {
  return expect.flatMap((outcome) => ('serialNumber' in outcome ? [outcome.serialNumber] : []));
}

function isRight(vector: Vector, scans: readonly PeerScan[]): boolean {
  const found = scans.flatMap(({ text, aimId }) => {
    const meaning = readScanText(text, aimId, vector.siteRules);
    return meaning.kind === 'serialNumber' ? [meaning.serialNumber] : [];
  });
  return JSON.stringify(found) === JSON.stringify(serialNumbers(vector));
}

const ours: Judge = (vector) => JSON.stringify(runVector(vector)) === JSON.stringify(vector.expect);

function hasReportId({ layout }: ReaderInfo): boolean {
  return layout !== 'keys' && layout.reportId !== null;
}

function webHid(setUp: WebHidSetUp): Judge {
  return async (vector) => {
    const readers = Object.entries(vector.readers);
    const withoutId = readers.filter(([key, scanner]) => !hasReportId(readerInfo(key, scanner)));
    const isNumbered = (key: string): boolean => !withoutId.some(([other]) => other === key);
    const peer = await createWebHidPeer(
      readers.map(([key]) => key),
      setUp,
      isNumbered,
    );
    for (const { reader, hex } of vector.reports) {
      peer.read({ readerKey: reader, bytes: reportBytes(hex) });
      peer.settle();
    }
    peer.close();
    return isRight(vector, peer.taken);
  };
}

async function score(vectors: readonly Vector[], judge: Judge): Promise<Score> {
  let passed = 0;
  for (const vector of vectors) if (await judge(vector)) passed += 1;
  return { vectors: vectors.length, passed };
}

/** What webhid-barcode-scanner is made for: scanners of layout A, or A', that send AIM identifiers, one at a time. */
function isMadeForWebHid({ readers, reports }: Vector): boolean {
  const isA = Object.values(readers).every((scanner) => scanner === 'layout A' || scanner === 'descriptor pos-64');
  const hasAim = reports.every(({ hex }) => /^02.{2} ?(?:.{2} ?)?5D/.test(hex));
  return isA && hasAim && Object.keys(readers).length === 1;
}

export type Row = { readonly what: string } & Readonly<Record<string, string | number>>;

export async function scoreHid(): Promise<{ readonly total: readonly Row[]; readonly groups: readonly Row[] }> {
  const judges: readonly (readonly [string, Judge])[] = [
    ['Token Station', ours],
    ['webhid-barcode-scanner 1.2.2, as in its README', webHid('one for all')],
    ['webhid-barcode-scanner 1.2.2, an object per reader', webHid('one per reader')],
  ];
  const total: Row[] = [];
  for (const [what, judge] of judges) total.push(toRow(what, await score(all, judge)));
  const fit = all.filter(isMadeForWebHid);
  for (const [what, judge] of judges.slice(0, 2)) {
    total.push(toRow(`${what}: one reader of layout A with AIM`, await score(fit, judge)));
  }
  const groups: Row[] = [];
  for (const [name, { vectors }] of Object.entries(corpus)) {
    const [own, other] = [await score(vectors, ours), await score(vectors, webHid('one for all'))];
    groups.push({ what: name, vectors: vectors.length, 'Token Station': own.passed, webhid: other.passed });
  }
  return { total, groups };
}

/** Vectors that a keyboard can express: typed labels that mean the same without an AIM identifier. */
function typedVectors(): readonly Vector[] {
  return all.filter((vector) => {
    const labels = vector.typed?.map((text) => ({ text, aimId: null }));
    return labels !== undefined && isRight(vector, labels);
  });
}

export async function scoreKeyboards(): Promise<readonly Row[]> {
  const vectors = typedVectors();
  const rows = [toRow('Token Station, by HID reports', await score(vectors, ours))];
  for (const peer of KEYBOARD_PEERS) {
    for (const rhythm of RHYTHMS) {
      const judge: Judge = (vector) => {
        const texts = typeLabels(peer, vector.typed ?? [], rhythm);
        return isRight(
          vector,
          texts.map((text) => ({ text, aimId: null })),
        );
      };
      rows.push({ ...toRow(peer.name, await score(vectors, judge)), 'ms a key': rhythm.name });
    }
  }
  return rows;
}

function toRow(what: string, { vectors, passed }: Score): Row {
  return { what, vectors, passed, rate: `${((100 * passed) / vectors).toFixed(1)} %` };
}
