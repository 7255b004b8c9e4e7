import type { Refusal } from './assumed-errors.ts';
import { NOTHING_PUBLISHED, STATUS_ONLY } from './refusal-sources.ts';

/** What stands against putting a token into the inventory. */
export type CreateSituation =
  | 'serialThere'
  | 'deviceIncomplete'
  | 'secretUnreadable'
  | 'secretTooLong'
  | 'intervalNotTaken'
  | 'hashNotTaken'
  | 'listNotKnown';

/** Refusals of new tokens, as `REFUSALS` has those of everything else. */
export const CREATE_REFUSALS: Readonly<Record<CreateSituation, Refusal>> = {
  serialThere: {
    status: 400,
    code: 'badRequest',
    message: 'A hardware OATH token with this serial number already exists.',
    basis: 'assumed',
    source: 'that it is refused is in CarlH2/Hardware-OATH-Token-Powershell ("Possible Duplicate"); the words are not',
  },
  deviceIncomplete: {
    status: 400,
    code: 'badRequest',
    message: 'A required property of the hardware OATH token is missing.',
    basis: 'assumed',
    source: 'which are required is in the page; ' + NOTHING_PUBLISHED,
  },
  secretUnreadable: {
    status: 400,
    code: 'badRequest',
    message: 'The secret key must be in base32.',
    basis: 'assumed',
    source: 'the rule is in the Entra pages; ' + NOTHING_PUBLISHED,
  },
  secretTooLong: {
    status: 400,
    code: 'badRequest',
    message: 'The secret key must not be longer than 128 characters.',
    basis: 'assumed',
    source: 'the rule is in the Entra pages; ' + NOTHING_PUBLISHED,
  },
  intervalNotTaken: {
    status: 400,
    code: 'badRequest',
    message: 'The time interval must be 30 or 60 seconds.',
    basis: 'assumed',
    source: 'the values are in the page; ' + NOTHING_PUBLISHED,
  },
  hashNotTaken: {
    status: 400,
    code: 'badRequest',
    message: 'The hash function must be hmacsha1 or hmacsha256.',
    basis: 'assumed',
    source: 'the values are in the page; ' + NOTHING_PUBLISHED,
  },
  listNotKnown: {
    status: 405,
    code: 'Request_BadRequest',
    message: 'Specified HTTP method is not allowed for the request target.',
    basis: 'assumed',
    source: STATUS_ONLY,
  },
};
