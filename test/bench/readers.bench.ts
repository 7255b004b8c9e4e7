import { silenceConsole } from './peers/virtual-time.ts';
import { measureCosts } from './readers-cost.ts';
import { scoreHid, scoreKeyboards } from './readers-corpus.ts';
import { makeStream, streamThroughOurs, streamThroughWebHid, type StreamPlan } from './readers-stream.ts';

/** Reads the corpus of scanners, and a long stream of four readers, with ours and with published packages. */
const speak = silenceConsole();
const costs = await measureCosts();
const { total, groups } = await scoreHid();
const keyboards = await scoreKeyboards();
const fast = await stream({ scansPerSecond: 50, seconds: 60, loseEvery: 0 });
const lossy = await stream({ scansPerSecond: 2, seconds: 1_500, loseEvery: 100 });
speak();

print('The corpus, by HID reports. Our rules stand behind every package: what counts is the serial numbers', total);
print('The same by group: vectors that passed', groups);
print('Those vectors that a keyboard can type, key by key, with Enter behind each label', keyboards);
print('Cost per report, on the same reports of layout A', costs);
print('4 readers, 50 scans a second each, 60 s: 12,000 scans of 1 to 3 reports', fast);
print('4 readers, 2 scans a second each, and every 100th report is lost: 12,000 scans, those hit not counted', lossy);

async function stream(plan: StreamPlan): Promise<readonly object[]> {
  const made = makeStream(plan);
  const counted = { reports: made.reports.length, scans: made.expected.size };
  return [
    { what: 'Token Station', ...counted, ...streamThroughOurs(made) },
    {
      what: 'webhid-barcode-scanner 1.2.2, as in its README',
      ...counted,
      ...(await streamThroughWebHid(made, 'one for all')),
    },
    {
      what: 'webhid-barcode-scanner 1.2.2, an object per reader',
      ...counted,
      ...(await streamThroughWebHid(made, 'one per reader')),
    },
  ];
}

function print(title: string, rows: readonly object[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}
