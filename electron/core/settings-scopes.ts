import type { ScopeSet, StationSettings } from '../contract/settings.ts';

/** What decides the scopes. */
export type ScopeChoice = Pick<
  StationSettings,
  'scopeSet' | 'readsProfiles' | 'readsInventory' | 'writesInventory' | 'selfService'
>;

type TokenScopes = { readonly own: string; readonly others: string };

/** Source: Microsoft Graph permissions reference (2026-08); the granular ones were announced in October 2025. */
const TOKEN_SCOPES: Readonly<Record<ScopeSet, TokenScopes>> = {
  granular: { own: 'UserAuthMethod-HardwareOATH.ReadWrite', others: 'UserAuthMethod-HardwareOATH.ReadWrite.All' },
  classic: { own: 'UserAuthenticationMethod.ReadWrite', others: 'UserAuthenticationMethod.ReadWrite.All' },
};

/**
 * The least that the station's work needs, as delegated scopes of Microsoft Graph; never more than was asked for.
 * A kiosk works on whoever is signed in alone: the rights over others are left out, even where they were asked for.
 */
export function scopesFor(choice: ScopeChoice): readonly string[] {
  const { scopeSet, readsProfiles, readsInventory, writesInventory, selfService } = choice;
  const tokens = TOKEN_SCOPES[scopeSet];
  if (selfService) return ['User.Read', tokens.own];
  const people = readsProfiles ? 'User.Read.All' : 'User.ReadBasic.All';
  const inventory = [
    ...(readsInventory ? ['Policy.Read.All'] : []),
    ...(writesInventory ? ['Policy.ReadWrite.AuthenticationMethod'] : []),
  ];
  return ['User.Read', people, tokens.others, ...inventory];
}
