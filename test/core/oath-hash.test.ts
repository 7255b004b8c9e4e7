import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hotpOf } from '../../electron/core/oath-code.ts';
import {
  createScratch,
  digestOf,
  prepareHmac,
  truncatedHmac,
  wipeHmac,
  wipeScratch,
  type OathHash,
} from '../../electron/core/oath-hash.ts';

const scratch = createScratch();

function otpOf(hash: OathHash, seed: string | Uint8Array, counter: number, digits: number): string {
  const key = prepareHmac(hash, Buffer.from(seed), scratch);
  return String(truncatedHmac(key, counter, scratch) % 10 ** digits).padStart(digits, '0');
}

describe('codes as the standards print them', () => {
  // Source: RFC 4226, Appendix D.
  test.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('HOTP, counter %i', (counter, code) => {
    expect(otpOf('sha1', '12345678901234567890', counter, 6)).toBe(code);
  });

  // Source: RFC 6238, Appendix B: the seed is as long as the hash.
  test.each([
    [59, '94287082', '46119246'],
    [1_111_111_109, '07081804', '68084774'],
    [1_111_111_111, '14050471', '67062674'],
    [1_234_567_890, '89005924', '91819424'],
    [2_000_000_000, '69279037', '90698825'],
    [20_000_000_000, '65353130', '77737706'],
  ])('TOTP, second %i', (second, sha1, sha256) => {
    const step = Math.floor(second / 30);
    expect(otpOf('sha1', '12345678901234567890', step, 8)).toBe(sha1);
    expect(otpOf('sha256', '12345678901234567890123456789012', step, 8)).toBe(sha256);
  });
});

describe('hashes as the standards print them', () => {
  const hex = (hash: OathHash, text: string): string =>
    Buffer.from(digestOf(hash, Buffer.from(text), scratch)).toString('hex');

  // Source: FIPS 180-4, NIST's example files: one block, and two.
  test.each([
    ['sha1', 'abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['sha1', 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
    ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'sha256',
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ] as const)('%s of %s', (hash, text, digest) => {
    expect(hex(hash, text)).toBe(digest);
  });
});

describe('whatever the seed and the counter', () => {
  const hash = fc.constantFrom('sha1', 'sha256');
  // To 150 bytes: shorter and longer than a block, and than two.
  const bytes = fc.uint8Array({ minLength: 0, maxLength: 150, size: 'max' });

  test('the digest is that of the system', () => {
    fc.assert(
      fc.property(hash, bytes, (name, message) => {
        expect(Buffer.from(digestOf(name, message, scratch))).toEqual(createHash(name).update(message).digest());
      }),
      { numRuns: 500 },
    );
  });

  test('the code is that of the system', () => {
    fc.assert(
      fc.property(hash, bytes, fc.nat({ max: Number.MAX_SAFE_INTEGER }), (name, seed, counter) => {
        const expected = hotpOf((message) => createHmac(name, seed).update(message).digest(), counter, 8);
        expect(otpOf(name, seed, counter, 8)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

test('what is wiped is zero', () => {
  const key = prepareHmac('sha256', Buffer.from('a seed of a token'), scratch);
  truncatedHmac(key, 5, scratch);
  wipeHmac(key);
  wipeScratch(scratch);
  for (const words of [key.inner, key.outer, scratch.schedule, scratch.state])
    expect(new Set(words)).toEqual(new Set([0]));
});
