import { describe, expect, test } from 'vitest';
import { redactErrorCode, redactWords } from '../../../build/tenant-check/redact-words.ts';
import { createRedactor, type Known } from '../../../build/tenant-check/redactor.ts';
import { REFUSALS } from '../../../electron/practice/assumed-errors.ts';

const GUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

const redact = (words: string, ...known: readonly Known[]) => redactWords(words, createRedactor(known));

describe('what a service is known to say', () => {
  test.each(Object.values(REFUSALS).map(({ message }) => message))('stays as it is: %s', (message) => {
    const said = message.replace('{resource}', GUID);
    expect(redact(said)).toBe(said.replace(GUID, '<guid-1>'));
  });

  test.each([
    'fetch failed: connect ECONNREFUSED',
    'fetch failed: getaddrinfo ENOTFOUND graph.microsoft.com',
    "Resource not found for the segment 'hardwareOathMethods'.",
    'AADSTS50076: you must use multi-factor authentication.',
    'text/html instead of JSON',
  ])('as well: %s', (words) => {
    expect(redact(words)).toBe(words);
  });
});

describe('what is somebody’s', () => {
  test.each([
    ['a name', 'Assigned to Adele Vance.', 'Assigned to <text-1> <text-2>.'],
    ['a name at the beginning', 'Adele has it.', '<text-1> has it.'],
    ['a name in another alphabet', 'assigned to søren kjær', 'assigned to <text-1> <text-2>'],
    ['a name in quotes', "The user 'adele vance' has it.", "The user '<text-1>' has it."],
    ['an address', 'for adele.vance@contoso.com, who', 'for <mail-1>, who'],
    ['a sign-in name in parts', 'for adele.vance or adele_vance', 'for <text-1> or <text-2>'],
    ['a serial number', 'Token GALT11420104 is taken', 'Token <text-1> is taken'],
    ['a long number', 'employee 40353 of 12', 'employee <text-1> of 12'],
    ['a GUID', `user ${GUID} and ${GUID.toUpperCase()}`, 'user <guid-1> and <guid-1 in another letter case>'],
    ['an address of a page', 'see https://contoso.com/a?b=c now', 'see <url-1> now'],
    ['a token', `with eyJ0eXAi.${'a1'.repeat(20)}.sig`, 'with <token-1>'],
    ['claims', 'claims required {"access_token":{"x":"y"}} now', 'claims required <object> now'],
    ['a domain', 'in contoso.onmicrosoft.com', 'in <text-1>'],
  ])('is hidden: %s', (_what, words, expected) => {
    expect(redact(words)).toBe(expected);
  });

  test('is known by what was typed, in any letter case and in parts', () => {
    const known: readonly Known[] = [
      { kind: 'name', value: 'Adele Vance' },
      { kind: 'serial', value: 'galt-77' },
      { kind: 'upn', value: 'av@contoso.example' },
    ];
    expect(redact('adele has GALT-77, av too, at contoso', ...known)).toBe(
      '<name-2 in another letter case> has <serial-1 in another letter case>, <name-4> too, at <domain-2>',
    );
  });

  test('is known where it stands in an address of ours', () => {
    const known = { kind: 'name', value: 'Zoë van der Berg' } as const;
    expect(redact(`no Zo%C3%AB%20van%20der%20Berg here`, known)).toBe('no <name-1> here');
  });

  test('does not take every other word with it', () => {
    const known: readonly Known[] = [
      { kind: 'name', value: 'Guest Token' },
      { kind: 'text', value: 'IT' },
    ];
    expect(redact('it is the token of a guest in IT', ...known)).toBe('it is the token of a guest in <text-1>');
  });
});

describe('an error code', () => {
  test.each(['Request_ResourceNotFound', 'badRequest', '', 'AADSTS700016', 'Authorization.Denied'])(
    'of the service’s own stays: "%s"',
    (code) => {
      expect(redactErrorCode(code, createRedactor([]))).toBe(code);
    },
  );

  test.each(['GALT11420104', 'Adele Vance', GUID, 'a@b.example'])('that is none is hidden: %s', (code) => {
    expect(redactErrorCode(code, createRedactor([]))).toBe('<text-1>');
  });

  test('that is somebody’s name is hidden', () => {
    expect(redactErrorCode('Adele', createRedactor([{ kind: 'name', value: 'Adele Vance' }]))).toBe('<name-2>');
  });
});
