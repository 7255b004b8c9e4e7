/**
 * The roles that matter for tokens, by template id. Their ids are the same in every tenant.
 * Source: Microsoft Entra, "Microsoft Entra built-in roles".
 */
export const ROLE_NAMES: ReadonlyMap<string, string> = new Map([
  ['c4e39bd9-1100-46d3-8c65-fb160da0071f', 'Authentication Administrator'],
  ['7be44c8a-adaf-4e2a-84d6-ab2649e08a13', 'Privileged Authentication Administrator'],
  ['0526716b-113d-4c15-b2c8-68e3c22b9f80', 'Authentication Policy Administrator'],
  ['f2ef992c-3afb-46b9-b7cf-a126ee74c451', 'Global Reader'],
  ['62e90394-69f5-4237-9190-012177145e10', 'Global Administrator'],
]);
