/**
 * Admin roles of Entra by name. `isAdmin`: whoever holds it is for a Privileged Authentication Administrator alone.
 * Source: Microsoft Entra, "Built-in roles" (template ids); "Privileged roles and permissions", table "Who can perform
 * sensitive actions".
 */
export const ROLES = {
  'Authentication Administrator': { templateId: 'c4e39bd9-1100-46d3-8c65-fb160da0071f', isAdmin: false },
  'Privileged Authentication Administrator': { templateId: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13', isAdmin: true },
  'Authentication Policy Administrator': { templateId: '0526716b-113d-4c15-b2c8-68e3c22b9f80', isAdmin: true },
  'Directory Readers': { templateId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', isAdmin: false },
  'Global Administrator': { templateId: '62e90394-69f5-4237-9190-012177145e10', isAdmin: true },
  'Global Reader': { templateId: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', isAdmin: true },
} as const satisfies Readonly<Record<string, { readonly templateId: string; readonly isAdmin: boolean }>>;

export type Role = keyof typeof ROLES;

/** Whether these roles put somebody out of an Authentication Administrator's reach. */
export function isAdmin(roles: readonly Role[]): boolean {
  return roles.some((role) => ROLES[role].isAdmin);
}

/** The roles as a token names them. */
export function templateIdsOf(roles: readonly Role[]): readonly string[] {
  return roles.map((role) => ROLES[role].templateId);
}
