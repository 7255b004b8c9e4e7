import { LogLevel, PublicClientApplication, type ICachePlugin, type INetworkModule } from '@azure/msal-node';

export type MsalClientOptions = {
  readonly tenantId: string;
  readonly clientId: string;
  /** OpenID metadata in place of the authority's own, for a served authority in tests and unpackaged builds. */
  readonly authorityMetadata?: string;
};

/** MSAL's public client for one tenant: no cache and no network but ours, no words in any log. */
export function createMsalClient(
  options: MsalClientOptions,
  networkClient: INetworkModule,
  cachePlugin: ICachePlugin,
): PublicClientApplication {
  const { tenantId, clientId, authorityMetadata } = options;
  return new PublicClientApplication({
    auth: {
      clientId,
      // Source: Microsoft Graph, hardware OATH token methods (beta): in the global cloud alone.
      authority: `https://login.microsoftonline.com/${tenantId}`,
      // Source: Microsoft Entra, "Claims challenges and claims requests": CP1 says that we can be asked to sign in again
      // before a token has expired.
      clientCapabilities: ['CP1'],
      ...(authorityMetadata === undefined ? {} : { authorityMetadata }),
    },
    cache: { cachePlugin },
    system: {
      networkClient,
      loggerOptions: { loggerCallback: () => {}, logLevel: LogLevel.Error, piiLoggingEnabled: false },
    },
  });
}
