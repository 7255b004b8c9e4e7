import { deriveGuid, derivePracticeSeed } from '../../electron/practice/derive.ts';
import { PRACTICE_DATA, PRACTICE_OPERATOR } from '../../electron/practice/practice-data.ts';
import { createPracticeTenant, type PracticeTenant } from '../../electron/practice/tenant.ts';
import type { TenantToken, TenantUser } from '../../electron/practice/tenant-data.ts';
import type { HandClock } from '../fakes/hand-clock.ts';

/** Source: Microsoft Entra: at most five tokens and apps each. */
const TOKENS_PER_PERSON = 5;

export type Write = { readonly serialNumber: string; readonly atMs: number; readonly hasActed: boolean };

export type DayTenant = {
  readonly tenant: PracticeTenant;
  readonly tokens: readonly (TenantToken & { readonly clockOffsetMs: number })[];
  readonly personOf: (index: number) => TenantUser;
  /** Every write that reached the tenant, and whether it acted. */
  readonly writes: () => readonly Write[];
};

/** A tenant with as many tokens as are wanted, and people enough for them. */
export function createDayTenant({ clock }: HandClock, count: number): DayTenant {
  const [model] = PRACTICE_DATA.users;
  if (!model) throw new Error('nobody works here');
  const people = Array.from({ length: Math.ceil(count / TOKENS_PER_PERSON) }, (_, index): TenantUser => {
    const alias = `day${String(index).padStart(4, '0')}`;
    const userPrincipalName = `${alias}@harbourlark.example`;
    return {
      ...model,
      id: deriveGuid(alias),
      displayName: alias,
      userPrincipalName,
      mail: userPrincipalName,
      authenticatorCount: 0,
    };
  });
  const tokens = Array.from({ length: count }, (_, index) => {
    const serialNumber = `DAY${10_000_000 + index}`;
    const secret = derivePracticeSeed(serialNumber, 20);
    const key = { secret, periodSeconds: 30, hash: 'sha1' } as const;
    return {
      ...key,
      serialNumber,
      deviceId: deriveGuid(serialNumber),
      manufacturer: 'Day',
      model: 'Day',
      holder: null,
      clockOffsetMs: 0,
    };
  });
  const writes: Write[] = [];
  const tenant = createPracticeTenant({
    nowMs: clock.nowMs,
    delay: () => Promise.resolve(),
    newId: () => deriveGuid(String(writes.length)),
    data: { users: [...PRACTICE_DATA.users, ...people], tokens, callers: [PRACTICE_OPERATOR] },
  });
  return {
    tenant: { ...tenant, fetch: (request) => record(request) },
    tokens,
    personOf: (index) => people[Math.floor(index / TOKENS_PER_PERSON)] ?? model,
    writes: () => writes,
  };

  async function record(request: Request): Promise<Response> {
    if (request.method === 'GET') return tenant.fetch(request);
    const body: { serialNumber?: string } = JSON.parse(await request.clone().text());
    const serialNumber = body.serialNumber ?? '';
    const before = tenant.findAssignment(serialNumber)?.status;
    const atMs = clock.nowMs();
    try {
      return await tenant.fetch(request);
    } finally {
      const after = tenant.findAssignment(serialNumber)?.status;
      writes.push({ serialNumber, atMs, hasActed: before !== 'activated' && after === 'activated' });
    }
  }
}
