import { randomUUID } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import type { GraphPort } from '../../../electron/core/graph-port.ts';
import { ok } from '../../../electron/core/result.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { createGraphClient } from '../../../electron/io/graph/graph-client.ts';
import { PRACTICE_DATA, PRACTICE_OPERATORS, PRACTICE_TOKENS } from '../../../electron/practice/practice-data.ts';
import { createPracticeTenant, type PracticeTenant } from '../../../electron/practice/tenant.ts';
import type { Conditions } from '../../../electron/practice/tenant-state.ts';
import { readDisplay } from '../../../electron/practice/virtual-token.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { startLoopbackTenant } from '../../fakes/loopback-tenant.ts';

/** A token of the practice bench. */
export const SERIAL = 'GALT11420104';

export type OperationsDesk = {
  readonly graph: GraphPort;
  readonly tenant: PracticeTenant;
  readonly code: () => Secret;
};
export type DeskConditions = {
  readonly as?: keyof typeof PRACTICE_OPERATORS;
  readonly conditions?: Partial<Conditions>;
};

/** The client as the app has it, in front of the practice tenant: on a real line, or with no line between. */
export async function openOperationsDesk(
  over: 'HTTP' | 'nothing',
  { as = 'depot', conditions = {} }: DeskConditions = {},
): Promise<OperationsDesk> {
  const { clock } = createHandClock();
  const tenant = createPracticeTenant({
    nowMs: clock.nowMs,
    delay: () => Promise.resolve(),
    newId: randomUUID,
    data: PRACTICE_DATA,
    conditions,
  });
  const served = over === 'HTTP' ? await startLoopbackTenant(tenant) : null;
  onTestFinished(async () => {
    await served?.close();
    expect(tenant.violations()).toEqual([]);
  });
  const graph = createGraphClient({
    fetch: (request) => (served ? fetch(request) : tenant.fetch(request)),
    baseUrl: served ? `${served.baseUrl}/beta` : 'https://graph.test/beta',
    accessToken: () => Promise.resolve(ok(new Secret(PRACTICE_OPERATORS[as].accessToken))),
    newRequestId: randomUUID,
    nowMs: clock.nowMs,
    timeoutSignal: () => new AbortController().signal,
    onAnswer: () => undefined,
    onSilence: () => undefined,
  });
  const token = PRACTICE_TOKENS.find(({ serialNumber }) => serialNumber === SERIAL);
  return { graph, tenant, code: () => new Secret(token ? readDisplay(token, clock.nowMs()).code : '') };
}
