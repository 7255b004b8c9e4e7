import {
  assignAndActivateRequest,
  assignByPostRequest,
  assignByReferenceRequest,
  unassignRequest,
} from '../../electron/core/graph-method-request.ts';
import type { WriteQuestion } from './question.ts';
import { bySerial, WRITE_METHODS } from './activation-questions.ts';
import { DISPLAY_NAME } from './display-name.ts';

const ON_TEST_TOKEN = { kind: 'write', wants: WRITE_METHODS, to: 'testUser' } as const;

/** Writes that give the test token to somebody or take it back. In this order. */
export const ASSIGNMENT_QUESTIONS: readonly WriteQuestion[] = [
  {
    ...ON_TEST_TOKEN,
    id: 'unassign-twice',
    open: 'How taking back a token that the user does not have is answered.',
    does: 'Takes the test token back from the test user, twice.',
    needs: ['testUser', 'testToken', 'testTokenId'],
    token: 'theirs',
    steps: (given) => {
      const request = () => unassignRequest(given('testUser'), given('testTokenId'));
      return [
        { what: 'unassign', code: null, request },
        { what: 'unassign again', code: null, request },
      ];
    },
  },
  {
    ...ON_TEST_TOKEN,
    id: 'assign-by-reference',
    open: 'Whether PUT …/device/assignTo/$ref is known: a page has it, Microsoft’s generated clients do not. Twice: as any PUT it should come out the same.',
    does: 'Gives the test token to the test user by reference, without activating it, twice.',
    needs: ['testUser', 'testToken', 'testTokenId', 'graphUrl'],
    token: 'free',
    steps: (given) => {
      const request = () => assignByReferenceRequest(given('testUser'), given('testTokenId'), given('graphUrl'));
      return [
        { what: 'by reference', code: null, request },
        { what: 'by reference, again', code: null, request },
      ];
    },
  },
  {
    ...ON_TEST_TOKEN,
    id: 'assign-by-post',
    open: 'The status and the body of assigning without activating, and how doing it twice is answered.',
    does: 'Gives the test token to the test user, without activating it, twice.',
    needs: ['testUser', 'testToken', 'testTokenId'],
    token: 'free',
    steps: (given) => {
      const request = () => assignByPostRequest(given('testUser'), given('testTokenId'));
      return [
        { what: 'by POST', code: null, request },
        { what: 'by POST, again', code: null, request },
      ];
    },
  },
  {
    ...ON_TEST_TOKEN,
    id: 'assign-and-activate-by-id',
    open: 'Whether assigning and activating by the id of the token works as by its serial number.',
    does: 'Gives the test token to the test user by its id, with the code that it shows.',
    needs: ['testUser', 'testToken', 'testTokenId'],
    token: 'free',
    steps: (given) => [
      {
        what: 'by id, right code',
        code: 'shown',
        request: (code) => assignAndActivateRequest(given('testUser'), given('testTokenId'), code, DISPLAY_NAME),
      },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'serial-letter-case',
    open: 'Whether the letter case of a serial number matters in the call by serial number.',
    does: 'Sends the serial number of the test token with its letters in the other case, with the code that it shows.',
    needs: ['testUser', 'testToken', 'testTokenInOtherCase'],
    token: 'free',
    steps: (given) => [
      {
        what: 'by serial number, other letter case',
        code: 'shown',
        request: bySerial(given, 'testUser', 'testTokenInOtherCase'),
      },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'serial-for-guest',
    open: 'The status, the code and the words for a guest, who cannot have such a token.',
    does: 'Sends the test token for the guest, with the code that it shows. If it is taken, it is taken back.',
    needs: ['testToken', 'guest'],
    token: 'free',
    to: 'guest',
    steps: (given) => [
      { what: 'by serial number, for a guest', code: 'shown', request: bySerial(given, 'guest', 'testToken') },
    ],
  },
  {
    ...ON_TEST_TOKEN,
    id: 'serial-sixth-method',
    open: 'The status, the code and the words for a user who has five tokens and authenticator apps already.',
    does: 'Sends the test token for the user with five methods, with the code that it shows. If it is taken, it is taken back.',
    needs: ['testToken', 'fullUser'],
    token: 'free',
    to: 'fullUser',
    steps: (given) => [
      { what: 'by serial number, a sixth', code: 'shown', request: bySerial(given, 'fullUser', 'testToken') },
    ],
  },
];
