/** Why something was refused or did not happen. Every code has a text for the operator that ends in the next step. */
export type ProblemCode =
  // What a scan was, when it was not a serial number.
  | 'scan-empty'
  | 'scan-too-long'
  | 'scan-control-characters'
  | 'scan-retail-code'
  | 'scan-asset-tag'
  | 'scan-link'
  | 'scan-holds-secret'
  | 'scan-not-a-serial'
  | 'scan-ambiguous'
  | 'scan-work-order-line'
  | 'scan-badge-not-wanted'
  | 'scan-command-not-possible'
  | 'serial-entries-differ'
  // What a reader sent, when it could not be read.
  | 'report-malformed'
  | 'report-unfinished'
  | 'reader-permission-denied'
  | 'reader-unavailable'
  | 'reader-library-missing'
  | 'reader-layout-unknown'
  | 'reader-claimed'
  | 'reader-mode-not-switched'
  | 'token-serial-unreadable'
  // What the window asked for, when it cannot be done.
  | 'command-malformed'
  | 'command-not-allowed'
  | 'item-gone'
  | 'user-not-listed'
  | 'code-not-six-digits'
  | 'code-already-tried'
  | 'code-too-old'
  | 'practice-only'
  | 'settings-malformed'
  | 'settings-not-saved'
  | 'reader-gone'
  | 'rule-not-found'
  | 'undo-too-late'
  | 'plan-under-way'
  | 'plan-out-of-date'
  | 'kiosk-sign-in-first'
  | 'kiosk-one-at-a-time'
  | 'seed-file-unreadable'
  | 'seed-password-wanted'
  | 'seed-password-wrong'
  | 'seeds-missing'
  // What the seeds in memory say of a code before it is sent.
  | 'token-is-another'
  | 'code-of-no-token'
  | 'token-drifted'
  | 'cancelled'
  // What Microsoft Graph answered.
  | 'code-rejected'
  | 'serial-unknown'
  | 'token-taken'
  | 'token-already-theirs'
  | 'token-already-active'
  | 'token-taken-back'
  | 'token-not-activated'
  | 'method-unknown'
  | 'user-has-five-methods'
  | 'user-is-guest'
  | 'user-unknown'
  | 'not-permitted'
  | 'blocked-by-policy'
  | 'scopes-not-granted'
  | 'signed-out'
  | 'wrong-person'
  | 'fresh-sign-in-wanted'
  | 'idle-locked'
  | 'throttled'
  | 'pace-reached'
  | 'graph-unreachable'
  | 'proxy-sign-in-wanted'
  | 'graph-failing'
  | 'graph-refused'
  | 'answer-lost'
  | 'station-stopped'
  | 'not-confirmed'
  | 'not-taken-back'
  // What the station's own disk did.
  | 'storage-failing'
  | 'event-unreadable';

/**
 * Expected trouble as a value.
 * `detail` is what the other side said, verbatim and bounded; it never holds a code, a seed or a token.
 * `requestId` is Graph's `request-id`, for a support case.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly requestId?: string;
};
