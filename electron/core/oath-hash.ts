/** Source: Microsoft Graph beta: hashFunction is hmacsha1 or hmacsha256. */
export type OathHash = 'sha1' | 'sha256';

/**
 * What is left of a seed once its block has been hashed: the states of the inner and of the outer hash. A code needs no
 * more, and is twice as quickly made of them. They are as secret as the seed.
 */
export type HmacKey = { readonly hash: OathHash; readonly inner: Int32Array; readonly outer: Int32Array };

/** Room for one computation. It holds what it last worked on until it is wiped. */
export type Scratch = { readonly schedule: Int32Array; readonly state: Int32Array };

type Compress = (state: Int32Array, schedule: Int32Array) => void;

const BLOCK_BYTES = 64;
const WORD_BYTES = 4;
/** Source: FIPS 180-4 section 5.1.1: a one follows the message. */
const END_OF_MESSAGE = 0x80000000 | 0;
/** Source: RFC 2104 section 2. */
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/** Source: FIPS 180-4 section 5.3. */
const START: Readonly<Record<OathHash, readonly number[]>> = {
  sha1: [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0],
  sha256: [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
};

const COMPRESS: Readonly<Record<OathHash, Compress>> = { sha1: compressSha1, sha256: compressSha256 };

export function createScratch(): Scratch {
  return { schedule: new Int32Array(80), state: new Int32Array(8) };
}

export function wipeScratch({ schedule, state }: Scratch): void {
  schedule.fill(0);
  state.fill(0);
}

/** Hashes the two blocks of a seed. Source: RFC 2104 section 2: a key longer than a block is hashed first. */
export function prepareHmac(hash: OathHash, seed: Uint8Array, scratch: Scratch): HmacKey {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(seed.length > BLOCK_BYTES ? digestOf(hash, seed, scratch) : seed);
  const inner = hashKeyBlock(hash, block, INNER_PAD, scratch);
  const outer = hashKeyBlock(hash, block, OUTER_PAD, scratch);
  block.fill(0);
  return { hash, inner, outer };
}

export function wipeHmac({ inner, outer }: HmacKey): void {
  inner.fill(0);
  outer.fill(0);
}

/** The number that the digits of a code are taken from, 0 to 2³¹ - 1. Source: RFC 4226 section 5.3. */
export function truncatedHmac(key: HmacKey, counter: number, scratch: Scratch): number {
  const { schedule, state } = scratch;
  const compress = COMPRESS[key.hash];
  const words = key.inner.length;
  state.set(key.inner);
  schedule[0] = Math.floor(counter / 0x1_0000_0000);
  schedule[1] = counter;
  endBlock(schedule, 2, BLOCK_BYTES + 2 * WORD_BYTES);
  compress(state, schedule);
  for (let place = 0; place < words; place++) schedule[place] = wordAt(state, place);
  state.set(key.outer);
  endBlock(schedule, words, BLOCK_BYTES + words * WORD_BYTES);
  compress(state, schedule);
  const offset = wordAt(state, words - 1) & 0x0f;
  const shift = (offset % WORD_BYTES) * 8;
  const first = wordAt(state, offset >> 2) << shift;
  const rest = shift === 0 ? 0 : wordAt(state, (offset >> 2) + 1) >>> (32 - shift);
  return (first | rest) & 0x7fffffff;
}

/** The hash of a message. Source: FIPS 180-4. */
export function digestOf(hash: OathHash, message: Uint8Array, { schedule, state }: Scratch): Uint8Array {
  const compress = COMPRESS[hash];
  const words = START[hash].length;
  state.set(START[hash]);
  const wholeBytes = message.length - (message.length % BLOCK_BYTES);
  for (let at = 0; at < wholeBytes; at += BLOCK_BYTES) {
    readBlock(schedule, message.subarray(at, at + BLOCK_BYTES), 0);
    compress(state, schedule);
  }
  const last = new Uint8Array(2 * BLOCK_BYTES);
  const rest = message.subarray(wholeBytes);
  last.set(rest);
  last[rest.length] = 0x80;
  // Source: FIPS 180-4 section 5.1.1: the length takes the last eight bytes of a block.
  const lastBytes = rest.length + 1 + 8 <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES;
  new DataView(last.buffer).setUint32(lastBytes - WORD_BYTES, message.length * 8);
  for (let at = 0; at < lastBytes; at += BLOCK_BYTES) {
    readBlock(schedule, last.subarray(at, at + BLOCK_BYTES), 0);
    compress(state, schedule);
  }
  last.fill(0);
  const digest = new Uint8Array(words * WORD_BYTES);
  const view = new DataView(digest.buffer);
  for (let place = 0; place < words; place++) view.setInt32(place * WORD_BYTES, wordAt(state, place));
  return digest;
}

function hashKeyBlock(hash: OathHash, block: Uint8Array, pad: number, { schedule }: Scratch): Int32Array {
  const state = Int32Array.from(START[hash], (word) => word | 0);
  readBlock(schedule, block, pad);
  COMPRESS[hash](state, schedule);
  return state;
}

/** Each byte is combined with `pad`. */
function readBlock(schedule: Int32Array, block: Uint8Array, pad: number): void {
  for (let place = 0; place < BLOCK_BYTES / WORD_BYTES; place++) {
    let word = 0;
    for (const byte of block.subarray(place * WORD_BYTES, (place + 1) * WORD_BYTES)) word = (word << 8) | (byte ^ pad);
    schedule[place] = word;
  }
}

/** Ends a block of which `words` words are the message's. */
function endBlock(schedule: Int32Array, words: number, messageBytes: number): void {
  schedule[words] = END_OF_MESSAGE;
  schedule.fill(0, words + 1, 15);
  schedule[15] = messageBytes * 8;
}

/** Source: FIPS 180-4 section 6.1.2. */
function compressSha1(state: Int32Array, schedule: Int32Array): void {
  for (let at = 16; at < 80; at++) {
    const mixed =
      wordAt(schedule, at - 3) ^ wordAt(schedule, at - 8) ^ wordAt(schedule, at - 14) ^ wordAt(schedule, at - 16);
    schedule[at] = (mixed << 1) | (mixed >>> 31);
  }
  let a = wordAt(state, 0);
  let b = wordAt(state, 1);
  let c = wordAt(state, 2);
  let d = wordAt(state, 3);
  let e = wordAt(state, 4);
  for (let at = 0; at < 80; at++) {
    let mixed: number;
    if (at < 20) mixed = ((b & c) | (~b & d)) + 0x5a827999;
    else if (at < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
    else if (at < 60) mixed = ((b & c) | (b & d) | (c & d)) - 0x70e44324;
    else mixed = (b ^ c ^ d) - 0x359d3e2a;
    const next = (((a << 5) | (a >>> 27)) + mixed + e + wordAt(schedule, at)) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  state[0] = wordAt(state, 0) + a;
  state[1] = wordAt(state, 1) + b;
  state[2] = wordAt(state, 2) + c;
  state[3] = wordAt(state, 3) + d;
  state[4] = wordAt(state, 4) + e;
}

/** Source: FIPS 180-4 section 6.2.2. */
function compressSha256(state: Int32Array, schedule: Int32Array): void {
  for (let at = 16; at < 64; at++) {
    const early = wordAt(schedule, at - 15);
    const late = wordAt(schedule, at - 2);
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[at] = wordAt(schedule, at - 16) + small + wordAt(schedule, at - 7) + large;
  }
  let a = wordAt(state, 0);
  let b = wordAt(state, 1);
  let c = wordAt(state, 2);
  let d = wordAt(state, 3);
  let e = wordAt(state, 4);
  let f = wordAt(state, 5);
  let g = wordAt(state, 6);
  let h = wordAt(state, 7);
  for (let at = 0; at < 64; at++) {
    const choice = (e & f) ^ (~e & g);
    const one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + wordAt(ROUNDS, at) + wordAt(schedule, at);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = wordAt(state, 0) + a;
  state[1] = wordAt(state, 1) + b;
  state[2] = wordAt(state, 2) + c;
  state[3] = wordAt(state, 3) + d;
  state[4] = wordAt(state, 4) + e;
  state[5] = wordAt(state, 5) + f;
  state[6] = wordAt(state, 6) + g;
  state[7] = wordAt(state, 7) + h;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** A word that is there: every place that is asked for is inside. */
function wordAt(words: Int32Array, place: number): number {
  return words[place] ?? 0;
}

/** The first 32 bits of the broken parts of the cube roots of the first 64 primes. Source: FIPS 180-4 section 4.2.2. */
const ROUNDS = Int32Array.from(firstPrimes(64), (prime) => firstBitsOfCubeRoot(prime));

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** In whole numbers, because a cube root as a fraction of a double is short by a few bits. */
function firstBitsOfCubeRoot(prime: number): number {
  const wanted = BigInt(prime) << 96n;
  let root = 0n;
  for (let bit = 1n << 35n; bit > 0n; bit >>= 1n) {
    const next = root + bit;
    if (next * next * next <= wanted) root = next;
  }
  return Number(root & 0xffff_ffffn);
}
