import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scopesFor, type ScopeChoice } from '../../electron/core/settings-scopes.ts';

const DESK: ScopeChoice = {
  scopeSet: 'granular',
  readsProfiles: false,
  readsInventory: false,
  writesInventory: false,
  selfService: false,
};

/** Source: Microsoft Graph permissions reference, least privileged for each call that the station makes. */
const TABLE: readonly (readonly [what: string, choice: Partial<ScopeChoice>, scopes: string])[] = [
  ['a desk', {}, 'User.Read User.ReadBasic.All UserAuthMethod-HardwareOATH.ReadWrite.All'],
  [
    'a desk of the older permissions',
    { scopeSet: 'classic' },
    'User.Read User.ReadBasic.All UserAuthenticationMethod.ReadWrite.All',
  ],
  [
    'a desk that reads profiles',
    { readsProfiles: true },
    'User.Read User.Read.All UserAuthMethod-HardwareOATH.ReadWrite.All',
  ],
  [
    'a depot that reads the inventory',
    { readsInventory: true },
    'User.Read User.ReadBasic.All UserAuthMethod-HardwareOATH.ReadWrite.All Policy.Read.All',
  ],
  [
    'a depot that reads all, of the older permissions',
    { scopeSet: 'classic', readsProfiles: true, readsInventory: true },
    'User.Read User.Read.All UserAuthenticationMethod.ReadWrite.All Policy.Read.All',
  ],
  [
    'a depot that puts tokens into the inventory',
    { writesInventory: true },
    'User.Read User.ReadBasic.All UserAuthMethod-HardwareOATH.ReadWrite.All Policy.ReadWrite.AuthenticationMethod',
  ],
  ['a kiosk', { selfService: true }, 'User.Read UserAuthMethod-HardwareOATH.ReadWrite'],
  [
    'a kiosk of the older permissions',
    { scopeSet: 'classic', selfService: true },
    'User.Read UserAuthenticationMethod.ReadWrite',
  ],
  [
    'a kiosk, whatever else was asked for',
    { selfService: true, readsProfiles: true, readsInventory: true, writesInventory: true },
    'User.Read UserAuthMethod-HardwareOATH.ReadWrite',
  ],
];

describe('the scopes are the least for', () => {
  test.each(TABLE)('%s', (_, choice, scopes) => {
    expect(scopesFor({ ...DESK, ...choice })).toEqual(scopes.split(' '));
  });
});

const anyChoice: fc.Arbitrary<ScopeChoice> = fc.record({
  scopeSet: fc.constantFrom('granular', 'classic'),
  readsProfiles: fc.boolean(),
  readsInventory: fc.boolean(),
  writesInventory: fc.boolean(),
  selfService: fc.boolean(),
});

test('no scope is wider than what was asked for', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      const scopes = scopesFor(choice);
      const wide = new Set(scopes.filter((scope) => scope.endsWith('.All')));
      if (choice.selfService) expect([...wide]).toEqual([]);
      expect(wide.has('User.Read.All')).toBe(choice.readsProfiles && !choice.selfService);
      expect(wide.has('Policy.Read.All')).toBe(choice.readsInventory && !choice.selfService);
      expect(scopes.some((scope) => scope.startsWith('UserAuthenticationMethod'))).toBe(choice.scopeSet === 'classic');
      const writesPolicy = choice.writesInventory && !choice.selfService;
      expect(scopes.includes('Policy.ReadWrite.AuthenticationMethod')).toBe(writesPolicy);
      expect(scopes.filter((scope) => scope.startsWith('Policy.ReadWrite')).length).toBe(writesPolicy ? 1 : 0);
      expect(scopes.some((scope) => /^(?:Directory|User\.ReadWrite|\.default)/.test(scope))).toBe(false);
      expect(new Set(scopes).size).toBe(scopes.length);
    }),
  );
});

test('asking for less never gives more scopes', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      const less = scopesFor({ ...choice, readsProfiles: false, readsInventory: false, writesInventory: false });
      expect(scopesFor(choice).length).toBeGreaterThanOrEqual(less.length);
    }),
  );
});
