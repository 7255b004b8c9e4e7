import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import { ok, refuse } from './result.ts';

/**
 * Where the tokens are issued.
 * `served`: a tenant at another address, for tests and developers; a packaged build does not know it.
 */
export type Settings =
  | { readonly kind: 'practice' }
  | { readonly kind: 'served'; readonly graphUrl: string; readonly accessToken: string }
  | { readonly kind: 'tenant'; readonly tenantId: string; readonly clientId: string };

export type SettingsSources = {
  readonly isPackaged: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of the settings file, or `null` where there is none. */
  readonly fileText: string | null;
};

const fileSchema = z.strictObject({ tenantId: z.guid(), clientId: z.guid() });

/**
 * Practice unless told otherwise. An unpackaged build takes a served tenant from the environment first; a packaged one
 * ignores it, so that nobody can point a desk at another address. `settings-malformed`: the settings file is wrong.
 */
export function decideSettings({ isPackaged, environment, fileText }: SettingsSources): Result<Settings> {
  const graphUrl = environment.TOKEN_STATION_GRAPH_URL;
  if (!isPackaged && graphUrl) {
    if (!/^https?:\/\/[\w.:[\]-]+(?:\/\S*)?$/.test(graphUrl))
      return refuse('settings-malformed', { detail: 'TOKEN_STATION_GRAPH_URL' });
    return ok({ kind: 'served', graphUrl, accessToken: environment.TOKEN_STATION_ACCESS_TOKEN ?? '' });
  }
  if (fileText === null) return ok({ kind: 'practice' });
  const parsed = fileSchema.safeParse(parseJson(fileText));
  if (parsed.success) return ok({ kind: 'tenant', ...parsed.data });
  const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return refuse('settings-malformed', { detail });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
