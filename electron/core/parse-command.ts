import { z } from 'zod';
import type { Command } from '../contract/command.ts';
import type { Result } from '../contract/result.ts';
import { ok, refuse } from './result.ts';
import { settingsChangeSchema } from './settings-schema.ts';

/** Chosen: caps far above what people type and far below what hurts. A 4 KB text is refused at the door. */
const itemId = z.int().positive();
const shortText = z.string().max(256);
/** A path of the operating system is part of some keys. */
const key = z.string().min(1).max(1_024);
const planReason = z.enum(['wrongPerson', 'wrongToken', 'notNeeded', 'lost', 'broken', 'returned', 'swapped']);
const readerNumber = z.int().min(1).max(9);
const page = z.int().min(0).max(100_000);
const orderId = z.int().positive();
const line = z.int().positive();
const moment = z.int().nonnegative().nullable();
const historySearch = z.strictObject({ text: z.string().max(120), fromMs: moment, toMs: moment });

const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('searchUsers'), query: z.string().max(120) }),
  z.strictObject({ kind: z.literal('chooseUser'), itemId, userId: shortText.min(1) }),
  z.strictObject({ kind: z.literal('enterCode'), itemId, code: z.string().max(16) }),
  z.strictObject({ kind: z.literal('enterSerial'), serialNumber: shortText, repeated: shortText }),
  // A reader types whatever it reads: what is too long for a label is refused in the queue, where it is seen.
  z.strictObject({ kind: z.literal('wedgeScan'), text: z.string().max(4_096) }),
  z.strictObject({ kind: z.literal('openItem'), itemId }),
  z.strictObject({ kind: z.literal('parkItem'), itemId }),
  z.strictObject({ kind: z.literal('retryItem'), itemId }),
  z.strictObject({ kind: z.literal('readNow'), itemId }),
  z.strictObject({ kind: z.literal('removeItem'), itemId }),
  z.strictObject({ kind: z.literal('openSeedFile'), password: shortText, again: z.boolean() }),
  z.strictObject({ kind: z.literal('forgetSeeds') }),
  z.strictObject({ kind: z.literal('seekToken'), code: z.string().max(16) }),
  z.strictObject({ kind: z.literal('stopSeeking') }),
  z.strictObject({ kind: z.literal('checkAgain'), itemId }),
  z.strictObject({ kind: z.literal('beginVisit'), userId: shortText.min(1) }),
  z.strictObject({ kind: z.literal('endVisit') }),
  z.strictObject({ kind: z.literal('attestId'), itemId: itemId.nullable(), idKind: shortText.min(1) }),
  z.strictObject({ kind: z.literal('openWorkOrder') }),
  z.strictObject({ kind: z.literal('showDraft'), page, onlyFaults: z.boolean() }),
  z.strictObject({ kind: z.literal('acceptZeros'), line: line.nullable() }),
  z.strictObject({ kind: z.literal('checkDraftAgain') }),
  z.strictObject({ kind: z.literal('startOrder'), name: z.string().max(120), goal: z.enum(['assign', 'activate']) }),
  z.strictObject({ kind: z.literal('dropDraft') }),
  z.strictObject({ kind: z.literal('handOverOrder'), orderId }),
  z.strictObject({
    kind: z.literal('showOrder'),
    orderId: orderId.nullable(),
    filter: z.enum(['all', 'open', 'held', 'stopped', 'skipped', 'done']),
    page,
  }),
  z.strictObject({ kind: z.literal('takeOrder'), orderId }),
  z.strictObject({ kind: z.literal('leaveOrder') }),
  z.strictObject({ kind: z.literal('chooseLine'), orderId, line }),
  z.strictObject({ kind: z.literal('skipLine'), orderId, line }),
  z.strictObject({ kind: z.literal('unskipLine'), orderId, line }),
  z.strictObject({ kind: z.literal('closeOrder'), orderId }),
  z.strictObject({ kind: z.literal('reopenOrder'), orderId }),
  z.strictObject({ kind: z.literal('printReceipt'), itemId }),
  z.strictObject({ kind: z.literal('printLabel'), itemId }),
  z.strictObject({ kind: z.literal('printOrder'), paper: z.enum(['orderSheet', 'manifest']), orderId }),
  z.strictObject({ kind: z.literal('printShiftReport') }),
  z.strictObject({ kind: z.literal('findPrinters') }),
  z.strictObject({ kind: z.literal('writeTemplates') }),
  z.strictObject({ kind: z.literal('showExceptions'), page }),
  z.strictObject({ kind: z.literal('clearRefusedScans') }),
  z.strictObject({ kind: z.literal('compareShift') }),
  z.strictObject({ kind: z.literal('closeShift') }),
  z.strictObject({ kind: z.literal('openHistory') }),
  z.strictObject({ kind: z.literal('closeHistory') }),
  z.strictObject({ kind: z.literal('searchHistory'), search: historySearch, page }),
  z.strictObject({ kind: z.literal('verifyHistory') }),
  z.strictObject({ kind: z.literal('exportHistory'), format: z.enum(['csv', 'json']) }),
  z.strictObject({ kind: z.literal('checkInventory') }),
  z.strictObject({ kind: z.literal('showInventory'), page, onlyTroubled: z.boolean() }),
  z.strictObject({ kind: z.literal('proveInventory'), code: z.string().max(16) }),
  z.strictObject({ kind: z.literal('importInventory') }),
  z.strictObject({ kind: z.literal('leaveInventory') }),
  z.strictObject({ kind: z.literal('planUndo'), itemId, reason: planReason }),
  z.strictObject({ kind: z.literal('planReplace'), itemId, methodId: shortText.min(1), reason: planReason }),
  z.strictObject({ kind: z.literal('planReassign'), itemId }),
  z.strictObject({ kind: z.literal('planSwap'), itemId, otherItemId: itemId }),
  z.strictObject({ kind: z.literal('startPlan') }),
  z.strictObject({ kind: z.literal('resumePlan') }),
  z.strictObject({ kind: z.literal('leavePlan') }),
  z.strictObject({ kind: z.literal('signIn') }),
  z.strictObject({ kind: z.literal('signInAgain') }),
  z.strictObject({ kind: z.literal('cancelSignIn') }),
  z.strictObject({ kind: z.literal('signOut') }),
  z.strictObject({ kind: z.literal('changeSettings'), change: settingsChangeSchema, replacesBroken: z.boolean() }),
  z.strictObject({
    kind: z.literal('showQueue'),
    filter: z.enum(['all', 'needsYou', 'working', 'issued']),
    page,
  }),
  z.strictObject({ kind: z.literal('showLane'), laneId: key }),
  z.strictObject({
    kind: z.literal('nameReader'),
    readerKey: key,
    name: z.string().max(40),
    color: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  }),
  z.strictObject({ kind: z.literal('openDoctor') }),
  z.strictObject({ kind: z.literal('closeDoctor') }),
  z.strictObject({ kind: z.literal('lookAgain') }),
  z.strictObject({ kind: z.literal('switchToHidPos'), deviceKey: key }),
  z.strictObject({ kind: z.literal('useAsScanner'), deviceKey: key, isScanner: z.boolean() }),
  z.strictObject({
    kind: z.literal('startLearning'),
    means: z.enum(['serialNumber', 'badge', 'workOrderLine', 'ignored']),
  }),
  z.strictObject({ kind: z.literal('stopLearning') }),
  z.strictObject({ kind: z.literal('acceptRule') }),
  z.strictObject({ kind: z.literal('removeSiteRule'), ruleId: shortText }),
  z.strictObject({
    kind: z.literal('practiceScan'),
    text: z.string().max(8_192),
    aimId: z.string().max(3),
    reader: readerNumber,
  }),
  z.strictObject({ kind: z.literal('practicePlug'), reader: readerNumber, isPlugged: z.boolean() }),
  z.strictObject({
    kind: z.literal('practiceTrouble'),
    trouble: z.enum(['none', 'slow', 'throttled', 'lostAnswer', 'down']),
  }),
]) satisfies z.ZodType<Command>;

/** Takes what came through the door. `command-malformed` names the field, never its value: it may be a code. */
export function parseCommand(value: unknown): Result<Command> {
  const parsed = commandSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const paths = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code);
  return refuse('command-malformed', { detail: paths.slice(0, 5).join(', ') });
}
