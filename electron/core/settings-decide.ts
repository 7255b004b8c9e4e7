import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import type { Cloud, SettingsWarning, SettingView, SettingViews, StationSettings } from '../contract/settings.ts';
import { ok, refuse } from './result.ts';
import { Secret } from './secret.ts';
import { namesSet, readEnvironment, type Environment, type Pointed } from './settings-environment.ts';
import { fileProblem, parseFound, parsePolicy, parseUserSettings } from './settings-file.ts';
import { ALL_LOCKED, mergeSettings, NO_POLICY, settingsOf } from './settings-merge.ts';
import type { SettingsFiles } from './settings-port.ts';

/** Source: Microsoft Graph, national clouds: hardware OATH methods are in the global service only, and only under /beta. */
export const GRAPH_URL = 'https://graph.microsoft.com/beta';

/**
 * Where the tokens are issued.
 * `served`: a tenant at another address where nobody signs in, for tests and developers.
 * `tenant`: people sign in. Its address and its authority are Microsoft's own in every packaged build.
 */
export type StationTarget =
  | { readonly kind: 'practice' }
  | { readonly kind: 'served'; readonly graphUrl: string; readonly accessToken: Secret }
  | {
      readonly kind: 'tenant';
      readonly tenantId: string;
      readonly clientId: string;
      readonly graphUrl: string;
      /** OpenID metadata in place of the authority's own; `null`: Microsoft's. */
      readonly authorityMetadata: string | null;
    };

export type SettingsSources = {
  readonly isPackaged: boolean;
  readonly environment: Environment;
  readonly hostName: string;
  readonly files: SettingsFiles;
};

export type DecidedSettings = {
  readonly target: StationTarget;
  readonly settings: StationSettings;
  readonly views: SettingViews;
  readonly pointed: Pointed;
  /** Why it is practice although something was set. */
  readonly problem: Problem | null;
  readonly warnings: readonly SettingsWarning[];
};

const NOT_POINTED: Pointed = { graphUrl: null, accessToken: null, authorityMetadata: null };

/**
 * Practice unless told otherwise, and practice with the reason where anything that was told is wrong: a file that is half
 * understood is not half obeyed. While the policy cannot be read, nothing of the user's settings holds either: they may be
 * what it forbids.
 */
export function decideSettings({ isPackaged, environment, hostName, files }: SettingsSources): DecidedSettings {
  const policy = parseFound(files.policy, NO_POLICY, parsePolicy);
  const user = parseFound(files.user, {}, parseUserSettings);
  const views = mergeSettings({
    hostName,
    user: user.ok ? user.value : {},
    policy: policy.ok ? policy.value : ALL_LOCKED,
  });
  const settings = settingsOf(views);
  const pointed = isPackaged ? ok(NOT_POINTED) : readEnvironment(environment);
  const target =
    firstProblem(policy, user, pointed, checkCloud(views.cloud, files)) ??
    decideTarget(settings, pointed.ok ? pointed.value : NOT_POINTED);
  return {
    target: target.ok ? target.value : { kind: 'practice' },
    settings,
    views,
    pointed: pointed.ok ? pointed.value : NOT_POINTED,
    problem: target.ok ? null : target.problem,
    warnings: [
      ...(isPackaged && namesSet(environment).length > 0
        ? [{ kind: 'environmentIgnored' as const, names: namesSet(environment) }]
        : []),
      // Obeyed all the same: to refuse it would stop every desk, and to ignore it would free the user from what it forbids.
      ...(files.policy.isOpenToAll ? [{ kind: 'policyOpenToAll' as const, path: files.policy.path }] : []),
    ],
  };
}

/** Why this cloud cannot be used, and what to do; `null`: it can. */
export function whyNoTokens(cloud: Cloud): string | null {
  if (cloud === 'global') return null;
  return `cloud: ${cloud} has no hardware OATH tokens in Microsoft Graph. Set "cloud" to "global", or leave it out`;
}

/** Before anybody signs in or anything is called. */
function checkCloud({ value, source }: SettingView<Cloud>, files: SettingsFiles): Result<null> {
  const words = whyNoTokens(value);
  if (words === null) return ok(null);
  return fileProblem(source === 'policy' ? files.policy.path : files.user.path, words);
}

function decideTarget({ tenantId, clientId }: StationSettings, pointed: Pointed): Result<StationTarget> {
  const { graphUrl, accessToken, authorityMetadata } = pointed;
  if (graphUrl !== null && authorityMetadata === null)
    return ok({ kind: 'served', graphUrl, accessToken: accessToken ?? new Secret('') });
  if (tenantId !== null && clientId !== null)
    return ok({ kind: 'tenant', tenantId, clientId, graphUrl: graphUrl ?? GRAPH_URL, authorityMetadata });
  if (tenantId === null && clientId === null && authorityMetadata === null) return ok({ kind: 'practice' });
  const missing = [tenantId === null ? 'tenantId' : '', clientId === null ? 'clientId' : ''].filter(Boolean);
  return refuse('settings-malformed', { detail: `${missing.join(', ')}: not set` });
}

function firstProblem(
  ...results: readonly Result<unknown>[]
): { readonly ok: false; readonly problem: Problem } | null {
  return results.find((result) => !result.ok) ?? null;
}
