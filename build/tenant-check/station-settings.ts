import { join } from 'node:path';
import type { Platform } from '../../electron/contract/doctor.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { Cloud, StationSettings } from '../../electron/contract/settings.ts';
import { ok, refuse } from '../../electron/core/result.ts';
import { Secret } from '../../electron/core/secret.ts';
import { decideSettings, GRAPH_URL, whyNoTokens } from '../../electron/core/settings-decide.ts';
import { readEnvironment, type Environment } from '../../electron/core/settings-environment.ts';
import { policyPaths } from '../../electron/core/settings-policy-path.ts';
import { createSettingsFiles } from '../../electron/io/settings/settings-files.ts';

export type Place = {
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
};

export type StationFacts = {
  readonly settings: StationSettings;
  readonly graphUrl: string;
  /** OpenID metadata of a served authority; `null`: Microsoft's own. */
  readonly authorityMetadata: string | null;
  /** Of a served tenant where nobody signs in. */
  readonly accessToken: Secret | null;
  /** Why the files could not be read; the settings are those that are built in. */
  readonly trouble: string | null;
};

/** Source: Microsoft Graph, national cloud deployments. */
const NATIONAL_HOSTS = ['graph.microsoft.us', 'dod-graph.microsoft.us', 'microsoftgraph.chinacloudapi.cn'];

const CLOUDS: readonly Cloud[] = ['global', 'usGovernment', 'usGovernmentDod', 'china'];

/**
 * What the station on this computer is set to, and what the environment points it at, as in an unpackaged build.
 * `settings-malformed`: a variable is wrong, or the tenant is in a cloud without such tokens.
 */
export async function readStationFacts(place: Place, cloudFlag: string | null): Promise<Result<StationFacts>> {
  const { environment } = place;
  const pointed = readEnvironment(environment);
  if (!pointed.ok) return pointed;
  const files = await createSettingsFiles({
    userPath: join(dataFolder(place), 'settings.json'),
    policyPaths: policyPaths({ isPackaged: false, environment, platform: nameOf(place.platform) }),
  }).read();
  const decided = decideSettings({ isPackaged: false, environment, hostName: '', files });
  const graphUrl = pointed.value.graphUrl ?? GRAPH_URL;
  const refusal = refuseCloud(cloudFlag ?? decided.settings.cloud, graphUrl);
  if (refusal !== null) return refuse('settings-malformed', { detail: refusal });
  const { authorityMetadata, accessToken } = pointed.value;
  return ok({
    settings: decided.settings,
    graphUrl,
    authorityMetadata,
    accessToken: pointed.value.graphUrl === null || authorityMetadata !== null ? null : (accessToken ?? new Secret('')),
    trouble: decided.problem?.detail ?? null,
  });
}

function nameOf(platform: NodeJS.Platform): Platform {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
}

/** `null`: these tokens exist there. */
function refuseCloud(name: string, graphUrl: string): string | null {
  const cloud = CLOUDS.find((known) => known === name);
  if (cloud === undefined) return `cloud: there is no cloud "${name}"; known are ${CLOUDS.join(', ')}`;
  const host = new URL(graphUrl).hostname;
  if (NATIONAL_HOSTS.includes(host)) return `${host} has no hardware OATH tokens: only the global cloud does`;
  return whyNoTokens(cloud);
}

/** Source: Electron, `app.getPath('userData')`, for an app of this name. */
function dataFolder({ environment, platform, homeFolder }: Place): string {
  const name = 'Token Station';
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homeFolder, 'AppData', 'Roaming'), name);
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support', name);
  return join(environment['XDG_CONFIG_HOME'] || join(homeFolder, '.config'), name);
}
