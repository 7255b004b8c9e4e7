import {
  activateRequest,
  assignAndActivateBySerialRequest,
  deactivateRequest,
} from '../../electron/core/graph-method-request.ts';
import type { GraphWrite } from '../../electron/core/graph-request.ts';
import { DISPLAY_NAME } from './display-name.ts';
import type { Given, Rights, SubjectName, WriteQuestion, WriteStep } from './question.ts';

/** Source: Microsoft Graph permissions reference (2026-08), and the pages of the calls. */
export const WRITE_METHODS: Rights = {
  scopes: ['UserAuthMethod-HardwareOATH.ReadWrite.All', 'UserAuthenticationMethod.ReadWrite.All'],
  roles: ['Authentication Administrator', 'Privileged Authentication Administrator'],
};

const ON_TEST_TOKEN = { kind: 'write', wants: WRITE_METHODS, to: 'testUser' } as const;

/** Gives a token to somebody by its serial number. */
export function bySerial(given: Given, user: SubjectName, serial: SubjectName): (code: string) => GraphWrite {
  return (code) => assignAndActivateBySerialRequest(given(user), given(serial), code, DISPLAY_NAME);
}

function activate(given: Given): (code: string) => GraphWrite {
  return (code) => activateRequest(given('testUser'), given('testTokenId'), code, DISPLAY_NAME);
}

function deactivate(given: Given): () => GraphWrite {
  return () => deactivateRequest(given('testUser'), given('testTokenId'));
}

/** An active token is deactivated first, because what is asked is what becomes of an inactive one. */
function deactivateIf(isActive: boolean, given: Given): readonly WriteStep[] {
  return isActive ? [{ what: 'deactivate first', code: null, request: deactivate(given) }] : [];
}

const OF_TOKEN: readonly SubjectName[] = ['testUser', 'testToken', 'testTokenId'];

/** Writes with the test token by its serial number, and by the method that it becomes. In this order. */
export const ACTIVATION_QUESTIONS: readonly WriteQuestion[] = [
  {
    ...ON_TEST_TOKEN,
    id: 'serial-wrong-code',
    open: 'Whether a wrong code leaves the token with the user, and how it is told.',
    does: 'Sends the test token with the code 000000 for the test user. The token may stay with them until the end.',
    needs: ['testUser', 'testToken'],
    token: 'free',
    steps: (given) => [
      { what: 'by serial number, wrong code', code: 'wrong', request: bySerial(given, 'testUser', 'testToken') },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'activate-wrong-code',
    open: 'The status, the code and the words for a wrong code on a token that the user has already.',
    does: 'Activates the test token of the test user with the code 000000.',
    needs: OF_TOKEN,
    token: 'inactive',
    steps: (given) => [{ what: 'activate, wrong code', code: 'wrong', request: activate(given) }],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'serial-already-theirs',
    open: 'What the call by serial number does with a token that the same user has already, and that is not active.',
    does: 'Sends the test token by its serial number once more for the test user, with the code that it shows.',
    needs: OF_TOKEN,
    token: 'inactive',
    steps: (given) => [
      { what: 'by serial number, again', code: 'shown', request: bySerial(given, 'testUser', 'testToken') },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'serial-right-code',
    open: 'The answer to the station’s main call when all is right, and how soon a read shows it.',
    does: 'Gives the test token to the test user by its serial number, with the code that it shows.',
    needs: ['testUser', 'testToken'],
    token: 'free',
    steps: (given) => [{ what: 'by serial number', code: 'shown', request: bySerial(given, 'testUser', 'testToken') }],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'activate-old-code',
    open: 'For how long a code is taken after it has left the display.',
    does: 'Activates the test token with a code that has not been on the display for a whole period.',
    needs: OF_TOKEN,
    token: 'theirs',
    steps: (given, isActive) => [
      ...deactivateIf(isActive, given),
      { what: 'activate, old code', code: 'old', request: activate(given) },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'activate-code-twice',
    open: 'Whether a code that was taken once is taken a second time.',
    does: 'Activates the test token with the code that it shows, deactivates it, and activates it with the same code.',
    needs: OF_TOKEN,
    token: 'theirs',
    steps: (given, isActive) => [
      ...deactivateIf(isActive, given),
      { what: 'activate', code: 'shown', request: activate(given) },
      { what: 'deactivate', code: null, request: deactivate(given) },
      { what: 'activate, same code', code: 'same', request: activate(given) },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'activate-twice',
    open: 'How the activation of a token that is active already is answered.',
    does: 'Activates the test token of the test user, and then once more with a new code.',
    needs: OF_TOKEN,
    token: 'theirs',
    steps: (given, isActive) => [
      ...(isActive ? [] : [{ what: 'activate', code: 'shown' as const, request: activate(given) }]),
      { what: 'activate again', code: 'shown', request: activate(given) },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'deactivate-twice',
    open: 'How the deactivation of a token that is not active is answered.',
    does: 'Deactivates the test token of the test user, twice.',
    needs: OF_TOKEN,
    token: 'theirs',
    steps: (given) => [
      { what: 'deactivate', code: null, request: deactivate(given) },
      { what: 'deactivate again', code: null, request: deactivate(given) },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'serial-of-another',
    open: 'The status, the code and the words for a token that somebody else has.',
    does: 'Sends the test token, which the test user has, for the second test user.',
    needs: [...OF_TOKEN, 'secondUser'],
    token: 'theirs',
    to: 'secondUser',
    steps: (given) => [
      { what: 'by serial number, for another', code: 'shown', request: bySerial(given, 'secondUser', 'testToken') },
    ],
  },
];
