import type { Wish } from '../batch-tenant.ts';
import { call, downloadInventory, isFine, methodsPath, type PeerLine, type PeerWay } from './assign-line.ts';

/**
 * The whole inventory once, then one POST for each token. An answer that is no success is an error on the screen, 429 as
 * well, and the list goes on.
 * Source: github.com/SylvainSorlin/token_inventory_python, 39501b0, `python_version/api/graph_api.py` (`fetch_tokens`,
 * `assign_token`); github.com/token2/token_inventory, 993f2a4, works alike and reads one page only.
 */
export const assignListed: PeerWay = (asked, line) => assignInRhythm(asked, line, 0);

/**
 * The rhythm of a script that sleeps for a second after each POST. It makes tokens and assigns none, so this is its
 * rhythm with another write.
 * Source: github.com/CarlH2/Hardware-OATH-Token-Powershell, e47dbe8, `Create-HardwareOATHTokens1by1.ps1`.
 */
export const assignWithSleep: PeerWay = (asked, line) => assignInRhythm(asked, line, 1_000);

async function assignInRhythm(asked: readonly Wish[], line: PeerLine, pauseMs: number): Promise<number> {
  const ids = new Map((await downloadInventory(line)).map(({ serialNumber, id }) => [serialNumber, id]));
  let failed = 0;
  for (const [index, { serialNumber, userId }] of asked.entries()) {
    const answer = await call(line, 'POST', methodsPath(userId), { device: { id: ids.get(serialNumber) } });
    if (!isFine(answer)) failed += 1;
    if (pauseMs > 0) await line.wait(pauseMs);
    line.onToken(index);
  }
  return failed;
}
