import type { HistoryDetail } from '../../contract/history.ts';
import type { ItemId } from '../../contract/item.ts';
import type { Problem } from '../../contract/problem.ts';
import type { TokenDrift } from '../../contract/seed-file.ts';
import type { DurableEvent } from '../event.ts';
import { serialKey } from '../state.ts';
import {
  aboutItem,
  aboutLine,
  aboutOrder,
  aboutStep,
  aboutUser,
  aboutVisitor,
  type EntryParts,
  type EventOf,
  type Happened,
} from './history-known.ts';

type PartsOf<K extends DurableEvent['kind']> = (event: EventOf<K>, happened: Happened) => EntryParts;

/** What each kind of event says to people; one that is missing here does not compile. */
const PARTS: { readonly [K in DurableEvent['kind']]: PartsOf<K> } = {
  scanned: toScanned,
  scanRefused: ({ readerKey, shownText, problem }, { known }) => ({
    readerName: known.readerNames.get(readerKey) ?? readerKey,
    note: shownText === '' ? null : shownText,
    ...withProblem(problem),
  }),
  userChosen: ({ itemId, user }, happened) => ({ ...aboutItem(itemId, happened), ...aboutUser(user) }),
  activationIntended: ofItem,
  activationDone: toAnswered,
  activationPostponed: ofItem,
  activationRefused: ofItem,
  answerLost: ofItem,
  codeExpired: ofItem,
  methodRead: ({ itemId, method }, happened) => ({
    ...aboutItem(itemId, happened),
    detail: method?.status ?? 'notTheirs',
  }),
  readFailed: ofItem,
  itemOpened: ofItem,
  itemParked: ofItem,
  itemRetried: ofItem,
  itemRemoved: ofItem,
  codeProved: (event, happened) => ({ ...ofItem(event, happened), ...toDrift(event.drift) }),
  codeDisproved: ofItem,
  checkWanted: ofItem,
  preFlightRead: ofItem,
  itemLeft: ofItem,
  planStarted: toPlan,
  takeBackIntended: ofStep,
  takeBackDone: ({ step, requestId }, happened) => ({ ...aboutStep(step, happened), requestId }),
  takeBackPostponed: ofStep,
  takeBackRefused: ofStep,
  takeBackLost: ofStep,
  takeBackRead: ({ step, isThere }, happened) => ({
    ...aboutStep(step, happened),
    detail: isThere ? 'stillThere' : 'takenBack',
  }),
  takeBackNotRead: ofStep,
  planResumed: toPlanAgain,
  planLeft: toPlanAgain,
  restarted: () => ({}),
  visitBegun: ({ laneId, user }, { known }) => ({
    ...aboutUser(user),
    readerName: known.readerNames.get(laneId) ?? null,
  }),
  visitEnded: ({ laneId }, happened) => aboutVisitor(laneId, happened),
  visitorChecked: ({ laneId, idKind }, happened) => ({ ...aboutVisitor(laneId, happened), note: idKind }),
  idChecked: ({ itemId, idKind }, happened) => ({ ...aboutItem(itemId, happened), note: idKind }),
  orderOpened: ({ name, goal, lineCount }) => ({
    orderName: name,
    detail: goal === 'assign' ? 'forAssigning' : 'forActivating',
    number: lineCount,
  }),
  orderLinesAdded: ({ orderId, lines }, happened) => ({
    ...aboutOrder(orderId, happened),
    number: lines.length,
    people: lines.map(({ user }) => user),
  }),
  orderTaken: ({ orderId, laneId }, happened) => ({
    ...aboutOrder(orderId, happened),
    readerName: happened.known.readerNames.get(laneId) ?? null,
  }),
  orderLeft: ({ laneId }, happened) => {
    const task = happened.before.lanes.find((lane) => lane.laneId === laneId)?.task;
    const readerName = happened.known.readerNames.get(laneId) ?? null;
    return { readerName, ...(task ? aboutOrder(task.orderId, happened) : {}) };
  },
  orderLineChosen: ({ orderId, line }, happened) => aboutLine(orderId, line, happened),
  orderLineSkipped: ({ orderId, line }, happened) => aboutLine(orderId, line, happened),
  orderLineUnskipped: ({ orderId, line }, happened) => aboutLine(orderId, line, happened),
  orderClosed: ofOrder,
  orderHandedOver: ofOrder,
  orderReopened: ofOrder,
  assignmentIntended: ofItem,
  // Whoever leaves has done it themselves.
  operatorNoted: ({ operator }, { known }) => ({
    operator: operator ?? known.operator,
    detail: operator ? 'signedIn' : 'signedOut',
  }),
  paperPrinted: (event, happened) => ({ ...ofPaper(event, happened), note: event.to }),
  paperNotPrinted: (event, happened) => ({ ...ofPaper(event, happened), ...withProblem(event.problem) }),
  shiftCompared: ({ checkedCount, differences }) => ({
    number: checkedCount,
    note: differences.length === 0 ? null : String(differences.length),
  }),
  refusedScansCleared: () => ({}),
  shiftClosed: () => ({}),
  historyExported: ({ format, entryCount }) => ({ detail: format, number: entryCount }),
  inventoryImported: ({ fileName, createdCount, refusedCount }) => ({
    note: refusedCount === 0 ? fileName : `${fileName} (${refusedCount})`,
    number: createdCount,
  }),
  retentionApplied: ({ count }) => ({ number: count }),
  forgotten: () => ({}),
};

