import type { Operator } from '../../electron/contract/user.ts';
import type { ClockPort, SignInPort } from '../../electron/core/ports.ts';
import type { Result } from '../../electron/contract/result.ts';
import { ok } from '../../electron/core/result.ts';
import { scopesFor } from '../../electron/core/settings-scopes.ts';
import { createFixedSignIn } from '../../electron/io/sign-in/fixed-sign-in.ts';
import { createMsalSignIn } from '../../electron/io/sign-in/msal-sign-in.ts';
import type { Flags } from './command-line.ts';
import type { Dialogue } from './dialogue.ts';
import type { Notebook } from './notebook.ts';
import { ROLE_NAMES } from './role-names.ts';
import type { SignedIn } from './run-log.ts';
import type { StationFacts } from './station-settings.ts';

export type OpenedSignIn = {
  readonly signIn: SignInPort;
  /** As the sign-in left it; `null`: there was none. */
  readonly signedIn: () => SignedIn | null;
  readonly scopes: readonly string[];
  readonly signedInAtMs: () => number | null;
  /** Signs in and says who it is. The words of the refusal, or `null`. */
  readonly begin: () => Promise<string | null>;
  readonly ensureSignedIn: () => Promise<boolean>;
};

export type SignInParts = {
  readonly flags: Flags;
  readonly facts: StationFacts;
  readonly dialogue: Dialogue;
  readonly notebook: Notebook;
  readonly clock: ClockPort;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly openPage: (url: string) => Promise<void>;
  readonly stop: AbortSignal;
};

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Finds out at which tenant to sign in, and how. `null`: an id is missing or wrong. */
export async function openSignIn(parts: SignInParts): Promise<OpenedSignIn | null> {
  const { flags, facts, dialogue, notebook, stop } = parts;
  if (facts.accessToken !== null) return withGivenToken(parts);
  const tenantId = await findId(parts, 'tenant id', flags.tenantId ?? facts.settings.tenantId);
  const clientId = tenantId && (await findId(parts, 'client id', flags.clientId ?? facts.settings.clientId));
  if (!tenantId || !clientId) return null;
  notebook.hide('tenant', tenantId);
  notebook.hide('client', clientId);
  const { settings, authorityMetadata } = facts;
  const scopes = scopesFor({
    scopeSet: flags.scopeSet ?? settings.scopeSet,
    readsProfiles: flags.readsProfiles ?? settings.readsProfiles,
    readsInventory: flags.readsInventory ?? settings.readsInventory,
    // The check puts nothing into the inventory.
    writesInventory: false,
    selfService: false,
  });
  const byDeviceCode = flags.byDeviceCode || settings.signInBy === 'deviceCode';
  const signIn = createMsalSignIn({
    tenantId,
    clientId,
    scopes: () => scopes,
    fetch: parts.fetch,
    clock: parts.clock,
    openBrowser: async (url) => {
      dialogue.say(`\nSign in at this address; it should open by itself:\n${url}\n`);
      dialogue.say(
        'If the browser shows an error and does not come back here, press Ctrl+C: the words stand in the browser.',
      );
      if (flags.opensBrowser) await parts.openPage(url);
    },
    ...(authorityMetadata === null ? {} : { authorityMetadata }),
  });
  stop.addEventListener('abort', signIn.cancel);
  let signedIn: SignedIn | null = null;
  const ask = (isAgain: boolean): Promise<Result<Operator>> => {
    if (!byDeviceCode) return isAgain ? signIn.signInAgain() : signIn.signIn();
    return signIn.signInElsewhere(({ verificationUrl, userCode }) => {
      notebook.hide('code', userCode);
      dialogue.say(`\nOn any device, open ${verificationUrl}\nand enter the code ${userCode}`);
    });
  };
  return {
    signIn,
    signedIn: () => signedIn,
    scopes,
    signedInAtMs: signIn.signedInAtMs,
    begin: async () => {
      const asked = await ask(false);
      if (!asked.ok) {
        const { code, detail } = asked.problem;
        dialogue.say(`\nNobody is signed in: ${detail ?? code}`);
        return detail ?? code;
      }
      signedIn = { by: byDeviceCode ? 'deviceCode' : 'browser', scopes: signIn.scopes(), roles: signIn.roles() };
      greet(parts, asked.value, signedIn);
      return null;
    },
    ensureSignedIn: async () => {
      if (signIn.operator() !== null) return true;
      dialogue.say('  The sign-in has ended. Sign in once more, so that the test token can be taken back.');
      return (await ask(true)).ok;
    },
  };
}

/** A served tenant where nobody signs in, as for an unpackaged build of the station. */
function withGivenToken(parts: SignInParts): OpenedSignIn {
  const { accessToken } = parts.facts;
  const operator = { name: 'Whoever has the given token', userPrincipalName: '' };
  const signedIn: SignedIn = { by: 'givenToken', scopes: [], roles: null };
  const signIn = createFixedSignIn({
    operator,
    accessToken: () => Promise.resolve(accessToken ? ok(accessToken) : { ok: false, problem: { code: 'signed-out' } }),
  });
  return {
    signIn,
    signedIn: () => signedIn,
    scopes: [],
    signedInAtMs: signIn.signedInAtMs,
    begin: () => {
      greet(parts, operator, signedIn);
      return Promise.resolve(null);
    },
    ensureSignedIn: () => Promise.resolve(true),
  };
}

function greet(
  { dialogue, notebook }: SignInParts,
  { name, userPrincipalName }: Operator,
  { scopes, roles }: SignedIn,
): void {
  if (userPrincipalName !== '') {
    notebook.hide('name', name);
    notebook.hide('upn', userPrincipalName);
  }
  dialogue.say(`\nSigned in: ${[name, userPrincipalName].filter(Boolean).join(' · ')}`);
  dialogue.say(`Granted: ${scopes.join(', ') || 'the token does not tell'}`);
  const names = roles?.map((id) => ROLE_NAMES.get(id.toLowerCase()) ?? 'another role').join(', ');
  dialogue.say(`Roles: ${names ?? 'the token does not tell'}`);
}

/** From the options or the settings; else the person is asked. */
async function findId({ dialogue }: SignInParts, what: string, known: string | null): Promise<string | null> {
  const id =
    known ?? (await dialogue.ask(`The ${what} (a GUID, from the app registration in the Entra admin center):`));
  return GUID.test(id) ? id.toLowerCase() : null;
}
