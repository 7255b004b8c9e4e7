import type { Problem } from './problem.ts';

/** Which of Microsoft's clouds the tenant lives in. Hardware OATH tokens exist in `global` alone. */
export type Cloud = 'global' | 'usGovernment' | 'usGovernmentDod' | 'china';

/**
 * Which permissions are asked for. `granular`: those for hardware OATH tokens only. `classic`: those for every
 * authentication method, for a tenant that does not have the others yet.
 */
export type ScopeSet = 'granular' | 'classic';

export type SignInBy = 'browser' | 'deviceCode';

export type StationSettings = {
  /** `null` until somebody sets it: the station practises. */
  readonly tenantId: string | null;
  readonly clientId: string | null;
  readonly cloud: Cloud;
  readonly scopeSet: ScopeSet;
  /** Reads whole profiles, for department and badge number. */
  readonly readsProfiles: boolean;
  /** Reads the tenant's inventory of tokens. */
  readonly readsInventory: boolean;
  /** Puts tokens into it, from a seed file. */
  readonly writesInventory: boolean;
  /** A kiosk: people sign in and issue their own token. It asks for no right over anybody else. */
  readonly selfService: boolean;
  readonly signInBy: SignInBy;
  readonly stationName: string;
  /** Several people work here: sign-ins are kept in memory only. */
  readonly sharedDesk: boolean;
  /** 0: never. */
  readonly idleLockMinutes: number;
  /** How long an issued token can be taken back; 0: not at all. */
  readonly undoMinutes: number;
  /** What an operator may accept as proof of who somebody is; `badge` and its like are shown in the window's language. */
  readonly idKinds: readonly string[];
  /** No code is taken at the desk before the operator has said what they have seen. */
  readonly requiresIdCheck: boolean;
  /** As the system calls them; empty: to a PDF file. */
  readonly receiptPrinter: string;
  readonly labelPrinter: string;
  /** By themselves, once a token is issued. */
  readonly printsReceipts: boolean;
  readonly printsLabels: boolean;
  /** How long the journal keeps what is settled; 0: for ever. */
  readonly retentionDays: number;
};

export type SettingName = keyof StationSettings;

/** Where a value comes from. The policy is the computer's, the user's settings are this account's. */
export type SettingSource = 'policy' | 'user' | 'environment' | 'default';

export type SettingView<T> = {
  readonly value: T;
  readonly source: SettingSource;
  /** Here, by this user. What the policy sets or locks cannot. */
  readonly canChange: boolean;
};

export type SettingViews = { readonly [Name in SettingName]: SettingView<StationSettings[Name]> };

/** What is obeyed and should be known. */
export type SettingsWarning =
  /** Variables that an installed station does not follow. */
  | { readonly kind: 'environmentIgnored'; readonly names: readonly string[] }
  /** Everybody on this computer can write the policy, or the folder that it is in. */
  | { readonly kind: 'policyOpenToAll'; readonly path: string };

/** The settings as the window shows them. */
export type SettingsView = {
  readonly values: SettingViews;
  /** The address of Microsoft Graph, and what stands in for its sign-in; only the environment can change them. */
  readonly graphUrl: SettingView<string>;
  readonly authority: SettingView<string | null>;
  /** Why it is practice although something was set. */
  readonly problem: Problem | null;
  readonly warnings: readonly SettingsWarning[];
  readonly userPath: string;
  /** The user's file is broken: a change must say that it replaces it. */
  readonly isUserFileBroken: boolean;
  readonly policyPath: string;
  readonly hasPolicy: boolean;
  /** What has changed and holds only after the next start. */
  readonly needsRestart: readonly SettingName[];
};

/** What the user wants to be different. `null` puts a setting back to what it is by itself. */
export type SettingsChange = { readonly [Name in SettingName]?: StationSettings[Name] | null };
