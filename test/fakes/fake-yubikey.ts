import type { FakeDevice } from './fake-hid.ts';

/** What a device makes of feature reports, the report id first in both. A refusal is an exception, as from the library. */
export type FeatureReports = {
  readonly set: (bytes: readonly number[]) => void;
  readonly get: (reportId: number, lengthBytes: number) => readonly number[];
};

export type FakeYubikey = FeatureReports & {
  /** How often the whole question has come. */
  readonly timesAsked: () => number;
  /** The last thing it was told is to forget what it was asked. */
  readonly isAtRest: () => boolean;
};

type Manner = {
  /** `null`: the setting that shows it to programs is off. */
  readonly serialNumber: number | null;
  /** It says that often that it has not taken the part yet. */
  readonly busyTimes?: number;
  readonly damagesAnswer?: boolean;
  /** Somebody asked before and did not read the answer. */
  readonly hasOldAnswer?: boolean;
  /** Without the report id before the answer, as some systems give it. */
  readonly leavesOutReportId?: boolean;
};

const STATUS = [0, 5, 4, 3, 1, 5, 0, 0];
const END = [0, 0, 0, 0, 0, 0, 0, 0x40];
const SERIAL_SLOT = 0x10;

/** A YubiKey's keyboard interface, written after Yubico's documents and not after our code. It types nothing. */
export function createFakeYubikey(manner: Manner): FakeYubikey {
  const frame = new Uint8Array(70);
  let answer: number[][] = manner.hasOldAnswer ? [0x40, 0x41, 0x42].map((flags) => [1, 2, 3, 4, 5, 6, 7, flags]) : [];
  let busy = 0;
  let timesAsked = 0;
  let isAtRest = true;

  function takeFrame(): void {
    const given = (frame[65] ?? 0) | ((frame[66] ?? 0) << 8);
    const isWhole = given === checksum([...frame.subarray(0, 64)]);
    if (isWhole && frame[64] === SERIAL_SLOT) {
      timesAsked += 1;
      if (manner.serialNumber !== null) answer = answerOf(manner.serialNumber);
    }
    frame.fill(0);
  }

  function answerOf(serialNumber: number): number[][] {
    const data = [24, 16, 8, 0].map((shift) => (serialNumber >>> shift) & 0xff);
    const crc = ~checksum(data) & 0xffff;
    const sum = manner.damagesAnswer ? [0, 0] : [crc & 0xff, crc >> 8];
    return [[...data, ...sum, 0, 0x40], END];
  }

  return {
    timesAsked: () => timesAsked,
    isAtRest: () => isAtRest,
    set: ([reportId, ...part]) => {
      if (reportId !== 0 || part.length !== 8) throw new Error('ioctl (SFEATURE): Broken pipe');
      const flags = part[7] ?? 0;
      isAtRest = flags === 0x8f;
      if (flags === 0x8f) {
        answer = [];
        return;
      }
      // While it has an answer to give, or is at work, it takes no question.
      if ((flags & 0x80) === 0 || answer.length > 0 || busy > 0) return;
      frame.set(part.slice(0, 7), (flags & 0x1f) * 7);
      busy = manner.busyTimes ?? 0;
      if ((flags & 0x1f) === 9) takeFrame();
    },
    get: (reportId, lengthBytes) => {
      if (reportId !== 0 || lengthBytes !== 9) throw new Error('ioctl (GFEATURE): Broken pipe');
      const said = busy > 0 ? [...STATUS.slice(0, 7), 0x80] : (answer[0] ?? STATUS);
      if (busy > 0) busy -= 1;
      else answer = answer.slice(1);
      return manner.leavesOutReportId ? said : [0, ...said];
    },
  };
}

/** CRC-16 as the key makes it, by the book: reflected polynomial 0x1021, first value 0xFFFF. */
function checksum(bytes: readonly number[]): number {
  return bytes.reduce((sum, byte) => {
    let crc = sum ^ byte;
    for (let bit = 0; bit < 8; bit++) crc = crc % 2 === 1 ? Math.floor(crc / 2) ^ 0x8408 : crc / 2;
    return crc;
  }, 0xffff);
}

/** The entry of its keyboard interface. */
export function fakeYubikeyDevice(path: string, more: Partial<FakeDevice> = {}): FakeDevice {
  return {
    path,
    vendorId: 0x1050,
    productId: 0x0407,
    usagePage: 0x01,
    usage: 0x06,
    manufacturer: 'Yubico',
    product: 'YubiKey OTP+FIDO+CCID',
    serialNumber: '',
    ...more,
  };
}
