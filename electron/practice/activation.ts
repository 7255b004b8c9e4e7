import type { Situation } from './assumed-errors.ts';
import {
  findRecord,
  putAssignment,
  refuse,
  succeed,
  type Outcome,
  type TenantState,
  type World,
} from './tenant-state.ts';
import type { TenantToken, TenantUser } from './tenant-data.ts';
import { verifyCode } from './totp.ts';

/** Source: Entra, "OATH tokens": "You can activate a maximum of 200 OATH tokens every 5 minutes". */
const ACTIVATION_CAP = 200;
const ACTIVATION_CAP_WINDOW_MS = 5 * 60_000;

/** Source: Entra, "OATH tokens": five hardware tokens and authenticator apps in any combination. */
const METHODS_PER_USER = 5;

/** The code that the token showed, and the name that it gets. */
export type Attempt = { readonly code: string; readonly displayName: string | null };

/** What stands against giving a token to a user. */
export function findObstacle(world: World, user: TenantUser, token: TenantToken): Situation | null {
  const { current } = findRecord(world.state, token.deviceId);
  if (user.userType === 'Guest') return 'guestRefused';
  if (current.userId === user.id) return 'tokenAlreadyTheirs';
  if (current.userId !== null) return 'tokenTaken';
  return countMethods(world, user) >= METHODS_PER_USER ? 'fiveMethods' : null;
}

/** Gives an available token to a user and activates it with the code that it shows. */
export function assignAndActivate(world: World, user: TenantUser, token: TenantToken, attempt: Attempt): Outcome {
  const obstacle = findObstacle(world, user, token);
  return obstacle ? refuse(world.state, obstacle) : activate(world, user, token, attempt);
}

/** Activates a token with the code that it shows. A code that is not good leaves it as `failedActivation`. */
export function activate(world: World, user: TenantUser, token: TenantToken, attempt: Attempt): Outcome {
  const { state, nowMs } = world;
  const { current, lastAcceptedStep } = findRecord(state, token.deviceId);
  if (current.status === 'activated') return refuse(state, 'methodAlreadyActivated');
  const retryAfterSeconds = secondsUntilAllowed(state, nowMs);
  if (retryAfterSeconds > 0) return refuse(state, 'throttled', { retryAfterSeconds });
  const next = { sinceMs: nowMs, userId: user.id, displayName: attempt.displayName ?? current.displayName };
  const step = verifyCode(token, attempt.code, nowMs, lastAcceptedStep);
  if (step !== null) {
    const activated = putAssignment(state, token.deviceId, { ...next, status: 'activated' }, step);
    return succeed({ ...activated, activatedAtMs: [...recentActivations(state, nowMs), nowMs] }, null);
  }
  const keeps = current.userId !== null || state.conditions.badCodeLeavesAssigned;
  const failed = keeps ? putAssignment(state, token.deviceId, { ...next, status: 'failedActivation' }) : state;
  return refuse(failed, 'codeRejected');
}

/** Gives an available token to a user, who has yet to activate it. */
export function assign(world: World, user: TenantUser, token: TenantToken): Outcome {
  const obstacle = findObstacle(world, user, token);
  if (obstacle) return refuse(world.state, obstacle);
  const assigned = { sinceMs: world.nowMs, status: 'assigned', userId: user.id, displayName: null } as const;
  return succeed(putAssignment(world.state, token.deviceId, assigned), null);
}

/** Takes an activation back. The token stays with its user, and a code that was used stays used. */
export function deactivate({ state, nowMs }: World, token: TenantToken): Outcome {
  const { current } = findRecord(state, token.deviceId);
  if (current.status !== 'activated') return refuse(state, 'methodNotActivated');
  return succeed(putAssignment(state, token.deviceId, { ...current, sinceMs: nowMs, status: 'assigned' }), null);
}

function countMethods({ data, state }: World, user: TenantUser): number {
  const held = data.tokens.filter(({ deviceId }) => findRecord(state, deviceId).current.userId === user.id);
  return user.authenticatorCount + held.length;
}

function recentActivations(state: TenantState, nowMs: number): readonly number[] {
  return state.activatedAtMs.filter((atMs) => atMs > nowMs - ACTIVATION_CAP_WINDOW_MS);
}

function secondsUntilAllowed(state: TenantState, nowMs: number): number {
  const recent = recentActivations(state, nowMs);
  const oldestMs = recent.at(-ACTIVATION_CAP);
  return oldestMs === undefined ? 0 : Math.ceil((oldestMs + ACTIVATION_CAP_WINDOW_MS - nowMs) / 1000);
}
