import type { Result } from '../../contract/result.ts';
import type { Operator } from '../../contract/user.ts';
import type { SignInPort } from '../../core/ports.ts';
import { refuse } from '../../core/result.ts';
import type { Secret } from '../../core/secret.ts';

export type FixedSignInOptions = {
  readonly operator: Operator;
  readonly accessToken: () => Promise<Result<Secret>>;
  readonly scopes?: readonly string[];
  /** By role template id. */
  readonly roles?: readonly string[];
};

/** For practice and served tenants: somebody is there from the start, and nobody can sign in or out. */
export function createFixedSignIn({ operator, accessToken, scopes = [], roles }: FixedSignInOptions): SignInPort {
  const refused = () => Promise.resolve(refuse('command-not-allowed'));
  return {
    operator: () => operator,
    restore: () => Promise.resolve(operator),
    signIn: refused,
    signInElsewhere: refused,
    signInAgain: refused,
    signedInAtMs: () => null,
    scopes: () => scopes,
    roles: () => roles ?? null,
    signOut: () => Promise.resolve(),
    cancel: () => undefined,
    accessToken: () => accessToken(),
  };
}
