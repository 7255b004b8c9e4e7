import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import type { Result } from '../../contract/result.ts';
import { ok, refuse } from '../../core/result.ts';
import { authTimeMs } from './session.ts';

/** Who has to prove anew who they are, and when the authority says that they last did. */
export type Before = { readonly account: AccountInfo; readonly toldAtMs: number | null };

export type Expected = { readonly tenantId: string; readonly before: Before | null };

/** Whether who signed in may take the station over: somebody of this tenant, and of one who has to, the same and anew. */
export function judgeAnswer(answer: AuthenticationResult, { tenantId, before }: Expected): Result<AccountInfo> {
  const { account, idTokenClaims } = answer;
  if (account === null) return refuse('graph-refused', { detail: 'The sign-in service did not say who signed in' });
  if (account.tenantId.toLowerCase() !== tenantId.toLowerCase()) {
    return refuse('not-permitted', { detail: 'This account belongs to another organisation than the station' });
  }
  if (before === null) return ok(account);
  if (account.homeAccountId !== before.account.homeAccountId) {
    // Not whom it has to be: this stays on screen when they have gone.
    return refuse('wrong-person', { detail: 'Somebody else signed in than the one who is here' });
  }
  const toldAtMs = authTimeMs(idTokenClaims);
  if (toldAtMs !== null && before.toldAtMs !== null && toldAtMs <= before.toldAtMs) {
    return refuse('graph-refused', { detail: 'The sign-in service did not ask the person again' });
  }
  return ok(account);
}