export function entryParts(event: DurableEvent, happened: Happened): EntryParts {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table pairs each kind with its own event
  const parts = PARTS[event.kind] as PartsOf<DurableEvent['kind']>;
  return parts(event, happened);
}

function ofItem(event: { readonly itemId: ItemId; readonly problem?: Problem }, happened: Happened): EntryParts {
  return { ...aboutItem(event.itemId, happened), ...withProblem(event.problem) };
}

function toAnswered({ itemId, requestId }: EventOf<'activationDone'>, happened: Happened): EntryParts {
  return { ...aboutItem(itemId, happened), requestId };
}

function ofStep(event: { readonly step: number; readonly problem?: Problem }, happened: Happened): EntryParts {
  return { ...aboutStep(event.step, happened), ...withProblem(event.problem) };
}

function ofOrder({ orderId }: { readonly orderId: number }, happened: Happened): EntryParts {
  return aboutOrder(orderId, happened);
}

function ofPaper(event: EventOf<'paperPrinted' | 'paperNotPrinted'>, happened: Happened): EntryParts {
  const { paper, itemId, orderId } = event;
  return {
    ...(orderId === undefined ? {} : aboutOrder(orderId, happened)),
    ...(itemId === undefined ? {} : aboutItem(itemId, happened)),
    detail: paper,
  };
}

function toScanned({ serialNumber, readerName }: EventOf<'scanned'>, { before, after }: Happened): EntryParts {
  const user = after.items.get(after.bySerial.get(serialKey(serialNumber)) ?? 0)?.user;
  const detail: HistoryDetail = after.nextItemId > before.nextItemId ? 'firstScan' : 'scannedAgain';
  return { serialNumber, readerName, detail, ...(user ? aboutUser(user) : {}) };
}

function toPlan({ plan }: EventOf<'planStarted'>, { after }: Happened): EntryParts {
  const [first] = plan.steps;
  const people = plan.afterwards.flatMap(({ itemId, user }) => user ?? after.items.get(itemId)?.user ?? []);
  return {
    detail: plan.kind,
    people,
    ...(first ? { serialNumber: first.serialNumber, ...aboutUser(first.user) } : {}),
  };
}

function toPlanAgain(_event: DurableEvent, happened: Happened): EntryParts {
  return aboutStep(0, happened);
}

function toDrift({ driftMs }: TokenDrift): EntryParts {
  const seconds = Math.round(driftMs / 1_000);
  if (seconds === 0) return { detail: 'clockRight' };
  return { detail: seconds > 0 ? 'clockFast' : 'clockSlow', number: Math.abs(seconds) };
}

function withProblem(problem: Problem | undefined): EntryParts {
  return problem ? { problem, requestId: problem.requestId ?? null } : {};
}
