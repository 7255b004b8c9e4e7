import { read, writeSync } from 'node:fs';

/** Source: linux/uhid.h; all members stand right behind the kind. */
const GET_REPORT = 9;
const GET_REPORT_REPLY = 10;
const SET_REPORT = 13;
const SET_REPORT_REPLY = 14;
const EVENT_BYTES = 4_380;
const ID_OFFSET_BYTES = 4;
const REPORT_OFFSET_BYTES = 8;
const SIZE_OFFSET_BYTES = 10;
const DATA_OFFSET_BYTES = 12;
/** Source: errno(3). */
const EIO = 5;

/** What a device makes of feature reports, the report id first in both. An exception is its refusal. */
export type FeatureReports = {
  readonly set: (bytes: readonly number[]) => void;
  readonly get: (reportId: number) => readonly number[];
};

/** Answers the kernel, which waits up to five seconds for it, until the file goes with its process. */
export function answerFeatures(file: number, features: FeatureReports): void {
  const event = Buffer.alloc(EVENT_BYTES);
  read(file, event, 0, EVENT_BYTES, null, (error) => {
    if (error) throw error;
    const answer = answerOf(event, features);
    if (answer) writeSync(file, answer);
    answerFeatures(file, features);
  });
}

/** `null`: the kernel asked nothing, and told something such as that the device was opened. */
function answerOf(event: Buffer, { get, set }: FeatureReports): Buffer | null {
  const kind = event.readUInt32LE(0);
  const id = event.readUInt32LE(ID_OFFSET_BYTES);
  if (kind === GET_REPORT) return reply(GET_REPORT_REPLY, id, () => get(event[REPORT_OFFSET_BYTES] ?? 0));
  if (kind !== SET_REPORT) return null;
  const end = DATA_OFFSET_BYTES + event.readUInt16LE(SIZE_OFFSET_BYTES);
  return reply(SET_REPORT_REPLY, id, () => set([...event.subarray(DATA_OFFSET_BYTES, end)]));
}

function reply(kind: number, id: number, run: () => readonly number[] | void): Buffer {
  const answer = Buffer.alloc(DATA_OFFSET_BYTES);
  answer.writeUInt32LE(kind, 0);
  answer.writeUInt32LE(id, ID_OFFSET_BYTES);
  try {
    const bytes = Buffer.from(run() ?? []);
    // A reply to what was set ends before its size.
    answer.writeUInt16LE(bytes.length, SIZE_OFFSET_BYTES);
    return Buffer.concat([answer, bytes]);
  } catch {
    answer.writeUInt16LE(EIO, REPORT_OFFSET_BYTES);
    return answer;
  }
}
