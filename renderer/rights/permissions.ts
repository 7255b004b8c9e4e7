import type { SettingViews } from '../../electron/contract/settings.ts';

/**
 * What the station asks for at sign-in, in Microsoft's own names: for whoever has to grant it. A test holds it to what the
 * main process asks for.
 */
export function permissionsAskedFor(values: SettingViews): readonly string[] {
  const isClassic = values.scopeSet.value === 'classic';
  const family = isClassic ? 'UserAuthenticationMethod' : 'UserAuthMethod-HardwareOATH';
  if (values.selfService.value) return ['User.Read', `${family}.ReadWrite`];
  const people = values.readsProfiles.value ? 'User.Read.All' : 'User.ReadBasic.All';
  const inventory = [
    ...(values.readsInventory.value ? ['Policy.Read.All'] : []),
    ...(values.writesInventory.value ? ['Policy.ReadWrite.AuthenticationMethod'] : []),
  ];
  return ['User.Read', people, `${family}.ReadWrite.All`, ...inventory];
}
