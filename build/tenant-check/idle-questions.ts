import { assignAndActivateBySerialRequest } from '../../electron/core/graph-method-request.ts';
import { SELF } from '../../electron/core/graph-port.ts';
import type { WriteQuestion } from './question.ts';
import { bySerial, WRITE_METHODS } from './activation-questions.ts';
import { DISPLAY_NAME } from './display-name.ts';

const CANNOT_ACT = { kind: 'write', token: 'none', to: null } as const;

/**
 * Source: Microsoft Graph beta, the pages of every write: "if they last authenticated more than 10 minutes ago in the
 * current session".
 */
export const FRESH_SIGN_IN_MS = 10 * 60_000;

/** Writes about others that cannot act, because the serial number is made up. */
export const IDLE_QUESTIONS: readonly WriteQuestion[] = [
  {
    ...CANNOT_ACT,
    id: 'unknown-serial',
    open: 'The status, the code and the words for a serial number that the inventory does not have.',
    wants: WRITE_METHODS,
    does: 'Sends a made-up serial number with the code 000000 for the test user. There is no such token, so nothing can change.',
    needs: ['testUser', 'unknownSerial'],
    steps: (given) => [
      { what: 'by serial number', code: 'wrong', request: bySerial(given, 'testUser', 'unknownSerial') },
    ],
  },
  {
    ...CANNOT_ACT,
    id: 'admin-as-target',
    open: 'The words of the refusal where the user is an administrator whom one’s own role does not reach.',
    wants: { scopes: WRITE_METHODS.scopes, roles: ['Privileged Authentication Administrator'] },
    does: 'Sends a made-up serial number with the code 000000 for the administrator you named. Nothing can change.',
    needs: ['adminUser', 'unknownSerial'],
    steps: (given) => [
      { what: 'by serial number', code: 'wrong', request: bySerial(given, 'adminUser', 'unknownSerial') },
    ],
  },
];

const OWN_WRITE = {
  ...CANNOT_ACT,
  wants: { scopes: [...WRITE_METHODS.scopes, 'UserAuthMethod-HardwareOATH.ReadWrite'], roles: [] },
  needs: ['unknownSerial'],
} as const satisfies Partial<WriteQuestion>;

/** The rule of ten minutes, at /me. These come last, when nothing is left to be put back. */
export const OWN_QUESTIONS: readonly WriteQuestion[] = [
  {
    ...OWN_WRITE,
    id: 'own-write',
    open: 'How a write at /me is answered soon after the sign-in.',
    does: 'Sends a made-up serial number with the code 000000 for yourself. There is no such token, so nothing can change.',
    steps: (given) => [
      {
        what: 'by serial number, at /me',
        code: 'wrong',
        request: (code) => assignAndActivateBySerialRequest(SELF, given('unknownSerial'), code, DISPLAY_NAME),
      },
    ],
  },
  {
    ...OWN_WRITE,
    id: 'own-write-late',
    open: 'The status, the code and the claims by which the rule of ten minutes is told at /me.',
    does: 'The same, once the sign-in is more than ten minutes old. It cannot change anything either.',
    signedInBeforeMs: FRESH_SIGN_IN_MS,
    steps: (given) => [
      {
        what: 'by serial number, at /me',
        code: 'wrong',
        request: (code) => assignAndActivateBySerialRequest(SELF, given('unknownSerial'), code, DISPLAY_NAME),
      },
    ],
  },
];
