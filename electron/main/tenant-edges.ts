import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Mode } from '../contract/snapshot.ts';
import type { JournalPort, SignInPort } from '../core/ports.ts';
import { ok } from '../core/result.ts';
import type { DecidedSettings } from '../core/settings-decide.ts';
import { scopesFor } from '../core/settings-scopes.ts';
import { assertNever } from '../core/unreachable.ts';
import { createClosedJournal, openSqliteJournal } from '../io/journal/sqlite-journal.ts';
import { createFixedSignIn } from '../io/sign-in/fixed-sign-in.ts';
import { createMsalSignIn, type MsalSignInOptions } from '../io/sign-in/msal-sign-in.ts';
import { createMemoryKeeper, type TokenKeeper } from '../io/sign-in/token-keeper.ts';
import { createPracticeSignIn } from '../practice/practice-sign-in.ts';
import type { Practice } from '../practice/practice.ts';
import type { Log } from './log.ts';
import type { SettingsDesk } from './settings-desk.ts';

/** Where the tokens are issued, for the window: practice can never be mistaken for it. */
export function modeOf({ target, problem }: DecidedSettings): Mode {
  switch (target.kind) {
    case 'practice':
      return { kind: 'practice', problem };
    case 'served':
      return { kind: 'tenant', name: 'Served tenant', graphHost: new URL(target.graphUrl).host };
    case 'tenant':
      return { kind: 'tenant', name: target.tenantId, graphHost: new URL(target.graphUrl).host };
    default:
      return assertNever(target);
  }
}

/** Each tenant has a journal of its own, and practice starts with a fresh one: its tenant forgets, too. */
export function openJournal({ target }: DecidedSettings, dataPath: string, log: Log): JournalPort {
  const name = target.kind === 'tenant' ? target.tenantId : target.kind;
  const folder = join(dataPath, 'journals', name);
  if (target.kind === 'practice') rmSync(folder, { recursive: true, force: true });
  const opened = openSqliteJournal(join(folder, 'journal.sqlite'));
  if (opened.ok) return opened.value;
  log.write('journal not opened', { problemCode: opened.problem.code });
  return createClosedJournal(opened);
}

/** Where an unpackaged build's own authority shows its page; `null`: it is Microsoft's. */
export function servedSignInOrigin({ target }: DecidedSettings): string | null {
  if (target.kind !== 'tenant' || target.authorityMetadata === null) return null;
  const { authorization_endpoint: page }: { authorization_endpoint: string } = JSON.parse(target.authorityMetadata);
  return new URL(page).origin;
}

export type SignInParts = Pick<MsalSignInOptions, 'fetch' | 'openBrowser' | 'clock'> & {
  /** Where a sign-in outlives the app, at a desk that is one person's. */
  readonly keeper: TokenKeeper;
  readonly practice: Practice | null;
  /** The settings as they are now: what the next sign-in asks for. */
  readonly present: SettingsDesk['present'];
};

/** Whether people issue their own tokens here. Nobody can come or go at a served tenant: it stays a desk. */
export function isKiosk({ target, settings }: DecidedSettings): boolean {
  return settings.selfService && target.kind !== 'served';
}

/** Whether a sign-in ends with the app at the latest, because more than one person works here. */
export function isMemoryOnly(decided: DecidedSettings): boolean {
  return decided.settings.sharedDesk || isKiosk(decided);
}

/**
 * Nobody signs in to practice or to a served tenant: somebody is there from the start, and stays. At a kiosk in practice
 * somebody comes and goes.
 */
export function signInOf(decided: DecidedSettings, parts: SignInParts): SignInPort {
  const { target, settings } = decided;
  const { fetch, openBrowser, clock, keeper, practice, present } = parts;
  if (target.kind === 'tenant') {
    const { tenantId, clientId, authorityMetadata } = target;
    return createMsalSignIn({
      tenantId,
      clientId,
      scopes: () => scopesFor({ ...present(), selfService: settings.selfService }),
      isKiosk: isKiosk(decided),
      openBrowser,
      fetch,
      clock,
      keeper: isMemoryOnly(decided) ? createMemoryKeeper() : keeper,
      ...(authorityMetadata === null ? {} : { authorityMetadata }),
    });
  }
  if (target.kind === 'practice' && isKiosk(decided)) return createPracticeSignIn({ clock });
  if (target.kind === 'practice' && practice) {
    const operator = { name: 'Practice operator', userPrincipalName: '' };
    return createFixedSignIn({ operator, accessToken: practice.accessToken, ...practice.rights });
  }
  const token = target.kind === 'served' ? target.accessToken : null;
  const operator = { name: 'Test operator', userPrincipalName: '' };
  return createFixedSignIn({
    operator,
    accessToken: () => Promise.resolve(token ? ok(token) : { ok: false, problem: { code: 'signed-out' } }),
  });
}
