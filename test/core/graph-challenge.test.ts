import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChallenge } from '../../electron/core/graph-challenge.ts';

const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"cp1"}}}';
// Source: Microsoft identity platform, "Claims challenges": the example's own text.
const ENCODED = 'eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJlc3NlbnRpYWwiOnRydWUsInZhbHVlIjoiY3AxIn19fQ==';
const AUTHORITY = 'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';
const ASKING = `error="insufficient_claims", claims="${ENCODED}"`;

describe('a claims challenge', () => {
  test.each([
    ['as the page has it', `Bearer realm="", ${AUTHORITY}, ${ASKING}`],
    ['in another order', `Bearer claims="${ENCODED}", realm="", error="insufficient_claims"`],
    [
      'with fields we do not know',
      `Bearer x="a, b=\\"c\\"", client_id="0", ${ASKING}, trusted_issuers="*@*", nonce=abc`,
    ],
    ['without padding', `Bearer error="insufficient_claims", claims="${ENCODED.replaceAll('=', '')}"`],
    ['without quotes', `Bearer error=insufficient_claims, claims=${ENCODED}`],
    ['with spaces around the equals signs', `Bearer error = "insufficient_claims" , claims\t=\t"${ENCODED}"`],
    ['without any space', `Bearer error="insufficient_claims",claims="${ENCODED}"`],
    ['with names and scheme in other letters', `bEARER Error="Insufficient_Claims", CLAIMS="${ENCODED}"`],
    ['after another scheme', `Basic realm="x", Bearer ${ASKING}`],
    ['after a scheme that is a word alone', `Negotiate, Bearer ${ASKING}`],
    ['after a scheme with a token', `Negotiate YII/abc+==, Bearer ${ASKING}`],
    ['before another scheme', `Bearer ${ASKING}, PoP realm="y", error="other"`],
    ['after a challenge that asks for nothing', `Bearer error="invalid_token", Bearer ${ASKING}`],
    ['after one that is unreadable', `Bearer error="insufficient_claims", claims="%%%", Bearer ${ASKING}`],
    ['after rubbish', `,, "x" =;, Bearer ${ASKING}`],
    ['as plain JSON', `Bearer error="insufficient_claims", claims="${CLAIMS.replaceAll('"', String.raw`\"`)}"`],
    ['twice, of which the first counts', `Bearer ${ASKING}, claims="e30="`],
  ])('is read %s', (_, header) => {
    expect(parseChallenge(header)).toBe(CLAIMS);
  });

  test.each([
    null,
    '',
    'Bearer',
    `Bearer ${AUTHORITY}`,
    `Bearer claims="${ENCODED}"`,
    `Bearer error="invalid_token", claims="${ENCODED}"`,
    `Basic ${ASKING}`,
    ASKING,
    'Bearer error="insufficient_claims"',
    'Bearer error="insufficient_claims", claims=""',
    'Bearer error="insufficient_claims", claims="bm8ganNvbg=="',
    'Bearer error="insufficient_claims", claims="WzFd"',
    'Bearer error="insufficient_claims", claims="bnVsbA=="',
    'Bearer error="insufficient_claims", claims="eyJhI"',
    'Bearer error="insufficient_claims", claims="eyB9A"',
    'Bearer error="insufficient_claims", claims="/////w=="',
    `Bearer error="insufficient_claims", Basic claims="${ENCODED}"`,
    `Bearer x="error=insufficient_claims, claims=${ENCODED}"`,
    `Bearer error="insufficient_claims", claims="${ENCODED}`,
  ])('is not found in %j', (header) => {
    expect(parseChallenge(header)).toBeNull();
  });

  test('is given back as it was, in both alphabets, with any text in it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (value, urlSafe) => {
        const json = JSON.stringify(value);
        const claims = Buffer.from(json).toString(urlSafe ? 'base64url' : 'base64');
        expect(parseChallenge(`Bearer error="insufficient_claims", claims="${claims}"`)).toBe(json);
      }),
    );
  });

  test('is found whatever stands beside it', () => {
    const token = fc.stringMatching(/^[a-z_]{1,12}$/).filter((name) => name !== 'claims' && name !== 'error');
    const value = fc.string().map((text) => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`);
    const other = fc.tuple(token, value).map(([name, text]) => `${name}=${text}`);
    fc.assert(
      fc.property(fc.array(other), fc.array(other), (before, after) => {
        const fields = [...before, 'error="insufficient_claims"', `claims="${ENCODED}"`, ...after];
        expect(parseChallenge(`Bearer ${fields.join(', ')}`)).toBe(CLAIMS);
      }),
    );
  });

  test('never fails and always ends, whatever the header is', () => {
    const sign = fc.constantFrom('Bearer', ' ', ',', '=', '"', '\\', 'claims', 'error', ENCODED, 'x', '\t', 'ä');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const found = parseChallenge(signs.join(''));
        expect([CLAIMS, null]).toContain(found);
      }),
    );
  });
});
