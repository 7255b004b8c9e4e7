import type { DurableEvent, Event } from './event.ts';

/** The kinds that go to the journal. A new durable kind that is missing here does not compile. */
const DURABLE: Readonly<Record<DurableEvent['kind'], true>> = {
  scanned: true,
  scanRefused: true,
  userChosen: true,
  activationIntended: true,
  activationDone: true,
  activationPostponed: true,
  activationRefused: true,
  answerLost: true,
  codeExpired: true,
  methodRead: true,
  readFailed: true,
  itemOpened: true,
  itemParked: true,
  itemRetried: true,
  itemRemoved: true,
  codeProved: true,
  codeDisproved: true,
  checkWanted: true,
  preFlightRead: true,
  itemLeft: true,
  planStarted: true,
  takeBackIntended: true,
  takeBackDone: true,
  takeBackPostponed: true,
  takeBackRefused: true,
  takeBackLost: true,
  takeBackRead: true,
  takeBackNotRead: true,
  planResumed: true,
  planLeft: true,
  restarted: true,
};

export function isDurable(event: Event): event is DurableEvent {
  return event.kind in DURABLE;
}
