import type { Platform } from '../contract/doctor.ts';
import type { Environment } from './settings-environment.ts';

export type PolicyPaths = readonly [string, ...string[]];

/**
 * Where the computer's policy can be; the first that is there holds.
 * Windows: the usual folder comes first, because the variable is the user's to set, and with it alone anybody could
 * start the station under a policy of their own.
 */
const POLICY_PATHS: Readonly<Record<Platform, (environment: Environment) => PolicyPaths>> = {
  linux: () => ['/etc/token-station/policy.json'],
  macos: () => ['/Library/Application Support/Token Station/policy.json'],
  windows: ({ ProgramData }) => [underFolder('C:\\ProgramData'), ...(ProgramData ? [underFolder(ProgramData)] : [])],
};

function underFolder(folder: string): string {
  return `${folder}\\Token Station\\policy.json`;
}

/** Where to look for the policy, in this order. An unpackaged build can be given another one. */
export function policyPaths(options: {
  readonly isPackaged: boolean;
  readonly platform: Platform;
  readonly environment: Environment;
}): PolicyPaths {
  const { isPackaged, platform, environment } = options;
  const given = environment.TOKEN_STATION_POLICY;
  return !isPackaged && given ? [given] : POLICY_PATHS[platform](environment);
}
