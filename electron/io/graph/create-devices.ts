import { asksForSingles, toCreateOutcome, toCreateOutcomes } from '../../core/graph-device-created.ts';
import { createDeviceRequest, createDevicesRequest } from '../../core/graph-device-request.ts';
import type { GraphPort, NewDevice, WriteOutcome } from '../../core/graph-port.ts';
import type { SendMany } from './send-many.ts';
import type { Send } from './send-request.ts';

type DeviceMakerOptions = { readonly send: Send; readonly sendMany: SendMany; readonly nowMs: () => number };

/**
 * Puts tokens into the inventory: as one list, and where the service refuses the list as a whole, one by one, so that each
 * has an answer of its own. What a list had created before it was refused is then told as being there already.
 */
export function createDeviceMaker({ send, sendMany, nowMs }: DeviceMakerOptions): GraphPort['createDevices'] {
  return async (devices) => {
    if (devices.length === 0) return [];
    const answer = await send(createDevicesRequest(devices));
    const outcomes = asksForSingles(answer)
      ? (await sendMany(devices.map(createDeviceRequest))).map((one) => toCreateOutcome(one, nowMs()))
      : toCreateOutcomes(answer, devices, nowMs());
    return outcomes.map((outcome) => withoutSeeds(outcome, devices));
  };
}

/** Graph's words are kept and shown; should they repeat a seed, it is taken out of them. */
function withoutSeeds(outcome: WriteOutcome, devices: readonly NewDevice[]): WriteOutcome {
  if (outcome.kind === 'done' || outcome.problem.detail === undefined) return outcome;
  const { detail } = outcome.problem;
  const clean = devices.reduce((words, { secretKey }) => withoutSeed(words, secretKey.reveal()), detail);
  return clean === detail ? outcome : { ...outcome, problem: { ...outcome.problem, detail: clean } };
}

/** Chosen: fewer signs than these turn up in ordinary words, and open nothing. */
const LEAST_SIGNS = 6;

/** A detail is cut to its length, so that the beginning of a seed may stand at its end. */
function withoutSeed(words: string, seed: string): string {
  const found = words.toUpperCase().indexOf(seed.slice(0, LEAST_SIGNS));
  if (found === -1) return words;
  const rest = words.slice(found).replace(/^[A-Z2-7]+=*/i, '');
  return withoutSeed(`${words.slice(0, found)}[seed]${rest}`, seed);
}
