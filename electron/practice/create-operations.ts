import { REFUSALS, type Situation } from './assumed-errors.ts';
import { deriveGuid } from './derive.ts';
import { describeDevice } from './device-operations.ts';
import { canWriteDevices } from './permissions.ts';
import { checkFields, isObject, type Call } from './referee.ts';
import { NEW_DEVICE } from './surface-devices.ts';
import { findInInventory, type TenantToken } from './tenant-data.ts';
import { findRecord, recordOf, refuse, succeed, type Outcome, type TenantState, type World } from './tenant-state.ts';

type Fields = Readonly<Record<string, string>>;

/** One token of a list: what it became, or why not. */
type Made = { readonly contentId: string; readonly token: TenantToken | null; readonly situation: Situation | null };

/** Source: Graph beta, "Create hardwareOathTokenAuthenticationMethodDevice". */
export function createDevice(world: World, call: Call): Outcome {
  if (!canWriteDevices(world.caller)) return refuse(world.state, 'directoryDenied');
  const made = makeToken(world, call.body);
  if (typeof made === 'string') return refuse(world.state, made);
  const { data } = world;
  const state = put(world.state, [made]);
  return succeed(state, describeDevice(data, made, findRecord(state, made.deviceId).current));
}

/** Source: Graph beta, "Create one or multiple hardwareOathTokenAuthenticationMethodDevice". */
export function createDevices(world: World, call: Call): Outcome {
  const { newDeviceLists } = world.state.conditions;
  if (newDeviceLists === 'unknown') return refuse(world.state, 'listNotKnown');
  if (!canWriteDevices(world.caller)) return refuse(world.state, 'directoryDenied');
  const made = makeAll(world, call.lists['value'] ?? []);
  const failed = made.find(({ situation }) => situation !== null);
  if (newDeviceLists === 'whole' && failed?.situation) return refuse(world.state, failed.situation);
  const state = put(
    world.state,
    made.flatMap(({ token }) => token ?? []),
  );
  return succeed(state, { value: made.map((one) => describeMade(world, state, one)) });
}

/** In order: of two with one serial number, the second is too many. */
function makeAll(world: World, list: readonly unknown[]): readonly Made[] {
  const made: Made[] = [];
  for (const item of list) {
    const { '@contentId': contentId, ...given } = isObject(item) ? item : {};
    const { value, reasons } = checkFields('createDevices', NEW_DEVICE, given, '');
    const tokens = [...world.data.tokens, ...made.flatMap(({ token }) => token ?? [])];
    const token =
      reasons.length > 0 ? 'deviceIncomplete' : makeToken({ ...world, data: { ...world.data, tokens } }, value);
    made.push({
      contentId: String(contentId),
      token: typeof token === 'string' ? null : token,
      situation: typeof token === 'string' ? token : null,
    });
  }
  return made;
}

function makeToken({ data }: World, fields: Fields): TenantToken | Situation {
  const { serialNumber, manufacturer, model, secretKey, timeIntervalInSeconds, hashFunction = 'hmacsha1' } = fields;
  if (!serialNumber || !manufacturer || !model || !secretKey || !timeIntervalInSeconds) return 'deviceIncomplete';
  if (timeIntervalInSeconds !== '30' && timeIntervalInSeconds !== '60') return 'intervalNotTaken';
  if (hashFunction !== 'hmacsha1' && hashFunction !== 'hmacsha256') return 'hashNotTaken';
  // Source: Entra, "How to manage OATH tokens": at most 128 characters, a to z, A to Z, 2 to 7.
  if (secretKey.length > 128) return 'secretTooLong';
  if (!/^[A-Z2-7]+=*$/i.test(secretKey)) return 'secretUnreadable';
  if (findInInventory(data, { serialNumber })) return 'serialThere';
  return {
    deviceId: deriveGuid(`${serialNumber} of the inventory`),
    serialNumber,
    manufacturer,
    model,
    periodSeconds: timeIntervalInSeconds === '30' ? 30 : 60,
    hash: hashFunction === 'hmacsha1' ? 'sha1' : 'sha256',
    secret: readBase32(secretKey),
    holder: null,
  };
}

function put(state: TenantState, tokens: readonly TenantToken[]): TenantState {
  if (tokens.length === 0) return state;
  const records = new Map([...state.records, ...tokens.map(recordOf)]);
  return { ...state, records, created: [...state.created, ...tokens] };
}

/** Source: the page's example. Assumed: an entry that fails is told as OData JSON 4.01, section 15.3, has it. */
function describeMade({ data }: World, state: TenantState, { contentId, token, situation }: Made): object {
  if (token)
    return { id: token.deviceId, device: describeDevice(data, token, findRecord(state, token.deviceId).current) };
  const { status, code, message } = REFUSALS[situation ?? 'deviceIncomplete'];
  return { '@contentId': contentId, '@Core.DataModificationException': { responseCode: status, code, message } };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function readBase32(text: string): Uint8Array {
  const signs = text.toUpperCase().replace(/=+$/, '').split('');
  const bits = signs.map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/[01]{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => parseInt(byte, 2));
}
