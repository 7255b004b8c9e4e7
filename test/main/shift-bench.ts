import type { ShiftView } from '../../electron/contract/shift.ts';
import { deriveGuid } from '../../electron/practice/derive.ts';
import { PRACTICE_OPERATORS } from '../../electron/practice/practice-data.ts';
import type { Bench } from './build-bench.ts';
import { nextTurn } from './build-bench.ts';
import { holderOf } from './plan-bench.ts';

export function shiftOf(bench: Bench): ShiftView {
  return bench.station.snapshot().shift;
}

/** Takes a token from whoever has it, behind the station's back. */
export async function takeBehindBack(bench: Bench, serialNumber: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${PRACTICE_OPERATORS.privileged.accessToken}`,
    'client-request-id': '0f0f0f0f-0000-4000-8000-000000000000',
  };
  const holder = holderOf(bench, serialNumber);
  const path = `/users/${holder}/authentication/hardwareOathMethods/${deriveGuid(serialNumber)}`;
  const request = new Request(`https://graph.microsoft.com/beta${path}`, { method: 'DELETE', headers });
  const { status } = await bench.tenant.fetch(request);
  if (status !== 204) throw new Error(`not taken back: ${status}`);
}

/** Compares and waits for the result, while time passes as far as it has to. Throws the refusal, where there is one. */
export async function compare(bench: Bench): Promise<NonNullable<ShiftView['comparison']['result']>> {
  const answer = await bench.send({ kind: 'compareShift' });
  if (!answer.ok) throw new Error(answer.problem.code);
  await untilCompared(bench);
  const { result } = shiftOf(bench).comparison;
  if (!result) throw new Error('it was not compared');
  return result;
}

export async function untilCompared(bench: Bench): Promise<void> {
  for (let turn = 0; shiftOf(bench).comparison.isRunning; turn++) {
    if (turn > 2_000) throw new Error('the comparison never ends');
    if (turn % 20 === 19) bench.hand.moveBy(1_000);
    // One after the other, as time passes.
    // oxlint-disable-next-line no-await-in-loop
    await nextTurn();
  }
  await bench.station.idle();
}
