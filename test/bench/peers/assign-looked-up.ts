import {
  call,
  downloadInventory,
  INVENTORY,
  isFine,
  methodsPath,
  type Answer,
  type PeerLine,
  type PeerWay,
} from './assign-line.ts';

// Source for both: the PowerShell module OATHTokens 0.6.1, github.com/uniQuk/EntraOATH, a5e7a0e:
// `Private/GraphHelpers.ps1` (repeats), `Public/Set/Set-OATHTokenUser.ps1` (assigning by serial number).

const MOST_REPEATS = 3;
const FIRST_PAUSE_MS = 2_000;
const REPEATED: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Repeats what may pass later, after two, four and eight seconds, whatever Retry-After says. */
async function callPatiently(line: PeerLine, method: string, path: string, body?: object): Promise<Answer> {
  for (let repeat = 1; ; repeat++) {
    const answer = await call(line, method, path, body);
    if (!REPEATED.includes(answer.status) || repeat > MOST_REPEATS) return answer;
    await line.wait(FIRST_PAUSE_MS * 2 ** (repeat - 1));
  }
}

/**
 * No more than this way needs: one look-up of the serial number, filtered by Graph, and one POST. In the module's favour:
 * it downloads the inventory for each token, asks for the person, tries another address first, and looks once more.
 */
export const assignLookedUp: PeerWay = async (asked, line) => {
  let failed = 0;
  for (const [index, { serialNumber, userId }] of asked.entries()) {
    const filter = new URLSearchParams({ $filter: `serialNumber eq '${serialNumber}'` });
    const found = await callPatiently(line, 'GET', `${INVENTORY}?${filter}`);
    const { value = [] } = found.body as { readonly value?: readonly { readonly id: string }[] };
    const [token] = value;
    const answer = token && (await callPatiently(line, 'POST', methodsPath(userId), { device: { id: token.id } }));
    if (!answer || !isFine(answer)) failed += 1;
    line.onToken(index);
  }
  return failed;
};

/** All that the module does for each token, confirmations and words aside. */
export const assignAsTheModule: PeerWay = async (asked, line) => {
  const download = (): ReturnType<typeof downloadInventory> =>
    downloadInventory(line, (path) => callPatiently(line, 'GET', path));
  let failed = 0;
  for (const [index, { serialNumber, userId }] of asked.entries()) {
    const token = (await download()).find((one) => one.serialNumber === serialNumber);
    const user = await callPatiently(line, 'GET', `/users/${userId}`);
    const isDone = token !== undefined && isFine(user) && (await assignEitherWay(line, userId, token.id));
    if (isDone) {
      await line.wait(1_000);
      await download();
    } else failed += 1;
    line.onToken(index);
  }
  return failed;
};

/** An address that Graph does not have, then the one that it has. */
async function assignEitherWay(line: PeerLine, userId: string, tokenId: string): Promise<boolean> {
  const guessed = `/users/${userId}/authentication/operations/hardwareOathMethodRegistration`;
  if (isFine(await callPatiently(line, 'POST', guessed, { tokenId }))) return true;
  return isFine(await callPatiently(line, 'POST', methodsPath(userId), { device: { id: tokenId } }));
}
