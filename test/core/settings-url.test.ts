import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHttpUrl, isLoopbackUrl } from '../../electron/core/settings-url.ts';

const LOOPBACK = [
  'http://localhost',
  'http://LOCALHOST:1/beta',
  'https://127.0.0.1',
  'http://127.0.0.1:8080/beta',
  'http://127.255.255.254:65535/{tenantid}/oauth2/v2.0/',
  'http://[::1]:8080/beta',
];

const ELSEWHERE = [
  'http://10.0.2.2:4000/beta',
  'https://graph.example/beta',
  'http://localhost.example/',
  'http://127.0.0.1.example/',
  'http://127.example/',
  'http://128.0.0.1',
];

const NONE = [
  '',
  'localhost',
  '127.0.0.1:80',
  'ftp://127.0.0.1/beta',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://',
  'http:///beta',
  'http://user:pass@127.0.0.1/beta',
  'http://localhost@graph.example/',
  'http://localhost:1@graph.example/',
  'http://localhost\\@graph.example/',
  'http://localhost#@graph.example/',
  'http://localhost?x=1',
  'http://127.0.0.1/be ta',
  ' http://127.0.0.1/beta',
  'http://127.0.0.1/beta\n',
  'http://127.0.0.1:99999/',
  'http://127.0.0.1:65536/',
  'http://127.0.0.1:/',
  'http://127.1',
  'http://2130706433',
  'http://0x7f.0.0.1',
  'http://127.0.0.01',
  'http://127.0.0.256',
  'http://127.0.0.1.',
  'http://a.0x1',
  'http://[::ffff:127.0.0.1]',
  'http://xn--a/',
  'http://localhost.xn--a/',
];

describe('an address', () => {
  test.each(LOOPBACK)('%s is on this computer', (url) => {
    expect([isHttpUrl(url), isLoopbackUrl(url)]).toEqual([true, true]);
  });

  test.each(ELSEWHERE)('%s can be called, and is elsewhere', (url) => {
    expect([isHttpUrl(url), isLoopbackUrl(url)]).toEqual([true, false]);
  });

  test.each(NONE)('%j is none', (url) => {
    expect([isHttpUrl(url), isLoopbackUrl(url)]).toEqual([false, false]);
  });

  test('that is taken is one for everybody else, too, and on this computer where it was said to be', () => {
    const parts = [
      '127',
      '0',
      '1',
      'localhost',
      '[::1]',
      '.',
      ':',
      '/',
      '@',
      '%',
      'a',
      '0x',
      '-',
      '_',
      '?',
      '\\',
      '#',
      '256',
      ' ',
    ];
    const anyUrl = fc
      .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...parts) }, fc.string({ maxLength: 2 })), {
        maxLength: 9,
      })
      .map((some) => `http://${some.join('')}`);
    fc.assert(
      fc.property(anyUrl, (text) => {
        if (!isHttpUrl(text)) return;
        const url = new URL(text);
        expect(url.username + url.password + url.search + url.hash).toBe('');
        if (isLoopbackUrl(text)) expect(url.hostname).toMatch(/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
